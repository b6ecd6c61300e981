import { labelLengthMax, nameLengthMax } from './name.ts';
import type { DomainName } from './types.ts';

/** Why octets are no DNS message. */
export type MalformedReason =
  | 'length'
  | 'label'
  | 'pointer'
  | 'name-too-long'
  | 'rdata'
  | 'opt'
  | 'trailing-bytes';

/** Thrown by readers and caught by `decodeMessage`; it does not leave this folder. */
export class MalformedMessage extends Error {
  readonly reason: MalformedReason;

  constructor(reason: MalformedReason) {
    super(reason);
    this.reason = reason;
  }
}

/** Octets before the question section (RFC 1035 §4.1.1); no name starts in them. */
export const headerLength = 12;

export function readU8(bytes: Uint8Array, at: number): number {
  const value = bytes[at];
  if (value === undefined) throw new MalformedMessage('length');
  return value;
}

export function readU16(bytes: Uint8Array, at: number): number {
  return readU8(bytes, at) * 0x100 + readU8(bytes, at + 1);
}

export function readU32(bytes: Uint8Array, at: number): number {
  return readU16(bytes, at) * 0x10000 + readU16(bytes, at + 2);
}

/**
 * Reads a name that may be compressed (RFC 1035 §4.1.4). Each pointer must lead to before the piece
 * that it stands in, so that the walk ends: no loops, no pointing forward.
 */
export function readName(
  message: Uint8Array,
  start: number,
): { readonly name: DomainName; readonly next: number } {
  const labels: Uint8Array[] = [];
  let length = 1;
  let at = start;
  let pieceStart = start;
  let next: number | null = null;
  for (;;) {
    const octet = readU8(message, at);
    if (octet === 0) return { name: labels, next: next ?? at + 1 };
    if (octet >= 0xc0) {
      const target = (octet & 0x3f) * 0x100 + readU8(message, at + 1);
      if (target >= pieceStart || target < headerLength) throw new MalformedMessage('pointer');
      next ??= at + 2;
      pieceStart = target;
      at = target;
      continue;
    }
    if (octet > labelLengthMax) throw new MalformedMessage('label');
    const end = at + 1 + octet;
    if (end > message.length) throw new MalformedMessage('length');
    length += 1 + octet;
    if (length > nameLengthMax) throw new MalformedMessage('name-too-long');
    labels.push(message.subarray(at + 1, end));
    at = end;
  }
}
