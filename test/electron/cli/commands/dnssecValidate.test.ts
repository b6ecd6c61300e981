import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dnssecValidationSchema } from '../../../../shared/dnssec/validation.ts';
import { en } from '../../../../shared/words/en.ts';
import { dnsLabPrograms, startDnsLab } from '../../../lab/dns/dnsLab.ts';
import { describeWith } from '../../../support/requirements.ts';
import { runCli } from '../../../support/runCli.ts';
import type { DnsLab } from '../../../lab/dns/dnsLab.ts';

function validate(...args: readonly string[]) {
  return runCli(['dnssec', 'validate', ...args]);
}

describe('dnssec validate', () => {
  it.each([
    [['example.com'], 'usage'],
    [['example.com', 'MX', 'more'], 'usage'],
    [['a..b', 'MX'], 'name-invalid'],
    [['example.com', 'MXX'], 'type-unknown'],
    [['example.com', 'MX', '--resolver', 'nonsense'], 'resolver-invalid'],
    [['example.com', 'MX', '--trust-anchor', '/nowhere'], 'file-not-found'],
    [['example.com', 'MX', '--trust-anchor', 'package.json'], 'trust-anchor-malformed'],
    [['example.com', 'MX', '--trust-anchor', '/dev/null'], 'trust-anchor-missing'],
    // Before the first key of today's root was valid.
    [['example.com', 'MX', '--at', '2009-01-01T00:00:00Z'], 'trust-anchor-expired'],
  ])('%j is not usable: %s', async (args, code) => {
    const { lines, exit } = await validate(...args, '--json');
    expect(lines).toEqual([expect.objectContaining({ schema: 'exo-companion/error@1', code })]);
    expect(exit).toBe(2);
  });

  it('that gets no answer is indeterminate, and ends with 3', async () => {
    const { lines, exit } = await validate(
      'example.com',
      'MX',
      '--resolver',
      'udp://127.0.0.1:9',
      '--json',
    );
    expect(lines).toEqual([
      expect.objectContaining({
        status: 'indeterminate',
        reason: 'no-answer',
        rcode: null,
        records: [],
      }),
    ]);
    expect(exit).toBe(3);
  });
});

it('says why no answer came', async () => {
  const { stdout } = await validate('example.com', 'MX', '--resolver', 'udp://127.0.0.1:9');
  const [first] = stdout.split('\n');
  expect(first).toBe('example.com MX: Indeterminate (udp://127.0.0.1:9 refuses the connection)');
  expect(stdout).not.toContain(en['dnssec.cli.chain']);
});

describeWith(dnsLabPrograms, 'dnssec validate over the lab', () => {
  let lab: DnsLab;
  beforeAll(async () => {
    lab = await startDnsLab();
  });
  afterAll(() => lab.stop());

  const over = (...args: readonly string[]) =>
    validate(...args, '--resolver', lab.plainResolver, '--trust-anchor', lab.trustAnchorFile);

  it.each([
    ['www.alg13.nsec', 'A', 'secure', null, 'NOERROR', 0],
    ['www.alg16.nsec3', 'A', 'secure', null, 'NOERROR', 0],
    ['www.zone.plain', 'A', 'insecure', 'delegation-unsigned', 'NOERROR', 0],
    ['www.expired.nsec', 'A', 'bogus', 'signature-expired', 'NOERROR', 1],
    ['www.future.nsec3', 'A', 'bogus', 'signature-not-yet-valid', 'NOERROR', 1],
    ['www.baddigest.nsec', 'A', 'bogus', 'dnskey-not-matched', 'NOERROR', 1],
  ])('%s %s is %s (%s)', async (name, type, status, reason, rcode, exit) => {
    const result = await over(name, type, '--json');
    const [line] = result.lines;
    expect(dnssecValidationSchema.parse(line)).toMatchObject({ name, type, status, reason, rcode });
    expect(result.exit).toBe(exit);
  });

  it('says by what an absence is proven', async () => {
    const { lines } = await over('nothing-here.alg13.nsec3', 'A', '--json');
    expect(lines[0]).toMatchObject({
      status: 'secure',
      rcode: 'NXDOMAIN',
      records: [],
      denial: { kind: 'nxdomain', proof: 'nsec3', optOut: false },
    });
  });

  it('shows the chain in words, and where it breaks', async () => {
    const { stdout, exit } = await over('www.expired.nsec', 'A');
    expect(stdout).toContain('www.expired.nsec A: Bogus');
    expect(stdout).toContain('The signatures of expired.nsec have expired.');
    expect(stdout).toContain('the root anchor: Secure');
    expect(exit).toBe(1);
  });

  it('judges signatures at the time that --at names', async () => {
    const { lines, exit } = await over(
      'www.alg13.nsec',
      'A',
      '--json',
      '--at',
      '2040-01-01T00:00:00Z',
    );
    expect(lines[0]).toMatchObject({ status: 'bogus', reason: 'signature-expired' });
    expect(exit).toBe(1);
  });

  it('knows no way down from an anchor that stands elsewhere', async () => {
    const file = join(lab.folder, 'elsewhere.anchor');
    writeFileSync(file, `example. IN DS 1 13 2 ${'ab'.repeat(32)}\n`);
    const { lines, exit } = await validate(
      'www.alg13.nsec',
      'A',
      '--json',
      '--resolver',
      lab.plainResolver,
      '--trust-anchor',
      file,
    );
    expect(lines[0]).toMatchObject({ status: 'indeterminate', reason: 'no-trust-anchor' });
    expect(exit).toBe(3);
  });

  it('gives the same over TLS and HTTPS', async () => {
    const args = ['www.alg13.nsec', 'A', '--json', '--trust-anchor', lab.trustAnchorFile];
    for (const resolver of [lab.dotResolver, lab.dohResolver]) {
      const { lines } = await validate(
        ...args,
        '--resolver',
        resolver,
        '--resolver-ca',
        lab.caFile,
      );
      expect(lines[0]).toMatchObject({ status: 'secure', resolver: { ad: true } });
    }
  });
});
