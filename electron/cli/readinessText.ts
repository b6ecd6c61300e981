import { describeResult } from '../../shared/readiness/describe.ts';
import type { RuleResult } from '../../shared/readiness/rule.ts';
import { statusOrder } from '../../shared/readiness/statusOrder.ts';
import { tellResult } from '../../shared/readiness/tellResult.ts';
import type { JsonLine } from './output.ts';
import type { Words } from './words.ts';

/** One result for programs: codes to decide by, sentences to show. */
export function resultLine(result: RuleResult, words: Words): JsonLine {
  const { why: _, ...told } = tellResult(result, words);
  return { schema: 'exo-companion/rule-result@1', ...told };
}

/** In a terminal: ten names tell whom it is about. */
const sampleShown = 10;

function affectedText({ affected: { count, sample } }: RuleResult, words: Words): string[] {
  if (count === 0 || sample.length === 0) return [];
  const shown = sample.slice(0, sampleShown).join(', ');
  const more = count - Math.min(sample.length, sampleShown);
  const names = more > 0 ? words('readiness.affected.more', { sample: shown, more }) : shown;
  return [`  ${words('readiness.affected', { count, sample: names })}`];
}

function resultText(result: RuleResult, words: Words): string {
  const { title, message, fix } = describeResult(result, words);
  const { status, subject, deadline, remedy } = result;
  const date = deadline?.slice(0, 10) ?? null;
  return [
    `${words(`readiness.status.${status}`)}: ${title}${subject === null ? '' : `: ${subject}`}`,
    `  ${message}`,
    ...affectedText(result, words),
    ...(date === null ? [] : [`  ${words('readiness.deadline', { date })}`]),
    ...(remedy === null ? [] : [`  → ${fix}`]),
    ...[...(remedy?.commands ?? []), ...(remedy?.records ?? [])].map((line) => `    ${line}`),
  ].join('\n');
}

export function resultsText(results: readonly RuleResult[], words: Words): string {
  return statusOrder
    .flatMap((status) => results.filter((result) => result.status === status))
    .map((result) => resultText(result, words))
    .join('\n\n');
}
