import { describe, expect, it } from 'vitest';
import type { Certificate } from '../../../shared/contract/certificates.ts';
import { adviceKinds, warningCodes } from '../../../shared/tlsa/advice.ts';
import { adviseParsed } from '../../../shared/tlsa/adviseParsed.ts';
import { adviseRecord } from '../../../shared/tlsa/adviseRecord.ts';
import type { AdviceSubject } from '../../../shared/tlsa/adviseRecord.ts';
import { adviseSet } from '../../../shared/tlsa/adviseSet.ts';
import { parseTlsaRecord } from '../../../shared/tlsa/parseRecord.ts';
import { recordOf } from '../../../shared/tlsa/recordsOf.ts';
import type { RecordChoice, RecordOfCertificate } from '../../../shared/tlsa/recordsOf.ts';
import { authorityValue, certificateValue } from '../../support/certificateValue.ts';

const at = new Date('2026-06-01T00:00:00Z');
const leaf = certificateValue('mail.example.com');
const issuer = authorityValue('Issuing CA');

interface Situation extends Partial<Omit<AdviceSubject, 'record'>> {
  readonly choice?: Partial<RecordChoice>;
}

function codes({ choice = {}, certificate = leaf, ...rest }: Situation): string[] {
  const record = recordOf(certificate, { usage: 3, selector: 1, matchingType: 1, ...choice });
  // The bytes of these values are no DER; their lengths are right.
  const whole = record.matchingType === 0 ? { ...record, data: wholeOf(record.selector) } : record;
  return adviseRecord({
    record: whole,
    certificate,
    service: { port: 25, protocol: 'tcp' },
    host: 'mail.example.com',
    ttl: null,
    at,
    ...rest,
  }).map(({ code }) => code);
}

/** The smallest things that have the shape of a certificate, and of a public key. */
function wholeOf(selector: number): string {
  return selector === 0 ? '30083000300003020000' : '3006300003020000';
}

const warningsOf = (situation: Situation) =>
  codes(situation).filter((code) => adviceKinds[code as keyof typeof adviceKinds][0] === 'warning');

const leafRecord = recordOf(leaf, { usage: 3, selector: 1, matchingType: 1 });

function withKey(change: Partial<Certificate['key']>): Certificate {
  const key = { algorithm: 'rsa', oid: null, bits: 2048, curve: null, ...change } as const;
  return certificateValue('key', { key });
}

function named(...names: string[]): Certificate {
  return certificateValue('other.example.com', {
    subjectAlternativeNames: names.map((value) => ({ type: 'dns', value })),
  });
}

function ofText(text: string): string[] | null {
  const parsed = parseTlsaRecord(text);
  return parsed.ok ? adviseParsed(parsed.value).map(({ code }) => code) : null;
}

function made(certificate: Certificate, choice: Partial<RecordChoice> = {}): RecordOfCertificate {
  const whole = { usage: 3, selector: 1, matchingType: 1, ...choice } as const;
  return { certificate, record: recordOf(certificate, whole) };
}

function ofSet(...set: RecordOfCertificate[]): string[] {
  return adviseSet(set).map(({ code }) => code);
}

