import { createPublicKey } from 'node:crypto';
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { TLSSocket, createSecureContext } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { Interruption } from '../../../../../electron/service/smtp/interruption.ts';
import type { DaneCheck } from '../../../../../shared/dane/check.ts';
import type { FindingCode } from '../../../../../shared/dane/findings.ts';
import type { DomainVerdict } from '../../../../../shared/dane/verdict.ts';
import { daneWorld, worldTime } from '../../../../support/daneWorld.ts';
import type { WorldOptions, WorldZone } from '../../../../support/daneWorld.ts';
import {
  identity,
  issue,
  labRoot,
  pastDates,
  tlsaText,
} from '../../../../support/labCertificates.ts';

const day = 86_400_000;
const from = (days: number) => new Date(worldTime.getTime() + days * day);
const own = identity('mx.example.test');
const match = tlsaText('3 1 1', own.leaf);
const other = tlsaText('3 1 1', issue('other'));

function mail(...tlsa: readonly string[]): string {
  const records = tlsa.map((record) => `_25._tcp.mx IN TLSA ${record}`);
  return ['@ IN MX 10 mx', 'mx IN A 20.0.0.1', ...records].join('\n');
}

type Zone = string | readonly WorldZone[];

async function check(zone: Zone, options: Omit<WorldOptions, 'zones'> = {}): Promise<DaneCheck> {
  const zones = typeof zone === 'string' ? [{ origin: 'example.test', text: zone }] : zone;
  await using world = await daneWorld({
    zones,
    servers: { '20.0.0.1': { identities: [own] } },
    ...options,
  });
  return await world.check('example.test');
}

const codes = ({ findings }: DaneCheck) => findings.map(({ code }) => code);

interface Case {
  readonly why: string;
  readonly zone: Zone;
  readonly code: FindingCode;
  readonly verdict: DomainVerdict;
  readonly options?: Omit<WorldOptions, 'zones'>;
}

const elsewhere = (delegation: WorldZone['delegation']): Zone => [
  { origin: 'example.test', text: `${mail()}\n_25._tcp.mx IN CNAME tlsa.other.test.` },
  { origin: 'other.test', text: `tlsa IN TLSA ${match}`, ...(delegation && { delegation }) },
];

const inDns: readonly Case[] = [
  {
    why: 'a null MX among others',
    zone: `${mail(match)}\n@ IN MX 0 .`,
    code: 'null-mx-with-others',
    verdict: 'pass-with-warnings',
  },
  {
    why: 'an address as MX host',
    zone: '@ IN MX 10 20.0.0.1.',
    code: 'mx-ip-literal',
    verdict: 'unreachable',
  },
  {
    why: 'more MX hosts than anybody tries',
    zone: Array.from({ length: 33 }, (_, n) => `@ IN MX ${n} mx${n}\nmx${n} IN A 20.0.0.1`).join(
      '\n',
    ),
    code: 'mx-too-many',
    verdict: 'no-dane',
  },
  {
    why: 'an address that fails validation',
    zone: [
      { origin: 'example.test', text: '@ IN MX 10 mx.other.test.' },
      { origin: 'other.test', text: 'mx IN A 20.0.0.1', delegation: 'wrong-key' },
    ],
    code: 'address-bogus',
    verdict: 'defer',
  },
  {
    why: 'more addresses than anybody tries',
    zone: `${mail(match)}\n${Array.from({ length: 40 }, (_, n) => `mx IN A 20.0.1.${n}`).join('\n')}`,
    code: 'address-too-many',
    verdict: 'unreachable',
  },
  {
    why: 'an address that no way leads to',
    zone: `${mail(match)}\nmx IN AAAA 2a00::1`,
    code: 'address-no-route',
    verdict: 'unreachable',
    options: { connect: () => Promise.reject(new Interruption('no-route')) },
  },
  {
    why: 'a TLSA name that leads to an unsigned zone',
    zone: elsewhere('unsigned'),
    code: 'tlsa-insecure',
    verdict: 'no-dane',
  },
  {
    why: 'a TLSA name that leads to a bogus zone',
    zone: elsewhere('wrong-key'),
    code: 'tlsa-bogus',
    verdict: 'defer',
  },
  {
    why: 'a usage that is not for mail',
    zone: mail(match, tlsaText('1 1 1', own.leaf)),
    code: 'tlsa-usage-not-for-smtp',
    verdict: 'pass-with-warnings',
  },
  {
    why: 'a record that nobody can use',
    zone: mail(match, '3 1 1 abcd'),
    code: 'tlsa-record-unusable',
    verdict: 'pass-with-warnings',
  },
  {
    why: 'a whole key',
    zone: mail(
      `3 1 0 ${createPublicKey(own.leaf.key).export({ format: 'der', type: 'spki' }).toString('hex')}`,
    ),
    code: 'tlsa-full-data',
    verdict: 'pass-with-warnings',
  },
  {
    why: 'more records than Exchange Online looks at',
    zone: mail(
      match,
      ...Array.from({ length: 12 }, (_, n) => `3 1 1 ${String(n).padStart(64, '0')}`),
    ),
    code: 'tlsa-too-many',
    verdict: 'pass-with-warnings',
  },
  {
    why: 'one record',
    zone: mail(match),
    code: 'tlsa-single-record',
    verdict: 'pass',
  },
  {
    why: 'a combination whose records are all of the past',
    zone: mail(match, tlsaText('2 1 1', issue('Old CA', { isCa: true }))),
    code: 'tlsa-combination-stale',
    verdict: 'pass-with-warnings',
  },
  {
    why: 'a TTL of more than a day',
    zone: `${mail()}\n_25._tcp.mx 90000 IN TLSA ${match}`,
    code: 'tlsa-ttl-long',
    verdict: 'pass-with-warnings',
  },
  {
    why: 'a TTL of a minute',
    zone: `${mail()}\n_25._tcp.mx 60 IN TLSA ${match}`,
    code: 'tlsa-ttl-short',
    verdict: 'pass',
  },
];

