import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';

/** `udp://127.0.0.1:PORT` of a resolver that takes questions and answers none, until the test ends. */
export async function silentResolver(): Promise<string> {
  const socket = createSocket('udp4').bind(0, '127.0.0.1');
  await once(socket, 'listening');
  onTestFinished(() => void socket.close());
  return `udp://127.0.0.1:${socket.address().port}`;
}
