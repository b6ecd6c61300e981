import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Server } from 'node:https';
import type { CloudAnswer } from './types.ts';
import type { Outcome } from './api/dispatch.ts';

/** Bytes of one request body. */
const bodyMax = 4 * 1024 * 1024;

export interface Listener {
  readonly origin: string;
  stop(): Promise<void>;
}

export type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** HTTPS on 127.0.0.1 with a port of its own. What `handle` throws is a 500 and is reported. */
export async function listen(
  tls: { readonly cert: string; readonly key: string },
  handle: Handle,
  report: (error: unknown) => void,
): Promise<Listener> {
  const server: Server = createServer(tls, (request, response) => {
    handle(request, response).catch((error: unknown) => {
      report(error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  server.on('tlsClientError', () => {});
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `https://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > bodyMax) throw new Error('a request body is too large');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** Header values as one text each. */
export function headersOf(request: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}

export function write(response: ServerResponse, outcome: Outcome): void {
  switch (outcome.kind) {
    case 'answer':
      writeAnswer(response, outcome.answer, false);
      return;
    case 'cut':
      writeAnswer(response, outcome.answer, true);
      return;
    case 'reset':
      response.destroy();
      return;
    case 'silence':
      // The listener's end closes the connection.
      return;
  }
}

function writeAnswer(response: ServerResponse, answer: CloudAnswer, cut: boolean): void {
  const bytes = bytesOf(answer.body);
  const json = typeof answer.body !== 'string' && !(answer.body instanceof Uint8Array);
  response.writeHead(answer.status, {
    ...(json ? { 'content-type': 'application/json; odata.metadata=minimal; charset=utf-8' } : {}),
    ...answer.headers,
    'content-length': bytes.length,
  });
  if (!cut) {
    response.end(bytes);
    return;
  }
  response.write(bytes.subarray(0, Math.max(1, bytes.length >> 1)), () => response.destroy());
}

function bytesOf(body: unknown): Uint8Array {
  if (body instanceof Uint8Array) return body;
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}
