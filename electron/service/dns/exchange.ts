/** Questions to resolvers: several of them in order, retries, time-outs, a limit on what is under way. */
import { setMaxListeners } from 'node:events';
import { rcode } from './codes.ts';
import { createLimiter } from './limiter.ts';
import { createHttpsTransport } from './transport/https.ts';
import { createTcpTransport } from './transport/tcp.ts';
import { createTlsTransport } from './transport/tls.ts';
import { failed } from './transport/transport.ts';
import { createUdpTransport } from './transport/udp.ts';
import { assertNever } from '../../../shared/assertNever.ts';
import type { Resolver } from './resolver.ts';
import type { AbortReason, Query, Transport, TransportOutcome } from './transport/transport.ts';
import type {
  DnsFailure,
  DnsFailureReason,
  DnsOutcome,
  Exchange,
  Message,
  Question,
} from './types.ts';

export interface ExchangeOptions {
  /** Tried in this order. */
  readonly resolvers: readonly Resolver[];
  /** PEM; replaces the runtime's roots for DoT and DoH. `null`: the runtime's. */
  readonly resolverCa: string | null;
  /** Milliseconds that one question may take, all resolvers and retries together. */
  readonly timeout: number;
}

export interface ExchangeHandle extends Exchange {
  /** The same without CD: what the resolver itself makes of it (AD, SERVFAIL, extended errors). */
  readonly opinion: Exchange;
  /** Ends every connection; what is still asked is `cancelled`. */
  close(): void;
}

export const defaultTimeout = 10_000;

/** Questions under way at once: sockets are finite, and resolvers limit clients. */
const inFlightMax = 128;

/** A resolver that failed is asked last for this time, milliseconds. */
const failedFor = 30_000;

/** Share of a resolver's time after which a UDP question is sent again, from another port. */
const udpShares = [0.2, 0.5] as const;

/** The resolver could not or would not tell; another may. */
const unhelpfulRcodes: ReadonlySet<number> = new Set([
  rcode.FORMERR,
  rcode.SERVFAIL,
  rcode.NOTIMP,
  rcode.REFUSED,
]);

/** Failures of the way to a resolver, not of one answer. */
const failuresOfTheWay: ReadonlySet<DnsFailureReason> = new Set([
  'timeout',
  'unreachable',
  'refused-connection',
  'tls-failed',
  'http-failed',
  'no-http2',
]);

/** Whether another resolver may tell more. To check and then refuse is an opinion worth having. */
function isUnhelpful(message: Message, query: Query): boolean {
  const isOpinion = message.rcode === rcode.SERVFAIL && !query.checkingDisabled;
  return unhelpfulRcodes.has(message.rcode) && !isOpinion;
}

interface Server {
  readonly resolver: Resolver;
  readonly transports: readonly Transport[];
  ask(query: Query, milliseconds: number, outer: Outer): Promise<TransportOutcome>;
  failedAt: number;
}

/** What ends a question early: its caller, or the end of the whole exchange. */
type Outer = readonly AbortSignal[];

function isAborted(outer: Outer): boolean {
  return outer.some((signal) => signal.aborted);
}

/** Runs `work` with a signal that aborts after a time, or with one of the outer ones. */
async function within(
  milliseconds: number,
  outer: Outer,
  work: (signal: AbortSignal) => Promise<TransportOutcome>,
): Promise<TransportOutcome> {
  if (isAborted(outer)) return failed('cancelled');
  const controller = new AbortController();
  const abort = (reason: AbortReason): void => controller.abort(reason);
  const onOuter = (): void => abort('cancelled');
  const timer = setTimeout(abort, milliseconds, 'timeout' satisfies AbortReason);
  for (const signal of outer) signal.addEventListener('abort', onOuter);
  try {
    return await work(controller.signal);
  } finally {
    clearTimeout(timer);
    for (const signal of outer) signal.removeEventListener('abort', onOuter);
  }
}

/**
 * UDP, again over UDP, then TCP; TCP at once when the answer is truncated or when something came
 * that was no answer (a guess at ours, perhaps: TCP is not guessed).
 */
