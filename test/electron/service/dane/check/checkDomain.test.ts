import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { tlsCapabilities } from '../../../../../electron/service/smtp/capabilities.ts';
import type { DaneCheck } from '../../../../../shared/dane/check.ts';
import { daneWorld } from '../../../../support/daneWorld.ts';
import type { World, WorldOptions, WorldZone } from '../../../../support/daneWorld.ts';
import { identity, labRoot, pastDates, tlsaText } from '../../../../support/labCertificates.ts';

const own = identity('mx.example.test');
const match = tlsaText('3 1 1', own.leaf);
const server = { '20.0.0.1': { identities: [own] } };

let world: World | null = null;
afterEach(async () => {
  await world?.[Symbol.asyncDispose]();
  world = null;
});

async function check(
  zone: string | readonly WorldZone[],
  options: Omit<WorldOptions, 'zones'> = {},
  domain = 'example.test',
): Promise<DaneCheck> {
  const zones = typeof zone === 'string' ? [{ origin: 'example.test', text: zone }] : zone;
  world = await daneWorld({ zones, servers: server, ...options });
  return world.check(domain);
}

/** MX, address and TLSA records of one host. */
function mail(...tlsa: readonly string[]): string {
  return [
    '@ IN MX 10 mx',
    'mx IN A 20.0.0.1',
    ...tlsa.map((record) => `_25._tcp.mx IN TLSA ${record}`),
  ].join('\n');
}

const codes = ({ findings }: DaneCheck) => findings.map(({ code }) => code);
const asked = (type: string) => world!.questions.filter((text) => text.endsWith(` ${type}`));

describe('the way to the servers', () => {
  it('a null MX takes no mail', async () => {
    const result = await check('@ IN MX 0 .');
    expect(result).toMatchObject({
      verdict: 'no-mail',
      protectedByDane: false,
      mx: { null: true, implicit: false, records: [{ preference: 0, exchange: '.' }] },
      hosts: [],
    });
    expect(codes(result)).toEqual(['null-mx']);
  });

  it('a name without MX and address takes no mail, nor does one that does not exist', async () => {
    expect(await check('other IN A 20.0.0.1')).toMatchObject({
      verdict: 'no-mail',
      mx: { implicit: true, status: 'secure' },
    });
    const nothing = await check('', {}, 'nowhere.test');
    expect(nothing).toMatchObject({ verdict: 'no-mail', mx: { implicit: false } });
    expect(codes(nothing)).toEqual(['domain-not-found']);
  });

  it('without MX the domain itself is the host', async () => {
    const self = identity('example.test');
    const zone = `@ IN A 20.0.0.1\n_25._tcp IN TLSA ${tlsaText('2 1 1', labRoot)}`;
    const result = await check(zone, { servers: { '20.0.0.1': { identities: [self] } } });
    expect(result).toMatchObject({
      verdict: 'pass',
      protectedByDane: true,
      mx: { implicit: true, records: [] },
      hosts: [{ name: 'example.test', preference: null }],
    });
  });

  it('sorts by preference, then name, and looks at a host once', async () => {
    const zone = ['20 b', '10 c', '20 a', '30 c']
      .map((record) => `@ IN MX ${record}`)
      .concat('a IN A 20.0.0.1', 'b IN A 20.0.0.1', 'c IN A 20.0.0.1')
      .join('\n');
    const { mx, hosts } = await check(zone);
    expect(mx!.records.map(({ preference, exchange }) => `${preference} ${exchange}`)).toEqual([
      '10 c.example.test',
      '20 a.example.test',
      '20 b.example.test',
      '30 c.example.test',
    ]);
    expect(hosts.map(({ name, preference }) => `${preference} ${name}`)).toEqual([
      '10 c.example.test',
      '20 a.example.test',
      '20 b.example.test',
    ]);
  });

  it('a bogus or failing MX answer means later, and nobody is connected to', async () => {
    const bogus = await check([
      { origin: 'example.test', text: mail(match), delegation: 'wrong-key' },
    ]);
    expect(bogus).toMatchObject({ verdict: 'defer', protectedByDane: null, hosts: [] });
    expect(bogus.findings[0]).toMatchObject({
      code: 'mx-bogus',
      exchangeCode: '5.7.324',
      tlsRptType: 'dnssec-invalid',
    });
    const failing = await check(mail(match), { failing: ['example.test MX'] });
    expect(failing).toMatchObject({ verdict: 'defer', mx: { status: 'indeterminate' } });
    expect(world!.connections).toEqual([]);
  });

  it('an insecure MX answer caps the domain, whatever the host does', async () => {
    const result = await check(
      [
        { origin: 'plain.test', text: '@ IN MX 10 mx.example.test.', delegation: 'unsigned' },
        { origin: 'example.test', text: mail(match) },
      ],
      {},
      'plain.test',
    );
    expect(result).toMatchObject({
      verdict: 'host-only',
      protectedByDane: false,
      mx: { status: 'insecure' },
      hosts: [{ verdict: 'pass', addressStatus: 'secure' }],
    });
  });

  it('servers that share a key are told of', async () => {
    const backup = `@ IN MX 20 backup\nbackup IN A 20.0.0.2\n_25._tcp.backup IN TLSA ${match}`;
    const zone = `${mail(match)}\n${backup}`;
    const shared = { ...server, '20.0.0.2': { identities: [own] } };
    const result = await check(zone, { servers: shared });
    expect(codes(result)).toContain('mx-same-key');
    expect(result.verdict).toBe('pass');
    const apart = await check(zone, {
      servers: { ...server, '20.0.0.2': { identities: [identity('backup.example.test')] } },
    });
    expect(codes(apart)).not.toContain('mx-same-key');
  });

  it('the worst host decides, and one without DANE beside others is named', async () => {
    const zone = `${mail(match)}\n@ IN MX 20 backup\nbackup IN A 20.0.0.1`;
    const result = await check(zone);
    expect(result).toMatchObject({ verdict: 'no-dane', protectedByDane: false });
    expect(codes(result)).toContain('mx-backup-without-dane');
  });
});

