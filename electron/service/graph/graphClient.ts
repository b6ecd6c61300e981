import { Client } from '@microsoft/microsoft-graph-client';
import { isRecord } from '../../../shared/tenant/readRecord.ts';
import { callMicrosoft } from '../microsoft/callMicrosoft.ts';
import { createGate } from '../microsoft/gate.ts';
import { createGraphExit } from './exit.ts';
import { failed } from '../microsoft/failure.ts';
import { failureOf } from './graphErrors.ts';
import { readBatch } from './batch.ts';
import { isReport, streamReport } from './report.ts';
import type { Answer } from '../microsoft/exchangeOverHttps.ts';
import type { BatchEntry } from './batch.ts';
import type { CallFailure, Outcome } from '../microsoft/failure.ts';
import type { CsvRecord } from '../../../shared/csv/createCsvReader.ts';
import type { RawRecord } from '../../../shared/tenant/readRecord.ts';
import type { RecordOutsideCall } from '../outsideCalls.ts';
import type { Scope } from '../../../shared/identity/permissions.ts';
import type { TenantSession } from '../identity/types.ts';
import type { Timing } from '../microsoft/timing.ts';

export interface GraphOptions {
  readonly session: TenantSession;
  readonly clock: () => Date;
  readonly timing: Timing;
  readonly record: RecordOutsideCall;
  /** Milliseconds for one answer. */
  readonly timeout?: number;
}

export interface GraphRead {
  /** `/organization`; values in it are encoded already. */
  readonly path: string;
  readonly version?: 'v1.0' | 'beta';
  /** Query options as they are read: `{ $filter: "status eq 'failed'" }`. */
  readonly query?: Readonly<Record<string, string>>;
  readonly scopes: readonly Scope[];
}

export interface GraphAnswer {
  readonly body: RawRecord;
  readonly requestId: string | null;
}

/** Takes records as they come. */
export interface GraphSink {
  page(records: readonly RawRecord[]): void;
  /** The pages could not be gone on with and come again from the first; what came is void. */
  restart(): void;
}

/** Microsoft Graph of one session, reading. */
export interface GraphClient {
  get(read: GraphRead, signal: AbortSignal): Promise<Outcome<GraphAnswer>>;
  /** Every page, at most `pagesMax`; `more` tells that there would have been others. */
  pages(
    read: GraphRead,
    sink: GraphSink,
    signal: AbortSignal,
    pagesMax?: number,
  ): Promise<Outcome<{ readonly requestId: string | null; readonly more: boolean }>>;
  /** Several paths in as few requests as can be; answers in the order of the paths. */
  batch(
    paths: readonly string[],
    scopes: readonly Scope[],
    signal: AbortSignal,
  ): Promise<Outcome<readonly BatchEntry[]>>;
  /** A report, which comes as CSV from another host: its records, as they come. */
  report(
    read: GraphRead,
    onRecord: (record: CsvRecord) => void,
    restart: () => void,
    signal: AbortSignal,
  ): Promise<Outcome<{ readonly requestId: string | null }>>;
}

/** Graph allows far more; more at a time only brings the 429 nearer. */
const placesMax = 4;
const answerTimeout = 120_000;
const pagesUsual = 2000;
const restartsMax = 1;
/** Of one batch (Graph, "Combine multiple requests in one HTTP call using JSON batching"). */
const batchMax = 20;