const shown = (identities: readonly ReturnType<typeof identity>[]) => ({
  servers: { '20.0.0.1': { identities } },
});
const past = identity('mx.example.test', pastDates);
const future = identity('mx.example.test', { notBefore: from(1), notAfter: from(90) });
const ending = identity('mx.example.test', { notBefore: from(-80), notAfter: from(3) });
const stranger = identity('stranger.test');
const forged = identity('mx.example.test', { issuer: issue('Lab Root', { isCa: true }) });
const anchor = tlsaText('2 1 1', labRoot);
const hash =
  '2 0 1 ' +
  tlsaText('2 0 1', issue('Root', { isCa: true }))
    .split(' ')
    .at(-1);

const inCertificates: readonly Case[] = [
  {
    why: 'usage 2 of the server’s own certificate',
    zone: mail(tlsaText('2 1 1', own.leaf)),
    code: 'tlsa-anchor-is-leaf',
    verdict: 'fail',
  },
  {
    why: 'an issuer that is not sent',
    zone: mail(hash),
    code: 'tlsa-no-match',
    verdict: 'fail',
  },
  {
    why: 'a path that no signature holds together',
    zone: mail(anchor),
    code: 'certificate-path-untrusted',
    verdict: 'fail',
    options: shown([{ leaf: forged.leaf, issuers: [labRoot] }]),
  },
  {
    why: 'usage 2 before its time',
    zone: mail(anchor),
    code: 'certificate-not-yet-valid',
    verdict: 'fail',
    options: shown([future]),
  },
  {
    why: 'usage 3 before its time',
    zone: mail(tlsaText('3 1 1', future.leaf)),
    code: 'leaf-not-yet-valid-ignored',
    verdict: 'pass-with-warnings',
    options: shown([future]),
  },
  {
    why: 'usage 3 after its time',
    zone: mail(tlsaText('3 1 1', past.leaf)),
    code: 'leaf-expired-ignored',
    verdict: 'pass-with-warnings',
    options: shown([past]),
  },
  {
    why: 'a certificate that ends in three days',
    zone: mail(tlsaText('3 1 1', ending.leaf)),
    code: 'leaf-expires-soon',
    verdict: 'pass-with-warnings',
    options: shown([ending]),
  },
  {
    why: 'usage 3 under another name',
    zone: mail(tlsaText('3 1 1', stranger.leaf)),
    code: 'leaf-name-ignored',
    verdict: 'pass',
    options: shown([stranger]),
  },
];

