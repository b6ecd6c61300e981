import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { createWords } from '../../../../electron/service/words.ts';
import { makeReport } from '../../../../shared/readiness/report/makeReport.ts';
import { reportJsonSchema } from '../../../../shared/readiness/report/reportJsonSchema.ts';
import { read } from '../../../architecture/sources.ts';
import { emptyReport, hostileReport } from '../../../support/hostileReport.ts';

const published = read('docs/schemas/report.schema.json');
const validate = new Ajv2020({ strict: true, allErrors: true }).compile(
  JSON.parse(published) as object,
);
const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('the published schema of reports', () => {
  test('is what the code says', () => {
    // Written by scripts/writeReportSchema.mjs; how it is set in lines is the formatter's.
    expect(JSON.parse(published)).toEqual(JSON.parse(reportJsonSchema()));
  });

  test.each([
    ['hostile names', hostileReport(), false],
    ['hostile names, redacted', hostileReport(), true],
    ['an empty snapshot', emptyReport(), false],
    ['a snapshot that is gone', { ...hostileReport(), sources: null }, false],
  ] as const)('takes a report of %s', (_, input, redact) => {
    const report = json(makeReport(input, redact, createWords()));
    expect(validate(report) ? [] : validate.errors).toEqual([]);
  });

  test('refuses what is no report', () => {
    const report = makeReport(hostileReport(), false, createWords());
    expect(validate({})).toBe(false);
    expect(validate(json({ ...report, schema: 'exo-companion/report@2' }))).toBe(false);
    expect(validate(json({ ...report, more: 1 }))).toBe(false);
    const results = report.results.map((result) => ({ ...result, status: 'fine' }));
    expect(validate(json({ ...report, results }))).toBe(false);
  });
});
