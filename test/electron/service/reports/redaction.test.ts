import { describe, expect, test } from 'vitest';
import { renderReport, writtenFormats } from '../../../../electron/service/reports/renderReport.ts';
import type { WrittenFormat } from '../../../../electron/service/reports/renderReport.ts';
import { canaries, hostileReport } from '../../../support/hostileReport.ts';
import { unzip } from '../../../support/unzip.ts';

/** Everything that is in the file, as text in lower case. */
async function contentOf(format: WrittenFormat, redact: boolean): Promise<string> {
  const { bytes, fileName } = await renderReport({ input: hostileReport(), format, redact });
  const parts = format === 'xlsx' ? [...unzip(bytes)] : [['', bytes] as const];
  const texts = parts.map(([name, part]) => `${name}\n${new TextDecoder().decode(part)}`);
  return [fileName, ...texts].join('\n').toLowerCase();
}

describe.each(writtenFormats)('a redacted report as %s', (format) => {
  test('holds no name of the tenant in any byte', async () => {
    const content = await contentOf(format, true);
    expect(content.length).toBeGreaterThan(1000);
    expect(canaries.filter((canary) => content.includes(canary))).toEqual([]);
  });

  test('is judged by names that the report itself does hold', async () => {
    const content = await contentOf(format, false);
    expect(canaries.filter((canary) => content.includes(canary)).length).toBeGreaterThan(3);
  });
});

test('every canary is somewhere in the report that is not redacted', async () => {
  const content = await contentOf('json', false);
  expect(canaries.filter((canary) => !content.includes(canary))).toEqual([]);
});
