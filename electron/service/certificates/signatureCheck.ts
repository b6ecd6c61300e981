import { X509Certificate } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { ParsedCertificate } from './parseCertificate.ts';

/** Enough for every chain that a server has; above it, names and key identifiers decide. */
const signaturesMax = 32;

/** Algorithms that every runtime checks; of the others it also says "no" when it means "unknown". */
const decided: ReadonlySet<string> = new Set([
  'sha1WithRSAEncryption',
  'sha256WithRSAEncryption',
  'sha384WithRSAEncryption',
  'sha512WithRSAEncryption',
  'ecdsa-with-SHA256',
  'ecdsa-with-SHA384',
  'ecdsa-with-SHA512',
  'ED25519',
]);

/** `null`: not known, because the runtime lacks the algorithm or enough was checked already. */
export type SignatureCheck = (
  certificate: ParsedCertificate,
  issuer: ParsedCertificate,
) => boolean | null;

/** A check of one file's signatures. It bounds what a file of a thousand certificates can cost. */
export function createSignatureCheck(): SignatureCheck {
  const keys = new Map<ParsedCertificate, KeyObject | null>();
  let left = signaturesMax;
  return (certificate, issuer) => {
    if (left === 0) return null;
    left -= 1;
    let key = keys.get(issuer);
    if (key === undefined) {
      key = attempt(() => new X509Certificate(issuer.der).publicKey);
      keys.set(issuer, key);
    }
    if (key === null) return null;
    const issuerKey = key;
    const verified = attempt(() => new X509Certificate(certificate.der).verify(issuerKey));
    return verified === false && !decided.has(certificate.signatureAlgorithm) ? null : verified;
  };
}

/** The runtime throws on keys and certificates that it can't read; which ones, depends on the runtime. */
function attempt<T>(ask: () => T): T | null {
  try {
    return ask();
  } catch {
    return null;
  }
}
