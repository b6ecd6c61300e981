import { failed } from './failure.ts';
import type { Fetch, HttpRequest } from '../ports.ts';
import type { OutsideApi } from '../../../shared/tenant/outsideApis.ts';
import type { RecordOutsideCall } from '../outsideCalls.ts';
import type { Outcome } from './failure.ts';

/** An answer, whatever its status, with its whole body. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly requestId: string | null;
}

export interface HttpsExchange {
  readonly fetch: Fetch;
  readonly url: string;
  readonly request: Omit<HttpRequest, 'signal'>;
  /** Aborted by who waits for the answer. */
  readonly signal: AbortSignal;
  /** Milliseconds until the last byte. */
  readonly timeout: number;
  readonly bodyMax: number;
  /** For the audit table. */
  readonly audit: {
    readonly record: RecordOutsideCall;
    readonly clock: () => Date;
    readonly tenantId: string | null;
    readonly api: OutsideApi;
    readonly call: string;
  };
}

/**
 * One request and its answer, bounded in time and size, and one line in the audit table. Fails with
 * `timeout`, `unreachable`, `cut-off`, `unexpected-answer` (too large) or `interrupted`.
 */
export async function exchangeOverHttps(exchange: HttpsExchange): Promise<Outcome<Answer>> {
  const { audit } = exchange;
  const at = audit.clock().toISOString();
  const started = performance.now();
  const outcome = await answerOf(exchange);
  audit.record({
    at,
    tenantId: audit.tenantId,
    api: audit.api,
    call: audit.call,
    outcome: outcome.ok ? String(outcome.value.status) : outcome.failure.reason,
    milliseconds: Math.round(performance.now() - started),
    requestId: outcome.ok ? outcome.value.requestId : outcome.failure.requestId,
  });
  return outcome;
}

async function answerOf({
  fetch,
  url,
  request,
  signal,
  timeout,
  bodyMax,
}: HttpsExchange): Promise<Outcome<Answer>> {
  const limit = AbortSignal.timeout(timeout);
  let response: Response;
  try {
    response = await fetch(url, { ...request, signal: AbortSignal.any([signal, limit]) });
  } catch (error) {
    if (signal.aborted) return failed('interrupted');
    return failed(limit.aborted || isTimeout(error) ? 'timeout' : 'unreachable', {
      detail: causeOf(error),
    });
  }
  const { status, headers } = response;
  const requestId = headers.get('request-id') ?? headers.get('x-ms-request-id');
  try {
    const text = await boundedText(response, bodyMax);
    if (text !== null) return { ok: true, value: { status, headers, text, requestId } };
    return failed('unexpected-answer', { status, requestId, detail: `more than ${bodyMax} bytes` });
  } catch (error) {
    if (signal.aborted) return failed('interrupted', { status, requestId });
    // A refusal may come as NUL bytes that call themselves gzip: its status says enough.
    if (status >= 400) return { ok: true, value: { status, headers, text: '', requestId } };
    const reason = limit.aborted || isTimeout(error) ? 'timeout' : 'cut-off';
    return failed(reason, { status, requestId, detail: causeOf(error) });
  }
}

/** `null`: longer than allowed. */
async function boundedText(response: Response, bodyMax: number): Promise<string | null> {
  if (response.body === null) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > bodyMax) return null;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

export function isTimeout(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'ETIMEDOUT' || code === 'UND_ERR_HEADERS_TIMEOUT' || code === 'TimeoutError';
}

/** The system's word for it, such as `ECONNREFUSED`: names of hosts stay out of snapshots. */
export function causeOf(error: unknown): string | null {
  return codeOf(error) ?? (error instanceof Error ? error.message.slice(0, 200) : null);
}

function codeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error.cause === undefined ? null : codeOf(error.cause);
}
