import { childrenOf, readable, readTlv, tags } from '../der.ts';
import { objectIdentifierOf } from '../objectIdentifier.ts';
import type { Tlv } from '../der.ts';

export type DerKind =
  | 'certificate'
  | 'request'
  | 'private-key'
  | 'pkcs7'
  | 'pkcs12'
  /** Well-formed, and none of these: a public key, a revocation list. */
  | 'other';

/** What an element is, by its shape. `certificate` also where a signed structure can't be looked into. */
export function derKind(bytes: Buffer, element: Tlv): DerKind {
  if (element.tag !== tags.sequence) return 'other';
  const [first, second, third] = readable(() => head(bytes, element)) ?? [];
  if (first?.tag === tags.objectIdentifier) return 'pkcs7';
  if (first?.tag === tags.integer) return numberedKind(bytes, second, third);
  if (first?.tag !== tags.sequence || second?.tag === tags.bitString) return 'other';
  // EncryptedPrivateKeyInfo (RFC 5208 §6).
  return second?.tag === tags.octetString ? 'private-key' : signedKind(bytes, first);
}

/** The first three elements inside. */
function head(bytes: Buffer, parent: Tlv): Tlv[] {
  const elements: Tlv[] = [];
  for (let at = parent.contentStart; at < parent.contentEnd && elements.length < 3;) {
    const element = readTlv(bytes, at, parent.contentEnd, 'ber');
    elements.push(element);
    at = element.end;
  }
  return elements;
}

/** A version in front: PFX (RFC 7292 §4), PrivateKeyInfo (RFC 5208), RSA, DSA and EC private keys. */
function numberedKind(bytes: Buffer, second: Tlv | undefined, third: Tlv | undefined): DerKind {
  if (second?.tag === tags.integer || second?.tag === tags.octetString) return 'private-key';
  if (second?.tag !== tags.sequence) return 'other';
  if (third?.tag === tags.octetString) return 'private-key';
  const type = readable(() => {
    const identifier = readTlv(bytes, second.contentStart, second.contentEnd, 'ber');
    return objectIdentifierOf(bytes, identifier);
  });
  return type?.startsWith('1.2.840.113549.1.7.') === true ? 'pkcs12' : 'other';
}

/** Certificate, CertificationRequest (RFC 2986) and CertificateList differ in what is signed. */
function signedKind(bytes: Buffer, signed: Tlv): DerKind {
  const fields = readable(() => childrenOf(bytes, signed, 'der', 100));
  if (fields === null) return 'certificate';
  const [version, ...rest] = fields.map(({ tag }) => tag);
  if (version === tags.integer && rest[0] === tags.sequence && rest[1] === tags.sequence) {
    if (rest[2] === undefined || rest[2] === 0xa0) return 'request';
  }
  const isRevocationList = fields.some(
    ({ tag }) => tag === tags.utcTime || tag === tags.generalizedTime,
  );
  return isRevocationList ? 'other' : 'certificate';
}
