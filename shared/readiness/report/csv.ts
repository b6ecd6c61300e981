import { csvLine } from '../../dane/report/csv.ts';
import { visibleText } from './visibleText.ts';
import type { Cell, Table } from './tables.ts';

function cell(value: Cell): Cell {
  return typeof value === 'number' ? value : visibleText(value);
}

/** RFC 4180, formulas defused, behind a byte order mark, without which Excel takes it for Latin-1. */
export function csvOf({ headings, rows }: Table): string {
  return `\uFEFF${[headings, ...rows].map((row) => csvLine(row.map((one) => cell(one)))).join('')}`;
}
