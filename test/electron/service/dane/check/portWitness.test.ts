import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { connectDirectly } from '../../../../../electron/service/smtp/connectTo.ts';
import type { Connect } from '../../../../../electron/service/smtp/connectTo.ts';
import { Interruption } from '../../../../../electron/service/smtp/interruption.ts';
import { daneWorld } from '../../../../support/daneWorld.ts';
import type { WorldOptions } from '../../../../support/daneWorld.ts';
import { identity, tlsaText } from '../../../../support/labCertificates.ts';

const own = identity('mx.example.test');
const known = ['8.0.0.1', '8.0.0.2', '8.0.0.3'];
const zones = [
  {
    origin: 'example.test',
    text: [
      ...['@', 'one', 'two'].map((name) => `${name} IN MX 10 mx`),
      'mx IN A 20.0.0.1',
      `_25._tcp.mx IN TLSA ${tlsaText('3 1 1', own.leaf)}`,
    ].join('\n'),
  },
  { origin: 'google.com', text: `gmail-smtp-in.l IN A ${known[0]}` },
  { origin: 'comcast.net', text: `mx1 IN A ${known[1]}` },
  { origin: 'yandex.net', text: `mx IN A ${known[2]}` },
];

/** As behind a firewall that drops what it does not like. */
const silence: Connect = (_, signal) =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Interruption('connection-timed-out')), {
      once: true,
    });
  });

async function check(
  options: Partial<WorldOptions> = {},
  domains: readonly string[] = ['example.test'],
) {
  await using world = await daneWorld({
    zones,
    connect: silence,
    ...options,
    settings: { timeout: 1000, ...options.settings },
  });
  const checks = await Promise.all(domains.map((domain) => world.check(domain)));
  const codes = checks.map(({ findings }) =>
    findings.filter(({ severity }) => severity === 'error').map(({ code }) => code),
  );
  return { checks, codes, connections: [...world.connections].toSorted() };
}

describe('a network that lets nobody out on port 25', () => {
  it('is told from a server that is down, once for all domains of a run', async () => {
    const { checks, codes, connections } = await check({}, [
      'example.test',
      'one.example.test',
      'two.example.test',
    ]);
    expect(checks.map(({ verdict }) => verdict)).toEqual([
      'unreachable',
      'unreachable',
      'unreachable',
    ]);
    for (const found of codes) expect(found).toEqual(['port-25-blocked-here']);
    expect(connections).toEqual(['20.0.0.1', ...known].toSorted());
    // What the DNS says of the domain is known all the same.
    expect(checks[0]).toMatchObject({
      protectedByDane: true,
      mx: { status: 'secure' },
      hosts: [{ tlsaStatus: 'secure', tlsa: [{ usable: true, matches: null }] }],
    });
  });

  it('is not claimed where a well-known server answers', async () => {
    const server = createServer((socket) => void socket.on('error', () => {}));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const connect: Connect = (endpoint, signal) =>
      endpoint.address === known[1]
        ? connectDirectly({ address: '127.0.0.1', port }, signal)
        : silence(endpoint, signal);
    try {
      const { codes } = await check({ connect });
      expect(codes).toEqual([['connection-timed-out']]);
    } finally {
      server.close();
    }
  });

  it('is not claimed where the well-known servers can’t be found', async () => {
    const failing = ['gmail-smtp-in.l.google.com A', 'mx1.comcast.net A', 'mx.yandex.net A'];
    const { codes, connections } = await check({ failing });
    expect(codes).toEqual([['connection-timed-out']]);
    expect(connections).toEqual(['20.0.0.1']);
  });

  it('is not asked about other ports, other services, or a network of one’s own', async () => {
    const others = await Promise.all([
      check({ settings: { connectPort: 2525 } }),
      check({ settings: { service: 'https' } }, ['mx.example.test']),
    ]);
    for (const { connections } of others) expect(connections).toEqual(['20.0.0.1']);
    const inside = await check({
      zones: zones.map(({ origin, text }) => ({
        origin,
        text: text.replace('20.0.0.1', '10.0.0.1'),
      })),
      settings: { allowPrivate: true },
    });
    expect(inside.connections).toEqual(['10.0.0.1']);
    expect(inside.codes).toEqual([['connection-timed-out']]);
  });
});
