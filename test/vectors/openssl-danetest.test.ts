import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { verifyTlsa } from '../../electron/service/dane/match/verifyTlsa.ts';
import type { TlsaService } from '../../shared/dane/verification.ts';
import { danetestCases } from '../support/danetestCases.ts';
import type { DanetestCase } from '../support/danetestCases.ts';

const vectors = process.env['VECTORS'] ?? '';
const folder = vectors === '' ? undefined : join(vectors, 'openssl-danetest');

const read = (file: string) =>
  folder === undefined ? '' : readFileSync(join(folder, file), 'utf8');

const reasons: Readonly<Record<number, string>> = {
  0: 'matched',
  20: 'pkix-failed',
  62: 'name-mismatch',
  65: 'no-match',
};

/** Our answer where it is not OpenSSL's, and why. */
const differences: Readonly<Record<number, { reason: string; why: string }>> = {
  54: {
    reason: 'matched',
    why: 'OpenSSL was told to check names under usage 3, which RFC 7671 §5.1 forbids',
  },
};

function record(line: string) {
  const [usage, selector, matchingType, ...data] = line.split(/\s+/);
  return {
    usage: Number(usage),
    selector: Number(selector),
    matchingType: Number(matchingType),
    data: data.join('').toLowerCase(),
  };
}

function verify(danetest: DanetestCase, service: TlsaService, name: string, roots: string) {
  return verifyTlsa({
    records: danetest.records.map(record),
    chain: danetest.certificates.map((pem) => new X509Certificate(pem).raw),
    names: [name],
    service,
    roots: [new X509Certificate(roots).raw],
    at: new Date('2026-11-23T12:00:00Z'),
    digests: [1, 2],
  });
}

describe.skipIf(folder === undefined)("OpenSSL's DANE cases", () => {
  const cases = danetestCases(read('danetest.in'));
  const cross = danetestCases(read('dane-cross.in'));

  it('are all there', () => {
    expect([cases.length, cross.length]).toEqual([54, 1]);
  });

  it.each(cases)('case $number gives the same result and depth', (danetest) => {
    const { reason, matched } = verify(danetest, 'tls', 'example.com', read('danetest.pem'));
    const expected = differences[danetest.number]?.reason ?? reasons[danetest.want];
    expect({ reason, depth: matched?.depth ?? -1 }).toEqual({
      reason: expected,
      depth: danetest.depth,
    });
  });

  it.each(cases)(
    'case $number is unusable for SMTP where it has usages 0 and 1 alone',
    (danetest) => {
      const { verdict } = verify(danetest, 'smtp', 'example.com', read('danetest.pem'));
      const usable = danetest.records.some((line) => /^[23]/.test(line));
      const passes = danetest.want === 0 || differences[danetest.number]?.reason === 'matched';
      expect(verdict).toBe(usable ? (passes ? 'pass' : 'fail') : 'tls-only');
    },
  );

  it('a cross-signed chain is built to the anchor from the DNS, not to the root it was sent with', () => {
    const [danetest] = cross;
    const roots = read('certs/cross-root.pem');
    for (const service of ['smtp', 'tls'] as const) {
      const { reason, matched } = verify(danetest!, service, 'server.example', roots);
      expect({ reason, depth: matched?.depth }).toEqual({ reason: 'matched', depth: 2 });
    }
  });
});