describe('a finding', () => {
  it.each([...inDns, ...inCertificates])(
    '$code: $why',
    async ({ zone, code, verdict, options }) => {
      const result = await check(zone, options);
      expect(codes(result)).toContain(code);
      expect(result.verdict).toBe(verdict);
    },
  );
});

const context = createSecureContext({
  key: own.leaf.key.export({ format: 'pem', type: 'pkcs8' }),
  cert: own.leaf.pem,
});

const offer = '250-mx\r\n250 STARTTLS\r\n';

/** All right up to TLS, which `options` say how to speak. */
function mailServer(options: ConstructorParameters<typeof TLSSocket>[1]) {
  return (socket: Socket): void => {
    socket.write('220 mx\r\n');
    socket.once('data', () => {
      socket.write(offer);
      socket.once('data', () => {
        socket.write('220 go\r\n');
        new TLSSocket(socket, { isServer: true, ...options }).on('error', () => {}).resume();
      });
    });
  };
}

async function checkOver(
  serve: (socket: Socket, connection: number) => void,
  settings: WorldOptions['settings'] = {},
): Promise<DaneCheck> {
  let connections = 0;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    serve(socket, (connections += 1));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    return await check(mail(match), { servers: {}, ports: { '20.0.0.1': port }, settings });
  } finally {
    for (const socket of sockets) socket.destroy();
    server.close();
  }
}

describe('a server', () => {
  it.each([
    [['421 4.3.2 come back'], 'defer', 'smtp-try-later', null],
    [['554 5.7.1 not from here'], 'unreachable', 'smtp-turned-away', null],
    [['HTTP/1.1 400 Bad Request'], 'unreachable', 'smtp-not-understood', null],
    [['220 mx', '250 mx'], 'fail', 'starttls-not-offered', '5.7.321'],
    [['220 mx', offer.trim(), '502 no'], 'fail', 'starttls-refused', '5.7.321'],
    [['220 mx', offer.trim(), '454 no'], 'defer', 'smtp-try-later', null],
  ])('that says %j: %s', async (said, verdict, code, exchangeCode) => {
    const result = await checkOver((socket) => {
      const replies = said.map((reply) => `${reply}\r\n`);
      socket.write(replies.shift() ?? '');
      socket.on('data', () => socket.write(replies.shift() ?? ''));
    });
    expect(result.verdict).toBe(verdict);
    const found = result.findings.find((each) => each.code === code);
    expect(found).toMatchObject({ where: { ip: '20.0.0.1' }, exchangeCode });
  });

  it('that wants SNI is told of, and passes', async () => {
    const serve = mailServer({
      secureContext: createSecureContext({}),
      SNICallback: (_, done) => done(null, context),
    });
    const result = await checkOver((socket) => serve(socket), { beside: true });
    expect(codes(result)).toContain('sni-required');
    expect(result.verdict).toBe('pass-with-warnings');
  });

  it('that lets us in once is judged by that once, and the rest is named as unknown', async () => {
    const serve = mailServer({ secureContext: context });
    const result = await checkOver((socket, connection) => {
      if (connection === 1) serve(socket);
      else socket.destroy();
    });
    expect(codes(result)).toContain('other-keys-untested');
    expect(result.verdict).toBe('pass-with-warnings');
  });

  it('that slows us down is not asked again, and what is left means later', async () => {
    const serve = mailServer({ secureContext: context });
    let connections = 0;
    const result = await checkOver((socket, connection) => {
      connections = connection;
      if (connection === 1) serve(socket);
      else socket.end('421 4.7.0 too many\r\n');
    });
    expect(connections).toBe(2);
    expect(result.verdict).toBe('defer');
    expect(codes(result)).not.toContain('other-keys-untested');
  });
});

const hosted = (host: string, zone: WorldZone): readonly WorldZone[] => [
  { origin: 'example.test', text: `@ IN MX 0 ${host}.` },
  zone,
];

