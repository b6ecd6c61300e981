import { createSocket } from 'node:dgram';
import { onTestFinished } from 'vitest';
import { encodeMessage } from '../../electron/service/dns/encode.ts';
import { parseResolver } from '../../electron/service/dns/resolver.ts';
import { decoded, startUdpServer } from '../electron/service/dns/transport/servers.ts';
import type { Message } from '../../electron/service/dns/types.ts';

/** Asks a resolver over UDP, as it is told. */
export function askOnce(port: number, query: Message): Promise<Message> {
  return new Promise((resolve) => {
    const socket = createSocket('udp4');
    socket.once('message', (packet) => {
      socket.close();
      resolve(decoded(packet));
    });
    socket.send(encodeMessage(query), port, '127.0.0.1');
  });
}

/** `udp://127.0.0.1:PORT` of a resolver that changes what another one answers, until the test ends. */
export async function tamperingResolver(
  upstream: string,
  change: (answer: Message) => Message,
): Promise<string> {
  const parsed = parseResolver(upstream);
  if (!parsed.ok) throw new Error(upstream);
  const server = await startUdpServer((query, send) => {
    void askOnce(parsed.value.port, query).then((answer) =>
      send(encodeMessage({ ...change(answer), id: query.id })),
    );
  });
  onTestFinished(() => server.close());
  return `udp://127.0.0.1:${server.port}`;
}
