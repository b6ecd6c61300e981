import { childrenOf, contextTag, DerError, expectTlv, tags, wholeOf } from '../der.ts';
import { objectIdentifierOf } from '../objectIdentifier.ts';
import type { Tlv } from '../der.ts';

const signedData = '1.2.840.113549.1.7.2';
const elementsMax = 20_000;

export interface SignedDataCertificates {
  readonly certificates: readonly Buffer[];
  /** Attribute certificates and other kinds that no server sends. */
  readonly others: number;
}

/**
 * The certificates of a SignedData in a ContentInfo (RFC 5652 §5.1, RFC 2315), BER or DER. Signatures,
 * if any, are not looked at: an export has none. `null`: a ContentInfo of another type.
 * @throws DerError where the structure is broken.
 */
export function certificatesOfSignedData(
  bytes: Buffer,
  contentInfo: Tlv,
): SignedDataCertificates | null {
  const { contentStart, contentEnd } = contentInfo;
  const type = expectTlv(bytes, contentStart, contentEnd, tags.objectIdentifier, 'ber');
  if (objectIdentifierOf(bytes, type) !== signedData) return null;
  const wrapper = expectTlv(bytes, type.end, contentEnd, contextTag(0), 'ber');
  const body = expectTlv(bytes, wrapper.contentStart, wrapper.contentEnd, tags.sequence, 'ber');
  const fields = childrenOf(bytes, body, 'ber', 10);
  if (fields[0]?.tag !== tags.integer || fields[1]?.tag !== tags.set) {
    throw new DerError('not a SignedData');
  }
  const set = fields.find(({ tag }) => tag === contextTag(0));
  const elements = set === undefined ? [] : childrenOf(bytes, set, 'ber', elementsMax);
  const certificates = elements.filter(({ tag }) => tag === tags.sequence);
  return {
    certificates: certificates.map((certificate) => wholeOf(bytes, certificate)),
    others: elements.length - certificates.length,
  };
}
