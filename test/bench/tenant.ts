/**
 * A large tenant read from the simulated cloud, and a large file, measured. `npm run bench -- tenant`
 *
 * - `tenant snapshot` as a process of its own: 100,000 mailboxes, 50 ms for each answer. Its peers: the
 *   fewest requests that give the lists, and a client that does nothing but fetch the same pages, as
 *   many at a time as Exchange permits. Peak of memory by the operating system's own count.
 * - A CSV of 500,000 users, streamed. Its peer: csv-parse.
 *
 * Exits 1 when a bound is missed.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { createReport } from './support/measure.ts';
import { measureCsv } from './support/tenantCsv.ts';
import { measureReading } from './support/tenantReading.ts';

const report = createReport();
const folder = mkdtempSync(join(tmpdir(), 'exo-companion-bench-'));
try {
  await measureReading(report, folder);
  await measureCsv(report, folder);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
