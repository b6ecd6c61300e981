import { execFileSync } from 'node:child_process';
import { afterAll, describe, expect, it } from 'vitest';
import { createCertificateFiles } from '../../../support/certificateFiles.ts';
import { runCli } from '../../../support/runCli.ts';
import { spawnCli } from '../../../support/spawnCli.ts';

const files = createCertificateFiles();
afterAll(() => files.remove());
const leaf = files.path('leaf.pem');
const leafKey = files.digest('leaf.pem', 'publicKey', 'sha256');
const host = ['--host', 'mail.example.com'];
const password = 'p ä$"\'\n';
const spkiOf = (name: string) => files.digest(name, 'publicKey', 'sha256');

/** In this process, under the clock of the helper but with the present of the files. */
const generate = (...args: string[]) =>
  runCli(['tlsa', 'generate', ...args], { at: new Date(), stdin: password });
const zonesOf = (lines: readonly Record<string, unknown>[]) => lines.map(({ zone }) => zone);

async function usagesOfAll(name: string): Promise<number[]> {
  const { lines, exit } = await generate(files.path(name), ...host, '--all', '--json');
  expect(exit).toBe(0);
  expect(new Set(zonesOf(lines)).size).toBe(lines.length);
  return lines.map(({ record }) => (record as { usage: number }).usage);
}

