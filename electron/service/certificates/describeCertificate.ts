import { associationsOf } from './associationData.ts';
import { hash } from 'node:crypto';
import type { Certificate } from '../../../shared/contract/certificates.ts';
import type { ParsedCertificate } from './parseCertificate.ts';

/** What is shown of a certificate, apart from its place among the others of its file. */
export type DescribedCertificate = Omit<Certificate, 'role' | 'issuers'>;

export function describeCertificate(parsed: ParsedCertificate): DescribedCertificate {
  const { der, extensions } = parsed;
  const associations = associationsOf(der, parsed.subjectPublicKeyInfo);
  return {
    fingerprint: associations.certificate.sha256,
    thumbprint: hash('sha1', der),
    subject: parsed.subject.text,
    issuer: parsed.issuer.text,
    commonName: parsed.subject.commonName,
    subjectAlternativeNames: [...extensions.subjectAlternativeNames],
    serialNumber: parsed.serialNumber,
    notBefore: parsed.notBefore,
    notAfter: parsed.notAfter,
    key: parsed.key,
    signatureAlgorithm: parsed.signatureAlgorithm,
    isCa: extensions.isCa,
    selfIssued: parsed.selfIssued,
    associations,
    pem: pemOf(der),
  };
}

/** RFC 7468 §5, with LF. */
function pemOf(der: Buffer): string {
  const lines = der.toString('base64').replace(/.{64}(?=.)/g, '$&\n');
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
}
