import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { renderReport } from '../../../../electron/service/reports/renderReport.ts';
import { createWords } from '../../../../electron/service/words.ts';
import { createCsvReader } from '../../../../shared/csv/createCsvReader.ts';
import type { CsvRecord } from '../../../../shared/csv/createCsvReader.ts';
import { makeReport } from '../../../../shared/readiness/report/makeReport.ts';
import { visibleText } from '../../../../shared/readiness/report/visibleText.ts';
import { emptyReport, hostileReport } from '../../../support/hostileReport.ts';
import { unzip } from '../../../support/unzip.ts';

const report = makeReport(hostileReport(), false, createWords());

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

/** What `python3 -c` prints with the report's path as its argument. */
function python(script: string, bytes: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'report-'));
  try {
    const file = join(folder, 'report.xlsx');
    writeFileSync(file, bytes);
    return execFileSync(python3, ['-c', script, file], {
      encoding: 'utf8',
      env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
      maxBuffer: 64 * 1024 * 1024,
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function hasOpenpyxl(): boolean {
  try {
    execFileSync(python3, ['-c', 'import openpyxl'], { stdio: 'ignore' });
    return true;
  } catch {
    if (process.env['CI'] === 'true') throw new Error('XLSX: needs python3-openpyxl');
    return false;
  }
}

describe('the CSV report', () => {
  test('has a row for each result, lines of RFC 4180 and a byte order mark', async () => {
    const { text, records } = await csv('csv');
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(text.replaceAll(/"(?:[^"]|"")*"/g, '')).not.toMatch(/[^\r]\n/);
    expect(records.map((record) => [record['Rule id'], record['Subject']])).toEqual(
      report.results.map(({ rule, subject }) => [rule, expect.stringContaining(subject ?? '')]),
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

  test.skipIf(!hasOpenpyxl())('reads back by another program, every cell as it was', async () => {
    const { bytes } = await renderReport({ input: hostileReport(), format: 'xlsx', redact: false });
    const script = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps({sheet.title: [[[cell.value, cell.data_type] for cell in row] for row in sheet.iter_rows()] for sheet in book}))
`;
    type Cells = readonly (readonly [unknown, string])[];
    const book = JSON.parse(python(script, bytes)) as Record<string, readonly Cells[]>;
    expect(Object.keys(book)).toEqual([
      'Summary',
      'Results',
      'Action plan',
      'Dates',
      'Read',
      'Changes',
    ]);
    const rows = book['Results'] ?? [];
    const headings = (rows[0] ?? []).map(([value]) => value);
    const column = (name: string) =>
      rows.slice(1).map((row) => row[headings.indexOf(name)]?.[0] ?? '');
    expect(column('Rule id')).toEqual(report.results.map(({ rule }) => rule));
    expect(column('Subject')).toEqual(report.results.map(({ subject }) => subject ?? ''));
    expect(column('What was found')).toEqual(report.results.map(({ message }) => message));
    const samples = column('Affected').map(String);
    const affected = report.results.find(({ rule }) => rule === 'smtp-auth.mailboxes')?.affected;
    for (const name of affected?.sample ?? []) {
      const shown = visibleText(name);
      expect(samples.some((sample) => sample.includes(shown))).toBe(true);
    }
    const types = Object.values(book).flatMap((sheet) => sheet.flatMap((row) => row));
    expect(types.filter(([, type]) => type === 'f')).toEqual([]);
  });

  test.skipIf(!hasOpenpyxl())('of nothing reads back as well', async () => {
    const { bytes } = await renderReport({ input: emptyReport(), format: 'xlsx', redact: false });
    const script =
      'import sys, openpyxl; print(*[s.title for s in openpyxl.load_workbook(sys.argv[1])])';
    expect(python(script, bytes).trim()).toBe('Summary Results Action plan Dates Read');
  });
});
