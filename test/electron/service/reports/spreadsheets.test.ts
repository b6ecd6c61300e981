import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { renderReport } from '../../../../electron/service/reports/renderReport.ts';
import { createWords } from '../../../../electron/service/words.ts';
import { createCsvReader } from '../../../../shared/csv/createCsvReader.ts';
import type { CsvRecord } from '../../../../shared/csv/createCsvReader.ts';
import { makeReport } from '../../../../shared/readiness/report/makeReport.ts';
import {
  actionPlan,
  changesTable,
  coverageTable,
  deadlinesTable,
  resultsTable,
} from '../../../../shared/readiness/report/tables.ts';
import type { Cell } from '../../../../shared/readiness/report/tables.ts';
import { visibleText } from '../../../../shared/readiness/report/visibleText.ts';
import { emptyReport, hostileReport } from '../../../support/hostileReport.ts';
import { unzip } from '../../../support/unzip.ts';

const words = createWords();
const report = makeReport(hostileReport(), false, words);

async function csv(format: 'csv' | 'action-plan', input = hostileReport()) {
  const { bytes } = await renderReport({ input, format, redact: false });
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const records: CsvRecord[] = [];
  const reader = createCsvReader((record) => records.push(record));
  reader.write(text);
  const { columns } = reader.end();
  return { text, records, columns };
}

/** Debian's own, for which its packages are. */
const python3 = '/usr/bin/python3';

type Cells = readonly (readonly [string | number | null, string])[];

const script = `
import json, sys, warnings, openpyxl
warnings.simplefilter('ignore')
book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps({sheet.title: [[[cell.value, cell.data_type] for cell in row] for row in sheet.iter_rows()] for sheet in book}))
`;

/** Each sheet's rows of cells, with openpyxl's letter of their type: `f` is a formula. */
function readBack(bytes: Uint8Array): Readonly<Record<string, readonly Cells[]>> {
  const folder = mkdtempSync(join(tmpdir(), 'report-'));
  try {
    const file = join(folder, 'report.xlsx');
    writeFileSync(file, bytes);
    const printed = execFileSync(python3, ['-c', script, file], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    return JSON.parse(printed) as Record<string, readonly Cells[]>;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Why a workbook can't be read back here; empty: it can. */
function withoutOpenpyxl(): string {
  if (spawnSync(python3, ['-c', 'import openpyxl']).status === 0) return '';
  const reason = 'needs python3-openpyxl';
  if (process.env['CI'] === 'true') throw new Error(`reports as XLSX: ${reason}`);
  return ` (skipped: ${reason})`;
}

const without = withoutOpenpyxl();

/**
 * What a cell holds of a value: nothing for an empty text, a square for what can't be shown, and no
 * more than Excel takes.
 */
function cellText(value: Cell): string | number | null {
  if (typeof value === 'number') return value;
  const text = visibleText(value).replaceAll('\u{fffd}', '\u25a1');
  if (text.length > 32_767) return `${text.slice(0, 32_766)}…`;
  return text === '' ? null : text;
}

/** ECMA-376-1 §22.9.2.19, which openpyxl leaves to others. */
function unescaped(value: string | number | null): string | number | null {
  return typeof value === 'string' ? value.replaceAll('_x005F_', '_') : value;
}

describe('the CSV report', () => {
  test('has a row for each result, lines of RFC 4180 and a byte order mark', async () => {
    const { text, records } = await csv('csv');
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(text.replaceAll(/"(?:[^"]|"")*"/g, '')).not.toMatch(/[^\r]\n/);
    expect(records.map((record) => [record['Rule id'], record['Subject']])).toEqual(
      report.results.map(({ rule, subject }) => [rule, subject ?? '']),
    );
  });

  test.each(['csv', 'action-plan'] as const)('%s holds no formula', async (format) => {
    const { records } = await csv(format);
    const cells = records.flatMap((record) => Object.values(record));
    expect(cells.length).toBeGreaterThan(100);
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  });

  test('has its headings when there are no results', async () => {
    const { records, columns } = await csv('csv', emptyReport());
    expect(records).toEqual([]);
    expect(columns).toContain('Rule id');
  });
});

test('the action plan has what is to be done, with room for owner and date', async () => {
  const { records, columns } = await csv('action-plan');
  const todo = report.results.filter(({ status }) =>
    ['fail', 'warning', 'manual', 'waived'].includes(status),
  );
  expect(records.map((record) => record['Rule id'])).toEqual(todo.map(({ rule }) => rule));
  for (const column of ['Owner', 'Due date', 'Progress', 'Commands', 'Notes']) {
    expect(columns).toContain(column);
  }
  expect(records.find((record) => record['Progress'] === 'Waived')).toMatchObject({
    Owner: 'Axel Axolotl',
    'Due date': '2027-01-31',
  });
  expect(records.find((record) => record['Rule id'] === 'smtp-auth.mailboxes')).toMatchObject({
    Owner: '',
    'Due date': '2026-12-31',
    Progress: 'Open',
  });
});

describe('the XLSX report', () => {
  test('holds no formula and no control character', async () => {
    const { bytes } = await renderReport({ input: hostileReport(), format: 'xlsx', redact: false });
    const files = [...unzip(bytes)].map(([, data]) => new TextDecoder().decode(data));
    expect(files.length).toBeGreaterThan(5);
    expect(files.filter((file) => /<f[ >]|[^\P{Cc}\n\r\t]|\ufffe|\uffff/u.test(file))).toEqual([]);
  });

  test.skipIf(without !== '')(`reads back by another program, every cell${without}`, async () => {
    const { bytes } = await renderReport({ input: hostileReport(), format: 'xlsx', redact: false });
    const tables = {
      Results: resultsTable(report, words),
      'Action plan': actionPlan(report, words),
      Dates: deadlinesTable(report, words),
      Read: coverageTable(report, words),
      Changes: changesTable(report, words),
    };
    const { Summary: summary = [], ...book } = readBack(bytes);
    const expected = Object.entries(tables).map(([name, table]) => {
      const { headings = [], rows = [] } = table ?? {};
      return [name, [headings, ...rows].map((row) => row.map(cellText))];
    });
    expect(
      Object.entries(book).map(([name, rows]) => [
        name,
        rows.map((row) => row.map(([value]) => unescaped(value))),
      ]),
    ).toEqual(expected);
    expect(summary.map((row) => row[1]?.[0])).toEqual(
      expect.arrayContaining([report.tenant.name, '2026-11-23 12:00 UTC', report.counts.fail]),
    );
    const types = [summary, ...Object.values(book)].flat(2).map(([, type]) => type);
    expect(new Set(types)).toEqual(new Set(['s', 'n']));
  });

  test.skipIf(without !== '')(`of nothing reads back as well${without}`, async () => {
    const { bytes } = await renderReport({ input: emptyReport(), format: 'xlsx', redact: false });
    expect(Object.keys(readBack(bytes))).toEqual([
      'Summary',
      'Results',
      'Action plan',
      'Dates',
      'Read',
    ]);
  });
});
