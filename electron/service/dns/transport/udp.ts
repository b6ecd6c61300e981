import { randomInt } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { isIPv6 } from 'node:net';
import { peekHeader } from '../decode.ts';
import { inTurn } from '../turns.ts';
import { acceptAnswer, encodeQuery } from './acceptAnswer.ts';
import { abortReason, failed, reasonOfError } from './transport.ts';
import type { Socket } from 'node:dgram';
import type { DnsFailureReason } from '../types.ts';
import type { Query, Transport, TransportOutcome } from './transport.ts';

/** Ports that are used side by side; which one sends a question is drawn by lot. */
const portsMax = 32;
/** Questions from one port, and its life in milliseconds: then another, drawn by the kernel. */
const questionsPerPort = 32;
const portLifetime = 2_000;

/** Packets that are no answer before a port is settled up: a flood shall not keep us. */
const strayPacketsMax = 100;

interface Pending {
  readonly query: Query;
  readonly settle: (outcome: TransportOutcome) => void;
  /** What was wrong with the last packet under its id. */
  stray: DnsFailureReason | null;
}

interface Port {
  readonly socket: Socket;
  readonly pending: Map<number, Pending>;
  /** Packets that wait until the socket is connected; `null` when it is. */
  waiting: Uint8Array[] | null;
  /** Ids of questions that are waited for no more: their late answers are no attack. */
  readonly settled: Set<number>;
  questions: number;
  strays: number;
}

/** Windows reports a refusal as a reset. */
function reasonOfUdpError(error: NodeJS.ErrnoException): DnsFailureReason {
  return error.code === 'ECONNRESET' ? 'refused-connection' : reasonOfError(error);
}

function endPort(port: Port, reason: DnsFailureReason): void {
  for (const { settle, stray } of port.pending.values()) settle(failed(stray ?? reason));
}

function countStray(port: Port): void {
  port.strays += 1;
  if (port.strays >= strayPacketsMax) endPort(port, 'malformed');
}

function receive(port: Port, packet: Buffer): void {
  const header = peekHeader(packet);
  const asked = header === null ? undefined : port.pending.get(header.id);
  if (header === null || asked === undefined) {
    if (header !== null && port.settled.has(header.id)) return;
    const reason = header === null ? 'malformed' : 'wrong-question';
    for (const pending of port.pending.values()) pending.stray = reason;
    countStray(port);
  } else if (header.isResponse && header.truncated) {
    asked.settle(failed('truncated'));
  } else {
    void inTurn(() => judge(port, packet, header.id));
  }
}

function judge(port: Port, packet: Buffer, id: number): void {
  const asked = port.pending.get(id);
  if (asked === undefined) return;
  const outcome = acceptAnswer(packet, asked.query, id);
  if (outcome.ok) {
    asked.settle(outcome);
    return;
  }
  asked.stray = outcome.reason;
  countStray(port);
}

function openPort(address: string, portNumber: number, onBroken: (port: Port) => void): Port {
  const family = isIPv6(address) ? 6 : 4;
  const socket = createSocket({
    type: family === 6 ? 'udp6' : 'udp4',
    // Addresses need no look-up. Errors come when somebody listens for them, in the next turn.
    lookup: (ip, _options, callback) => process.nextTick(callback, null, ip, family),
  });
  const port: Port = {
    socket,
    pending: new Map(),
    waiting: [],
    settled: new Set(),
    questions: 0,
    strays: 0,
  };
  socket.on('message', (packet) => receive(port, packet));
  socket.on('error', (error) => {
    endPort(port, reasonOfUdpError(error));
    onBroken(port);
  });
  socket.on('connect', () => {
    for (const packet of port.waiting ?? []) socket.send(packet);
    port.waiting = null;
  });
  socket.connect(portNumber, address);
  // What keeps the process alive is the time limit of a question, not an open port.
  socket.unref();
  return port;
}

function send(port: Port, query: Query, id: number): void {
  const packet = encodeQuery(query, id);
  if (port.waiting === null) port.socket.send(packet);
  else port.waiting.push(packet);
}

function freshId(port: Port): number {
  let id = randomInt(0x10000);
  while (port.pending.has(id) || port.settled.has(id)) id = randomInt(0x10000);
  return id;
}

/**
 * UDP from ports that change all the time, with random ids (RFC 5452 §9.2). Sockets are connected:
 * the kernel drops what comes from elsewhere and reports refusals. Packets that do not answer the
 * question are passed over; the last one's fault is told if no answer comes. An answer with TC set is
 * `truncated`.
 */
export function createUdpTransport(address: string, portNumber: number): Transport {
  const inUse = new Set<Port>();
  const retired = new Set<Port>();

  function close(port: Port): void {
    inUse.delete(port);
    retired.delete(port);
    port.socket.close();
  }

  function retire(port: Port): void {
    if (!inUse.delete(port)) return;
    retired.add(port);
    if (port.pending.size === 0) close(port);
  }

  function choosePort(): Port {
    if (inUse.size < portsMax) {
      const port = openPort(address, portNumber, retire);
      inUse.add(port);
      setTimeout(retire, portLifetime, port).unref();
      return port;
    }
    const ports = [...inUse];
    return ports[randomInt(ports.length)] as Port;
  }

  function ask(query: Query, signal: AbortSignal): Promise<TransportOutcome> {
    if (signal.aborted) return Promise.resolve(failed(abortReason(signal)));
    return new Promise((resolve) => {
      const port = choosePort();
      const id = freshId(port);
      const onAbort = (): void => settle(failed(pending.stray ?? abortReason(signal)));
      const settle = (outcome: TransportOutcome): void => {
        if (!port.pending.delete(id)) return;
        port.settled.add(id);
        signal.removeEventListener('abort', onAbort);
        if (!outcome.ok) retire(port);
        if (retired.has(port) && port.pending.size === 0) close(port);
        resolve(outcome);
      };
      const pending: Pending = { query, settle, stray: null };
      port.pending.set(id, pending);
      port.questions += 1;
      signal.addEventListener('abort', onAbort);
      send(port, query, id);
      if (port.questions >= questionsPerPort) retire(port);
    });
  }

  return {
    ask,
    close() {
      for (const port of [...inUse, ...retired]) {
        endPort(port, 'cancelled');
        if (inUse.has(port) || retired.has(port)) close(port);
      }
    },
  };
}
