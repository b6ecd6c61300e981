import { Readable } from 'node:stream';
import type { ClientRequest, ClientRequestConstructorOptions, IncomingMessage } from 'electron';
import type { Fetch } from '../service/ports.ts';

type Send = (options: ClientRequestConstructorOptions) => ClientRequest;

/** Statuses that have no body (Fetch standard, "null body status"). */
const bodiless: ReadonlySet<number> = new Set([204, 205, 304]);

/**
 * The service's road to the internet over Chromium: the system's proxy, its roots, and no cookies.
 * `net.fetch` can't hand out a redirect; the request beneath it can.
 */
export function createElectronFetch(send: Send): Fetch {
  return (url, { method, headers, body, signal }) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted === true) {
        reject(signal.reason as Error);
        return;
      }
      const request = send({
        url,
        method,
        headers: { ...headers },
        redirect: 'manual',
        credentials: 'omit',
        useSessionCookies: false,
        cache: 'no-store',
      });
      const abort = (): void => {
        request.abort();
        reject(signal?.reason as Error);
      };
      signal?.addEventListener('abort', abort, { once: true });
      request.on('redirect', (status, _method, location, fields) => {
        resolve(new Response(null, { status, headers: headersOf({ ...fields, location }) }));
        request.abort();
      });
      request.on('response', (response) => resolve(answerOf(response)));
      request.on('error', reject);
      request.on('close', () => signal?.removeEventListener('abort', abort));
      // Not following a redirect, and a proxy's question, both end the request.
      request.on('login', (_info, callback) => callback());
      request.end(body);
    });
}

function answerOf(response: IncomingMessage): Response {
  const { statusCode: status } = response;
  const headers = headersOf(response.headers);
  // Chromium has unpacked the body, and left these as they came.
  headers.delete('content-encoding');
  headers.delete('content-length');
  if (bodiless.has(status)) return new Response(null, { status, headers });
  const body = Readable.toWeb(response as unknown as Readable) as ReadableStream<Uint8Array>;
  return new Response(body, { status, headers });
}

function headersOf(fields: Readonly<Record<string, string | readonly string[]>>): Headers {
  const headers = new Headers();
  for (const [name, values] of Object.entries(fields)) {
    for (const value of Array.isArray(values) ? (values as readonly string[]) : [values as string])
      headers.append(name, value);
  }
  return headers;
}
