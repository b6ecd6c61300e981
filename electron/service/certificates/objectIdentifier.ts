import { DerError, tags } from './der.ts';
import type { Tlv } from './der.ts';

const octetsMax = 64;
const remembered = new Map<string, string>();
const rememberedMax = 500;

/** The dotted form of an OBJECT IDENTIFIER (X.690 §8.19). */
export function objectIdentifierOf(bytes: Buffer, tlv: Tlv): string {
  if (tlv.tag !== tags.objectIdentifier) throw new DerError('not an object identifier');
  if (tlv.contentEnd - tlv.contentStart > octetsMax) throw new DerError('object identifier long');
  // The same twenty identifiers stand in every certificate of a file.
  const key = bytes.toString('latin1', tlv.contentStart, tlv.contentEnd);
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const dotted = decode(bytes.subarray(tlv.contentStart, tlv.contentEnd));
  if (remembered.size < rememberedMax) remembered.set(key, dotted);
  return dotted;
}

function decode(octets: Buffer): string {
  const arcs: bigint[] = [];
  let arc = 0n;
  let within = false;
  for (const octet of octets) {
    if (!within && octet === 0x80) throw new DerError('object identifier padded');
    arc = (arc << 7n) | BigInt(octet & 0x7f);
    within = octet >= 0x80;
    if (!within) {
      arcs.push(arc);
      arc = 0n;
    }
  }
  const [first, ...rest] = arcs;
  if (first === undefined || within) throw new DerError('object identifier incomplete');
  const root = first < 80n ? first / 40n : 2n;
  return [root, first - root * 40n, ...rest].join('.');
}
