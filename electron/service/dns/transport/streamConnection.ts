import { randomInt } from 'node:crypto';
import { inTurn } from '../turns.ts';
import { acceptAnswer, encodeQuery } from './acceptAnswer.ts';
import { abortReason, failed } from './transport.ts';
import type { Socket } from 'node:net';
import type { DnsFailureReason } from '../types.ts';
import type { Query, TransportOutcome } from './transport.ts';

/** An unused connection is closed after this time, milliseconds (RFC 7766 §6.2.3: a few seconds). */
const idleTimeout = 5_000;

/** Messages that answer nothing that was asked, before the connection is closed. */
const strayMessagesMax = 20;

interface Pending {
  readonly query: Query;
  readonly settle: (outcome: TransportOutcome) => void;
}

/** One connection, over which many questions may be under way at once (RFC 7766 §6.2.1.1). */
export interface StreamConnection {
  /** Whether new questions may go over it. */
  isOpen(): boolean;
  ask(query: Query, signal: AbortSignal): Promise<TransportOutcome>;
  close(): void;
}

/** Calls back with each message of a stream, each after its length in two octets. */
function createDeframer(onMessage: (message: Uint8Array) => void) {
  const prefix = new Uint8Array(2);
  let prefixed = 0;
  let message: Uint8Array | null = null;
  let filled = 0;
  return {
    /** Whether a message has begun that has not ended. */
    isWithin: () => prefixed > 0,
    push(chunk: Uint8Array): void {
      for (let at = 0; at < chunk.length;) {
        if (message === null) {
          prefix[prefixed] = chunk[at] ?? 0;
          prefixed += 1;
          at += 1;
          if (prefixed < 2) continue;
          message = new Uint8Array((prefix[0] ?? 0) * 256 + (prefix[1] ?? 0));
          filled = 0;
        }
        const part = chunk.subarray(at, at + message.length - filled);
        message.set(part, filled);
        filled += part.length;
        at += part.length;
        if (filled < message.length) continue;
        const whole = message;
        message = null;
        prefixed = 0;
        onMessage(whole);
      }
    },
  };
}

function framed(message: Uint8Array): Uint8Array {
  const frame = new Uint8Array(2 + message.length);
  frame[0] = message.length >>> 8;
  frame[1] = message.length & 0xff;
  frame.set(message, 2);
  return frame;
}

/**
 * Speaks DNS over a stream that is being opened. `readyEvent` is when the other side is known: no
 * question leaves before. `reasonOf` tells what an error of the socket means.
 */
export function createStreamConnection(
  socket: Socket,
  readyEvent: 'connect' | 'secureConnect',
  reasonOf: (error: unknown, isReady: boolean) => DnsFailureReason,
): StreamConnection {
  const pending = new Map<number, Pending>();
  let waiting: Uint8Array[] | null = [];
  let isOpen = true;
  let hasEnded = false;
  let strays = 0;
  let idleTimer: NodeJS.Timeout | undefined;

  function end(reason: DnsFailureReason): void {
    isOpen = false;
    hasEnded = true;
    clearTimeout(idleTimer);
    socket.destroy();
    for (const { settle } of pending.values()) settle(failed(reason));
  }

  /** No new questions; those under way may still be answered. */
  function retire(): void {
    isOpen = false;
    if (pending.size === 0) end('cancelled');
  }

  function onMessage(message: Uint8Array): void {
    const id = message.length < 2 ? -1 : (message[0] ?? 0) * 256 + (message[1] ?? 0);
    const asked = pending.get(id);
    if (asked === undefined) {
      strays += 1;
      if (strays >= strayMessagesMax || message.length < 2) end('malformed');
      return;
    }
    const outcome = acceptAnswer(message, asked.query, id);
    if (outcome.ok && outcome.message.truncated) asked.settle(failed('truncated'));
    else asked.settle(outcome);
    if (!outcome.ok) retire();
  }

  // In turns, the end as well: what came before it still counts.
  function doInTurn(work: () => void): void {
    void inTurn(() => {
      if (!hasEnded) work();
    });
  }

  const deframer = createDeframer((message) => doInTurn(() => onMessage(message)));

  function onEnd(): void {
    doInTurn(() => end(deframer.isWithin() ? 'truncated' : 'unreachable'));
  }

  socket.on(readyEvent, () => {
    for (const frame of waiting ?? []) socket.write(frame);
    waiting = null;
  });
  socket.on('data', (chunk: Buffer) => deframer.push(chunk));
  socket.on('error', (error) => doInTurn(() => end(reasonOf(error, waiting === null))));
  socket.on('close', onEnd);
  socket.on('end', onEnd);

  function freshId(): number {
    let id = randomInt(0x10000);
    while (pending.has(id)) id = (id + 1) % 0x10000;
    return id;
  }

  function ask(query: Query, signal: AbortSignal): Promise<TransportOutcome> {
    return new Promise((resolve) => {
      const id = freshId();
      const onAbort = (): void => {
        settle(failed(abortReason(signal)));
        // Who did not answer in time may be stuck: the next question gets a connection of its own.
        if (abortReason(signal) === 'timeout') retire();
      };
      const settle = (outcome: TransportOutcome): void => {
        if (!pending.delete(id)) return;
        signal.removeEventListener('abort', onAbort);
        resolve(outcome);
        if (pending.size > 0) return;
        if (isOpen) idleTimer = setTimeout(() => end('cancelled'), idleTimeout).unref();
        else end('cancelled');
      };
      clearTimeout(idleTimer);
      pending.set(id, { query, settle });
      signal.addEventListener('abort', onAbort);
      if (signal.aborted) {
        onAbort();
        return;
      }
      const frame = framed(encodeQuery(query, id));
      if (waiting === null) socket.write(frame);
      else waiting.push(frame);
    });
  }

  return { isOpen: () => isOpen, ask, close: () => end('cancelled') };
}