describe('addresses come first', () => {
  it('no TLSA question is asked of an unsigned zone', async () => {
    const result = await check([
      { origin: 'example.test', text: '@ IN MX 10 mx.plain.test.' },
      {
        origin: 'plain.test',
        text: `mx IN A 20.0.0.1\n_25._tcp.mx IN TLSA ${match}`,
        delegation: 'unsigned',
      },
    ]);
    expect(result).toMatchObject({
      verdict: 'no-dane',
      hosts: [{ addressStatus: 'insecure', tlsaStatus: null, tlsaBase: null, tlsa: [] }],
    });
    expect(asked('TLSA')).toEqual([]);
  });

  it('one family that fails is a warning, two are a reason to wait', async () => {
    const one = await check(mail(match), { failing: ['mx.example.test AAAA'] });
    expect(one).toMatchObject({
      verdict: 'pass-with-warnings',
      hosts: [{ addressStatus: 'secure', addressStatuses: { a: 'secure', aaaa: 'indeterminate' } }],
    });
    expect(codes(one)).toContain('address-family-failed');
    const both = await check(mail(match), {
      failing: ['mx.example.test AAAA', 'mx.example.test A'],
    });
    expect(both).toMatchObject({ verdict: 'defer', protectedByDane: null });
    expect(both.hosts[0]!.findings).toEqual(['address-lookup-failed']);
  });

  it('no address in one family and a failure in the other is a reason to wait', async () => {
    const zone = '@ IN MX 10 mx\nother IN A 20.0.0.1\nmx IN TXT "x"';
    const result = await check(zone, { failing: ['mx.example.test AAAA'] });
    expect(result).toMatchObject({ verdict: 'defer', hosts: [{ addressStatus: 'secure' }] });
  });

  it('a host without address is out of reach', async () => {
    expect(await check('@ IN MX 10 mx')).toMatchObject({
      verdict: 'unreachable',
      hosts: [{ findings: ['no-address'], addresses: [] }],
    });
  });

  it('private and reserved addresses are not connected to, unless allowed', async () => {
    const zone = mail(match).replace('20.0.0.1', '10.1.2.3');
    expect(await check(zone)).toMatchObject({
      verdict: 'unreachable',
      protectedByDane: true,
      hosts: [{ addresses: [{ ip: '10.1.2.3', skipped: 'reserved', probes: [], verdict: null }] }],
    });
    expect(world!.connections).toEqual([]);
    const allowed = await check(zone, {
      servers: { '10.1.2.3': { identities: [own] } },
      settings: { allowPrivate: true },
    });
    expect(allowed.verdict).toBe('pass');
  });

  it('one reserved address beside a good one only warns', async () => {
    const result = await check(`${mail(match)}\nmx IN A 127.0.0.1`);
    expect(result.verdict).toBe('pass-with-warnings');
    expect(codes(result)).toContain('address-reserved');
  });
});