export function createGraphClient(options: GraphOptions): GraphClient {
  const { session, timing } = options;
  const exit = createGraphExit({ ...options, timeout: options.timeout ?? answerTimeout });
  const gate = createGate(placesMax, timing);

  function call(
    scopes: readonly Scope[],
    signal: AbortSignal,
    send: (authorization: string) => Promise<Outcome<Answer>>,
    isAnswer: (text: string) => boolean = isJson,
  ): Promise<Outcome<Answer>> {
    return callMicrosoft({
      session,
      resource: 'graph',
      scopes,
      gate,
      timing,
      signal,
      send,
      read: (answer) => {
        if (answer.status !== 200 || isAnswer(answer.text)) return { kind: 'value', value: answer };
        const { status, requestId } = answer;
        return {
          kind: 'again',
          failure: failed('unexpected-answer', { status, requestId }).failure,
        };
      },
    });
  }

  /**
   * One request by Microsoft's client: it builds the address and reads answers and errors. Under it
   * lies our own road instead of its middleware, whose rules for tokens, redirects and waiting are not
   * those of this app.
   */
  async function fetchJson(
    address: string,
    { version = 'v1.0', query = {}, scopes }: Omit<GraphRead, 'path'>,
    signal: AbortSignal,
  ): Promise<Outcome<GraphAnswer>> {
    let failure: CallFailure | null = null;
    let bug: unknown = null;
    let requestId: string | null = null;
    const client = Client.initWithMiddleware({
      baseUrl: session.cloud.graph,
      defaultVersion: version,
      middleware: {
        async execute(context) {
          const url = String(context.request);
          const outcome = await call(scopes, signal, (authorization) =>
            exit.get(url, authorization, signal),
          ).catch((error: unknown) => {
            bug = error;
            throw error;
          });
          if (!outcome.ok) {
            ({ failure } = outcome);
            throw new Error(failure.reason);
          }
          const { status, text } = outcome.value;
          ({ requestId } = outcome.value);
          context.response = new Response(text === '' ? null : text, {
            status,
            headers: { 'content-type': 'application/json' },
          });
        },
      },
    });
    try {
      const encoded = Object.fromEntries(
        Object.entries(query).map(([name, value]) => [name, encodeURIComponent(value)]),
      );
      const body = (await client.api(address).query(encoded).get()) as unknown;
      if (isRecord(body)) return { ok: true, value: { body, requestId } };
      return failed('unexpected-answer', { status: 200, requestId });
    } catch (error) {
      if (bug !== null) throw bug;
      return { ok: false, failure: failure ?? withId(failureOf(error), requestId) };
    }
  }

  async function pages(
    read: GraphRead,
    sink: GraphSink,
    signal: AbortSignal,
    pagesMax: number,
  ): Promise<Outcome<{ readonly requestId: string | null; readonly more: boolean }>> {
    let address = read.path;
    let asked: Omit<GraphRead, 'path'> = read;
    for (let number = 1; ; number += 1) {
      const outcome = await fetchJson(address, asked, signal);
      if (!outcome.ok) return outcome;
      const { body, requestId } = outcome.value;
      const { value } = body;
      if (!Array.isArray(value)) return failed('unexpected-answer', { status: 200, requestId });
      sink.page((value as readonly unknown[]).filter(isRecord));
      const next = body['@odata.nextLink'];
      if (typeof next !== 'string' || next === '')
        return { ok: true, value: { requestId, more: false } };
      if (number >= pagesMax) return { ok: true, value: { requestId, more: true } };
      if (!leadsOn(next, read, session.cloud.graph))
        return failed('redirect-refused', { requestId });
      if (next === address) return failed('unexpected-answer', { requestId, detail: 'same page' });
      address = next;
      asked = { scopes: read.scopes };
    }
  }

  return {
    get: (read, signal) => fetchJson(read.path, read, signal),

    async pages(read, sink, signal, pagesMax = pagesUsual) {
      for (let restarts = 0; ; restarts += 1) {
        const outcome = await pages(read, sink, signal, pagesMax);
        const isExpired = !outcome.ok && outcome.failure.reason === 'pages-expired';
        if (!isExpired || restarts >= restartsMax) return outcome;
        sink.restart();
      }
    },

    async batch(paths, scopes, signal) {
      const entries: BatchEntry[] = [];
      for (let at = 0; at < paths.length; at += batchMax) {
        const outcome = await readBatch(
          paths.slice(at, at + batchMax),
          (some) =>
            call(scopes, signal, (authorization) => exit.batch(some, authorization, signal)),
          (wait) => gate.pause(wait),
        );
        if (!outcome.ok) return outcome;
        entries.push(...outcome.value);
      }
      return { ok: true, value: entries };
    },

    report: (read, onRecord, restart, signal) =>
      streamReport({
        read,
        options: { ...options, timeout: options.timeout ?? answerTimeout },
        ask: (url) =>
          call(
            read.scopes,
            signal,
            (authorization) => exit.get(url, authorization, signal),
            isReport,
          ),
        onRecord,
        restart,
        signal,
      }),
  };
}

/** A further page is at the same address as the first, with other words behind the `?`. */
function leadsOn(link: string, { version = 'v1.0', path }: GraphRead, graph: string): boolean {
  const url = URL.parse(link);
  const first = new URL(`${graph}/${version}${path}`);
  return (
    url?.origin === first.origin &&
    url.username === '' &&
    url.pathname.toLowerCase() === first.pathname.toLowerCase()
  );
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function withId(failure: CallFailure, requestId: string | null): CallFailure {
  return { ...failure, requestId: failure.requestId ?? requestId };
}
