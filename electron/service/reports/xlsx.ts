import writeXlsxFile from 'write-excel-file/node';
import type { Row, Sheet } from 'write-excel-file/node';
import type { Report } from '../../../shared/readiness/report/report.ts';
import { shortened } from '../../../shared/readiness/report/shortened.ts';
import {
  aboutRows,
  actionPlan,
  changesTable,
  countsTable,
  coverageTable,
  deadlinesTable,
  resultsTable,
} from '../../../shared/readiness/report/tables.ts';
import type { Cell, Table } from '../../../shared/readiness/report/tables.ts';
import { visibleText } from '../../../shared/readiness/report/visibleText.ts';
import type { Words } from '../../../shared/words/words.ts';

/** Excel's limit for the text of a cell, in UTF-16 units. */
const cellLengthMax = 32_767;
const widthMin = 10;
const widthMax = 60;

/**
 * What can't be shown shows as a square, since the library drops U+FFFD. `_x000D_` would be read as
 * the character of that number, unless its first line is one itself (ECMA-376-1 §22.9.2.19).
 */
function cellText(text: string): string {
  const escaped = visibleText(text)
    .replaceAll('\u{fffd}', '\u25a1')
    .replaceAll(/_(?=x[0-9a-f]{4}_)/giu, '_x005F_');
  return shortened(escaped, cellLengthMax);
}

/** Text is stored as text, so that none of it is ever a formula. */
function cellOf(value: Cell) {
  if (value === '') return null;
  return typeof value === 'number'
    ? { value, type: Number, alignVertical: 'top' as const }
    : { value: cellText(value), type: String, wrap: true, alignVertical: 'top' as const };
}

function heading(text: string) {
  return { value: cellText(text), type: String, fontWeight: 'bold' as const, wrap: true };
}

/** As wide as its longest line, within reason. */
function widthOf(column: readonly Cell[]): number {
  const longest = column.reduce<number>(
    (most, cell) =>
      Math.max(
        most,
        ...String(cell)
          .slice(0, 500)
          .split('\n')
          .map((line) => line.length),
      ),
    widthMin,
  );
  return Math.min(longest + 2, widthMax);
}

function sheetOf(name: string, { headings, rows }: Table): Sheet<never> {
  return {
    sheet: name,
    stickyRowsCount: 1,
    columns: headings.map((title, index) => ({
      width: widthOf([title, ...rows.map((row) => row[index] ?? '')]),
    })),
    data: [headings.map((title) => heading(title)), ...rows.map((row) => row.map(cellOf))] as Row[],
  };
}

function summary(report: Report, words: Words): Sheet<never> {
  const counts = countsTable(report, words);
  const about = aboutRows(report, words);
  const note = report.redacted ? [[cellOf(words('readiness.report.redacted'))]] : [];
  return {
    sheet: words('readiness.report.sheet.summary'),
    columns: [{ width: 30 }, { width: widthMax }],
    data: [
      ...about.map(([name, value]) => [heading(name), cellOf(value)]),
      ...note,
      [null],
      counts.headings.map((title) => heading(title)),
      ...counts.rows.map((row) => row.map(cellOf)),
    ] as Row[],
  };
}

export function xlsxReport(report: Report, words: Words): Promise<Uint8Array> {
  const coverage = coverageTable(report, words);
  const changes = changesTable(report, words);
  return writeXlsxFile([
    summary(report, words),
    sheetOf(words('readiness.report.sheet.results'), resultsTable(report, words)),
    sheetOf(words('readiness.report.sheet.plan'), actionPlan(report, words)),
    sheetOf(words('readiness.report.sheet.deadlines'), deadlinesTable(report, words)),
    ...(coverage === null ? [] : [sheetOf(words('readiness.report.sheet.coverage'), coverage)]),
    ...(changes === null ? [] : [sheetOf(words('readiness.report.sheet.changes'), changes)]),
  ]).toBuffer();
}
