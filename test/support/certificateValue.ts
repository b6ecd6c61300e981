import { createHash } from 'node:crypto';
import { certificateSchema } from '../../shared/contract/certificates.ts';
import type { Certificate } from '../../shared/contract/certificates.ts';

function hash(algorithm: string, text: string): string {
  return createHash(algorithm).update(text).digest('hex');
}

/** A certificate as the contract describes it, valid for 2026; `seed` makes it another one. */
export function certificateValue(seed: string, change: Partial<Certificate> = {}): Certificate {
  const association = (text: string) => ({
    full: Buffer.from(text).toString('hex'),
    sha256: hash('sha256', text),
    sha512: hash('sha512', text),
  });
  return certificateSchema.parse({
    fingerprint: hash('sha256', seed),
    thumbprint: hash('sha1', seed),
    subject: `CN=${seed}`,
    issuer: 'CN=Issuing CA',
    commonName: seed,
    subjectAlternativeNames: [],
    serialNumber: '01',
    notBefore: '2026-01-01T00:00:00Z',
    notAfter: '2027-01-01T00:00:00Z',
    key: { algorithm: 'ec', oid: null, bits: 256, curve: 'prime256v1' },
    signatureAlgorithm: 'ecdsa-with-SHA256',
    isCa: false,
    selfIssued: false,
    role: 'leaf',
    issuers: [],
    associations: { certificate: association(seed), publicKey: association(`key of ${seed}`) },
    pem: '',
    ...change,
  });
}

/** One that issues others. */
export function authorityValue(seed: string, change: Partial<Certificate> = {}): Certificate {
  return certificateValue(seed, { isCa: true, role: 'issuer', ...change });
}
