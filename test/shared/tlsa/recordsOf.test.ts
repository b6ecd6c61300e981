import { describe, expect, it } from 'vitest';
import type { Certificate } from '../../../shared/contract/certificates.ts';
import { presentation } from '../../../shared/tlsa/formatRecord.ts';
import { defaultChoice, recordsOf, recordsOfChoice } from '../../../shared/tlsa/recordsOf.ts';
import { authorityValue, certificateValue } from '../../support/certificateValue.ts';

const leaf = certificateValue('mail.example.com');
const issuer = authorityValue('Issuing CA');
const root = authorityValue('Root CA', { selfIssued: true });
const file = (...certificates: Certificate[]) => ({
  name: 'mail.pem',
  format: 'pem' as const,
  certificates,
  notes: [],
});
const usagesOf = (...certificates: Certificate[]) =>
  recordsOf(file(...certificates)).map(({ record }) => record.usage);

function subjectsOf(usage: 0 | 1 | 2 | 3, ...certificates: Certificate[]) {
  const result = recordsOfChoice(file(...certificates), { ...defaultChoice, usage });
  return result.ok ? result.value.map(({ certificate }) => certificate.subject) : result.error;
}

describe('recordsOf', () => {
  it('allows 12 records of a leaf alone, 24 with its issuer, 12 more for each further one', () => {
    expect(recordsOf(file(leaf))).toHaveLength(12);
    expect(recordsOf(file(leaf, issuer))).toHaveLength(24);
    expect(recordsOf(file(leaf, issuer, root))).toHaveLength(36);
  });

  it('takes usages 1 and 3 from the leaf, 0 and 2 from CA certificates, never otherwise', () => {
    for (const { certificate, record } of recordsOf(file(leaf, issuer, root))) {
      expect(certificate.role).toBe(record.usage % 2 === 1 ? 'leaf' : 'issuer');
    }
  });

  it('counts a CA certificate that is alone as CA', () => {
    expect(new Set(usagesOf(issuer))).toEqual(new Set([0, 2]));
    const selfSigned = certificateValue('mail.example.com', { isCa: true, selfIssued: true });
    expect(new Set(usagesOf(selfSigned))).toEqual(new Set([0, 2]));
  });

  it('gives each leaf of a file its records', () => {
    const other = certificateValue('mx2.example.com');
    expect(recordsOf(file(leaf, other))).toHaveLength(24);
    expect(new Set(usagesOf(leaf, other))).toEqual(new Set([1, 3]));
  });

  it('begins with the recommended one, and repeats none', () => {
    const records = recordsOf(file(leaf, issuer)).map(({ record }) => presentation(record));
    expect(records[0]).toBe(`3 1 1 ${leaf.associations.publicKey.sha256}`);
    expect(new Set(records).size).toBe(24);
  });

  it('takes the data that selector and matching type name', () => {
    const records = recordsOf(file(leaf)).map(({ record }) => presentation(record));
    const { certificate, publicKey } = leaf.associations;
    expect(records).toContain(`1 0 0 ${certificate.full}`);
    expect(records).toContain(`3 0 1 ${certificate.sha256}`);
    expect(records).toContain(`3 0 2 ${certificate.sha512}`);
    expect(records).toContain(`1 1 0 ${publicKey.full}`);
    expect(records).toContain(`3 1 2 ${publicKey.sha512}`);
  });
});

describe('recordsOfChoice', () => {
  it('gives one record for each leaf, or for each CA certificate', () => {
    const other = certificateValue('mx2.example.com');
    expect(subjectsOf(3, leaf, other, issuer)).toEqual([
      'CN=mail.example.com',
      'CN=mx2.example.com',
    ]);
    expect(subjectsOf(2, leaf, issuer, root)).toEqual(['CN=Issuing CA', 'CN=Root CA']);
  });

  it('names what a file lacks', () => {
    expect(subjectsOf(2, leaf)).toMatchObject({ code: 'tlsa-no-ca-certificate' });
    expect(subjectsOf(0, leaf)).toMatchObject({ code: 'tlsa-no-ca-certificate' });
    expect(subjectsOf(3, issuer, root)).toMatchObject({ code: 'tlsa-no-leaf-certificate' });
    expect(subjectsOf(1, issuer, root)).toMatchObject({
      code: 'tlsa-no-leaf-certificate',
      params: { file: 'mail.pem', usage: 1 },
    });
  });

  it('takes a certificate that is alone for any usage that a server or a CA could mean', () => {
    const selfSigned = certificateValue('mail.example.com', { isCa: true, selfIssued: true });
    expect(subjectsOf(3, selfSigned)).toEqual(['CN=mail.example.com']);
    expect(subjectsOf(2, selfSigned)).toEqual(['CN=mail.example.com']);
    expect(subjectsOf(3, issuer)).toEqual(['CN=Issuing CA']);
  });
});
