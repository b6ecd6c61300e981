import { createHash, createPublicKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  element,
  explicit,
  objectIdentifier,
  sequence,
} from '../../../../../electron/service/demo/certificates/derWriter.ts';
import {
  generateKey,
  issueCertificate,
} from '../../../../../electron/service/demo/certificates/issueCertificate.ts';
import type {
  CertificateRequest,
  Issued,
} from '../../../../../electron/service/demo/certificates/issueCertificate.ts';
import { verifyTlsa } from '../../../../../electron/service/dane/match/verifyTlsa.ts';
import type { VerifyInput } from '../../../../../electron/service/dane/match/verifyTlsa.ts';
import { checkSignature } from '../../../../../electron/service/dane/match/signatures.ts';
import { patience } from '../../../../support/patience.ts';

const at = new Date('2026-11-23T12:00:00Z');
const dates = {
  notBefore: new Date('2026-01-01T00:00:00Z'),
  notAfter: new Date('2027-01-01T00:00:00Z'),
};
const past = {
  notBefore: new Date('2024-01-01T00:00:00Z'),
  notAfter: new Date('2025-01-01T00:00:00Z'),
};

function issue(commonName: string, request: Partial<CertificateRequest> = {}): Issued {
  return issueCertificate({ commonName, ...dates, ...request });
}

/** `U S M` of a certificate. */
function tlsa(text: string, certificate: Issued) {
  const [usage = 3, selector = 1, matchingType = 1] = text.split(' ').map(Number);
  const selected =
    selector === 0
      ? certificate.der
      : createPublicKey(certificate.key).export({ format: 'der', type: 'spki' });
  const digest = matchingType === 2 ? 'sha512' : 'sha256';
  const data =
    matchingType === 0
      ? selected.toString('hex')
      : createHash(digest).update(selected).digest('hex');
  return { usage, selector, matchingType, data };
}

const wrong = (text: string) => {
  const record = tlsa(text, root);
  return { ...record, data: record.data.replace(/^../, 'ff') };
};

const root = issue('Root', { isCa: true });
const intermediate = issue('Intermediate', { isCa: true, issuer: root });
const leaf = issue('mx.example', { dnsNames: ['mx.example'], issuer: intermediate });
const chain = [leaf, intermediate, root];

function verify(
  records: VerifyInput['records'],
  certificates: readonly Issued[] = chain,
  input: Partial<VerifyInput> = {},
) {
  const result = verifyTlsa({
    records,
    chain: certificates.map(({ der }) => der),
    names: ['mx.example'],
    service: 'smtp',
    roots: [],
    at,
    digests: [2, 1],
    ...input,
  });
  const { verdict, reason, matched, notes } = result;
  return { verdict, reason, depth: matched?.depth ?? null, usage: matched?.record.usage, notes };
}

describe('usage 3', () => {
  it('ignores names and dates, and says so in notes', () => {
    const old = issue('other.example', { ...past, dnsNames: ['other.example'] });
    expect(verify([tlsa('3 1 1', old)], [old])).toMatchObject({
      verdict: 'pass',
      notes: ['leaf-expired', 'leaf-name-mismatch'],
    });
  });

  it('matches the leaf and no other certificate of the chain', () => {
    expect(verify([tlsa('3 1 1', intermediate)])).toMatchObject({
      verdict: 'fail',
      reason: 'no-match',
    });
  });

  it('is preferred to usage 2 when both match', () => {
    expect(verify([tlsa('2 1 1', root), tlsa('3 1 1', leaf)])).toMatchObject({
      verdict: 'pass',
      usage: 3,
      depth: 0,
    });
  });

  it('and usage 2 are alternatives', () => {
    expect(verify([wrong('3 1 1'), tlsa('2 1 1', intermediate)])).toMatchObject({
      verdict: 'pass',
      usage: 2,
      depth: 1,
    });
  });
});

describe('records that no client can use', () => {
  it('leave TLS mandatory and the server unauthenticated', () => {
    for (const record of [
      tlsa('1 1 1', leaf),
      tlsa('0 1 1', intermediate),
      { ...tlsa('3 1 1', leaf), usage: 4 },
      { ...tlsa('3 1 1', leaf), selector: 2 },
      { ...tlsa('3 1 1', leaf), matchingType: 3 },
      { ...tlsa('3 1 1', leaf), data: 'abcd' },
      { ...tlsa('3 1 2', leaf), matchingType: 1 },
      { ...tlsa('3 0 0', leaf), data: tlsa('3 0 0', leaf).data.slice(0, -2) },
      { ...tlsa('3 1 0', leaf), data: '' },
    ]) {
      expect(verify([record])).toMatchObject({ verdict: 'tls-only', reason: 'no-usable-record' });
    }
  });

  it('do not spoil those that are usable', () => {
    expect(verify([{ ...tlsa('3 1 1', leaf), usage: 9 }, tlsa('3 1 1', leaf)]).verdict).toBe(
      'pass',
    );
  });

  it('no record at all is no DANE', () => {
    expect(verify([])).toMatchObject({ verdict: 'no-dane', depth: null });
  });
});

