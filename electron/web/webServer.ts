import { createServer } from 'node:http';
import { controlPath, createApi } from './api.ts';
import { createEventStreams } from './eventStreams.ts';
import { createSessions } from './sessions.ts';
import { refuse } from './requestGuard.ts';
import { send, sendRefusal } from './responses.ts';
import type { AddressInfo, Socket } from 'node:net';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { PageFiles } from './pageFiles.ts';
import type { Ports } from '../service/ports.ts';
import type { RequestFacts } from './requestGuard.ts';
import type { Service } from '../service/service.ts';
import type { WebLimits } from './limits.ts';

export interface WebServer {
  readonly port: number;
  /** A link that works once: `http://127.0.0.1:PORT/#token=…`. */
  freshLink(): string;
  close(): Promise<void>;
}

export interface WebServerOptions {
  readonly service: Service;
  readonly page: PageFiles;
  /** Shared with the owner of the instance file, and with nobody else. */
  readonly controlKey: Buffer;
  readonly limits: WebLimits;
  /** A bug in answering; the request is broken off, the host goes on. */
  readonly reportBug: Ports['reportBug'];
  /** A second start told this one to end. */
  readonly quit: () => void;
}

/** The address is not an option: this host is for one person on this machine. */
const address = '127.0.0.1';

/** Serves the page and the service on a random loopback port. */
export async function startWebServer(options: WebServerOptions): Promise<WebServer> {
  const { limits, page } = options;
  const sessions = createSessions(limits);
  const streams = createEventStreams(limits);
  let authority = '';
  const api = createApi({ ...options, sessions, streams });
  const unsubscribe = options.service.subscribe((event, payload) =>
    streams.broadcast({ event, payload }),
  );

  const server = createServer(
    {
      maxHeaderSize: limits.headerBytes,
      headersTimeout: limits.headersMilliseconds,
      requestTimeout: limits.requestMilliseconds,
      connectionsCheckingInterval: limits.checkMilliseconds,
      keepAliveTimeout: limits.keepAliveMilliseconds,
    },
    (request, response) => {
      const path = (request.url ?? '').split('?', 1)[0] ?? '';
      const sender = path === controlPath ? 'own-program' : 'own-page';
      const refusal = refuse(factsOf(request), authority, sender);
      if (refusal !== null) sendRefusal(response, refusal.status, refusal.reason);
      else if (request.method !== 'POST') servePage(page, path, response);
      else {
        api(path, request, response).catch((error: unknown) => {
          options.reportBug(error, path);
          response.destroy();
        });
      }
    },
  );
  server.maxConnections = limits.connections;
  server.maxHeadersCount = limits.headerCount;
  refuseOtherProtocols(server);
  await listen(server);
  const { port } = server.address() as AddressInfo;
  authority = `${address}:${port}`;

  return {
    port,
    freshLink: () => `http://${authority}/#token=${sessions.issueToken()}`,
    async close() {
      unsubscribe();
      streams.close();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), 500).unref();
      await closed;
    },
  };
}

function servePage(page: PageFiles, path: string, response: ServerResponse): void {
  const file = page.get(path);
  if (file === undefined) sendRefusal(response, 404, 'not found');
  else send(response, 200, file.type, file.content);
}

function factsOf({ method, url, headers, headersDistinct }: IncomingMessage): RequestFacts {
  const one = (name: string): string | undefined => headersDistinct[name]?.join(', ');
  return {
    method: method ?? '',
    target: url ?? '',
    hosts: headersDistinct['host'] ?? [],
    origin: one('origin'),
    fetchSite: one('sec-fetch-site'),
    fetchMode: one('sec-fetch-mode'),
    fetchDest: one('sec-fetch-dest'),
    contentType: headers['content-type'],
  };
}

/** No WebSocket, no tunnel; a request that can't be parsed gets one line and no second chance. */
function refuseOtherProtocols(server: Server): void {
  server.on('upgrade', (_request, socket: Socket) => endSocket(socket, '400 Bad Request'));
  server.on('connect', (_request, socket: Socket) => endSocket(socket, '405 Method Not Allowed'));
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) =>
    endSocket(socket, statusOfClientErrors[error.code ?? ''] ?? '400 Bad Request'),
  );
}

const statusOfClientErrors: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

/** The other side may not keep its half open. */
function endSocket(socket: Socket, status: string): void {
  if (!socket.writable) return void socket.destroy();
  socket.write(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`);
  socket.destroySoon();
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: address, port: 0 }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
