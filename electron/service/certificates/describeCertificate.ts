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

const lineLength = 64;

/** RFC 7468 §5, with LF. */
function pemOf(der: Buffer): string {
  const base64 = der.toString('base64');
  let lines = '';
  for (let at = 0; at < base64.length; at += lineLength) {
    lines += `${base64.slice(at, at + lineLength)}\n`;
  }
  return `-----BEGIN CERTIFICATE-----\n${lines}-----END CERTIFICATE-----\n`;
}
