import { randomInt } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { isIPv6 } from 'node:net';
import { peekHeader } from '../decode.ts';
import { acceptAnswer, encodeQuery } from './acceptAnswer.ts';
import { abortReason, failed, reasonOfError } from './transport.ts';
import type { Socket } from 'node:dgram';
import type { DnsFailureReason } from '../types.ts';
import type { Query, Transport, TransportOutcome } from './transport.ts';

/** Packets that are no answer, of one question, before it is given up: a flood shall not keep us. */
const strayPacketsMax = 100;

/**
 * UDP, with a socket and so a port of its own for every question, and a random id (RFC 5452 §9.2).
 * The socket is connected: the kernel drops what comes from elsewhere and reports refusals. Packets
 * that do not answer the question are passed over; the last one's fault is told if no answer comes.
 * An answer with TC set is `truncated`.
 */
export function createUdpTransport(address: string, port: number): Transport {
  const open = new Set<Socket>();
  const family = isIPv6(address) ? 6 : 4;

  function ask(query: Query, signal: AbortSignal): Promise<TransportOutcome> {
    return new Promise((resolve) => {
      const id = randomInt(0x10000);
      const socket = createSocket({
        type: family === 6 ? 'udp6' : 'udp4',
        lookup: (_hostname, _options, callback) => callback(null, address, family),
      });
      let stray: DnsFailureReason | null = null;
      let strays = 0;
      const settle = (outcome: TransportOutcome): void => {
        if (!open.delete(socket)) return;
        signal.removeEventListener('abort', onAbort);
        socket.close();
        resolve(outcome);
      };
      const onAbort = (): void => settle(failed(stray ?? abortReason(signal)));
      const onMessage = (packet: Buffer): void => {
        const header = peekHeader(packet);
        if (header?.id === id && header.isResponse && header.truncated) {
          settle(failed('truncated'));
          return;
        }
        const outcome = acceptAnswer(packet, query, id);
        if (outcome.ok) {
          settle(outcome);
          return;
        }
        stray = outcome.reason;
        strays += 1;
        if (strays >= strayPacketsMax) settle(failed(stray));
      };
      open.add(socket);
      socket.on('message', onMessage);
      socket.on('error', (error) => settle(failed(reasonOfError(error))));
      socket.on('close', () => settle(failed('cancelled')));
      signal.addEventListener('abort', onAbort);
      if (signal.aborted) {
        onAbort();
        return;
      }
      socket.connect(port, address, () => {
        if (open.has(socket)) socket.send(encodeQuery(query, id));
      });
    });
  }

  return {
    ask,
    close() {
      for (const socket of open) socket.close();
    },
  };
}
