import { randomUUID } from 'node:crypto';
import { assertAllowedGet, batchPath } from './allowedRequests.ts';
import { exchangeOverHttps } from '../microsoft/exchangeOverHttps.ts';
import type { Answer } from '../microsoft/exchangeOverHttps.ts';
import type { Outcome } from '../microsoft/failure.ts';
import type { RecordOutsideCall } from '../outsideCalls.ts';
import type { TenantSession } from '../identity/types.ts';

export interface ExitOptions {
  readonly session: Pick<TenantSession, 'account' | 'cloud' | 'fetch'>;
  readonly clock: () => Date;
  readonly record: RecordOutsideCall;
  /** Milliseconds for one answer. */
  readonly timeout: number;
}

export interface GraphExit {
  get(url: string, authorization: string, signal: AbortSignal): Promise<Outcome<Answer>>;
  /** Reads of several paths (below `/v1.0`) at once. */
  batch(
    paths: readonly string[],
    authorization: string,
    signal: AbortSignal,
  ): Promise<Outcome<Answer>>;
}

/** A page of 1,000 sign-ins has some 3 MiB. */
const bodyMax = 32 * 1024 * 1024;

/**
 * The one way out to Graph: reads of the list, with the token, to this cloud's Graph and nowhere else.
 * SECURITY: S30
 */
export function createGraphExit({ session, clock, record, timeout }: ExitOptions): GraphExit {
  const { tenantId } = session.account;
  const { origin } = new URL(session.cloud.graph);

  function send(
    url: string,
    request: Parameters<TenantSession['fetch']>[1],
    call: string,
    authorization: string,
    signal: AbortSignal,
  ): Promise<Outcome<Answer>> {
    return exchangeOverHttps({
      fetch: session.fetch,
      url,
      request: {
        ...request,
        headers: {
          ...request.headers,
          authorization,
          accept: 'application/json',
          'client-request-id': randomUUID(),
        },
      },
      signal,
      timeout,
      bodyMax,
      audit: { record, clock, tenantId, api: 'graph', call },
    });
  }

  return {
    get(address, authorization, signal) {
      const url = new URL(address);
      if (url.origin !== origin || url.username !== '' || url.password !== '')
        throw new Error('not allowed: a request to another host than Graph');
      const call = assertAllowedGet(url.pathname);
      return send(url.href, { method: 'GET', headers: {} }, call, authorization, signal);
    },

    batch(paths, authorization, signal) {
      const calls = paths.map((path) => assertAllowedGet(new URL(`/v1.0${path}`, origin).pathname));
      const requests = paths.map((url, index) => ({ id: String(index), method: 'GET', url }));
      return send(
        `${origin}${batchPath}`,
        {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ requests }),
        },
        `POST ${batchPath} (${calls.length} × ${calls[0] ?? ''})`,
        authorization,
        signal,
      );
    },
  };
}
