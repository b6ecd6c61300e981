import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import { TLSSocket, createSecureContext } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import {
  tlsCapabilities,
  testableKeyTypes,
} from '../../../../electron/service/smtp/capabilities.ts';
import { connectDirectly, connectThrough } from '../../../../electron/service/smtp/connectTo.ts';
import { probe } from '../../../../electron/service/smtp/probe.ts';
import type { ProbeOptions } from '../../../../electron/service/smtp/probe.ts';
import { startSocksServer } from '../../../support/socksServer.ts';
import { issueCertificate } from '../../../../electron/service/demo/certificates/issueCertificate.ts';
import { patience } from '../../../support/patience.ts';

/** Some machines have no IPv6. */
const loopback = Object.values(networkInterfaces())
  .flatMap((addresses) => addresses ?? [])
  .map(({ address }) => address)
  .filter((address) => address === '127.0.0.1' || address === '::1');

const dates = { notBefore: new Date('2026-01-01'), notAfter: new Date('2036-01-01') };
const leaf = issueCertificate({ commonName: 'mx.example', ...dates });
const identity = {
  key: leaf.key.export({ format: 'pem', type: 'pkcs8' }),
  cert: leaf.pem,
};

const servers: { server: Server; sockets: Set<Socket> }[] = [];
afterEach(async () => {
  for (const { server, sockets } of servers.splice(0)) {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function listenAt(host: string, serve: (socket: Socket) => void): Promise<AddressInfo> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    serve(socket);
  });
  servers.push({ server, sockets });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  return server.address() as AddressInfo;
}

async function listen(serve: (socket: Socket) => void): Promise<number> {
  return (await listenAt('127.0.0.1', serve)).port;
}

function options(changes: Partial<ProbeOptions>): ProbeOptions {
  const capabilities = tlsCapabilities();
  return {
    security: 'smtp',
    serverName: 'mx.example',
    offered: testableKeyTypes(capabilities),
    hello: 'probe.example',
    timeout: 400,
    capabilities,
    connect: connectDirectly,
    signal: new AbortController().signal,
    ...changes,
  };
}

async function probeOf(port: number, changes: Partial<ProbeOptions> = {}) {
  const { result, farewell } = await probe({ address: '127.0.0.1', port }, options(changes));
  await farewell;
  return result;
}

/** Answers each line with the next reply; `null` hangs up. */
function script(greeting: string, ...replies: (string | null)[]) {
  return (socket: Socket) => {
    socket.write(greeting);
    socket.on('data', () => {
      const reply = replies.shift();
      if (reply == null) socket.end();
      else socket.write(reply);
    });
  };
}

const offer = '250-mx.example\r\n250-SIZE 1000\r\n250 STARTTLS\r\n';

/** A server that is all right up to the handshake, which `take` gets. */
function upTo(take: (socket: Socket) => void, goAhead = '220 go\r\n') {
  return (socket: Socket) => {
    socket.write('220-mx.example\r\n220 hello\r\n');
    socket.once('data', () => {
      socket.write(offer);
      socket.once('data', () => {
        socket.removeAllListeners('data');
        take(socket);
        socket.write(goAhead);
      });
    });
  };
}

function secure(socket: Socket): TLSSocket {
  const secured = new TLSSocket(socket, {
    isServer: true,
    secureContext: createSecureContext(identity),
  });
  secured.on('error', () => {});
  return secured;
}

async function failureOf(serve: (socket: Socket) => void, options: Partial<ProbeOptions> = {}) {
  const result = await probeOf(await listen(serve), options);
  return `${result.failure?.code} in ${result.failure?.phase}`;
}

const pour = (text: string) => (socket: Socket) => {
  const more = (): void => {
    while (!socket.destroyed && socket.write(text));
    if (!socket.destroyed) socket.once('drain', more);
  };
  more();
};

const never = () => new Promise<never>(() => {});