const microsoft = 'example-test.o-v1.mx.microsoft';
const signed = (...lines: readonly string[]) =>
  hosted(microsoft, {
    origin: 'mx.microsoft',
    text: ['example-test.o-v1 IN A 20.0.0.1', ...lines].join('\n'),
  });

describe('Exchange Online’s own servers', () => {
  it('of the old kind can’t have DANE, and are asked for no TLSA record', async () => {
    const host = 'example-test.mail.protection.outlook.com';
    await using world = await daneWorld({
      zones: hosted(host, {
        origin: 'outlook.com',
        text: 'example-test.mail.protection IN A 20.0.0.1',
        delegation: 'unsigned',
      }),
    });
    const result = await world.check('example.test');
    expect(codes(result)).toContain('exchange-online-legacy-host');
    expect(result).toMatchObject({ verdict: 'no-dane', hosts: [{ tlsaStatus: null }] });
    expect(world.questions.filter((text) => text.endsWith(' TLSA'))).toEqual([]);
  });

  it('of the new kind without a record are not switched on; nobody is to publish one', async () => {
    const bare = await check(signed());
    expect(codes(bare)).toContain('exchange-online-not-enabled');
    expect(bare.findings.flatMap(({ records }) => records ?? [])).toEqual([]);
    const enabled = await check(signed(`_25._tcp.example-test.o-v1 IN TLSA ${match}`));
    expect(codes(enabled)).toContain('exchange-online-host');
    expect(enabled.verdict).toBe('pass');
  });
});

const policy = (mx: string, mode = 'enforce') =>
  `version: STSv1\nmode: ${mode}\nmx: ${mx}\nmax_age: 86400\n`;

describe('beside DANE', () => {
  const announced = '_mta-sts IN TXT "v=STSv1; id=1"\nmta-sts IN A 20.0.0.9';

  async function beside(
    body: string,
    lines = announced,
    options: Omit<WorldOptions, 'zones'> = {},
  ): Promise<DaneCheck> {
    return await check(`${mail(match)}\n${lines}`, {
      settings: { beside: true },
      roots: [labRoot.der],
      fetchPolicy: async () => ({ ok: true, body }),
      ...options,
    });
  }

  it.each([
    ['a policy that fits', policy('mx.example.test'), announced, 'mta-sts-in-order', 'pass'],
    ['a wildcard that fits', policy('*.example.test'), announced, 'mta-sts-in-order', 'pass'],
    [
      'a host that is not listed',
      policy('mail.example.test'),
      announced,
      'mta-sts-mx-not-listed',
      'pass-with-warnings',
    ],
    [
      'a wildcard taken for several labels',
      policy('*.test'),
      announced,
      'mta-sts-wildcard-one-label',
      'pass-with-warnings',
    ],
    ['no policy', '', '', 'mta-sts-absent', 'pass'],
    [
      'two records',
      policy('mx.example.test'),
      `${announced}\n_mta-sts IN TXT "v=STSv1; id=2"`,
      'mta-sts-record-invalid',
      'pass-with-warnings',
    ],
    ['nonsense', '<html>', announced, 'mta-sts-policy-invalid', 'pass-with-warnings'],
    ['no reports', '', '', 'tls-reporting-absent', 'pass'],
    [
      'reports to nobody',
      '',
      '_smtp._tls IN TXT "v=TLSRPTv1; rua="',
      'tls-reporting-invalid',
      'pass-with-warnings',
    ],
  ] as const)('%s', async (_, body, lines, code, verdict) => {
    const result = await beside(body, lines);
    expect(codes(result)).toContain(code);
    expect(result.verdict).toBe(verdict);
  });

  it('a certificate that the Web does not trust breaks MTA-STS, whatever DANE says', async () => {
    const result = await beside(policy('mx.example.test'), announced, { roots: [] });
    expect(codes(result)).toContain('mta-sts-certificate');
    expect(result.hosts[0]?.verdict).toBe('pass');
  });

  it('never mends what DANE refuses (RFC 8461 §2)', async () => {
    const result = await check(`${mail(other)}\n${announced}`, {
      settings: { beside: true },
      roots: [labRoot.der],
      fetchPolicy: async () => ({ ok: true, body: policy('mx.example.test') }),
    });
    expect(result.verdict).toBe('fail');
  });
});
