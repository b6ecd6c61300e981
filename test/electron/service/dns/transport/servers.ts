/** Servers on the loopback that answer as a test wants it, rightly or not. */
import { createSocket } from 'node:dgram';
import { createSecureServer } from 'node:http2';
import { createServer } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { decodeMessage } from '../../../../../electron/service/dns/decode.ts';
import { encodeMessage } from '../../../../../electron/service/dns/encode.ts';
import { parseZoneText } from '../../../../../electron/service/dns/zoneText.ts';
import type { Http2SecureServer, IncomingHttpHeaders, ServerHttp2Stream } from 'node:http2';
import type { AddressInfo, Server, Socket } from 'node:net';
import type { IssuedCertificate } from '../../../../support/certificateAuthority.ts';
import type { Message } from '../../../../../electron/service/dns/types.ts';

export interface TestServer {
  readonly port: number;
  /** Connections, or sessions, accepted so far. */
  readonly connections: () => number;
  close(): Promise<void>;
}

export function decoded(bytes: Uint8Array): Message {
  const result = decodeMessage(bytes);
  if (!result.ok) throw new Error(`the server was asked something malformed: ${result.error}`);
  return result.value;
}

/** The answer `192.0.2.7` to a query, with whatever is changed about it. */
export function answerTo(query: Message, changes: Partial<Message> = {}): Uint8Array {
  const answers = parseZoneText('@ 60 IN A 192.0.2.7', {
    origin: query.questions[0]?.name ?? [],
  });
  return encodeMessage({
    ...query,
    isResponse: true,
    recursionAvailable: true,
    answers: answers.ok ? answers.value : [],
    ...changes,
  });
}

export function framed(message: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from([message.length >> 8, message.length & 255]), message]);
}

export async function startUdpServer(
  reply: (query: Message, send: (packet: Uint8Array) => void, fromPort: number) => void,
  port = 0,
): Promise<TestServer> {
  const socket = createSocket('udp4');
  let packets = 0;
  socket.on('message', (packet, from) => {
    packets += 1;
    reply(decoded(packet), (bytes) => socket.send(bytes, from.port, from.address), from.port);
  });
  await new Promise<void>((resolve) => socket.bind(port, '127.0.0.1', resolve));
  return {
    port: socket.address().port,
    connections: () => packets,
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}

function listen(server: Server, sockets: ReadonlySet<Socket>, port: number): Promise<TestServer> {
  let connections = 0;
  server.on('connection', () => {
    connections += 1;
  });
  return new Promise((resolve) => {
    server.listen(port, '127.0.0.1', () =>
      resolve({
        port: (server.address() as AddressInfo).port,
        connections: () => connections,
        close: () =>
          new Promise((closed) => {
            for (const socket of sockets) socket.destroy();
            server.close(() => closed());
          }),
      }),
    );
  });
}

type StreamReply = (query: Message, socket: Socket) => void;

function serveStream(sockets: Set<Socket>, reply: StreamReply) {
  return (socket: Socket): void => {
    sockets.add(socket);
    let held = Buffer.alloc(0);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (chunk: Buffer) => {
      held = Buffer.concat([held, chunk]);
      while (held.length >= 2 && held.length >= 2 + held.readUInt16BE()) {
        const length = held.readUInt16BE();
        reply(decoded(held.subarray(2, 2 + length)), socket);
        held = held.subarray(2 + length);
      }
    });
  };
}

export function startTcpServer(reply: StreamReply, port = 0): Promise<TestServer> {
  const sockets = new Set<Socket>();
  return listen(createServer(serveStream(sockets, reply)), sockets, port);
}

/** Accepts connections and does with them what `onConnection` says. */
export function startRawServer(onConnection: (socket: Socket) => void): Promise<TestServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    onConnection(socket);
  });
  return listen(server, sockets, 0);
}

export function startTlsServer(
  certificate: IssuedCertificate,
  reply: StreamReply,
): Promise<TestServer> {
  const sockets = new Set<Socket>();
  const server = createTlsServer(
    { ...certificate, ALPNProtocols: ['dot'] },
    serveStream(sockets, reply),
  );
  server.on('tlsClientError', () => {});
  return listen(server, sockets, 0);
}

export type HttpReply = (
  query: Uint8Array,
  stream: ServerHttp2Stream,
  headers: IncomingHttpHeaders,
) => void;

export async function startHttpsServer(
  certificate: IssuedCertificate,
  reply: HttpReply,
): Promise<TestServer> {
  const sockets = new Set<Socket>();
  const server: Http2SecureServer = createSecureServer({ ...certificate });
  server.on('secureConnection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
  });
  server.on('sessionError', () => {});
  server.on('tlsClientError', () => {});
  server.on('stream', (stream, headers) => {
    const chunks: Buffer[] = [];
    stream.on('error', () => {});
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => reply(Buffer.concat(chunks), stream, headers));
  });
  return listen(server, sockets, 0);
}

export function sendHttp(
  stream: ServerHttp2Stream,
  body: Uint8Array,
  status = 200,
  type = 'application/dns-message',
): void {
  stream.respond({ ':status': status, 'content-type': type });
  stream.end(body);
}
