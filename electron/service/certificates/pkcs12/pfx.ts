import { childrenOf, contentOf, contextTag, countOf, DerError, expectTlv } from '../der.ts';
import { octetsOf, readTlv, tags } from '../der.ts';
import { macOf, protectionOf, UnsupportedAlgorithm } from './algorithms.ts';
import { objectIdentifierOf } from '../objectIdentifier.ts';
import type { Mac, Protection } from './algorithms.ts';
import type { Tlv } from '../der.ts';

const dataType = '1.2.840.113549.1.7.1';
const signedDataType = '1.2.840.113549.1.7.2';
const encryptedDataType = '1.2.840.113549.1.7.6';
const contentsMax = 100;

/** One SafeContents of the file, as it stands there. */
export interface Content {
  /** `null`: not encrypted. */
  readonly protection: Protection | null;
  readonly octets: Buffer;
}

export interface Pfx {
  readonly contents: readonly Content[];
  /** What the MAC was computed over. */
  readonly authenticated: Buffer;
  /** `null`: none, or the integrity is that of a signature. */
  readonly mac: { readonly mac: Mac; readonly value: Buffer } | null;
}

/**
 * PFX (RFC 7292 §4), BER or DER, without opening anything.
 * @throws DerError, UnsupportedAlgorithm
 */
export function parsePfx(bytes: Buffer, element: Tlv): Pfx {
  const [version, authSafe, macData] = childrenOf(bytes, element, 'ber', 3);
  if (version === undefined || authSafe === undefined || countOf(bytes, version) !== 3) {
    throw new DerError('not a PFX');
  }
  const authenticated = authenticatedSafe(bytes, authSafe);
  const sequence = expectTlv(authenticated, 0, authenticated.length, tags.sequence, 'ber');
  return {
    authenticated,
    contents: childrenOf(authenticated, sequence, 'ber', contentsMax).map((info) =>
      contentOfInfo(authenticated, info),
    ),
    mac: macData === undefined ? null : macDataOf(bytes, macData),
  };
}

interface ContentInfo {
  readonly type: string;
  readonly content: Tlv;
}

function contentInfo(bytes: Buffer, info: Tlv): ContentInfo {
  if (info.tag !== tags.sequence) throw new DerError('not a ContentInfo');
  const { contentStart, contentEnd } = info;
  const type = expectTlv(bytes, contentStart, contentEnd, tags.objectIdentifier, 'ber');
  const wrapper = expectTlv(bytes, type.end, contentEnd, contextTag(0), 'ber');
  return {
    type: objectIdentifierOf(bytes, type),
    content: readTlv(bytes, wrapper.contentStart, wrapper.contentEnd, 'ber'),
  };
}

function dataOf(bytes: Buffer, tlv: Tlv): Buffer {
  if ((tlv.tag & 0x1f) !== tags.octetString) throw new DerError('not an octet string');
  return octetsOf(bytes, tlv);
}

/** The octets of the AuthenticatedSafe, which a password or a signature protects. */
function authenticatedSafe(bytes: Buffer, info: Tlv): Buffer {
  const { type, content } = contentInfo(bytes, info);
  if (type === dataType) return dataOf(bytes, content);
  if (type !== signedDataType) throw new UnsupportedAlgorithm(type);
  // SignedData (RFC 5652 §5.1): version, digests, EncapsulatedContentInfo.
  const encapsulated = childrenOf(bytes, content, 'ber', 10)[2];
  if (encapsulated === undefined) throw new DerError('nothing signed');
  const signed = contentInfo(bytes, encapsulated);
  return dataOf(bytes, signed.content);
}

function contentOfInfo(bytes: Buffer, info: Tlv): Content {
  const { type, content } = contentInfo(bytes, info);
  if (type === dataType) return { protection: null, octets: dataOf(bytes, content) };
  if (type !== encryptedDataType) throw new UnsupportedAlgorithm(type);
  // EncryptedData (RFC 5652 §8): version, EncryptedContentInfo.
  const [, encrypted] = childrenOf(bytes, content, 'ber', 4);
  if (encrypted?.tag !== tags.sequence) throw new DerError('nothing encrypted');
  const [, algorithm, octets] = childrenOf(bytes, encrypted, 'ber', 3);
  if (algorithm === undefined || octets === undefined || (octets.tag & 0xdf) !== 0x80) {
    throw new DerError('encrypted content missing');
  }
  return { protection: protectionOf(bytes, algorithm), octets: octetsOf(bytes, octets) };
}

function macDataOf(bytes: Buffer, macData: Tlv): Pfx['mac'] {
  const [digestInfo, salt, iterations] = childrenOf(bytes, macData, 'ber', 3);
  if (digestInfo?.tag !== tags.sequence || salt?.tag !== tags.octetString) {
    throw new DerError('not a MacData');
  }
  const [algorithm, value] = childrenOf(bytes, digestInfo, 'ber', 2);
  if (algorithm === undefined || value?.tag !== tags.octetString) {
    throw new DerError('not a DigestInfo');
  }
  const rounds = iterations === undefined ? 1 : countOf(bytes, iterations);
  return {
    mac: macOf(bytes, algorithm, contentOf(bytes, salt), rounds),
    value: contentOf(bytes, value),
  };
}
