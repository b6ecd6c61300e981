import { createIntl } from '@formatjs/intl';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { csvCell, csvLine } from '../../../../shared/dane/report/csv.ts';
import { en } from '../../../../shared/words/en.ts';
import { markdownText } from '../../../../shared/dane/report/markdown.ts';
import { reports } from '../../../../shared/dane/report/reports.ts';
import { labChecks } from '../../../support/labChecks.ts';
import type { DaneCheck } from '../../../../shared/dane/check.ts';
import type { ReportContext } from '../../../../shared/dane/report/report.ts';
import type { ReportKind } from '../../../../shared/dane/report/reports.ts';

const intl = createIntl({ locale: 'en', messages: en });
const context: ReportContext = {
  words: (id, values = {}) => intl.formatMessage({ id }, { ...values }),
  at: new Date('2026-11-23T12:00:00Z'),
  counts: new Map([['fail', 2]]),
};

const hostile = `=cmd|'/c calc'!A1"><img src=x onerror=alert(1)>[x](javascript:alert(1))\u202e`;
let real: readonly DaneCheck[];
/** A real result whose names and texts were replaced by what an attacker would publish. */
let attacked: DaneCheck;

beforeAll(async () => {
  const checks = await labChecks(['wrong-hash.test', 'good.test']);
  real = Object.values(checks);
  const check = checks['wrong-hash.test'];
  if (check === undefined) throw new Error('not checked');
  attacked = {
    ...check,
    domain: hostile,
    hosts: check.hosts.map((host) => ({ ...host, name: hostile })),
    findings: check.findings.map((finding) => ({
      ...finding,
      where: { ...finding.where, host: hostile, ip: hostile },
      records: [hostile],
    })),
  };
});

function whole(kind: ReportKind, checks: readonly DaneCheck[]): string {
  const report = reports[kind];
  return [
    report.begin(context),
    ...checks.map((check) => report.each(check, context)),
    report.end(context),
  ].join('');
}

/** A reader of RFC 4180 that knows nothing of the writer. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const letter = text.charAt(index);
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (text.charAt(index + 1) === '"') {
        cell += '"';
        index += 1;
      } else quoted = false;
    } else if (letter === '"') quoted = true;
    else if (letter === ',') {
      rows.at(-1)?.push(cell);
      cell = '';
    } else if (letter === '\r' && text.charAt(index + 1) === '\n') {
      rows.at(-1)?.push(cell);
      cell = '';
      rows.push([]);
      index += 1;
    } else cell += letter;
  }
  return rows.slice(0, -1);
}

describe('JSON Lines', () => {
  test('are what the command line prints: one object a line, with sentences, without evidence', () => {
    const lines = whole('jsonl', real).trimEnd().split('\n');
    const parsed = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(parsed.map(({ domain }) => domain)).toEqual(real.map(({ domain }) => domain));
    expect(parsed[0]).toMatchObject({ schema: 'exo-companion/dane-check@1', verdict: 'fail' });
    expect(parsed[0]).not.toHaveProperty('evidence');
    const findings = parsed[0]?.['findings'] as { message: string; fix: unknown }[];
    expect(findings.every(({ message }) => message !== '')).toBe(true);
  });
});

describe('CSV', () => {
  test('whatever a cell holds, a reader gets it back, but no cell begins like a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (cells) => {
        const [row = []] = readCsv(csvLine(cells));
        expect(row.map((cell) => cell.replace(/^'(?=[=+\-@\t\r\n])/, ''))).toEqual(cells);
        for (const cell of row) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])('%j is no formula', (text) => {
    expect(csvCell(text)).toMatch(/^"?'/);
  });

  test('has as many cells in each row as in its heading', () => {
    const rows = readCsv(whole('csv', [...real, attacked]).replace(/^\uFEFF/, ''));
    expect(new Set(rows.map(({ length }) => length)).size).toBe(1);
    expect(rows).toHaveLength(4);
    expect(rows[3]?.[0]).toBe(`'${hostile}`);
  });
});

describe('Markdown', () => {
  test('text keeps no character that means something, on one line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const written = markdownText(text);
        expect(written).not.toMatch(/[<\r\n]/);
        expect(written.replaceAll(/\\[\\`*_{}[\]()#+\-.!|~>]/g, '')).not.toMatch(/[\\`*_[\]|~>]/);
      }),
    );
  });

  test('a hostile name becomes neither a link nor a tag', () => {
    const text = whole('markdown', [attacked]);
    const outside = text.replaceAll(/```[\s\S]*?```/g, '');
    expect(outside).not.toContain('<img');
    expect(outside).not.toContain('](javascript');
  });
});