async function askUdpThenTcp(
  udp: Transport,
  tcp: Transport,
  query: Query,
  milliseconds: number,
  outer: Outer,
): Promise<TransportOutcome> {
  const started = performance.now();
  const left = (): number => milliseconds - (performance.now() - started);
  let outcome = failed('timeout');
  for (const share of udpShares) {
    const time = Math.min(left(), milliseconds * share);
    outcome = await within(time, outer, (signal) => udp.ask(query, signal));
    if (outcome.ok || isAborted(outer)) return outcome;
    if (outcome.reason !== 'timeout') break;
  }
  if (!outcome.ok && ['refused-connection', 'unreachable'].includes(outcome.reason)) return outcome;
  const overTcp = await within(Math.max(0, left()), outer, (signal) => tcp.ask(query, signal));
  return overTcp.ok || isAborted(outer) ? overTcp : outcome;
}

function createServer(resolver: Resolver, ca: string | null): Server {
  const single = (transport: Transport): Server => ({
    resolver,
    transports: [transport],
    ask: (query, milliseconds, outer) =>
      within(milliseconds, outer, (signal) => transport.ask(query, signal)),
    failedAt: Number.NEGATIVE_INFINITY,
  });
  const { protocol, port } = resolver;
  switch (protocol) {
    case 'udp': {
      const udp = createUdpTransport(resolver.address, port);
      const tcp = createTcpTransport(resolver.address, port);
      return {
        ...single(udp),
        transports: [udp, tcp],
        ask: (query, milliseconds, outer) => askUdpThenTcp(udp, tcp, query, milliseconds, outer),
      };
    }
    case 'tcp':
      return single(createTcpTransport(resolver.address, port));
    case 'tls':
      return single(
        createTlsTransport(resolver.address, port, resolver.serverName ?? resolver.address, ca),
      );
    case 'https':
      return single(createHttpsTransport(resolver, ca));
    default:
      return assertNever(protocol, 'protocol of a resolver');
  }
}

const neverAborted = new AbortController().signal;

function toOutcome(outcome: TransportOutcome, server: string | null, started: number): DnsOutcome {
  const milliseconds = Math.round(performance.now() - started);
  return outcome.ok
    ? { ok: true, answer: { message: outcome.message, server: server ?? '', milliseconds } }
    : { ok: false, failure: { reason: outcome.reason, server, milliseconds } satisfies DnsFailure };
}

/**
 * Makes a function that asks one question with RD, DO and CD set. When a resolver fails, or answers
 * SERVFAIL, REFUSED, NOTIMP or FORMERR, the next one is asked; the first such answer is given when
 * none does better. Connections are used again until `close`.
 */
export function createExchange(options: ExchangeOptions): ExchangeHandle {
  const servers = options.resolvers.map((resolver) => createServer(resolver, options.resolverCa));
  const limiter = createLimiter(inFlightMax);
  const closing = new AbortController();
  setMaxListeners(0, closing.signal);

  function inOrder(): Server[] {
    const now = performance.now();
    const isWell = (server: Server): boolean => now - server.failedAt > failedFor;
    return [...servers.filter(isWell), ...servers.filter((server) => !isWell(server))];
  }

  async function askInOrder(query: Query, outer: Outer): Promise<DnsOutcome> {
    const started = performance.now();
    let best = toOutcome(failed('no-resolver'), null, started);
    const ordered = inOrder();
    for (const [index, server] of ordered.entries()) {
      const left = options.timeout - (performance.now() - started);
      const share = left / (ordered.length - index);
      const outcome = await server.ask(query, share, outer);
      const told = toOutcome(outcome, server.resolver.text, started);
      if (outcome.ok && !isUnhelpful(outcome.message, query)) return told;
      if (!outcome.ok && failuresOfTheWay.has(outcome.reason)) {
        server.failedAt = performance.now();
      }
      if (index === 0 || (told.ok && !best.ok)) best = told;
      if (isAborted(outer)) return toOutcome(failed('cancelled'), server.resolver.text, started);
    }
    return best;
  }

  function asker(checkingDisabled: boolean): Exchange {
    return async (question: Question, signal = neverAborted) => {
      // A batch has one signal, and every question under way listens to it.
      setMaxListeners(0, signal);
      const started = performance.now();
      const release = await limiter.enter(signal);
      if (release === null) return toOutcome(failed('cancelled'), null, started);
      try {
        return await askInOrder({ question, checkingDisabled }, [signal, closing.signal]);
      } finally {
        release();
      }
    };
  }

  return Object.assign(asker(true), {
    opinion: asker(false),
    close() {
      closing.abort();
      for (const server of servers) for (const transport of server.transports) transport.close();
    },
  });
}
