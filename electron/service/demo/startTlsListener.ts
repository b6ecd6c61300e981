import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { createSecureContext, TLSSocket } from 'node:tls';
import type { SecureContext } from 'node:tls';
import type { Issued } from './certificates/issueCertificate.ts';

/** A certificate with its key and what is sent above it. */
export interface Identity {
  readonly leaf: Issued;
  readonly issuers: readonly Issued[];
}

export interface ListenerOptions {
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  readonly hostName: string;
  /** Several: one for each kind of key. */
  readonly identities: readonly Identity[];
  /** Other identities for names that SNI asks for. */
  readonly byServerName?: Readonly<Record<string, readonly Identity[]>>;
  readonly startTls: boolean;
}

export interface Listener {
  readonly port: number;
  close(): Promise<void>;
}

/** Octets of a conversation that the lab listens to before it hangs up. */
const octetsMax = 16 * 1024;
const idleTimeout = 30_000;

function contextOf(identities: readonly Identity[]): SecureContext {
  return createSecureContext({
    key: identities.map(({ leaf }) => leaf.key.export({ format: 'pem', type: 'pkcs8' })),
    cert: identities.map(({ leaf, issuers }) => [leaf, ...issuers].map(({ pem }) => pem).join('')),
    minVersion: 'TLSv1.2',
    // Every kind of key that the lab makes, the rarer ones too.
    sigalgs: 'ed448:ed25519:ECDSA+SHA256:RSA-PSS+SHA256:RSA+SHA256',
  });
}

interface Session {
  readonly options: ListenerOptions;
  readonly startTls: (() => void) | null;
}

function answerTo(command: string, { options, startTls }: Session): readonly string[] {
  const [word = ''] = command.split(' ');
  switch (word.toUpperCase()) {
    case 'EHLO':
      return startTls === null
        ? [`250 ${options.hostName}`]
        : [`250-${options.hostName}`, '250-PIPELINING', '250 STARTTLS'];
    case 'STARTTLS':
      return startTls === null ? ['502 5.5.1 Not here'] : ['220 2.0.0 Ready'];
    case 'QUIT':
      return ['221 2.0.0 Bye'];
    case 'NOOP':
      return ['250 2.0.0 Ok'];
    default:
      return ['554 5.7.1 This lab takes no mail'];
  }
}

function serve(socket: Socket | TLSSocket, session: Session, greets: boolean): void {
  let held = '';
  let received = 0;
  const say = (lines: readonly string[]): void => {
    socket.write(lines.map((line) => `${line}\r\n`).join(''));
  };
  const onData = (chunk: Buffer): void => {
    held += chunk.toString('latin1');
    received += chunk.length;
    if (received > octetsMax) socket.destroy();
    for (let end = held.indexOf('\n'); end >= 0; end = held.indexOf('\n')) {
      const command = held.slice(0, end).trim();
      held = held.slice(end + 1);
      say(answerTo(command, session));
      if (/^QUIT$/i.test(command)) socket.end();
      if (/^STARTTLS$/i.test(command) && session.startTls !== null) {
        socket.off('data', onData);
        session.startTls();
        return;
      }
    }
  };
  socket.on('data', onData);
  socket.on('error', () => socket.destroy());
  socket.setTimeout(idleTimeout, () => socket.destroy());
  if (greets) say([`220 ${session.options.hostName} ESMTP practice lab`]);
}

/** A mail server that says no more than it takes to come to TLS. It takes no mail. */
export async function startListener(options: ListenerOptions): Promise<Listener> {
  const context = contextOf(options.identities);
  const named = new Map(
    Object.entries(options.byServerName ?? {}).map(
      ([name, identities]) => [name.toLowerCase(), contextOf(identities)] as const,
    ),
  );
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    const secure = (): void => {
      const secured = new TLSSocket(socket, {
        isServer: true,
        secureContext: context,
        // With `null` the context above stays whole; given back, it would lose all but one key.
        SNICallback: (name, done) => done(null, named.get(name.toLowerCase())),
      });
      serve(secured, { options, startTls: null }, false);
    };
    serve(socket, { options, startTls: options.startTls ? secure : null }, true);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
