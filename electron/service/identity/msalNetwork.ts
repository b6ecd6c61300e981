import { AsyncLocalStorage } from 'node:async_hooks';
import type { Configuration } from '@azure/msal-node';
import type { Fetch } from '../ports.ts';

type NetworkModule = NonNullable<NonNullable<Configuration['system']>['networkClient']>;
type RequestOptions = NonNullable<Parameters<NetworkModule['sendPostRequestAsync']>[1]>;

interface Answer<T> {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: T;
}

/** Bytes of one answer of the sign-in service. */
const answerMax = 1024 * 1024;
/** Milliseconds for one exchange with it. */
const exchangeMax = 30_000;
/** Seconds between two polls where the answer names none (RFC 8628 §3.2). */
const usualInterval = 5;

/** What the token endpoint says when it refuses; msal's own errors leave parts of it out. */
export interface OAuthError {
  readonly error: string;
  readonly description: string;
  readonly numbers: readonly number[];
  readonly claims: string | null;
}

/** What one operation of msal met on the way. */
export interface Trace {
  readonly signal: AbortSignal | null;
  oauthError: OAuthError | null;
  /** What `Fetch` rejected with. */
  failure: { readonly error: unknown; readonly url: string } | null;
  /** The last answer. */
  status: number | null;
  url: string;
}

export interface MsalNetwork extends NetworkModule {
  /** Runs an operation of msal so that its exchanges can be cancelled and its errors read. */
  traced<T>(trace: Trace, operation: () => Promise<T>): Promise<T>;
}

export function createTrace(signal: AbortSignal | null): Trace {
  return { signal, oauthError: null, failure: null, status: null, url: '' };
}

/**
 * msal's requests over the host's own road. `seenDate` gets the `Date` of each answer, to learn
 * whether the clock is right.
 */
export function createMsalNetwork(fetch: Fetch, seenDate: (date: string) => void): MsalNetwork {
  const traces = new AsyncLocalStorage<Trace>();

  async function send(method: 'GET' | 'POST', url: string, options: RequestOptions = {}) {
    const trace = traces.getStore() ?? createTrace(null);
    const limit = AbortSignal.timeout(exchangeMax);
    trace.url = url;
    try {
      const response = await fetch(url, {
        method,
        headers: options.headers ?? {},
        ...(options.body === undefined ? {} : { body: options.body }),
        signal: trace.signal === null ? limit : AbortSignal.any([trace.signal, limit]),
      });
      trace.status = response.status;
      const date = response.headers.get('date');
      if (date !== null) seenDate(date);
      const body = smoothed(parse(await boundedText(response)));
      trace.oauthError = oauthError(body);
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body,
      };
    } catch (error) {
      trace.failure = { error: limit.aborted ? limit.reason : error, url };
      throw error;
    }
  }

  return {
    sendGetRequestAsync: <T>(url: string, options?: RequestOptions) =>
      send('GET', url, options) as Promise<Answer<T>>,
    sendPostRequestAsync: <T>(url: string, options?: RequestOptions) =>
      send('POST', url, options) as Promise<Answer<T>>,
    traced: (trace, operation) => traces.run(trace, operation),
  };
}

async function boundedText(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > answerMax) throw new Error('the answer of the sign-in service is too long');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

type Json = Readonly<Record<string, unknown>>;

/** An answer that is no JSON object counts as an empty one: msal then says that it misses parts. */
function parse(text: string): Json {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? (body as Json) : {};
  } catch {
    return {};
  }
}

/** Two things that msal does not expect of a device flow: no interval, and "slow down" (RFC 8628 §3.5). */
function smoothed(body: Json): Json {
  if (typeof body['device_code'] === 'string') {
    const { interval } = body;
    const usable = typeof interval === 'number' && interval >= 1 && interval <= 60;
    return { ...body, interval: usable ? interval : usualInterval };
  }
  return body['error'] === 'slow_down' ? { ...body, error: 'authorization_pending' } : body;
}

function oauthError(body: Json): OAuthError | null {
  const { error, error_description: description, error_codes: numbers, claims } = body;
  if (typeof error !== 'string' || error === 'authorization_pending') return null;
  return {
    error,
    description: typeof description === 'string' ? description : '',
    numbers: Array.isArray(numbers) ? numbers.filter((code) => typeof code === 'number') : [],
    claims: typeof claims === 'string' ? claims : null,
  };
}
