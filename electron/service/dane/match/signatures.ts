import { createPublicKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { ChainCertificate } from './chainCertificate.ts';

/** Signatures checked for one chain. A bag of forty cross-signed certificates needs no more. */
const signatureChecksMax = 200;

/**
 * Whether a certificate is signed by a key; `null` where this runtime can't tell, since it knows the
 * key or the algorithm not.
 */
export type SignatureCheck = (certificate: ChainCertificate, key: KeyObject) => boolean | null;

/** A name where the algorithm is known; unknown ones keep their dotted identifier. */
const dottedIdentifier = /^[\d.]*$/;

export const checkSignature: SignatureCheck = (certificate, key) => {
  if (certificate.x509 === null || dottedIdentifier.test(certificate.parsed.signatureAlgorithm)) {
    return null;
  }
  try {
    return certificate.x509.verify(key);
  } catch {
    return null;
  }
};

function keyOf(publicKeyInfo: Buffer): KeyObject | null {
  try {
    return createPublicKey({ key: publicKeyInfo, format: 'der', type: 'spki' });
  } catch {
    return null;
  }
}

/**
 * The signatures of one chain: each pair is checked once, and not more than a bounded number of them.
 * A key is its subjectPublicKeyInfo, lower-case hex.
 */
export interface Signatures {
  isSignedBy(certificate: ChainCertificate, publicKeyInfo: string): boolean;
  /** Whether an answer was "no" only because it could not be found out here. */
  readonly incomplete: () => 'runtime-cannot-test' | 'limit' | null;
}

export function createSignatures(check: SignatureCheck): Signatures {
  const results = new Map<string, boolean>();
  const keys = new Map<string, KeyObject | null>();
  let incomplete: 'runtime-cannot-test' | 'limit' | null = null;

  function fresh(certificate: ChainCertificate, publicKeyInfo: string): boolean {
    if (results.size >= signatureChecksMax) {
      incomplete ??= 'limit';
      return false;
    }
    let key = keys.get(publicKeyInfo);
    if (key === undefined) {
      key = keyOf(Buffer.from(publicKeyInfo, 'hex'));
      keys.set(publicKeyInfo, key);
    }
    const result = key === null ? null : check(certificate, key);
    if (result === null) incomplete = 'runtime-cannot-test';
    return result === true;
  }

  return {
    isSignedBy(certificate, publicKeyInfo) {
      const pair = `${certificate.fingerprint} ${publicKeyInfo}`;
      const known = results.get(pair);
      if (known !== undefined) return known;
      const result = fresh(certificate, publicKeyInfo);
      results.set(pair, result);
      return result;
    },
    incomplete: () => incomplete,
  };
}
