import { targetsMax } from './run.ts';
import { parseTarget } from './target.ts';
import type { CheckService } from './services.ts';

/** What a pasted or dropped list holds. */
export interface TargetList {
  /** Each once, as results will call it, in the order of the list. */
  readonly targets: readonly string[];
  readonly duplicates: number;
  /** Lines in which nothing that can be checked was found, as they stand; the first of them. */
  readonly notUnderstood: readonly string[];
  readonly notUnderstoodCount: number;
  /** Beyond the limit of one run. */
  readonly leftOut: number;
}

const linesShown = 20;
const lineLengthMax = 2000;

/** Cells of a line of text, CSV or a table copied from somewhere; quotes are only wrapping. */
function cellsOf(line: string): string[] {
  return line
    .split(/[\t,;|]|\s+/)
    .map((cell) => cell.replaceAll(/^["'<(]+|[">'),.]+$/g, ''))
    .filter((cell) => cell !== '');
}

/** The first cell that names something on the Internet: a name of one label is a word, not a domain. */
function targetOf(line: string, service: CheckService): string | null {
  for (const cell of cellsOf(line)) {
    const target = parseTarget(cell, service);
    if (target.ok && target.value.name.includes('.')) return target.value.label;
  }
  return null;
}

/**
 * Reads a list: one target a line, alone or among other cells. Empty lines and those that begin with
 * `#` are nobody's mistake, and neither is a heading.
 */
export function parseTargetList(text: string, service: CheckService): TargetList {
  const found = new Set<string>();
  const notUnderstood: string[] = [];
  let duplicates = 0;
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .map((line) => line.slice(0, lineLengthMax).trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  for (const [index, line] of lines.entries()) {
    const target = targetOf(line, service);
    if (target === null) {
      const isHeading = index === 0 && lines.length > 1;
      if (!isHeading) notUnderstood.push(line);
    } else if (found.has(target)) duplicates += 1;
    else found.add(target);
  }
  const targets = [...found];
  return {
    targets: targets.slice(0, targetsMax),
    duplicates,
    notUnderstood: notUnderstood.slice(0, linesShown),
    notUnderstoodCount: notUnderstood.length,
    leftOut: Math.max(0, targets.length - targetsMax),
  };
}