describe('advice on a record', () => {
  it('warns of nothing in a 3 1 1 of a good leaf, and says what a renewal needs', () => {
    expect(codes({})).toEqual(['survives-renewal-with-same-key']);
    expect(warningsOf({ ttl: 3600 })).toEqual([]);
  });

  it.each([0, 1] as const)('warns that usage %i is unusable for SMTP, and only there', (usage) => {
    const certificate = usage === 0 ? issuer : leaf;
    expect(codes({ choice: { usage }, certificate })).toContain('usage-unusable-for-smtp');
    expect(
      codes({ choice: { usage }, certificate, service: { port: 443, protocol: 'tcp' } }),
    ).not.toContain('usage-unusable-for-smtp');
    expect(codes({ choice: { usage }, certificate, service: null })).toContain(
      'usage-unusable-for-smtp',
    );
  });

  it('discourages full data, certificates most', () => {
    expect(codes({ choice: { matchingType: 0 } })).toContain('full-public-key');
    expect(codes({ choice: { matchingType: 0, selector: 0 } })).toContain('full-certificate');
  });

  it('says that not every client knows SHA-512', () => {
    expect(codes({ choice: { matchingType: 2 } })).toContain('sha512-optional');
  });

  it('tells what survives a renewal with the same key from what does not', () => {
    expect(codes({ choice: { selector: 0 } })).toContain('changes-at-renewal');
    expect(codes({ choice: { usage: 2 }, certificate: issuer })).toContain('issuer-may-change');
    expect(codes({ choice: { usage: 2, selector: 0 }, certificate: issuer })).toContain(
      'issuer-certificate-may-change',
    );
  });

  it('wants an issuer for usage 2, one that servers send', () => {
    expect(codes({ choice: { usage: 2 } })).toContain('issuer-usage-of-leaf');
    expect(codes({ choice: { usage: 2 }, certificate: issuer })).toContain('issuer-must-be-sent');
    const root = authorityValue('Root', { selfIssued: true });
    expect(codes({ choice: { usage: 2 }, certificate: root })).toContain('root-rarely-sent');
    expect(codes({ choice: { usage: 2 }, certificate: issuer })).not.toContain('root-rarely-sent');
    expect(codes({ choice: { usage: 3 }, certificate: root })).toContain('leaf-usage-of-issuer');
  });

  it.each([
    ['2025-12-31T23:59:59Z', 'not-yet-valid'],
    ['2026-01-01T00:00:00Z', null],
    ['2026-12-01T00:00:00Z', null],
    ['2026-12-02T00:00:01Z', 'expires-soon'],
    ['2027-01-01T00:00:00Z', 'expires-soon'],
    ['2027-01-01T00:00:01Z', 'expired-ignored'],
  ])('knows at %s where the certificate stands: %s', (time, expected) => {
    const found = codes({ at: new Date(time) }).filter((code) => /^expire|^not-yet/.test(code));
    expect(found).toEqual(expected === null ? [] : [expected]);
  });

  it('tells usages that check dates from usage 3, which does not', () => {
    const late = new Date('2027-06-01');
    expect(codes({ at: late, choice: { usage: 2 }, certificate: issuer })).toContain('expired');
    expect(codes({ at: late })).not.toContain('expired');
  });

  it('does not call a short-lived certificate late on its first day', () => {
    const certificate = certificateValue('short', { notAfter: '2026-01-07T00:00:00Z' });
    expect(codes({ certificate, at: new Date('2026-01-02') })).not.toContain('expires-soon');
    expect(codes({ certificate, at: new Date('2026-01-06') })).toContain('expires-soon');
  });

  it('takes dates that can’t be read for no dates', () => {
    const certificate = certificateValue('odd', { notBefore: null, notAfter: null });
    expect(codes({ certificate })).toEqual(['survives-renewal-with-same-key']);
  });

  it.each([
    [299, 'ttl-short'],
    [300, null],
    [3600, null],
    [3601, 'ttl-long'],
    [86_400, 'ttl-long'],
    [86_401, 'ttl-very-long'],
  ])('finds a time to live of %i s %s', (ttl, expected) => {
    const found = codes({ ttl }).filter((code) => code.startsWith('ttl'));
    expect(found).toEqual(expected === null ? [] : [expected]);
  });

  it.each([
    [{ bits: 2048 }, null],
    [{ bits: 2047 }, 'weak-key'],
    [{ algorithm: 'rsa-pss', bits: 1024 }, 'weak-key'],
    [{ algorithm: 'dsa', bits: 3072 }, 'weak-key'],
    [{ algorithm: 'ec', bits: 384, curve: 'secp384r1' }, null],
    [{ algorithm: 'ec', bits: 256, curve: 'brainpoolP256r1' }, 'uncommon-key'],
    [{ algorithm: 'ed25519', bits: null }, 'uncommon-key'],
    [{ algorithm: 'ed448', bits: null }, 'uncommon-key'],
    [{ algorithm: 'unknown', oid: '1.2.3', bits: null }, 'uncommon-key'],
  ] as const)('finds a key of %j %s', (change, expected) => {
    const found = codes({ certificate: withKey(change) }).filter((code) => code.endsWith('-key'));
    expect(found.filter((code) => code !== 'survives-renewal-with-same-key')).toEqual(
      expected === null ? [] : [expected],
    );
  });

  it('compares host and names for usage 1, wildcards by one label', () => {
    const misses = (certificate: Certificate, host = 'mail.example.com') =>
      codes({ choice: { usage: 1 }, certificate, host }).includes('host-not-in-certificate');
    expect(misses(named('MAIL.example.com.'))).toBe(false);
    expect(misses(named('*.example.com'))).toBe(false);
    expect(misses(named('*.example.com'), 'a.mail.example.com')).toBe(true);
    expect(misses(named('*.example.com'), 'example.com')).toBe(true);
    expect(misses(named('mx.example.com'), 'other.example.com')).toBe(true);
    expect(misses(named(), 'other.example.com')).toBe(false);
    expect(codes({ certificate: named('mx.example.com') })).not.toContain(
      'host-not-in-certificate',
    );
  });

  it('knows the places where a record of one’s own can’t work', () => {
    expect(warningsOf({ host: 'contoso-com.o-v1.mx.microsoft' })).toEqual(['host-is-microsofts']);
    expect(warningsOf({ host: 'contoso-com.mail.protection.outlook.com' })).toEqual([
      'host-is-microsofts',
    ]);
    expect(warningsOf({ host: 'mx.microsoft.example' })).toEqual([]);
    expect(warningsOf({ service: { port: 25, protocol: 'udp' } })).toEqual(['protocol-unusual']);
    expect(warningsOf({ service: { port: 443, protocol: 'udp' } })).toEqual([]);
    expect(codes({ service: { port: 993, protocol: 'tcp' } })).toContain('clients-rarely-check');
  });
});

