import type { Certificate } from '../../shared/contract/certificates.ts';

/** A certificate as the service describes it, for tests of what is shown and chosen. */
export function certificateNamed(name: string, change: Partial<Certificate> = {}): Certificate {
  const fingerprint = fill(name, 64);
  const data = (kind: string) => ({
    full: fill(`${name} ${kind} full`, 20),
    sha256: fill(`${name} ${kind} 256`, 64),
    sha512: fill(`${name} ${kind} 512`, 128),
  });
  return {
    fingerprint,
    thumbprint: fill(name, 40),
    subject: `CN=${name}`,
    issuer: 'CN=Issuer',
    commonName: name,
    subjectAlternativeNames: [],
    serialNumber: '01',
    notBefore: '2026-01-01T00:00:00Z',
    notAfter: '2027-01-01T00:00:00Z',
    key: { algorithm: 'rsa', oid: null, bits: 2048, curve: null },
    signatureAlgorithm: 'sha256WithRSAEncryption',
    isCa: false,
    selfIssued: false,
    role: 'leaf',
    issuers: [],
    associations: { certificate: data('certificate'), publicKey: data('key') },
    pem: '',
    ...change,
  };
}

/** Hex of a length that stands for a text. */
function fill(text: string, length: number): string {
  return Buffer.from(text).toString('hex').padEnd(length, '0').slice(-length);
}
