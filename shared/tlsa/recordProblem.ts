import type { TlsaRecord } from './record.ts';

/** Why no client can use a record (RFC 6698 §4.1): it has numbers or data that mean nothing. */
export type RecordProblem =
  | 'usage-unknown'
  | 'selector-unknown'
  | 'matching-type-unknown'
  | 'digest-length'
  | 'data-malformed';

/** Digits of a digest, by matching type. */
export const digestDigits: Readonly<Record<number, number>> = { 1: 64, 2: 128 };

/** The first reason why no client can use a record; `null` when clients can. */
export function recordProblem(record: TlsaRecord): RecordProblem | null {
  if (record.usage > 3) return 'usage-unknown';
  if (record.selector > 1) return 'selector-unknown';
  if (record.matchingType > 2) return 'matching-type-unknown';
  return dataProblem(record);
}

/**
 * Data that are not what their matching type says: a digest of another length, or full data that are
 * no certificate or no public key. `null` also where an unknown number leaves nothing to compare with.
 */
export function dataProblem({
  selector,
  matchingType,
  data,
}: TlsaRecord): 'digest-length' | 'data-malformed' | null {
  const digits = digestDigits[matchingType];
  if (digits !== undefined) return data.length === digits ? null : 'digest-length';
  if (matchingType !== 0 || selector > 1) return null;
  const shape = selector === 0 ? certificateShape : publicKeyShape;
  return sequenceOf(data)?.join() === shape ? null : 'data-malformed';
}

/** Whether RFC 7672 lets an SMTP client authenticate a server by this record (§3.1). */
export function usableForSmtp(record: TlsaRecord): boolean {
  return record.usage >= 2 && recordProblem(record) === null;
}

/** Tags of the DER elements (RFC 5280 §4.1): tbsCertificate, signatureAlgorithm, signature. */
const certificateShape = '30,30,03';
/** algorithm, subjectPublicKey. */
const publicKeyShape = '30,03';

/** The tags of the elements of a DER SEQUENCE that fills the data exactly; `null`: it is none. */
function sequenceOf(hex: string): readonly string[] | null {
  const whole = element(hex, 0);
  if (whole?.tag !== '30' || whole.end !== hex.length) return null;
  const tags: string[] = [];
  for (let at = whole.start; at < whole.end;) {
    const inner = element(hex, at);
    if (inner === null || inner.end > whole.end) return null;
    tags.push(inner.tag);
    at = inner.end;
  }
  return tags;
}

/** One DER element at a digit's place: its tag, and where its content begins and ends. */
function element(
  hex: string,
  at: number,
): { readonly tag: string; readonly start: number; readonly end: number } | null {
  const first = Number.parseInt(hex.slice(at + 2, at + 4), 16);
  if (Number.isNaN(first)) return null;
  const lengthOctets = first < 0x80 ? 0 : first - 0x80;
  if (first === 0x80 || lengthOctets > 3) return null;
  const start = at + 4 + lengthOctets * 2;
  const octets = lengthOctets === 0 ? first : Number.parseInt(hex.slice(at + 4, start), 16);
  const end = start + octets * 2;
  return end > hex.length ? null : { tag: hex.slice(at, at + 2), start, end };
}
