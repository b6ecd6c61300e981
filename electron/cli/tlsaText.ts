import type { Advice } from '../../shared/tlsa/advice.ts';
import type { ExplainedPart } from '../../shared/tlsa/explainRecord.ts';
import { wrap } from './help.ts';
import type { Words } from './words.ts';

/** The parts of a record for a terminal: name and value, and below them what they mean. */
export function partsText(words: Words, parts: readonly ExplainedPart[]): string {
  const labels = parts.map(({ field }) => words(`tlsa.field.${field}`));
  const width = Math.max(...labels.map((label) => label.length)) + 2;
  return parts
    .flatMap(({ value, name, meaning }, index) => {
      const shown = name === null ? String(value) : `${value} (${name})`;
      return [
        `  ${(labels[index] ?? '').padEnd(width)}${abbreviated(shown)}`,
        ...wrap(words(meaning.id, meaning.params), width + 2),
      ];
    })
    .join('\n');
}

/** Warnings, then notes, each a paragraph; empty where there is nothing to say. */
export function adviceText(words: Words, advice: readonly Advice[]): string {
  const kinds = [
    ['warning', 'cli.tlsa.warnings'],
    ['note', 'cli.tlsa.notes'],
  ] as const;
  return kinds
    .flatMap(([severity, heading]) => {
      const ofKind = advice.filter((each) => each.severity === severity);
      return ofKind.length === 0 ? [] : [words(heading), ...ofKind.flatMap(paragraph)];
    })
    .join('\n');

  function paragraph({ code, params, source }: Advice): string[] {
    const sentence = words(`tlsa.advice.${code}`, params);
    const [first = '', ...rest] = wrap(source === null ? sentence : `${sentence} (${source})`, 4);
    return [`  - ${first.trimStart()}`, ...rest];
  }
}

/** The record itself stands above in full length. */
function abbreviated(value: string): string {
  return value.length > 70 ? `${value.slice(0, 67)}…` : value;
}
