import { setImmediate as turn } from 'node:timers/promises';
import { csvLine } from '../../../../shared/dane/report/csv.ts';
import type { OpenHistory } from '../../history/openHistory.ts';
import type { Output, ParsedInput } from '../../../../shared/contract/index.ts';
import type { StoredCall } from '../../history/callLog.ts';

/** Calls in one file, some 8 MB of text; and how many are read before others get their turn. */
const callsMax = 50_000;
const callsAtOnce = 500;

const columns = [
  'id',
  'at',
  'tenantId',
  'api',
  'call',
  'outcome',
  'milliseconds',
  'requestId',
] as const satisfies readonly (keyof StoredCall)[];

type Format = ParsedInput<'tenant.auditExport'>['format'];

/** What went out as a file, newest first; `left`: older calls that it has not. */
export async function exportAudit(
  { calls }: Pick<OpenHistory, 'calls'>,
  { format, ...filter }: ParsedInput<'tenant.auditExport'>,
  at: Date,
  max = callsMax,
): Promise<Output<'tenant.auditExport'>> {
  const total = calls.count(filter);
  const lines: string[] = format === 'csv' ? [`\uFEFF${csvLine(columns)}`] : [];
  let written = 0;
  let before: number | null = null;
  while (written < max) {
    const found: StoredCall[] = calls.list(filter, Math.min(callsAtOnce, max - written), before);
    for (const call of found) lines.push(lineOf(call, format));
    written += found.length;
    before = found.at(-1)?.id ?? null;
    if (before === null) break;
    await turn();
  }
  return {
    fileName: `outside-calls-${at.toISOString().slice(0, 10)}.${format}`,
    text: lines.join(''),
    left: Math.max(0, total - written),
  };
}

function lineOf(call: StoredCall, format: Format): string {
  const values = columns.map((column) => call[column]);
  return format === 'csv'
    ? csvLine(values.map((value) => value ?? ''))
    : `${JSON.stringify(Object.fromEntries(columns.map((column, at) => [column, values[at]])))}\n`;
}
