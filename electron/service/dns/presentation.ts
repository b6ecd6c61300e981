/** From text to RDATA: the presentation formats of the types in `rdata/layout.ts`, and RFC 3597's. */
import { decodeBase32hex } from './base32hex.ts';
import { parseType } from './codes.ts';
import { parseIp } from './ipAddress.ts';
import { nameWire, parseName } from './name.ts';
import { encodeTypeBitmap } from './rdata/bitmap.ts';
import { rdataLayout, splitRdata } from './rdata/layout.ts';
import type { Field, RestField } from './rdata/layout.ts';
import type { DomainName } from './types.ts';

/** A word of a zone file, as written: escapes are not resolved, quotes are taken off. */
export interface Token {
  readonly text: string;
  readonly quoted: boolean;
}

/** RFC 4034 appendix A.1 and the IANA registry of DNSSEC algorithms. */
const algorithmNumbers: ReadonlyMap<string, number> = new Map([
  ['RSAMD5', 1],
  ['DH', 2],
  ['DSA', 3],
  ['RSASHA1', 5],
  ['DSA-NSEC3-SHA1', 6],
  ['NSEC3DSA', 6],
  ['RSASHA1-NSEC3-SHA1', 7],
  ['NSEC3RSASHA1', 7],
  ['RSASHA256', 8],
  ['RSASHA512', 10],
  ['ECC-GOST', 12],
  ['ECDSAP256SHA256', 13],
  ['ECDSAP384SHA384', 14],
  ['ED25519', 15],
  ['ED448', 16],
  ['INDIRECT', 252],
  ['PRIVATEDNS', 253],
  ['PRIVATEOID', 254],
]);

function unsigned(text: string, octets: number): Uint8Array | null {
  if (!/^\d{1,10}$/.test(text)) return null;
  let value = Number(text);
  if (value >= 2 ** (8 * octets)) return null;
  const bytes = new Uint8Array(octets);
  for (let index = octets - 1; index >= 0; index -= 1) {
    bytes[index] = value % 256;
    value = Math.floor(value / 256);
  }
  return bytes;
}

/** `YYYYMMDDHHmmSS`, or seconds since 1970 (RFC 4034 §3.2). */
function time(text: string): Uint8Array | null {
  const parts = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(text);
  if (parts === null) return unsigned(text, 4);
  const [, year, month, day, hour, minute, second] = parts;
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  // Times are serial numbers (RFC 4034 §3.1.5): one before 1970 counts from the cycle before.
  return Number.isNaN(at)
    ? null
    : unsigned(String((((at / 1000) % 2 ** 32) + 2 ** 32) % 2 ** 32), 4);
}

function hex(text: string): Uint8Array | null {
  const isHex = /^(?:[0-9a-f]{2})*$/i.test(text);
  return isHex ? new Uint8Array(Buffer.from(text, 'hex')) : null;
}

function base64(text: string): Uint8Array | null {
  const isBase64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text);
  return isBase64 ? new Uint8Array(Buffer.from(text, 'base64')) : null;
}

/** The octets of a character-string, `\X` and `\DDD` resolved. */
function unescape(text: string): Uint8Array | null {
  const octets: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    let code = text.charCodeAt(at);
    if (code === 0x5c) {
      const decimal = /^\d{3}/.exec(text.slice(at + 1, at + 4))?.[0];
      code = decimal === undefined ? text.charCodeAt(at + 1) : Number(decimal);
      at += decimal === undefined ? 1 : 3;
    }
    if (Number.isNaN(code) || code > 255) return null;
    octets.push(code);
  }
  return Uint8Array.from(octets);
}

