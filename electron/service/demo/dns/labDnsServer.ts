import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { decodeMessage } from '../../dns/decode.ts';
import { encodeMessage } from '../../dns/encode.ts';
import type { Message } from '../../dns/types.ts';

export interface LabDnsServer {
  readonly port: number;
  close(): Promise<void>;
}

const idleTimeout = 30_000;

function reply(
  bytes: Uint8Array,
  answer: (query: Message) => Message,
  sizeMax: number | null,
): Uint8Array | null {
  const query = decodeMessage(bytes);
  if (!query.ok || query.value.isResponse) return null;
  const message = answer(query.value);
  const full = encodeMessage(message, { compress: true });
  const limit = sizeMax ?? 0xffff;
  if (
    full.length <= Math.min(limit, Math.max(512, query.value.edns?.udpSize ?? 512)) ||
    sizeMax === null
  ) {
    return full;
  }
  return encodeMessage({ ...message, answers: [], authorities: [], truncated: true });
}

/** Messages over TCP have their length in front (RFC 1035 §4.2.2). */
function serveStream(socket: Socket, answer: (query: Message) => Message): void {
  let held = Buffer.alloc(0);
  socket.setTimeout(idleTimeout, () => socket.destroy());
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk: Buffer) => {
    held = Buffer.concat([held, chunk]);
    while (held.length >= 2 && held.length >= 2 + held.readUInt16BE(0)) {
      const end = 2 + held.readUInt16BE(0);
      const message = reply(held.subarray(2, end), answer, null);
      held = held.subarray(end);
      if (message === null) {
        socket.destroy();
        return;
      }
      const length = Buffer.alloc(2);
      length.writeUInt16BE(message.length);
      socket.write(Buffer.concat([length, message]));
    }
  });
}

const attemptsMax = 20;

/** UDP and TCP on the same port of `host`; `port` 0: any that is free for both. */
export async function startLabDns(
  host: string,
  port: number,
  answer: (query: Message) => Message,
): Promise<LabDnsServer> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await start(host, port, answer);
    } catch (error) {
      if (port !== 0 || attempt >= attemptsMax) throw error;
    }
  }
}

async function start(
  host: string,
  port: number,
  answer: (query: Message) => Message,
): Promise<LabDnsServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    serveStream(socket, answer);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const chosen = (server.address() as AddressInfo).port;
  const udp = createSocket(host.includes(':') ? 'udp6' : 'udp4');
  udp.on('message', (bytes, { address, port: from }) => {
    const message = reply(bytes, answer, 1232);
    if (message !== null) udp.send(message, from, address);
  });
  try {
    await new Promise<void>((resolve, reject) => {
      udp.once('error', reject);
      udp.bind(chosen, host, resolve);
    });
  } catch (error) {
    server.close();
    throw error;
  }
  return {
    port: chosen,
    async close() {
      await Promise.all([
        new Promise<void>((resolve) => udp.close(() => resolve())),
        new Promise<void>((resolve) => {
          server.close(() => resolve());
          for (const socket of sockets) socket.destroy();
        }),
      ]);
    },
  };
}
