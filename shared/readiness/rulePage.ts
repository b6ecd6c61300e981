import { messagePosts } from '../outlook/messages.ts';
import { describeOtherRoad, describeSource } from '../tenant/sources.ts';
import type { SourceId } from '../tenant/sources.ts';
import type { Words } from '../words/words.ts';
import { deadlines } from './deadlines.ts';
import type { Rule } from './rule.ts';

const list = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');

function code(lines: readonly string[]): string {
  return ['```powershell', ...lines, '```'].join('\n');
}

function call(id: SourceId): string {
  const calls = [describeSource(id), describeOtherRoad(id)].flatMap((road) => road?.call ?? []);
  return `${calls.join(' or ')} (\`${id}\`)`;
}

function readsOf({ needs, optional }: Rule): string {
  return list([
    ...(Object.entries(needs) as [SourceId, readonly string[]][]).map(([id, properties]) =>
      properties.length === 0
        ? call(id)
        : `${call(id)}: ${properties.map((property) => `\`${property}\``).join(', ')}`,
    ),
    ...optional.map((id) => `${call(id)}, where it was read`),
  ]);
}

function section(title: string, text: string, lines: readonly string[] = []): string {
  return [`## ${title}`, text, ...(lines.length === 0 ? [] : [code(lines)])].join('\n\n');
}

/** The page of a rule in `docs/rules/`, as Markdown: made of the words that the app shows. */
export function rulePage(rule: Rule, words: Words): string {
  const say = (part: 'title' | 'why' | 'fix' | 'portal' | 'rollback' | 'verify') =>
    words(`readiness.rule.${rule.words}.${part}`, rule.params);
  const { commands, rollback, verify } = rule.remedy([rule.example]);
  const dates = rule.deadlines.map(
    (id) => `${deadlines[id].at.slice(0, 10)}: ${deadlines[id].source}`,
  );
  const posts = rule.posts.map((id) => {
    const day = messagePosts.find((post) => post.id === id)?.day ?? '';
    return words('outlook.posts.entry', { id, date: day, text: words(`outlook.post.${id}`) });
  });
  return `${[
    `# ${say('title')}`,
    `Rule \`${rule.id}\`, severity ${words(`readiness.severity.${rule.severity}`).toLowerCase()}.`,
    section('Why', say('why')),
    section('What it reads', readsOf(rule)),
    section('What to do', say('fix'), commands),
    section('In the portal', say('portal')),
    section('How to go back', say('rollback'), rollback),
    section('How to verify', say('verify'), verify),
    ...(dates.length === 0 ? [] : [section('Dates', list(dates))]),
    ...(posts.length === 0 ? [] : [section('Announcements', list(posts))]),
    section('Sources', list(rule.sources)),
  ].join('\n\n')}\n`;
}
