import { Agent, request as send } from 'node:https';
import { getCACertificates } from 'node:tls';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Fetch, HttpRequest } from './ports.ts';
import type { IncomingMessage } from 'node:http';

/** Milliseconds without a byte after which a connection counts as dead. */
const idleMax = 100_000;

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

export interface NodeFetchOptions {
  /** PEM of the only roots that are trusted; `null`: Node's and the system's. */
  readonly ca: string | null;
}

/**
 * `Fetch` over Node's own client: the proxy that the environment names (`HTTPS_PROXY`, `NO_PROXY`) and
 * the system's roots, so that a corporate one counts. Certificates are always verified.
 */
export function createNodeFetch(options: NodeFetchOptions): Fetch {
  const settings = {
    keepAlive: true,
    maxSockets: 32,
    timeout: idleMax,
    ca: options.ca ?? [
      ...new Set([...getCACertificates('default'), ...getCACertificates('system')]),
    ],
  };
  const outside = new Agent({ ...settings, proxyEnv: process.env });
  const inside = new Agent(settings);
  return (url, request) =>
    new Promise((resolve, reject) => {
      const outgoing = send(
        url,
        {
          // What is on this machine is nothing for a proxy.
          agent: loopback.test(new URL(url).hostname) ? inside : outside,
          method: request.method,
          headers: headersOf(request),
          ...(request.signal === undefined ? {} : { signal: request.signal }),
        },
        (incoming) => resolve(responseOf(incoming)),
      );
      outgoing.setTimeout(idleMax, () =>
        outgoing.destroy(Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' })),
      );
      outgoing.on('error', reject);
      outgoing.end(request.body);
    });
}

function headersOf({ headers, body }: HttpRequest): Record<string, string | number> {
  return {
    'accept-encoding': 'gzip',
    ...headers,
    ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
  };
}

/** Statuses that have no body (Fetch standard, "null body status"). */
const bodiless: ReadonlySet<number> = new Set([204, 205, 304]);

function responseOf(incoming: IncomingMessage): Response {
  const headers = new Headers();
  for (const [name, values] of Object.entries(incoming.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value);
  }
  const status = incoming.statusCode ?? 0;
  const zipped = headers.get('content-encoding') === 'gzip';
  if (bodiless.has(status)) {
    incoming.resume();
    return new Response(null, { status, headers });
  }
  const body = zipped ? unzipped(incoming) : incoming;
  return new Response(Readable.toWeb(body) as ReadableStream<Uint8Array>, { status, headers });
}

function unzipped(incoming: IncomingMessage): Readable {
  const gunzip = createGunzip();
  incoming.once('error', (error) => gunzip.destroy(error));
  return incoming.pipe(gunzip);
}
