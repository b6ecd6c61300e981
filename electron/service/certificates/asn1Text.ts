import { isUtf8 } from 'node:buffer';
import { tags } from './der.ts';
import type { Tlv } from './der.ts';

/**
 * The text of an ASN.1 string type (X.690 §8.23), `null` for any other type or undecodable octets.
 * T61String is read as Latin-1, which is what certificates that use it mean.
 */
export function textOf(bytes: Buffer, tlv: Tlv): string | null {
  const { contentStart, contentEnd } = tlv;
  switch (tlv.tag) {
    case tags.utf8String:
      return isUtf8(bytes.subarray(contentStart, contentEnd))
        ? bytes.toString('utf8', contentStart, contentEnd)
        : null;
    case 0x12: // NumericString
    case 0x13: // PrintableString
    case 0x14: // T61String
    case 0x16: // IA5String
    case 0x1a: // VisibleString
      return bytes.toString('latin1', contentStart, contentEnd);
    case 0x1e: // BMPString
      return utf16(bytes.subarray(contentStart, contentEnd));
    case 0x1c: // UniversalString
      return utf32(bytes.subarray(contentStart, contentEnd));
    default:
      return null;
  }
}

function utf16(octets: Buffer): string | null {
  if (octets.length % 2 !== 0) return null;
  const text = Buffer.from(octets).swap16().toString('utf16le');
  return text.isWellFormed() ? text : null;
}

function utf32(octets: Buffer): string | null {
  if (octets.length % 4 !== 0) return null;
  const parts: string[] = [];
  for (let at = 0; at < octets.length; at += 4) {
    const point = octets.readUInt32BE(at);
    if (point > 0x10ffff || (point >= 0xd800 && point < 0xe000)) return null;
    parts.push(String.fromCodePoint(point));
  }
  return parts.join('');
}

/** Characters of one text that are shown; upper bounds of X.520 and host names lie far below. */
const shownMax = 4096;

/** The beginning of a text that nobody could read to its end. */
export function beginningOf(text: string): string {
  return text.length > shownMax ? `${text.slice(0, shownMax).toWellFormed()}…` : text;
}

/** Control, format (bidirectional overrides too) and unassigned characters. */
const invisible = /\p{C}/u;
const invisibleAll = /\p{C}+/gu;

/**
 * A text with the characters that can't be seen as `\XX` per UTF-8 octet (the escape of RFC 4514
 * §2.4): a name from a certificate can't then hide a part of itself or turn the line around it.
 */
export function visible(text: string): string {
  const beginning = beginningOf(text);
  return invisible.test(beginning) ? beginning.replace(invisibleAll, hexEscape) : beginning;
}

function hexEscape(text: string): string {
  const hex = Buffer.from(text, 'utf8').toString('hex');
  return hex.toUpperCase().replace(/../g, String.raw`\$&`);
}