const target = (...lines: string[]): WorldZone => ({
  origin: 'target.test',
  text: ['real IN A 20.0.0.1', ...lines].join('\n'),
});

describe('the TLSA base (RFC 7672 §2.2.2)', () => {
  const alias = '@ IN MX 10 mx\nmx IN CNAME real.target.test.';
  const real = identity('real.target.test');
  const servers = { '20.0.0.1': { identities: [real] } };
  const root = tlsaText('2 1 1', labRoot);

  it('is where the alias leads, if there are records', async () => {
    const result = await check(
      [{ origin: 'example.test', text: alias }, target(`_25._tcp.real IN TLSA ${root}`)],
      { servers },
    );
    expect(result.verdict).toBe('pass-with-warnings');
    expect(result.hosts[0]).toMatchObject({ tlsaBase: 'real.target.test', tlsaStatus: 'secure' });
    expect(result.hosts[0]!.addresses[0]!.probes[0]!.sni).toBe('real.target.test');
    expect(codes(result)).toContain('mx-is-alias');
  });

  it('is the alias itself where its end has none', async () => {
    const result = await check([
      { origin: 'example.test', text: `${alias}\n_25._tcp.mx IN TLSA ${match}` },
      target(),
    ]);
    expect(result.verdict).toBe('pass-with-warnings');
    expect(result.hosts[0]).toMatchObject({ tlsaBase: 'mx.example.test' });
    expect(asked('TLSA')).toEqual([
      '_25._tcp.real.target.test TLSA',
      '_25._tcp.mx.example.test TLSA',
    ]);
  });

  it('is the alias where only the alias is signed', async () => {
    const result = await check([
      { origin: 'example.test', text: `${alias}\n_25._tcp.mx IN TLSA ${match}` },
      { ...target(`_25._tcp.real IN TLSA ${root}`), delegation: 'unsigned' },
    ]);
    expect(result.hosts[0]).toMatchObject({
      addressStatus: 'insecure',
      tlsaBase: 'mx.example.test',
      tlsaStatus: 'secure',
      verdict: 'pass-with-warnings',
    });
    expect(asked('TLSA')).toEqual(['_25._tcp.mx.example.test TLSA']);
  });

  it('is not looked for elsewhere after an error', async () => {
    const result = await check(
      [{ origin: 'example.test', text: `${alias}\n_25._tcp.mx IN TLSA ${match}` }, target()],
      { failing: ['_25._tcp.real.target.test TLSA'] },
    );
    expect(result).toMatchObject({ verdict: 'defer', protectedByDane: null });
    expect(asked('TLSA')).toEqual(['_25._tcp.real.target.test TLSA']);
  });

  it('is never a name in between', async () => {
    const zone = '@ IN MX 10 mx\nmx IN CNAME between\nbetween IN CNAME real.target.test.';
    const result = await check([
      { origin: 'example.test', text: `${zone}\n_25._tcp.between IN TLSA ${match}` },
      target(),
    ]);
    expect(result.verdict).toBe('no-dane');
    expect(asked('TLSA').some((text) => text.includes('between'))).toBe(false);
  });

  it('stays when the TLSA name is an alias', async () => {
    const zone = mail().concat(`\n_25._tcp.mx IN CNAME _dane\n_dane IN TLSA ${match}`);
    const result = await check(zone);
    expect(result).toMatchObject({ verdict: 'pass', hosts: [{ tlsaBase: 'mx.example.test' }] });
  });

  it('a domain that is an alias, and what it leads to, name the server', async () => {
    const zones = [
      { origin: 'alias.test', text: 'mail IN CNAME example.test.' },
      { origin: 'example.test', text: mail(root) },
    ];
    const names = ['mail.alias.test', 'example.test', 'mx.example.test', 'other.test'];
    const verdicts: string[] = [];
    for (const certified of names) {
      const servers = { '20.0.0.1': { identities: [identity(certified)] } };
      verdicts.push((await check(zones, { servers }, 'mail.alias.test')).verdict);
    }
    expect(verdicts).toEqual(['pass', 'pass', 'pass', 'fail']);
  });

  it('the next-hop domain names the server too, if the MX answer is secure', async () => {
    const forDomain = identity('mail.test');
    const result = await check(
      [
        { origin: 'mail.test', text: '@ IN MX 10 mx.example.test.' },
        { origin: 'example.test', text: mail(root) },
      ],
      { servers: { '20.0.0.1': { identities: [forDomain] } } },
      'mail.test',
    );
    expect(result.verdict).toBe('pass');
    const insecure = await check(
      [
        { origin: 'mail.test', text: '@ IN MX 10 mx.example.test.', delegation: 'unsigned' },
        { origin: 'example.test', text: mail(root) },
      ],
      { servers: { '20.0.0.1': { identities: [forDomain] } } },
      'mail.test',
    );
    expect(insecure.verdict).toBe('fail');
    expect(codes(insecure)).toContain('certificate-name-mismatch');
  });
});