describe('tlsa generate', () => {
  it('makes 3 1 1 of the leaf, as OpenSSL computes it', async () => {
    const { exit, lines, stderr } = await spawnCli(['tlsa', 'generate', leaf, ...host, '--json']);
    expect(lines()).toEqual([
      {
        schema: 'exo-companion/tlsa-record@1',
        source: leaf,
        subject: String.raw`CN=mail.example.com,O=Contoso\, Ltd.,C=NL`,
        fingerprint: files.digest('leaf.pem', 'certificate', 'sha256'),
        owner: '_25._tcp.mail.example.com.',
        ttl: null,
        record: { usage: 3, selector: 1, matchingType: 1, data: leafKey },
        zone: `_25._tcp.mail.example.com. IN TLSA 3 1 1 ${leafKey}`,
        warnings: [],
      },
    ]);
    expect(stderr).toBe('');
    expect(exit).toBe(0);
  });

  it.each([0, 1] as const)(
    'takes every selector and matching type (selector %i)',
    async (selector) => {
      const of = selector === 0 ? 'certificate' : 'publicKey';
      const expected = [
        files.der('leaf.pem', of).toString('hex'),
        files.digest('leaf.pem', of, 'sha256'),
        files.digest('leaf.pem', of, 'sha512'),
      ];
      for (const [matching, data] of expected.entries()) {
        const options = ['--selector', String(selector), '--matching', String(matching)];
        const { lines } = await generate(leaf, ...host, '--json', ...options);
        expect(lines[0]?.['record']).toEqual({ usage: 3, selector, matchingType: matching, data });
      }
    },
  );

  it('takes port, protocol, zone and time to live', async () => {
    const options = ['--port', '443', '--protocol', 'udp', '--zone', 'com', '--ttl', '600'];
    const { lines } = await generate(leaf, ...host, '--json', ...options);
    expect(lines[0]).toMatchObject({
      owner: '_443._udp.mail.example.com.',
      ttl: 600,
      zone: `_443._udp.mail.example.com. 600 IN TLSA 3 1 1 ${leafKey}`,
    });
  });

  it('stores an international host as A-labels', async () => {
    const { lines } = await generate(leaf, '--host', 'Mail.MÜNCHEN.example.', '--json');
    expect(lines[0]?.['owner']).toBe('_25._tcp.mail.xn--mnchen-3ya.example.');
  });

  it.each(['chain.pem', 'chain.p7b', 'leaf.der'])('reads %s by its content', async (name) => {
    const { lines } = await generate(files.path(name), ...host, '--json');
    expect(zonesOf(lines)).toEqual([`_25._tcp.mail.example.com. IN TLSA 3 1 1 ${leafKey}`]);
  });

  it('reads stdin for "-"', async () => {
    const stdin = files.der('leaf.pem', 'certificate');
    const args = ['tlsa', 'generate', '-', ...host, '--json'];
    const { exit, lines } = await spawnCli(args, { stdin });
    expect(lines()).toMatchObject([{ source: '-', record: { data: leafKey } }]);
    expect(exit).toBe(0);
  });

  it('takes the password of a .pfx from stdin', async () => {
    const args = ['tlsa', 'generate', files.path('chain.pfx'), ...host, '--json'];
    const right = await spawnCli([...args, '--password-stdin'], { stdin: password });
    expect(zonesOf(right.lines())).toEqual([`_25._tcp.mail.example.com. IN TLSA 3 1 1 ${leafKey}`]);
    expect(right.exit).toBe(0);
    const wrong = await spawnCli([...args, '--password-stdin'], { stdin: 'p\n' });
    expect(wrong.lines()).toMatchObject([{ code: 'pkcs12-password-wrong' }]);
    expect(wrong.exit).toBe(2);
    const none = await spawnCli(args);
    expect(none.lines()).toMatchObject([{ code: 'pkcs12-password-required' }]);
    expect(none.lines()[0]?.['action']).toContain('--password-stdin');
    expect(none.exit).toBe(2);
  });

  it('gives each leaf of a file its record', async () => {
    const { lines } = await generate(files.path('leaves.pem'), ...host, '--json');
    expect(lines.map(({ record }) => (record as { data: string }).data)).toEqual([
      leafKey,
      spkiOf('rsa.pem'),
    ]);
  });

  it('gives one record per CA certificate for usages 0 and 2, an error when there is none', async () => {
    const chain = files.path('chain.pem');
    const { lines, exit } = await generate(chain, ...host, '--json', '--usage', '2');
    expect(zonesOf(lines)).toEqual([
      `_25._tcp.mail.example.com. IN TLSA 2 1 1 ${spkiOf('ca.pem')}`,
    ]);
    expect(exit).toBe(0);
    const none = await generate(leaf, ...host, '--json', '--usage', '0');
    expect(none.lines).toMatchObject([
      { schema: 'exo-companion/error@1', item: leaf, id: null, code: 'tlsa-no-ca-certificate' },
    ]);
    expect(none.exit).toBe(2);
  });

  it('lists every row that a file allows', async () => {
    expect((await usagesOfAll('leaf.pem')).join('')).toBe('333333111111');
    expect(await usagesOfAll('chain.pem')).toHaveLength(24);
    expect(new Set(await usagesOfAll('ca.pem'))).toEqual(new Set([0, 2]));
    expect(await usagesOfAll('ca.pem')).toHaveLength(12);
  });

  it('makes a record of a self-signed certificate that OpenSSL marked as CA', async () => {
    const { lines, exit } = await generate(files.path('selfsigned.pem'), ...host, '--json');
    expect(zonesOf(lines)).toEqual([
      `_25._tcp.mail.example.com. IN TLSA 3 1 1 ${spkiOf('selfsigned.pem')}`,
    ]);
    expect(exit).toBe(0);
  });

  it('warns of dates and numbers, and lets neither change the exit code', async () => {
    const expired = await generate(leaf, ...host, '--json', '--at', '2100-01-01T00:00:00Z');
    expect(expired.lines[0]?.['warnings']).toContain('expired-ignored');
    expect(expired.exit).toBe(0);
    const usage1 = await generate(leaf, ...host, '--json', '--usage', '1', '--ttl', '100000');
    expect(usage1.lines[0]?.['warnings']).toEqual(['usage-unusable-for-smtp', 'ttl-very-long']);
    expect(usage1.exit).toBe(0);
  });

  it('takes the present from --at', async () => {
    for (const [time, warning] of [
      ['1999-01-01T00:00:00Z', 'not-yet-valid'],
      ['2200-01-01T00:00:00+01:00', 'expired-ignored'],
    ] as const) {
      const { lines } = await generate(leaf, ...host, '--json', '--at', time);
      expect(lines[0]?.['warnings']).toEqual([warning]);
    }
  });
});

