import { createHash, createPublicKey } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { issueCertificate } from '../../../../electron/service/demo/certificates/issueCertificate.ts';
import { runCli } from '../../../support/runCli.ts';

const dates = { notBefore: new Date('2026-01-01'), notAfter: new Date('2027-01-01') };
const root = issueCertificate({ commonName: 'Root', isCa: true, ...dates });
const leaf = issueCertificate({
  commonName: 'mx.example.com',
  dnsNames: ['mx.example.com'],
  issuer: root,
  ...dates,
});
const publicKey = createPublicKey(leaf.key).export({ format: 'der', type: 'spki' });
const good = `3 1 1 ${createHash('sha256').update(publicKey).digest('hex').toUpperCase()}`;
const anchor = `2 0 1 ${createHash('sha256').update(root.der).digest('hex')}`;

const folder = mkdtempSync(join(tmpdir(), 'tlsa-verify-'));
const chain = join(folder, 'chain.pem');
writeFileSync(chain, `leaf\r\n${leaf.pem}${root.pem}`);
afterAll(() => rmSync(folder, { recursive: true }));

const call = (...args: string[]) => runCli(['tlsa', 'verify', '--json', ...args]);

describe('tlsa verify', () => {
  it('answers with the schema, the record in lower case and the depth', async () => {
    const { exit, lines } = await call('--chain', chain, '--tlsa', good, '--name', 'other.example');
    expect(exit).toBe(0);
    expect(lines).toEqual([
      {
        schema: 'exo-companion/tlsa-verification@1',
        id: null,
        verdict: 'pass',
        matched: {
          record: { usage: 3, selector: 1, matchingType: 1, data: good.slice(6).toLowerCase() },
          depth: 0,
        },
        reason: 'matched',
      },
    ]);
  });

  it('checks every name given, with IDNs and a final dot understood', async () => {
    const args = ['--chain', chain, '--tlsa', anchor, '--name', 'bücher.example'];
    expect((await call(...args)).lines[0]).toMatchObject({ reason: 'name-mismatch' });
    expect((await call(...args, '--name', 'MX.Example.COM.')).lines[0]).toMatchObject({
      verdict: 'pass',
      matched: { depth: 1 },
    });
  });

  it('takes the time of --at', async () => {
    const args = ['--chain', chain, '--tlsa', anchor, '--name', 'mx.example.com'];
    expect((await call(...args, '--at', '2030-01-01T00:00:00Z')).lines[0]).toMatchObject({
      verdict: 'fail',
      reason: 'expired',
    });
  });

  it('exits 1 for anything but a pass, 2 for what can not be used', async () => {
    expect((await call('--chain', chain, '--tlsa', '1 1 1 00', '--name', 'a.example')).exit).toBe(
      1,
    );
    expect((await call('--chain', chain, '--name', 'a.example')).lines[0]).toMatchObject({
      verdict: 'no-dane',
    });
    for (const args of [
      ['--tlsa', good, '--name', 'a.example'],
      ['--chain', chain, '--tlsa', good],
      ['--chain', chain, '--tlsa', '3 1 1 xyz', '--name', 'a.example'],
      ['--chain', join(folder, 'none'), '--tlsa', good, '--name', 'a.example'],
      ['--chain', chain, '--tlsa', good, '--name', 'a b'],
      ['--chain', chain, '--tlsa', good, '--name', 'a.example', '--service', 'smpt'],
    ]) {
      const { exit, lines } = await call(...args);
      expect([exit, lines.length, lines[0]!['schema']]).toEqual([2, 1, 'exo-companion/error@1']);
    }
  });

  it('answers JSON Lines in order, and goes on after a line that is none', async () => {
    const one = { chain: leaf.pem + root.pem, tlsa: [anchor], names: ['mx.example.com'] };
    const stdin = [
      JSON.stringify({ id: 'a', ...one }),
      '',
      '{',
      JSON.stringify({ id: 'b', ...one, at: '2030-01-01T00:00:00Z' }),
      JSON.stringify({
        id: 'c',
        ...one,
        tlsa: [good.replace('3', '1')],
        service: 'tls',
        ca: root.pem,
      }),
    ].join('\n');
    const { exit, lines } = await runCli(['tlsa', 'verify', '--jsonl'], { stdin });
    expect(lines.map(({ id, reason, code }) => [id, reason ?? code])).toEqual([
      ['a', 'matched'],
      [null, 'vector-malformed'],
      ['b', 'expired'],
      ['c', 'matched'],
    ]);
    expect(exit).toBe(2);
  });
});
