/**
 * A reader of tag-length-value structures (ITU-T X.690), over the bytes as they lie in the file, so
 * that a certificate and its subjectPublicKeyInfo can be hashed exactly as they were signed.
 *
 * `der` (§10) is strict: definite and minimal lengths only. `ber` (§8) also takes the indefinite and
 * padded lengths in which older programs write PKCS#7 and PKCS#12. Every element has to lie inside its
 * parent, and nesting is bounded.
 */
export interface Tlv {
  /** The identifier octet: class, constructed bit, number (numbers above 30 keep `0x1f`). */
  readonly tag: number;
  /** Offset of the identifier octet. */
  readonly start: number;
  readonly contentStart: number;
  readonly contentEnd: number;
  /** Offset after the element, end-of-contents octets included. */
  readonly end: number;
}

export type Encoding = 'der' | 'ber';

export const tags = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  objectIdentifier: 0x06,
  utf8String: 0x0c,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

/** The context-specific tag `[number]`; constructed unless said otherwise. */
export function contextTag(number: number, form: 'constructed' | 'primitive' = 'constructed') {
  return (form === 'constructed' ? 0xa0 : 0x80) | number;
}

/**
 * Thrown by the readers and caught where a structure is entered (`readable`): thirty nested reads
 * would otherwise each need a branch of their own. It never leaves this folder.
 */
export class DerError extends Error {
  /** The bytes end before the structure does. */
  readonly truncated: boolean;
  constructor(problem: string, truncated = false) {
    super(problem);
    this.truncated = truncated;
  }
}

/** What `read` returns, or `null` where the bytes don't hold what it expects. */
export function readable<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof DerError) return null;
    throw error;
  }
}

const depthMax = 32;

/** The element at `offset`, which has to end at or before `limit`. */
export function readTlv(
  bytes: Buffer,
  offset: number,
  limit: number,
  encoding: Encoding = 'der',
): Tlv {
  return readElement(bytes, offset, limit, encoding, 0);
}

function readElement(
  bytes: Buffer,
  offset: number,
  limit: number,
  encoding: Encoding,
  depth: number,
): Tlv {
  const tag = byteAt(bytes, offset, limit);
  let at = (tag & 0x1f) === 0x1f ? afterLongTag(bytes, offset + 1, limit) : offset + 1;
  const first = byteAt(bytes, at, limit);
  at += 1;
  if (first < 0x80) return definite(tag, offset, at, first, limit);
  if (first === 0x80) {
    if (encoding === 'der') throw new DerError('indefinite length');
    return indefinite(bytes, tag, offset, at, limit, depth);
  }
  const count = first & 0x7f;
  if (count > (encoding === 'der' ? 4 : 8)) throw new DerError('length of too many octets');
  let length = 0;
  for (const stop = at + count; at < stop; at += 1) {
    length = length * 256 + byteAt(bytes, at, limit);
  }
  if (encoding === 'der' && (length < 0x80 || length < 256 ** (count - 1))) {
    throw new DerError('length not minimal');
  }
  return definite(tag, offset, at, length, limit);
}

function byteAt(bytes: Buffer, at: number, limit: number): number {
  const value = at < limit ? bytes[at] : undefined;
  if (value === undefined) throw new DerError('ends inside a header', true);
  return value;
}

function afterLongTag(bytes: Buffer, from: number, limit: number): number {
  for (let at = from; at < from + 4; at += 1) {
    if (byteAt(bytes, at, limit) < 0x80) return at + 1;
  }
  throw new DerError('tag number too large');
}

function definite(
  tag: number,
  start: number,
  contentStart: number,
  length: number,
  limit: number,
): Tlv {
  const end = contentStart + length;
  if (end > limit) throw new DerError('reaches beyond its parent', true);
  return { tag, start, contentStart, contentEnd: end, end };
}

function indefinite(
  bytes: Buffer,
  tag: number,
  start: number,
  contentStart: number,
  limit: number,
  depth: number,
): Tlv {
  if ((tag & 0x20) === 0) throw new DerError('indefinite length of a primitive');
  if (depth >= depthMax) throw new DerError('nested too deep');
  let at = contentStart;
  for (;;) {
    if (byteAt(bytes, at, limit) === 0 && byteAt(bytes, at + 1, limit) === 0) {
      return { tag, start, contentStart, contentEnd: at, end: at + 2 };
    }
    at = readElement(bytes, at, limit, 'ber', depth + 1).end;
  }
}

/** The element at `offset`, which has to carry `tag`. */
export function expectTlv(
  bytes: Buffer,
  offset: number,
  limit: number,
  tag: number,
  encoding: Encoding = 'der',
): Tlv {
  const tlv = readTlv(bytes, offset, limit, encoding);
  if (tlv.tag !== tag) throw new DerError(`tag ${tlv.tag} instead of ${tag}`);
  return tlv;
}

/** The elements inside `parent`, in order. More than `max` are an error. */
export function childrenOf(
  bytes: Buffer,
  parent: Tlv,
  encoding: Encoding = 'der',
  max = 100_000,
): Tlv[] {
  const children: Tlv[] = [];
  for (let at = parent.contentStart; at < parent.contentEnd;) {
    if (children.length === max) throw new DerError('too many elements');
    const child = readTlv(bytes, at, parent.contentEnd, encoding);
    children.push(child);
    at = child.end;
  }
  return children;
}

export function contentOf(bytes: Buffer, tlv: Tlv): Buffer {
  return bytes.subarray(tlv.contentStart, tlv.contentEnd);
}

/** The element with its header. */
export function wholeOf(bytes: Buffer, tlv: Tlv): Buffer {
  return bytes.subarray(tlv.start, tlv.end);
}

const segmentsMax = 100_000;

/**
 * The octets of an OCTET STRING, or of a context tag that stands for one, which BER may cut into
 * segments (X.690 §8.7).
 */
export function octetsOf(bytes: Buffer, tlv: Tlv): Buffer {
  if ((tlv.tag & 0x20) === 0) return contentOf(bytes, tlv);
  return Buffer.concat(
    childrenOf(bytes, tlv, 'ber', segmentsMax).map((segment) => {
      if (segment.tag === tags.octetString) return contentOf(bytes, segment);
      throw new DerError('not a segment of an octet string');
    }),
  );
}

/** A non-negative INTEGER. Precise up to 2^53, and large enough to be refused above. */
export function countOf(bytes: Buffer, tlv: Tlv): number {
  const octets = contentOf(bytes, tlv);
  if (tlv.tag !== tags.integer || octets.length === 0 || octets.length > 32) {
    throw new DerError('not a count');
  }
  if ((octets[0] ?? 0) >= 0x80) throw new DerError('negative count');
  return octets.reduce((count, octet) => count * 256 + octet, 0);
}