describe('tlsa generate, many files', () => {
  const bad = ['page.cer', 'empty.pem', 'key.pem', 'request.pem', 'missing.pem'];
  const mixed = ['leaf.pem', ...bad, 'rsa.pem', 'selfsigned.pem'].map((name) => files.path(name));

  it('goes on past what can’t be read, in input order with --ordered', async () => {
    const args = ['--ordered', 'tlsa', 'generate', ...mixed, '/', ...host, '--json'];
    const { exit, lines } = await spawnCli(args);
    expect(
      lines().map((line) => line['code'] ?? (line['record'] as { data: string }).data),
    ).toEqual([
      leafKey,
      'certificate-html',
      'file-empty',
      'certificate-key-only',
      'certificate-request',
      'file-not-found',
      spkiOf('rsa.pem'),
      spkiOf('selfsigned.pem'),
      'file-unreadable',
    ]);
    for (const line of lines().filter(({ schema }) => schema === 'exo-companion/error@1')) {
      expect(Object.keys(line)).toEqual(['schema', 'item', 'id', 'code', 'message', 'action']);
      expect(line).toMatchObject({
        item: expect.stringMatching(/^\//) as string,
        id: null,
        message: expect.stringMatching(/\.$/) as string,
        action: expect.stringMatching(/\S/) as string,
      });
    }
    expect(exit).toBe(2);
  });

  it('says the same for people: records on stdout, what went wrong on stderr', async () => {
    const { exit, stdout, stderr } = await spawnCli(['tlsa', 'generate', ...mixed, ...host]);
    expect(stdout.match(/IN TLSA 3 1 1 [\da-f]{64}/g)).toHaveLength(3);
    for (const name of bad) expect(stderr).toContain(`${files.path(name)}: `);
    expect(stderr).not.toContain('TLSA 3 1 1');
    expect(exit).toBe(2);
  });

  it('prints all of five hundred, each once', async () => {
    const many = Array.from({ length: 500 }, (_, index) => mixed[index % 2 === 0 ? 0 : 6] ?? '');
    const { exit, lines } = await generate(...many, ...host, '--json');
    expect(lines).toHaveLength(500);
    expect(lines.filter(({ source }) => source === leaf)).toHaveLength(250);
    expect(exit).toBe(0);
  });

  it('refuses a file above 4 MiB before it reads it, and a device while it reads', async () => {
    const huge = files.path('huge.bin');
    execFileSync('truncate', ['-s', '2G', huge]);
    const { lines, exit } = await generate(huge, '/dev/zero', ...host, '--json', '--ordered');
    expect(lines.map(({ item, code }) => [item, code])).toEqual([
      [huge, 'file-too-large'],
      ['/dev/zero', 'file-too-large'],
    ]);
    expect(exit).toBe(2);
  });
});

describe('tlsa generate for people', () => {
  it('shows the record, what each part means, and that the zone is a guess', async () => {
    const { stdout } = await generate(leaf, ...host);
    expect(stdout).toContain(`_25._tcp.mail.example.com. IN TLSA 3 1 1 ${leafKey}\n`);
    expect(stdout).toContain('DANE-EE');
    expect(stdout).toMatch(/Zone: example\.com \(a guess/);
    expect((await generate(leaf, ...host, '--zone', 'example.com')).stdout).not.toContain('guess');
  });

  it('shows an international name as it is written', async () => {
    const { stdout } = await generate(leaf, '--host', 'mail.xn--mnchen-3ya.example');
    expect(stdout).toContain('mail.münchen.example');
    expect(stdout).toContain('_25._tcp.mail.xn--mnchen-3ya.example. IN TLSA');
  });

  it.each([
    ['zone', `_25._tcp.mail.example.com. IN TLSA 3 1 1 ${leafKey}\n`],
    ['generic', String.raw`_25._tcp.mail.example.com. IN TYPE52 \# 35 030101${leafKey}${'\n'}`],
    [
      'windows',
      `Add-DnsServerResourceRecord -TLSA -ZoneName 'example.com' -Name '_25._tcp.mail' -CertificateUsage DomainIssuedCertificate -Selector SubjectPublicKeyInfo -MatchingType Sha256Hash -CertificateAssociationData '${leafKey}'\n`,
    ],
    [
      'azure',
      `az network dns record-set tlsa add-record --resource-group RESOURCE-GROUP --zone-name example.com --record-set-name _25._tcp.mail --certificate-usage 3 --selector 1 --matching-type 1 --certificate-data ${leafKey}\n`,
    ],
  ])('prints nothing but the form of --format %s', async (format, expected) => {
    const { stdout, exit } = await generate(leaf, ...host, '--format', format);
    expect(stdout).toBe(expected);
    expect(exit).toBe(0);
  });

  it.each(['cloudflare', 'route53'])(
    'prints one JSON document for --format %s, of all files that can be read',
    async (format) => {
      const some = [leaf, files.path('empty.pem'), files.path('rsa.pem')];
      const { stdout, exit } = await generate(...some, ...host, '--format', format);
      const text = JSON.stringify(JSON.parse(stdout));
      expect(text.indexOf(leafKey)).toBeGreaterThan(0);
      expect(text.indexOf(spkiOf('rsa.pem'))).toBeGreaterThan(text.indexOf(leafKey));
      expect(exit).toBe(2);
    },
  );

  it('keeps the shape of --json whatever --format says', async () => {
    const plain = await generate(leaf, ...host, '--json');
    const formatted = await generate(leaf, ...host, '--json', '--format', 'windows');
    expect(formatted.stdout).toBe(plain.stdout);
  });
});

describe('tlsa generate, misused', () => {
  it.each([
    [[...host], 'usage'],
    [[leaf], 'usage'],
    [[leaf, '--host', '*.example.com'], 'host-wildcard'],
    [[leaf, '--host', '192.0.2.1'], 'host-ip-address'],
    [[leaf, '--host', 'mail_1.example.com'], 'host-invalid'],
    [[leaf, '--host', 'admin@example.com'], 'host-invalid'],
    [[leaf, ...host, '--zone', 'example.org'], 'zone-not-parent'],
    [[leaf, ...host, '--zone', '*.com'], 'zone-invalid'],
    [[leaf, ...host, '--port', '0'], 'port-invalid'],
    [[leaf, ...host, '--ttl', '1h'], 'ttl-invalid'],
    [[leaf, ...host, '--protocol', 'smtp'], 'usage'],
    [[leaf, ...host, '--usage', '4'], 'usage'],
    [[leaf, ...host, '--selector', '2'], 'usage'],
    [[leaf, ...host, '--matching', '-1'], 'usage'],
    [[leaf, ...host, '--format', 'bind'], 'usage'],
    [[leaf, ...host, '--all', '--usage', '3'], 'usage'],
    [[leaf, ...host, '--at', 'now'], 'usage'],
    [[leaf, ...host, ...host], 'usage'],
    [[leaf, ...host, '--frobnicate'], 'usage'],
    [['-', '-', ...host], 'usage'],
    [['-', ...host, '--password-stdin'], 'usage'],
    [[leaf, ...host, '--matching'], 'usage'],
    [[leaf, '--host', '--json'], 'usage'],
  ])('%j is refused with %s', async (args, code) => {
    const { exit, lines } = await generate(...args, '--json');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ schema: 'exo-companion/error@1', item: null, code });
    expect(lines[0]?.['message']).toMatch(/^[^{}]+\.$/);
    expect(lines[0]?.['action']).toMatch(/^[^{}]+$/);
    expect(exit).toBe(2);
  });

  it('names the option that was probably meant', async () => {
    const { stderr, exit } = await spawnCli(['tlsa', 'generate', leaf, '--hots', 'a.b']);
    expect(stderr).toContain('Did you mean --host?');
    expect(exit).toBe(2);
  });
});