describe('digest agility', () => {
  it('looks at the strongest digest alone, and notes that others would match', () => {
    expect(verify([tlsa('3 1 1', leaf), wrong('3 1 2')])).toMatchObject({
      reason: 'no-match',
      notes: ['weaker-digest-matches'],
    });
  });

  it('follows the order that is asked for', () => {
    const records = [tlsa('3 1 1', leaf), wrong('3 1 2')];
    expect(verify(records, chain, { digests: [1, 2] }).verdict).toBe('pass');
  });

  it('is per usage and selector, and never drops whole data', () => {
    expect(verify([tlsa('3 1 1', leaf), wrong('3 0 2')]).verdict).toBe('pass');
    expect(verify([tlsa('3 1 0', leaf), wrong('3 1 2')]).verdict).toBe('pass');
  });

  it('does not let an unusable strong digest hide a weaker one', () => {
    expect(verify([tlsa('3 1 1', leaf), { ...wrong('3 1 2'), data: 'ff' }]).verdict).toBe('pass');
  });
});

describe('usage 2', () => {
  it.each(['2 0 0', '2 0 1', '2 0 2', '2 1 0', '2 1 1', '2 1 2'])(
    '%s matches any issuer sent',
    (text) => {
      expect(verify([tlsa(text, intermediate)])).toMatchObject({ reason: 'matched', depth: 1 });
      expect(verify([tlsa(text, root)])).toMatchObject({ reason: 'matched', depth: 2 });
    },
  );

  it('never matches the leaf, self-signed or sent twice', () => {
    const own = issue('mx.example', { dnsNames: ['mx.example'], isCa: true });
    for (const text of ['2 0 0', '2 0 1', '2 1 0', '2 1 1']) {
      for (const certificates of [[own], [own, own]]) {
        expect(verify([tlsa(text, own)], certificates)).toMatchObject({
          verdict: 'fail',
          reason: 'no-match',
          notes: ['anchor-is-leaf'],
        });
      }
    }
  });

  it('takes anchors that were not sent from the DNS', () => {
    expect(verify([tlsa('2 0 0', root)], [leaf, intermediate])).toMatchObject({
      reason: 'matched',
      depth: 2,
    });
    expect(verify([tlsa('2 0 0', intermediate)], [leaf])).toMatchObject({ depth: 1 });
    expect(verify([tlsa('2 1 0', root)], [leaf, intermediate])).toMatchObject({
      reason: 'matched',
      depth: 1,
    });
    expect(verify([tlsa('2 1 0', intermediate)], [leaf])).toMatchObject({ depth: 0 });
  });

  it('says that the anchor was not sent where only its digest is known', () => {
    expect(verify([tlsa('2 0 1', root)], [leaf, intermediate])).toMatchObject({
      verdict: 'fail',
      reason: 'anchor-not-sent',
      depth: null,
    });
    expect(verify([wrong('2 0 1')]).reason).toBe('no-match');
  });

  it('finds the path whatever the order of what was sent, and through surplus certificates', () => {
    const stranger = issue('Stranger', { isCa: true });
    const bag = [leaf, root, stranger, intermediate];
    expect(verify([tlsa('2 1 1', root)], bag)).toMatchObject({ reason: 'matched', depth: 2 });
  });

  it('tries every way where names repeat', () => {
    const namesake = issue('Intermediate', { isCa: true, issuer: root });
    const bag = [leaf, namesake, intermediate, root];
    expect(verify([tlsa('2 1 1', root)], bag)).toMatchObject({ reason: 'matched', depth: 2 });
  });

  it('does not accept an anchor that merely came along', () => {
    const stranger = issue('Intermediate', { isCa: true });
    expect(verify([tlsa('2 1 1', stranger)], [leaf, stranger])).toMatchObject({
      verdict: 'fail',
      reason: 'untrusted-path',
      depth: 1,
    });
  });

  it('checks the server against every reference identifier', () => {
    const records = [tlsa('2 1 1', root)];
    expect(verify(records, chain, { names: ['mx.other', 'mx.example'] }).verdict).toBe('pass');
    expect(verify(records, chain, { names: ['mx.other'] })).toMatchObject({
      verdict: 'fail',
      reason: 'name-mismatch',
      depth: 2,
    });
  });

  it('checks dates below the anchor and leaves the anchor its own', () => {
    const oldLeaf = issue('mx.example', {
      ...past,
      dnsNames: ['mx.example'],
      issuer: intermediate,
    });
    expect(verify([tlsa('2 1 1', root)], [oldLeaf, intermediate, root])).toMatchObject({
      reason: 'expired',
      depth: 2,
    });
    const early = new Date('2025-06-01T00:00:00Z');
    expect(verify([tlsa('2 1 1', root)], chain, { at: early }).reason).toBe('not-yet-valid');
    const oldRoot = issue('Root', { ...past, isCa: true, key: root.key });
    expect(verify([tlsa('2 0 1', oldRoot)], [leaf, intermediate, oldRoot])).toMatchObject({
      reason: 'matched',
      notes: ['anchor-expired'],
    });
  });

  it('prefers a way that is in date to a shorter one that is not', () => {
    const oldIntermediate = issue('Intermediate', {
      ...past,
      isCa: true,
      issuer: root,
      key: intermediate.key,
    });
    const bag = [leaf, oldIntermediate, intermediate, root];
    expect(verify([tlsa('2 1 1', root)], bag)).toMatchObject({ reason: 'matched', depth: 2 });
  });

  it('wants issuers to be CAs, with room in their path length', () => {
    const notCa = issue('Intermediate', { issuer: root });
    const below = issue('mx.example', { dnsNames: ['mx.example'], issuer: notCa });
    expect(verify([tlsa('2 1 1', root)], [below, notCa, root]).reason).toBe('untrusted-path');

    const narrow = issue('Narrow', { isCa: true, pathLength: 0 });
    const child = issue('Child', { isCa: true, issuer: narrow });
    const last = issue('mx.example', { dnsNames: ['mx.example'], issuer: child });
    expect(verify([tlsa('2 1 1', narrow)], [last, child, narrow]).reason).toBe('untrusted-path');
    const direct = issue('mx.example', { dnsNames: ['mx.example'], issuer: narrow });
    expect(verify([tlsa('2 1 1', narrow)], [direct, narrow]).reason).toBe('matched');
  });

  it('obeys extended key usage, unknown critical extensions and name constraints', () => {
    const clientOnly = sequence(objectIdentifier('1.3.6.1.5.5.7.3.2'));
    const permitted = sequence(
      explicit(0, sequence(element(0x82, Buffer.from('elsewhere.example')))),
    );
    for (const [identifier, value] of [
      ['2.5.29.37', clientOnly],
      ['1.3.6.1.4.1.99999.1', sequence()],
      ['2.5.29.30', permitted],
    ] as const) {
      const ca = issue('Constrained', {
        isCa: true,
        extensions: [{ identifier, critical: true, value }],
      });
      const server = issue('mx.example', { dnsNames: ['mx.example'], issuer: ca });
      expect(verify([tlsa('2 0 1', ca)], [server, ca]).reason).toBe('untrusted-path');
    }
  });

  it('ends on bags of certificates made to have endless paths', () => {
    const key = generateKey('ecdsa');
    const bag = Array.from({ length: 60 }, (_, index) =>
      issue('Ring', { isCa: true, key, pathLength: index }),
    );
    const server = issue('mx.example', { dnsNames: ['mx.example'], issuer: bag[0]! });
    const started = performance.now();
    expect(verify([wrong('2 1 1')], [server, ...bag]).verdict).toBe('fail');
    expect(performance.now() - started).toBeLessThan(patience);
  });

  it('says when the runtime can not tell, and does not call that a bad path', () => {
    const result = verifyTlsa(
      {
        records: [tlsa('2 1 1', root)],
        chain: chain.map(({ der }) => der),
        names: ['mx.example'],
        service: 'smtp',
        roots: [],
        at,
        digests: [2, 1],
      },
      (certificate, key) =>
        certificate.commonNames.includes('mx.example') ? null : checkSignature(certificate, key),
    );
    expect(result.incomplete).toBe('runtime-cannot-test');
  });
});