describe('TLSA answers', () => {
  it('proven absence is no DANE, with the record to publish', async () => {
    const result = await check(mail());
    expect(result).toMatchObject({
      verdict: 'no-dane',
      protectedByDane: false,
      hosts: [{ tlsaBase: 'mx.example.test', tlsaStatus: 'secure', tlsa: [] }],
    });
    const absent = result.findings.find(({ code }) => code === 'tlsa-absent');
    expect(absent!.records).toEqual([`_25._tcp.mx.example.test. IN TLSA ${match}`]);
  });

  it('no answer is not "none"', async () => {
    const result = await check(mail(match), { failing: ['_25._tcp.mx.example.test TLSA'] });
    expect(result).toMatchObject({ verdict: 'defer', protectedByDane: null });
    expect(result.findings.find(({ code }) => code === 'tlsa-lookup-failed')!.exchangeCode).toBe(
      '5.4.312',
    );
  });

  it('records that nobody can use leave TLS mandatory', async () => {
    const result = await check(mail(tlsaText('1 1 1', own.leaf), '3 1 1 abcd'));
    expect(result).toMatchObject({ verdict: 'tls-only', protectedByDane: false });
    expect(
      result.hosts[0]!.tlsa.map(({ usable, reason, matches }) => [usable, reason, matches]),
    ).toEqual(
      expect.arrayContaining([
        [false, 'usage-not-for-smtp', false],
        [false, 'digest-length', false],
      ]),
    );
    const plain = { '20.0.0.1': { identities: [own], startTls: false } };
    expect((await check(mail('3 1 1 abcd'), { servers: plain })).verdict).toBe('fail');
  });
});

describe('the proof that a TLSA name has no address', () => {
  it('is asked for beside the rest, and warned of when it fails', async () => {
    const broken = await check(mail(match), {
      settings: { beside: true },
      failing: ['_25._tcp.mx.example.test A'],
    });
    expect(broken.verdict).toBe('pass-with-warnings');
    expect(codes(broken)).toContain('denial-broken');
    const sound = await check(mail(match), { settings: { beside: true } });
    expect(codes(sound)).not.toContain('denial-broken');
    expect(sound.verdict).toBe('pass');
  });
});

