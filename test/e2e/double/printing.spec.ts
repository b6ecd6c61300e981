/** A report as PDF: what the built main bundle does with the window that nobody sees. */
import { randomUUID } from 'node:crypto';
import { openDoubleApp } from '../support/doubleApp.ts';
import { expect, test } from '../support/fixtures.ts';

test('a report is printed in a window of its own that stays unseen and is gone afterwards (SECURITY: S7)', async ({
  dataDirectory,
}) => {
  const app = await openDoubleApp(dataDirectory);
  const { page, double, context } = app;
  const call = <T>(channel: string, input: object): Promise<T> =>
    page.evaluate(
      async ([name, given]) => {
        const { companion } = globalThis as unknown as {
          companion: { call(channel: string, input: object): Promise<{ value: never }> };
        };
        return (await companion.call(name, given)).value;
      },
      [channel, input] as const,
    );
  const jobId = randomUUID;
  await call('tenant.openDemo', { jobId: jobId() });
  const { inUse } = await call<{ inUse: string }>('tenant.list', {});
  const run = { jobId: jobId(), tenant: inUse, snapshotId: null };
  const { id } = await call<{ id: number }>('readiness.run', run);
  const make = { runId: id, format: 'pdf', redact: false };

  const [first, second] = await Promise.all(
    [1, 2].map(() =>
      call<{ fileName: string; base64: string }>('reports.make', { jobId: jobId(), ...make }),
    ),
  );

  const pdf = Buffer.from(first?.base64 ?? '', 'base64').toString('latin1');
  expect(pdf.startsWith('%PDF-')).toBe(true);
  expect(pdf.trimEnd().endsWith('%%EOF')).toBe(true);
  // Tagged for screen readers, with its headings as bookmarks, and on several sheets of A4.
  expect(pdf).toMatch(/\/StructTreeRoot \d+ 0 R/);
  expect(pdf).toMatch(/\/Outlines \d+ 0 R/);
  expect(pdf.match(/\/MediaBox \[0 0 595[.\d]* 842[.\d]*\]/g)?.length).toBeGreaterThan(3);
  expect(pdf).not.toMatch(/\/JavaScript|\/JS /);
  expect(second?.base64.length).toBeGreaterThan(10_000);
  expect(first?.fileName).toMatch(/^contoso.*\.pdf$/);

  const { windows, escapedRequests, cancelledRequests } = await double.look();
  expect(windows).toHaveLength(3);
  expect(windows.slice(1)).toMatchObject([
    { shown: false, options: { show: false, webPreferences: { javascript: false } } },
    { shown: false, options: { show: false, webPreferences: { javascript: false } } },
  ]);
  expect([...escapedRequests, ...cancelledRequests]).toEqual([]);
  await expect.poll(() => context.pages().length).toBe(1);
  await app.close();
});