describe('usages 0 and 1 outside SMTP', () => {
  const tls = { service: 'tls', roots: [root.der] } as const;

  it('need the record and the path to a trusted root', () => {
    expect(verify([tlsa('1 1 1', leaf)], chain, tls)).toMatchObject({
      reason: 'matched',
      depth: 0,
    });
    expect(verify([tlsa('0 1 1', intermediate)], chain, tls)).toMatchObject({ depth: 1 });
    expect(verify([tlsa('0 1 1', root)], [leaf, intermediate], tls)).toMatchObject({ depth: 2 });
    expect(verify([tlsa('1 1 1', leaf)], chain, { ...tls, roots: [] })).toMatchObject({
      verdict: 'fail',
      reason: 'pkix-failed',
      depth: 0,
    });
    expect(verify([wrong('1 1 1')], chain, tls).reason).toBe('no-match');
  });

  it('check names and dates', () => {
    expect(verify([tlsa('1 1 1', leaf)], chain, { ...tls, names: ['www.other'] }).reason).toBe(
      'name-mismatch',
    );
    const late = new Date('2028-01-01T00:00:00Z');
    expect(verify([tlsa('1 1 1', leaf)], chain, { ...tls, at: late }).reason).toBe('expired');
  });

  it('a usage-0 record of the leaf matches nothing', () => {
    expect(verify([tlsa('0 1 1', leaf)], chain, tls).reason).toBe('no-match');
  });
});

describe('a leaf that is no certificate', () => {
  it('is malformed', () => {
    const result = verifyTlsa({
      records: [tlsa('3 1 1', leaf)],
      chain: [Buffer.from('not a certificate')],
      names: ['mx.example'],
      service: 'smtp',
      roots: [],
      at,
      digests: [2, 1],
    });
    expect(result).toMatchObject({ verdict: 'fail', reason: 'malformed', matched: null });
  });
});