describe('the connection', () => {
  it('each address and each kind of key has a verdict of its own', async () => {
    const rsa = identity('mx.example.test', { keyType: 'rsa' });
    const result = await check(`${mail(match)}\nmx IN A 20.0.0.2\nmx IN A 20.0.0.3`, {
      servers: {
        ...server,
        '20.0.0.2': { identities: [own, rsa] },
      },
    });
    expect(result.verdict).toBe('fail');
    const [host] = result.hosts;
    expect(Object.fromEntries(host!.addresses.map(({ ip, verdict }) => [ip, verdict]))).toEqual({
      '20.0.0.1': 'pass',
      '20.0.0.2': 'fail',
      '20.0.0.3': 'unreachable',
    });
    const { probes } = host!.addresses.find(({ ip }) => ip === '20.0.0.2')!;
    const bySni = probes.filter(({ sni }) => sni !== null);
    expect(Object.fromEntries(bySni.map(({ keyType, verdict }) => [keyType, verdict]))).toEqual({
      rsa: 'fail',
      ecdsa: 'pass',
    });
  });

  it('an expired certificate fails under usage 2 and only warns under usage 3', async () => {
    const old = identity('mx.example.test', pastDates);
    const servers = { '20.0.0.1': { identities: [old] } };
    const two = await check(mail(tlsaText('2 1 1', labRoot)), { servers });
    expect(two.verdict).toBe('fail');
    expect(two.findings.find(({ severity }) => severity === 'error')).toMatchObject({
      code: 'certificate-expired',
      exchangeCode: '5.7.322',
    });
    const three = await check(mail(tlsaText('3 1 1', old.leaf)), { servers });
    expect(three.verdict).toBe('pass-with-warnings');
  });

  it('clients with digest agility fail where only the weaker digest matches', async () => {
    const other = identity('mx.example.test');
    const result = await check(mail(match, tlsaText('3 1 2', other.leaf)));
    expect(result.verdict).toBe('fail');
    const found = result.findings.find(({ code }) => code === 'tlsa-weaker-digest-only');
    // The one with the weaker digest is there already, and would not help.
    expect(found?.records).toEqual([
      `_25._tcp.mx.example.test. IN TLSA ${tlsaText('3 1 2', own.leaf)}`,
    ]);
  });

  it('no STARTTLS is a failure', async () => {
    const result = await check(mail(match), {
      servers: { '20.0.0.1': { identities: [own], startTls: false } },
    });
    expect(result.verdict).toBe('fail');
    expect(result.findings.find(({ severity }) => severity === 'error')).toMatchObject({
      code: 'starttls-not-offered',
      exchangeCode: '5.7.321',
      tlsRptType: 'starttls-not-supported',
    });
  });

  it('what the DNS decides stands, though nobody answers', async () => {
    expect((await check(mail(), { servers: {} })).verdict).toBe('no-dane');
    expect((await check(mail(match), { servers: {} })).verdict).toBe('unreachable');
  });

  it('a default certificate that does not match only warns', async () => {
    const result = await check(mail(match), {
      settings: { beside: true },
      servers: {
        '20.0.0.1': {
          identities: [identity('default.example.test')],
          byServerName: { 'mx.example.test': [own] },
        },
      },
    });
    expect(result.verdict).toBe('pass-with-warnings');
    expect(codes(result)).toContain('default-certificate-differs');
    const bare = result.hosts[0]!.addresses[0]!.probes.find(({ sni }) => sni === null);
    expect(bare).toMatchObject({ verdict: 'pass-with-warnings', matched: null });
  });

  it('what this runtime can not speak is not a failure of the server', async () => {
    const { signatureAlgorithms } = tlsCapabilities();
    const rare = identity('mx.example.test', { keyType: 'ed448' });
    const result = await check(mail(tlsaText('3 1 1', rare.leaf)), {
      servers: { '20.0.0.1': { identities: [rare] } },
      capabilities: {
        signatureAlgorithms: { rsa: signatureAlgorithms.rsa!, ecdsa: signatureAlgorithms.ecdsa! },
        acceptsWeakKeys: false,
      },
    });
    expect(result.verdict).toBe('unreachable');
    expect(codes(result)).toContain('runtime-cannot-test');
  });

  it('"too many connections" ends the questions, and means later for what is left', async () => {
    let count = 0;
    const busy = createServer((socket) => {
      count += 1;
      socket.on('error', () => {});
      socket.end(count === 1 ? '421 4.7.0 slow down\r\n' : '220 hi\r\n');
    });
    await new Promise<void>((resolve) => busy.listen(0, '127.0.0.1', resolve));
    try {
      const result = await check(mail(match), {
        servers: {},
        ports: { '20.0.0.1': (busy.address() as AddressInfo).port },
      });
      expect(result.verdict).toBe('defer');
      expect(world!.connections).toHaveLength(1);
    } finally {
      busy.close();
    }
  });

  it('a server that hangs costs twelve time-outs at the most', async () => {
    let connections = 0;
    const silent = createServer((socket) => {
      connections += 1;
      socket.on('error', () => {});
    });
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    try {
      const { port } = silent.address() as AddressInfo;
      const result = await check(mail(match), {
        servers: {},
        ports: { '20.0.0.1': port },
        settings: { timeout: 100 },
      });
      expect(result.verdict).toBe('unreachable');
      expect(connections).toBeGreaterThan(0);
      expect(connections).toBeLessThanOrEqual(12);
    } finally {
      silent.close();
    }
  });

  it('a host whose records never come is put off when the time of a check is up', async () => {
    const result = await check(mail(match), {
      silent: ['mx.example.test A'],
      settings: { timeout: 50 },
    });
    expect(result).toMatchObject({
      verdict: 'defer',
      hosts: [{ name: 'mx.example.test', verdict: 'defer' }],
    });
    expect(codes(result)).toContain('time-limit');
    expect(world!.connections).toEqual([]);
  });
});

