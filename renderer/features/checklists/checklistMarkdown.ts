import { messageWords, stepWords, waitWords } from './stepWords.ts';
import type { ChecklistStep, ChecklistView } from '../../../shared/contract/checklists.ts';
import type { StepPart } from './stepWords.ts';
import type { Words } from '../../../shared/words/words.ts';

/** Text that stays what it is: Markdown's own signs in it, and its line ends, do nothing. */
function plain(text: string): string {
  return text.replaceAll(/\s*[\r\n]+\s*/g, ' ').replaceAll(/[\\`*_{}[\]<>()#+|~!&-]/g, '\\$&');
}

/** A fence longer than any in the text. */
function code(lines: readonly string[], language: string): string {
  const longest = Math.max(
    2,
    ...(lines
      .join('\n')
      .match(/`+/g)
      ?.map(({ length }) => length) ?? []),
  );
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${lines.join('\n')}\n${fence}`;
}

/** A checklist as it stands: state, instructions, evidence and notes of every step. */
export function checklistMarkdown(view: ChecklistView, words: Words): string {
  const done = view.steps.filter(({ state }) => state === 'done').length;
  const parts = [
    `# ${plain(words(`checklist.${view.id}.title`))}`,
    ...(view.subject === null
      ? []
      : [plain(words('checklistPage.subject.of', { subject: view.subject }))]),
    plain(words('checklists.progress', { done, total: view.steps.length })),
    ...view.steps.flatMap((step, index) => stepParts(view, step, index + 1, words)),
  ];
  return `${parts.join('\n\n')}\n`;
}

function stepParts(
  view: ChecklistView,
  step: ChecklistStep,
  number: number,
  words: Words,
): readonly string[] {
  const message = messageWords(step, words);
  const said = (part: StepPart, label: string | null): readonly string[] => {
    const text = stepWords(view.id, step, part, words);
    if (text === null) return [];
    return [label === null ? plain(text) : `**${plain(label)}:** ${plain(text)}`];
  };
  const block = (label: string, lines: readonly string[], language: string) =>
    lines.length === 0 ? [] : [`**${plain(label)}:**`, code(lines, language)];
  const blocked = step.state === 'blocked';
  return [
    `## ${number}. ${plain(stepWords(view.id, step, 'title', words) ?? step.id)}`,
    `- [${step.state === 'done' ? 'x' : ' '}] ${plain(words(`checklistPage.state.${step.state}`))}`,
    ...(message === null ? [] : [plain(message)]),
    ...said('what', null),
    ...said('why', words('checklistPage.why')),
    ...said('portal', words('checklistPage.portal')),
    ...(blocked
      ? [plain(words('checklistPage.blocked.commands'))]
      : [
          ...block(words('checklistPage.commands'), step.commands, 'powershell'),
          ...block(words('checklistPage.records'), step.records, ''),
        ]),
    ...(step.waitSeconds === null
      ? []
      : [
          `**${plain(words('checklistPage.wait'))}:** ${plain(waitWords(step.waitSeconds, words))}`,
        ]),
    ...said('rollback', words('checklistPage.rollback')),
    ...block(words('checklistPage.rollback.commands'), step.rollback, 'powershell'),
    ...step.evidence.map(
      ({ what, value, at }) =>
        `- ${plain(words('checklistPage.evidence'))} ${plain(at)}: ${plain(what)}: ${plain(value)}`,
    ),
    ...(step.checked === null
      ? []
      : [
          plain(
            [words(`checklistPage.checked.${step.checked.by}`), step.checked.at, step.checked.note]
              .filter(Boolean)
              .join(' · '),
          ),
        ]),
  ];
}
