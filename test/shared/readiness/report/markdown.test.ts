import { describe, expect, test } from 'vitest';
import { createWords } from '../../../../electron/service/words.ts';
import { makeReport } from '../../../../shared/readiness/report/makeReport.ts';
import { markdownReport } from '../../../../shared/readiness/report/markdown.ts';
import { emptyReport, hostileReport } from '../../../support/hostileReport.ts';

const words = createWords();
const report = makeReport(hostileReport(), false, words);
const markdown = markdownReport(report, words);
const fence = /^(`{3,})\n[\s\S]*?\n\1$/gm;
const prose = markdown.replaceAll(fence, '');

/** With the empty ones before the first stroke and behind the last. */
function cells(row: string): number {
  return row.replaceAll(/\\./g, '').split('|').length;
}

describe('the Markdown report', () => {
  test('keeps commands in blocks that what they hold cannot end', () => {
    const blocks = markdown.match(fence) ?? [];
    const commands = report.results.flatMap(({ fix }) => fix?.commands ?? []);
    expect(commands.length).toBeGreaterThan(5);
    for (const command of commands.filter(
      (text) => !/[\p{Cc}\u202e\ud800\ufffe\ufdd0]/u.test(text),
    )) {
      expect(blocks.some((block) => block.includes(command))).toBe(true);
    }
    expect(prose).not.toMatch(/^ *(?:```|~~~)/m);
  });

  test('has no link, tag or emphasis that is not its own', () => {
    const rest = prose.replaceAll(/\\./g, '').replaceAll(/^- <https:\/\/[^\s<>]+>$/gm, '');
    expect(rest).not.toMatch(/[<>[\]`_~!]/);
    expect(rest.replaceAll(/^\*\*[^*\n]+\*\*$/gm, '')).not.toContain('*');
  });

  test('has rows of as many cells as their headings', () => {
    const rows = prose.split('\n').filter((line) => line.startsWith('| '));
    expect(rows.length).toBeGreaterThan(30);
    const widths = new Set([2, 4, 5, 6].map((columns) => columns + 2));
    expect(rows.filter((row) => !widths.has(cells(row)))).toEqual([]);
  });

  test('has a heading for each result and each name on a line of its own', () => {
    expect(prose.match(/^### /gm)).toHaveLength(report.results.length);
    for (const line of prose.split('\n')) {
      expect(line).not.toMatch(/^(?: {4}|\t|=|\+|\d+[.)]\s)/);
    }
  });

  test('shows addresses, domains and dates as they are', () => {
    expect(markdown).toContain('- alias@tapir.example\n');
    expect(markdown).toContain('| 2026-12-31 |');
  });

  test('of nothing says so', () => {
    expect(markdownReport(makeReport(emptyReport(), false, words), words)).toContain(
      'There are no results.',
    );
  });
});
