import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { TLSSocket, createSecureContext } from 'node:tls';
import { afterEach, expect, it, vi } from 'vitest';
import type { FindingCode } from '../../../../../shared/dane/findings.ts';
import type { DomainVerdict } from '../../../../../shared/dane/verdict.ts';
import { daneWorld } from '../../../../support/daneWorld.ts';
import { identity, tlsaText } from '../../../../support/labCertificates.ts';

const domains = 1000;
/** Long enough for servers that do their part, however busy this machine is. */
const timeout = 4000;

interface Foe {
  readonly serve: (socket: Socket) => void;
  readonly verdict: DomainVerdict;
  readonly code: FindingCode;
}

const own = identity('mx.hosts.test');
const context = createSecureContext({
  key: own.leaf.key.export({ format: 'pem', type: 'pkcs8' }),
  cert: own.leaf.pem,
});

/** Octets that servers were rid of. */
let poured = 0;

function pour(text: string) {
  return (socket: Socket): void => {
    const more = (): void => {
      if (socket.destroyed) return;
      poured += text.length;
      if (socket.write(text)) setImmediate(more);
      else socket.once('drain', more);
    };
    more();
  };
}

/** All right up to the go-ahead for TLS, after which `take` has the socket. */
function upTo(take: (socket: Socket) => void, goAhead = '220 go\r\n') {
  return (socket: Socket): void => {
    socket.write('220 mx.hosts.test\r\n');
    socket.once('data', () => {
      socket.write('250-mx.hosts.test\r\n250 STARTTLS\r\n');
      socket.once('data', () => {
        socket.removeAllListeners('data');
        take(socket);
        socket.write(goAhead);
      });
    });
  };
}

function secure(socket: Socket): void {
  const secured = new TLSSocket(socket, { isServer: true, secureContext: context });
  secured.on('error', () => {}).resume();
  secured.on('close', () => socket.destroy());
}

function drip(socket: Socket): void {
  const timer = setInterval(() => socket.write('2'), 100);
  socket.on('close', () => clearInterval(timer));
}

const noise = pour('\u0000noise'.repeat(1000));

const foes: Readonly<Record<string, Foe>> = {
  'sends a banner without end': {
    serve: pour('220-welcome\r\n'),
    verdict: 'unreachable',
    code: 'smtp-not-understood',
  },
  'sends a line without end': {
    serve: pour('2'.repeat(1024 * 1024)),
    verdict: 'unreachable',
    code: 'smtp-not-understood',
  },
  drips: { serve: drip, verdict: 'unreachable', code: 'smtp-timed-out' },
  'never says a word': { serve: () => {}, verdict: 'unreachable', code: 'smtp-timed-out' },
  'hangs up at once': {
    serve: (socket) => void socket.end(),
    verdict: 'unreachable',
    code: 'smtp-closed',
  },
  'hangs up when TLS is asked for': {
    serve: upTo((socket) => void socket.end(), ''),
    verdict: 'fail',
    code: 'starttls-refused',
  },
  'answers TLS with noise': {
    serve: upTo((socket) => void socket.once('data', () => noise(socket))),
    verdict: 'fail',
    code: 'tls-failed',
  },
  'says more than the go-ahead': {
    serve: upTo(secure, '220 go\r\n250 injected\r\n'),
    verdict: 'pass-with-warnings',
    code: 'plaintext-injected',
  },
};

const servers: { readonly server: Server; readonly sockets: Set<Socket> }[] = [];
afterEach(async () => {
  for (const { server, sockets } of servers.splice(0)) {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function listen(serve: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
    // Read, so that the other side's goodbye is heard.
    socket.resume();
    serve(socket);
  });
  servers.push({ server, sockets });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

it('a thousand domains get their verdicts, whatever some of their servers do', async () => {
  poured = 0;
  const hostile = Object.entries(foes);
  const good = 4;
  const count = hostile.length + good;
  const tlsa = tlsaText('3 1 1', own.leaf);
  const hosts = Array.from({ length: count }, (_, index) => [
    `mx${index} IN A 20.0.0.${index + 1}`,
    `_25._tcp.mx${index} IN TLSA ${tlsa}`,
  ]);
  const ports = await Promise.all(
    hostile.map(async ([, { serve }], index) => {
      const port = await listen(serve);
      return [`20.0.0.${index + 1}`, port] as const;
    }),
  );
  await using world = await daneWorld({
    zones: [
      { origin: 'hosts.test', text: hosts.flat().join('\n') },
      {
        origin: 'batch.test',
        text: Array.from(
          { length: domains },
          (_, index) => `d${index} IN MX 10 mx${index % count}.hosts.test.`,
        ).join('\n'),
      },
    ],
    ports: Object.fromEntries<number>(ports),
    servers: Object.fromEntries(
      Array.from({ length: good }, (_, index) => [
        `20.0.0.${hostile.length + index + 1}`,
        { identities: [own] },
      ]),
    ),
    settings: { timeout, handshakes: 'one' },
  });
  const names = Array.from({ length: domains }, (_, index) => `d${index}.batch.test`);
  const checks = await Promise.all(names.map((name) => world.check(name)));

  const wanted = names.map((name, index) => {
    const [foe, { verdict, code } = { verdict: 'pass', code: null }] = hostile[index % count] ?? [];
    return [name, foe ?? 'good', verdict, code];
  });
  const found = checks.map(({ domain, verdict, hosts: [host], findings }, index) => {
    const [foe, { code } = { code: null }] = hostile[index % count] ?? [];
    const hasCode = findings.some((each) => each.code === code && each.where.host === host?.name);
    return [domain, foe ?? 'good', verdict, hasCode ? code : null];
  });
  expect(found).toEqual(wanted);
  // Each server was met once, and little was taken of what had no end: buffers on the way aside.
  expect(world.connections).toHaveLength(count);
  expect(poured).toBeLessThan(64 * 1024 * 1024);
  // Nothing stays open.
  await vi.waitFor(
    () => expect(servers.map(({ sockets }) => sockets.size)).toEqual(servers.map(() => 0)),
    { timeout: 30_000 },
  );
}, 120_000);