describe('a careful client', () => {
  it('comes to TLS through greetings and replies of several lines', async () => {
    const result = await probeOf(await listen(upTo((socket) => void secure(socket))));
    expect(result.failure).toBeNull();
    expect(result.handshake).toMatchObject({ protocol: 'TLSv1.3', keyType: 'ecdsa' });
  });

  it('does not mind NUL in a banner, and shows none of it', async () => {
    const result = await probeOf(
      await listen(script('220 mx\0.example\x1b[31m\r\n', '502 no\r\n')),
    );
    expect(result.failure?.code).toBe('starttls-not-offered');
    expect(result.transcript[0]!.text).toBe('220 mx\u{fffd}.example\u{fffd}[31m');
  });

  it.each([
    ['the token is exact', '220 hi\r\n', '250-mx.example\r\n250-XSTARTTLS\r\n250 STARTTLSX\r\n'],
    ['the first line is a name', '220 hi\r\n', '250 STARTTLS\r\n'],
    ['EHLO is refused', '220 hi\r\n', '502 what\r\n'],
    ['the answer is for later lines only', '220 hi\r\n', '250-STARTTLS\r\n250 SIZE\r\n'],
  ])('finds no STARTTLS where %s', async (_, greeting, reply) => {
    expect(await failureOf(script(greeting, reply))).toBe('starttls-not-offered in hello');
  });

  it('takes 4xx for "later" in every phase, and hears when it has to stop', async () => {
    expect(await failureOf(script('450 4.3.2 wait\r\n'))).toBe('try-later in greeting');
    expect(await failureOf(script('220 hi\r\n', '451 wait\r\n'))).toBe('try-later in hello');
    expect(await failureOf(script('220 hi\r\n', offer, '454 TLS not available\r\n'))).toBe(
      'try-later in starttls',
    );
    const stop = async (greeting: string) => (await probeOf(await listen(script(greeting)))).stop;
    expect(await stop('421 too many\r\n')).toBe(true);
    expect(await stop('450 4.7.1 greylisted\r\n')).toBe(true);
    expect(await stop('450 4.3.2 wait\r\n')).toBe(false);
  });

  it('tells refusals apart', async () => {
    expect(await failureOf(script('554 5.7.1 not you\r\n'))).toBe('turned-away in greeting');
    expect(await failureOf(script('220 hi\r\n', offer, '502 changed my mind\r\n'))).toBe(
      'starttls-refused in starttls',
    );
    expect(await failureOf(script('HTTP/1.1 400 Bad Request\r\n'))).toBe(
      'not-understood in greeting',
    );
  });

  it('survives servers that hang up, in every phase', async () => {
    expect(await failureOf((socket) => socket.destroy())).toBe('closed in greeting');
    expect(await failureOf((socket) => void socket.end('220-hi\r\n'))).toBe('closed in greeting');
    expect(await failureOf(script('220 hi\r\n', null))).toBe('closed in hello');
    expect(await failureOf(script('220 hi\r\n', offer, null))).toBe('closed in starttls');
    expect(await failureOf(upTo((socket) => setTimeout(() => socket.destroy(), 20)))).toBe(
      'tls-refused in tls',
    );
    const port = await listen(
      upTo((socket) => {
        const secured = secure(socket);
        secured.once('data', () => secured.destroy());
      }),
    );
    expect((await probeOf(port)).handshake?.keyType).toBe('ecdsa');
  });

  it('gives each phase its time and no more, whatever drips in', async () => {
    const started = performance.now();
    expect(await failureOf(() => {})).toBe('timed-out in greeting');
    expect(
      await failureOf((socket) => {
        const timer = setInterval(() => socket.write('2'), 50);
        socket.on('close', () => clearInterval(timer));
      }),
    ).toBe('timed-out in greeting');
    expect(await failureOf(script('220 hi\r\n', '250-'))).toBe('timed-out in hello');
    expect(await failureOf(upTo(() => {}))).toBe('timed-out in tls');
    expect(performance.now() - started).toBeLessThan(patience);
  });

  it('reads no line and no reply without end', async () => {
    expect(await failureOf(pour('x'.repeat(5000)), { timeout: 2000 })).toBe(
      'not-understood in greeting',
    );
    expect(await failureOf(pour('220-again\r\n'), { timeout: 2000 })).toBe(
      'not-understood in greeting',
    );
  });

  it('throws away and reports what comes in plain text after the go-ahead', async () => {
    const port = await listen(upTo((socket) => void secure(socket), '220 go\r\n250 injected\r\n'));
    const result = await probeOf(port);
    expect(result.injected).toBe(true);
    expect(result.handshake).not.toBeNull();
  });

  it('knows an alert, plain text and a chain that is too large', async () => {
    const alert = Buffer.from('15030300020228', 'hex');
    expect(await failureOf(upTo((socket) => void setTimeout(() => socket.write(alert), 20)))).toBe(
      'tls-refused in tls',
    );
    expect(
      await failureOf(upTo((socket) => void setTimeout(() => socket.write('250 hello\r\n'), 20))),
    ).toBe('tls-failed in tls');
    const huge = Array.from({ length: 600 }, () => leaf.pem).join('');
    expect(
      await failureOf(
        upTo((socket) => {
          const secureContext = createSecureContext({ ...identity, cert: huge });
          new TLSSocket(socket, { isServer: true, secureContext }).on('error', () => {});
        }),
      ),
    ).toBe('chain-too-large in tls');
  });

  it('knows why there is no connection', async () => {
    const port = await listen(() => {});
    await Promise.all(
      servers.splice(0).map(({ server }) => new Promise((done) => server.close(done))),
    );
    expect((await probeOf(port)).failure).toMatchObject({ code: 'connection-refused' });
    expect((await probeOf(port, { connect: never })).failure).toMatchObject({
      code: 'connection-timed-out',
      phase: 'connect',
    });
    const abort = new AbortController();
    const cancelled = probeOf(port, { connect: never, signal: abort.signal });
    abort.abort();
    expect((await cancelled).failure?.code).toBe('cancelled');
  });
});

