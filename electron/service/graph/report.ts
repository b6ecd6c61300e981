import { createCsvReader } from '../../../shared/csv/createCsvReader.ts';
import { causeOf, isTimeout } from '../microsoft/exchangeOverHttps.ts';
import { failed } from '../microsoft/failure.ts';
import { refusalOf } from './graphErrors.ts';
import type { Answer } from '../microsoft/exchangeOverHttps.ts';
import type { CsvReader, CsvRecord } from '../../../shared/csv/createCsvReader.ts';
import type { ExitOptions } from './exit.ts';
import type { GraphRead } from './graphClient.ts';
import type { Outcome } from '../microsoft/failure.ts';
import type { Timing } from '../microsoft/timing.ts';

export interface ReportPlan {
  readonly read: GraphRead;
  readonly options: ExitOptions & { readonly timing: Timing };
  readonly ask: (url: string) => Promise<Outcome<Answer>>;
  readonly onRecord: (record: CsvRecord) => void;
  /** The download begins again; what came is void. */
  readonly restart: () => void;
  readonly signal: AbortSignal;
}

/** A row has some 150 bytes: this is a tenant of several million users. */
const reportBytesMax = 1024 * 1024 * 1024;
const downloadsMax = 3;
const pauseBetween = 2_000;

const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

type Report = Outcome<{ readonly requestId: string | null }>;

/**
 * Reports come as a redirect to an address that needs no token and is good for a few minutes: each try
 * asks Graph for a new one. The token stays here.
 */
export async function streamReport(plan: ReportPlan): Promise<Report> {
  const { read, options, signal } = plan;
  const url = `${options.session.cloud.graph}/v1.0${read.path}`;
  for (let number = 1; ; number += 1) {
    const asked = await plan.ask(url);
    if (!asked.ok) return asked;
    const { status, headers, text, requestId } = asked.value;
    if (status === 200) return readWhole(text, requestId, plan);
    if (!redirects.has(status)) return { ok: false, failure: refusalOf(status, text, requestId) };
    const location = URL.parse(headers.get('location') ?? '', url);
    if (location?.protocol !== 'https:') return failed('redirect-refused', { status, requestId });
    const outcome = await download(location, requestId, plan);
    if (outcome.ok || outcome.failure.reason === 'interrupted' || number >= downloadsMax)
      return outcome;
    plan.restart();
    await options.timing.sleep(pauseBetween * number, signal);
  }
}

/** Whether the text may be a report: its first column is always the same. */
export function isReport(text: string): boolean {
  return /^\ufeff?"?Report Refresh Date\b/.test(text);
}

/** Another cloud may give the report itself in place of a link to it. */
function readWhole(text: string, requestId: string | null, { onRecord }: ReportPlan): Report {
  const reader = createCsvReader(onRecord);
  reader.write(text);
  return endOf(reader, requestId);
}

function endOf(reader: CsvReader, requestId: string | null): Report {
  const { columns, problem } = reader.end();
  const isWhole = problem === null && columns.includes('Report Refresh Date');
  return isWhole ? { ok: true, value: { requestId } } : failed('unexpected-answer', { requestId });
}

async function download(
  location: URL,
  requestId: string | null,
  plan: ReportPlan,
): Promise<Report> {
  const { options, signal } = plan;
  const { session, clock, record, timeout } = options;
  const at = clock().toISOString();
  const started = performance.now();
  const outcome = await rowsOf(location, requestId, timeout, plan);
  record({
    at,
    tenantId: session.account.tenantId,
    api: 'download',
    // The path is the key to the report, and the audit table no place for it.
    call: `GET ${location.hostname}`,
    outcome: outcome.ok ? '200' : outcome.failure.reason,
    milliseconds: Math.round(performance.now() - started),
    requestId,
  });
  return signal.aborted ? failed('interrupted') : outcome;
}

async function rowsOf(
  location: URL,
  requestId: string | null,
  timeout: number,
  { options, onRecord, signal }: ReportPlan,
): Promise<Report> {
  const limit = AbortSignal.timeout(timeout * 5);
  try {
    const response = await options.session.fetch(location.href, {
      method: 'GET',
      headers: { accept: 'text/csv, application/octet-stream' },
      signal: AbortSignal.any([signal, limit]),
    });
    const { status } = response;
    if (status !== 200 || response.body === null)
      return failed(status >= 500 ? 'server-error' : 'request-refused', { status, requestId });
    const reader = createCsvReader(onRecord);
    const decoder = new TextDecoder();
    let bytes = 0;
    for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
      bytes += chunk.byteLength;
      if (bytes > reportBytesMax) return failed('limit-reached', { requestId });
      reader.write(decoder.decode(chunk, { stream: true }));
    }
    reader.write(decoder.decode());
    return endOf(reader, requestId);
  } catch (error) {
    const reason = limit.aborted || isTimeout(error) ? 'timeout' : 'cut-off';
    return failed(reason, { requestId, detail: causeOf(error) });
  }
}
