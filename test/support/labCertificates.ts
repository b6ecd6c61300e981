import { createHash, createPublicKey } from 'node:crypto';
import { issueCertificate } from '../../electron/service/demo/certificates/issueCertificate.ts';
import type {
  CertificateRequest,
  Issued,
} from '../../electron/service/demo/certificates/issueCertificate.ts';
import type { Identity } from '../../electron/service/demo/startTlsListener.ts';

export const currentDates = {
  notBefore: new Date('2026-01-01T00:00:00Z'),
  notAfter: new Date('2027-06-01T00:00:00Z'),
};
export const pastDates = {
  notBefore: new Date('2024-01-01T00:00:00Z'),
  notAfter: new Date('2025-01-01T00:00:00Z'),
};

/** A certificate valid at the tests' time. */
export function issue(commonName: string, request: Partial<CertificateRequest> = {}): Issued {
  return issueCertificate({ commonName, ...currentDates, ...request });
}

export const labRoot = issue('Lab Root', { isCa: true });

/** A server's certificate for `names`, with the root above it. */
export function identity(
  names: string | readonly string[],
  request: Partial<CertificateRequest> = {},
): Identity {
  const dnsNames = typeof names === 'string' ? [names] : names;
  const leaf = issue(dnsNames[0] ?? '', { dnsNames, issuer: labRoot, ...request });
  return { leaf, issuers: [labRoot] };
}

/** `U S M data` of the certificate; `choice` is `U S M`. */
export function tlsaText(choice: string, { der, key }: Issued): string {
  const [, selector, matchingType] = choice.split(' ').map(Number);
  const selected =
    selector === 0 ? der : createPublicKey(key).export({ format: 'der', type: 'spki' });
  if (matchingType === 0) return `${choice} ${selected.toString('hex')}`;
  const digest = createHash(matchingType === 2 ? 'sha512' : 'sha256').update(selected);
  return `${choice} ${digest.digest('hex')}`;
}