describe('one run', () => {
  it('connects to a host once for all domains that share it, and judges each by its names', async () => {
    const shared = identity('one.test');
    const domains = ['one.test', 'two.test', 'three.test'];
    world = await daneWorld({
      zones: [
        { origin: 'example.test', text: mail(tlsaText('2 1 1', labRoot)) },
        ...domains.map((origin) => ({ origin, text: '@ IN MX 10 mx.example.test.' })),
      ],
      servers: { '20.0.0.1': { identities: [shared] } },
      settings: { handshakes: 'one' },
    });
    const results = await Promise.all(domains.map((domain) => world!.check(domain)));
    expect(results.map(({ verdict }) => verdict)).toEqual(['pass', 'fail', 'fail']);
    expect(world.connections).toEqual(['20.0.0.1']);
  });

  it('judges other services by RFC 7671: usages 0 and 1 count, with roots', async () => {
    const web = identity('www.example.test');
    const secure = createTlsServer({
      key: web.leaf.key.export({ format: 'pem', type: 'pkcs8' }),
      cert: web.leaf.pem + labRoot.pem,
    });
    secure.on('tlsClientError', () => {});
    await new Promise<void>((resolve) => secure.listen(0, '127.0.0.1', resolve));
    const { port } = secure.address() as AddressInfo;
    const zone = `www IN A 20.0.0.1\n_8443._tcp.www IN TLSA ${tlsaText('1 1 1', web.leaf)}`;
    const one = (roots: readonly Uint8Array[]) =>
      check(
        zone,
        {
          servers: {},
          ports: { '20.0.0.1': port },
          settings: { service: 'tls', beside: true },
          roots,
        },
        'www.example.test:8443',
      );
    try {
      expect(await one([labRoot.der])).toMatchObject({
        domain: 'www.example.test:8443',
        mx: null,
        verdict: 'pass',
        protectedByDane: true,
        hosts: [{ preference: null, addresses: [{ probes: [{ matched: { depth: 0 } }, {}] }] }],
      });
      const untrusted = await one([]);
      expect(untrusted.verdict).toBe('fail');
      expect(codes(untrusted)).toContain('certificate-pkix-failed');
    } finally {
      secure.close();
    }
  });
});