describe('advice on a record that was pasted', () => {
  const digest = 'ab'.repeat(32);

  it.each([
    ['3 1 1 abcd', ['digest-length']],
    ['3 1 0 abcd', ['data-malformed']],
    ['9 1 1 abcd', ['usage-unknown']],
    ['3 9 1 abcd', ['selector-unknown']],
    ['3 1 9 abcd', ['matching-type-unknown']],
    [`3 1 1 ${digest}`, ['survives-renewal-with-same-key']],
    [
      `mail.example.com. IN TLSA 3 1 1 ${digest}`,
      ['survives-renewal-with-same-key', 'owner-not-tlsa'],
    ],
    [
      `*._tcp.mail.example.com. 90000 IN TLSA 3 1 1 ${digest}`,
      ['survives-renewal-with-same-key', 'ttl-very-long', 'owner-any-port'],
    ],
    [
      `_25._tcp.x.MX.Microsoft. IN TLSA 3 1 1 ${digest}`,
      ['survives-renewal-with-same-key', 'host-is-microsofts'],
    ],
  ])('finds in %j: %j', (text, expected) => {
    expect(ofText(text)).toEqual(expected);
  });
});

describe('advice on records that stand together', () => {
  const next = certificateValue('next');

  it('says that a single record leaves no way to roll over', () => {
    expect(ofSet(made(leaf))).toEqual(['no-rollover']);
    expect(ofSet(made(leaf), made(issuer, { usage: 2 }))).toEqual([]);
  });

  it('tells several server certificates from several key types', () => {
    expect(ofSet(made(leaf), made(next))).toEqual(['several-leaves']);
    const rsa = certificateValue('rsa', {
      key: { algorithm: 'rsa', oid: null, bits: 2048, curve: null },
    });
    expect(ofSet(made(leaf), made(rsa))).toEqual(['several-key-types']);
  });

  it('finds records that are the same', () => {
    expect(ofSet(made(leaf), made(leaf))).toEqual(['duplicates', 'no-rollover']);
  });

  it('warns of more records than Exchange Online looks at', () => {
    const many = Array.from({ length: 13 }, (_, index) => made(certificateValue(`host${index}`)));
    expect(ofSet(...many)).toContain('too-many-records');
    expect(ofSet(...many.slice(1))).not.toContain('too-many-records');
  });
});

describe('warningCodes', () => {
  it('leaves the notes out, and names each warning once', () => {
    const advice = [...adviseSet([]), ...adviseSet([{ record: leafRecord, certificate: leaf }])];
    expect(warningCodes(advice)).toEqual([]);
    const twice = [0, 1].flatMap(() => adviseParsed({ owner: null, ttl: 1, record: leafRecord }));
    expect(warningCodes(twice)).toEqual(['ttl-short']);
  });
});