describe('other services', () => {
  it('IMAP: by capability, tagged', async () => {
    const port = await listen((socket) => {
      socket.write('* OK ready\r\n');
      socket.once('data', () => {
        socket.write('* CAPABILITY IMAP4rev1 STARTTLS\r\na OK done\r\n');
        socket.once('data', () => {
          socket.removeAllListeners('data');
          secure(socket);
          socket.write('b OK go\r\n');
        });
      });
    });
    expect((await probeOf(port, { security: 'imap' })).handshake?.keyType).toBe('ecdsa');
    const none = script('* OK ready\r\n', '* CAPABILITY IMAP4rev1 XSTARTTLS\r\na OK\r\n');
    expect(await failureOf(none, { security: 'imap' })).toBe('starttls-not-offered in hello');
  });

  it('POP3: STLS', async () => {
    const port = await listen((socket) => {
      socket.write('+OK ready\r\n');
      socket.once('data', () => {
        socket.removeAllListeners('data');
        secure(socket);
        socket.write('+OK go\r\n');
      });
    });
    expect((await probeOf(port, { security: 'pop3' })).handshake?.keyType).toBe('ecdsa');
    const none = script('+OK ready\r\n', '-ERR what\r\n');
    expect(await failureOf(none, { security: 'pop3' })).toBe('starttls-not-offered in starttls');
  });

  it('TLS from the first octet', async () => {
    const port = await listen((socket) => void secure(socket));
    expect((await probeOf(port, { security: 'implicit' })).handshake?.keyType).toBe('ecdsa');
  });
});

describe('a SOCKS5 proxy', () => {
  it.each(loopback)('is a way to a mail server at %s', async (host) => {
    await using proxy = await startSocksServer();
    const { port } = await listenAt(
      host,
      upTo((socket) => void secure(socket)),
    );
    const connect = connectThrough({ host: '127.0.0.1', port: proxy.port });
    const { result, farewell } = await probe({ address: host, port }, options({ connect }));
    await farewell;
    expect(result.failure).toBeNull();
    expect(result.handshake?.keyType).toBe('ecdsa');
    // The greeting came with the proxy's reply, and was not lost.
    expect(result.transcript[0]).toMatchObject({ from: 'server', text: '220-mx.example' });
    expect(proxy.asked).toEqual([host === '::1' ? `[0:0:0:0:0:0:0:1]:${port}` : `${host}:${port}`]);
  });

  it('has failures of its own', async () => {
    await using proxy = await startSocksServer();
    const closed = await listen(() => {});
    await Promise.all(
      servers.splice(0).map(({ server }) => new Promise((done) => server.close(done))),
    );
    const failure = async (port: number) => {
      const connect = connectThrough({ host: '127.0.0.1', port });
      return (await probeOf(closed, { connect })).failure;
    };
    expect(await failure(proxy.port)).toMatchObject({ code: 'proxy-failed', phase: 'connect' });
    // Nobody there, something else there, nobody who answers.
    expect(await failure(closed)).toMatchObject({ code: 'proxy-failed', phase: 'connect' });
    const noise = await listen((socket) => void socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    expect(await failure(noise)).toMatchObject({ code: 'proxy-failed', phase: 'connect' });
    const silent = await listen(() => {});
    expect(await failure(silent)).toMatchObject({ code: 'connection-timed-out', phase: 'connect' });
  });
});
