import { connect as connectHttp2, constants } from 'node:http2';
import { isIP, isIPv6 } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { inTurn } from '../turns.ts';
import { acceptAnswer, encodeQuery } from './acceptAnswer.ts';
import { reasonOfTlsError, tlsOptions } from './tlsOptions.ts';
import { abortReason, failed } from './transport.ts';
import type { ClientHttp2Session, ClientHttp2Stream } from 'node:http2';
import type { LookupFunction } from 'node:net';
import type { TLSSocket } from 'node:tls';
import type { HttpsResolver } from '../resolver.ts';
import type { DnsFailureReason } from '../types.ts';
import type { Query, Transport, TransportOutcome } from './transport.ts';

const mediaType = 'application/dns-message';
const answerLengthMax = 0xffff;
/** An unused session is closed after this time, milliseconds. */
const idleTimeout = 10_000;

interface Session {
  readonly http2: ClientHttp2Session;
  /** Why the connection ended; `null` while it is well. */
  readonly failureOf: () => DnsFailureReason | null;
  inFlight: number;
  idleTimer: NodeJS.Timeout | undefined;
}

/** Answers with addresses that are known, so that no name need be looked up. */
function lookupOf(addresses: readonly string[]): LookupFunction {
  const known = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_hostname, options, callback) => {
    if (options.all === true) callback(null, known);
    else callback(null, known[0]?.address ?? '', known[0]?.family);
  };
}

function openSocket(resolver: HttpsResolver, ca: string | null): TLSSocket {
  const { host, port, addresses } = resolver;
  return connectTls({
    host,
    port,
    ...tlsOptions(host, ca),
    ALPNProtocols: ['h2'],
    ...(addresses.length === 0 ? {} : { lookup: lookupOf(addresses), autoSelectFamily: true }),
  });
}

/** A server that speaks HTTP/1.1 only may say so in the handshake (RFC 7301 §3.2). */
function reasonOfHandshakeError(error: Error): DnsFailureReason {
  const { code } = error as NodeJS.ErrnoException;
  return code?.includes('NO_APPLICATION_PROTOCOL') === true
    ? 'no-http2'
    : reasonOfTlsError(error, false);
}

function openSession(resolver: HttpsResolver, ca: string | null): Session {
  const socket = openSocket(resolver, ca);
  let isSecure = false;
  let failure: DnsFailureReason | null = null;
  // Heard before the session hears it, so that its streams know why they end.
  socket.once('secureConnect', () => {
    isSecure = true;
    if (socket.alpnProtocol === 'h2') return;
    failure = 'no-http2';
    // Not here: the session, which hears of the handshake next, crashes without its socket.
    process.nextTick(() => http2.destroy());
  });
  socket.once('error', (error: Error) => {
    failure ??= isSecure ? 'unreachable' : reasonOfHandshakeError(error);
  });
  const host = isIPv6(resolver.host) ? `[${resolver.host}]` : resolver.host;
  const http2 = connectHttp2(`https://${host}:${resolver.port}`, {
    createConnection: () => socket,
    settings: { enablePush: false },
  });
  const end = (): void => {
    failure ??= isSecure ? 'http-failed' : 'unreachable';
    http2.destroy();
  };
  http2.on('error', end);
  http2.on('close', end);
  http2.on('goaway', () => {
    failure ??= 'http-failed';
  });
  return { http2, failureOf: () => failure, inFlight: 0, idleTimer: undefined };
}

function isUsable(session: Session): boolean {
  return session.failureOf() === null && !session.http2.closed && !session.http2.destroyed;
}

/** Collects the one answer of a stream and tells what came of it, once. */
function readAnswer(
  stream: ClientHttp2Stream,
  failureOf: () => DnsFailureReason | null,
  onAnswer: (bytes: Uint8Array) => void,
  onFailure: (reason: DnsFailureReason) => void,
): void {
  const chunks: Buffer[] = [];
  let length = 0;
  let isAnswer = false;
  stream.on('response', (headers) => {
    const type = headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
    isAnswer = headers[':status'] === 200 && type === mediaType;
    if (!isAnswer) onFailure('http-failed');
  });
  stream.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    length += chunk.length;
    if (length > answerLengthMax) onFailure('malformed');
  });
  // The end of the stream comes in turns as well, behind the answer.
  const fail = (): void => onFailure(failureOf() ?? 'http-failed');
  stream.on('end', () => {
    if (isAnswer) void inTurn(() => onAnswer(Buffer.concat(chunks)));
  });
  stream.on('error', () => void inTurn(fail));
  stream.on('close', () => void inTurn(fail));
}

function requestStream(session: Session, path: string, body: Uint8Array): ClientHttp2Stream {
  const stream = session.http2.request({
    ':method': 'POST',
    ':path': path,
    'content-type': mediaType,
    'content-length': body.length,
    accept: mediaType,
  });
  stream.end(body);
  return stream;
}

function askOver(
  session: Session,
  path: string,
  query: Query,
  signal: AbortSignal,
): Promise<TransportOutcome> {
  return new Promise((resolve) => {
    // RFC 8484 §4.1: id 0; the stream ties the answer to the question.
    const stream = requestStream(session, path, encodeQuery(query, 0));
    let isSettled = false;
    const settle = (outcome: TransportOutcome): void => {
      if (isSettled) return;
      isSettled = true;
      signal.removeEventListener('abort', onAbort);
      if (!stream.closed) stream.close(constants.NGHTTP2_CANCEL);
      resolve(outcome);
    };
    const onAbort = (): void => settle(failed(abortReason(signal)));
    signal.addEventListener('abort', onAbort);
    readAnswer(
      stream,
      session.failureOf,
      (bytes) => settle(acceptAnswer(bytes, query, 0)),
      (reason) => settle(failed(reason)),
    );
  });
}

/** DNS over HTTPS by POST over HTTP/2 (RFC 8484), one session used again while it lasts. */
export function createHttpsTransport(resolver: HttpsResolver, ca: string | null): Transport {
  let current: Session | null = null;

  async function ask(query: Query, signal: AbortSignal): Promise<TransportOutcome> {
    if (signal.aborted) return failed(abortReason(signal));
    const isReused = current !== null && isUsable(current);
    const session = current !== null && isReused ? current : openSession(resolver, ca);
    current = session;
    clearTimeout(session.idleTimer);
    session.inFlight += 1;
    const outcome = await askOver(session, resolver.path, query, signal);
    session.inFlight -= 1;
    if (session.inFlight === 0) {
      session.idleTimer = setTimeout(() => session.http2.close(), idleTimeout).unref();
    }
    // The server may have closed the session between two questions: the second is asked once more.
    const wasClosed = !outcome.ok && !isUsable(session);
    return isReused && wasClosed && !signal.aborted ? ask(query, signal) : outcome;
  }

  return {
    ask,
    close() {
      clearTimeout(current?.idleTimer);
      current?.http2.destroy();
    },
  };
}