function prefixed(octets: Uint8Array | null): Uint8Array | null {
  return octets === null || octets.length > 255
    ? null
    : Uint8Array.from([octets.length, ...octets]);
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

/** `null` as soon as one of the items is. */
function all<T>(items: readonly (T | null)[]): T[] | null {
  const present = items.filter((item) => item !== null);
  return present.length === items.length ? present : null;
}

function characterStrings(tokens: readonly Token[]): Uint8Array | null {
  const strings = all(tokens.map((token) => prefixed(unescape(token.text))));
  return strings === null ? null : concatenate(strings);
}

function typeBitmap(tokens: readonly Token[]): Uint8Array | null {
  const types = all(tokens.map((token) => parseType(token.text)));
  return types === null ? null : encodeTypeBitmap(types);
}

function address(text: string, length: number): Uint8Array | null {
  const octets = parseIp(text);
  return octets?.length === length ? octets : null;
}

function domainName(text: string, origin: DomainName): Uint8Array | null {
  if (text === '@') return nameWire(origin);
  const name = parseName(text, origin);
  return name.ok ? nameWire(name.value) : null;
}

function joined(tokens: readonly Token[]): string {
  return tokens.map((token) => token.text).join('');
}

type WordField = Exclude<Field, RestField>;

/** Fields that take one word. */
const wordParsers: Readonly<
  Record<WordField, (text: string, origin: DomainName) => Uint8Array | null>
> = {
  name: domainName,
  u8: (text) => unsigned(text, 1),
  u16: (text) => unsigned(text, 2),
  u32: (text) => unsigned(text, 4),
  type: (text) => unsigned(String(parseType(text) ?? ''), 2),
  algorithm: (text) => unsigned(String(algorithmNumbers.get(text.toUpperCase()) ?? text), 1),
  time,
  ipv4: (text) => address(text, 4),
  ipv6: (text) => address(text, 16),
  string: (text) => prefixed(unescape(text)),
  tag: (text) => prefixed(unescape(text)),
  salt: (text) => (text === '-' ? Uint8Array.of(0) : prefixed(hex(text))),
  hash: (text) => prefixed(decodeBase32hex(text)),
};

/** Fields that take all words that are left. */
const restParsers: Readonly<Record<RestField, (tokens: readonly Token[]) => Uint8Array | null>> = {
  strings: characterStrings,
  text: (tokens) => (tokens.length === 1 ? unescape(joined(tokens)) : null),
  opaque: () => null,
  hex: (tokens) => (tokens.length > 0 ? hex(joined(tokens)) : null),
  base64: (tokens) => (tokens.length > 0 ? base64(joined(tokens)) : null),
  bitmap: typeBitmap,
};

function isRest(field: Field): field is RestField {
  return Object.hasOwn(restParsers, field);
}

/** `\# 4 0a000001` (RFC 3597 §5). */
function parseGeneric(tokens: readonly Token[]): Uint8Array | null {
  const octets = hex(joined(tokens.slice(2)));
  return octets !== null && String(octets.length) === tokens[1]?.text ? octets : null;
}

function parseFields(
  fields: readonly Field[],
  tokens: readonly Token[],
  origin: DomainName,
): Uint8Array | null {
  const parts: (Uint8Array | null)[] = [];
  let at = 0;
  for (const field of fields) {
    if (isRest(field)) {
      parts.push(restParsers[field](tokens.slice(at)));
      at = tokens.length;
    } else {
      const word = tokens[at];
      parts.push(word === undefined ? null : wordParsers[field](word.text, origin));
      at += 1;
    }
  }
  const octets = at === tokens.length ? all(parts) : null;
  return octets === null ? null : concatenate(octets);
}

/** Reads the words after a record's type. `null` when they are not RDATA of that type. */
export function parseRdata(
  type: number,
  tokens: readonly Token[],
  origin: DomainName,
): Uint8Array | null {
  const layout = rdataLayout(type);
  const isGeneric = tokens[0]?.text === String.raw`\#` && !tokens[0].quoted;
  if (layout === null) return isGeneric ? parseGeneric(tokens) : null;
  const rdata = isGeneric ? parseGeneric(tokens) : parseFields(layout.fields, tokens, origin);
  const fits =
    rdata !== null && rdata.length <= 0xffff && splitRdata(layout.fields, rdata) !== null;
  return fits ? rdata : null;
}
