import { hash } from 'node:crypto';
import type { AssociationData, Certificate } from '../../../shared/contract/certificates.ts';

/**
 * The certificate association data (RFC 6698 §2.1.4) of both selectors, by matching type.
 * @param der the certificate; @param subjectPublicKeyInfo its slice for selector 1.
 */
export function associationsOf(
  der: Buffer,
  subjectPublicKeyInfo: Buffer,
): Certificate['associations'] {
  return { certificate: dataOf(der), publicKey: dataOf(subjectPublicKeyInfo) };
}

function dataOf(selected: Buffer): AssociationData {
  return {
    full: selected.toString('hex'),
    sha256: hash('sha256', selected),
    sha512: hash('sha512', selected),
  };
}
