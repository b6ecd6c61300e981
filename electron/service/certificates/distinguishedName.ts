import { childrenOf, DerError, expectTlv, tags, wholeOf } from './der.ts';
import { beginningOf, textOf, visible } from './asn1Text.ts';
import { objectIdentifierOf } from './objectIdentifier.ts';
import type { Tlv } from './der.ts';

export interface DistinguishedName {
  /** RFC 4514: most specific first. Empty for an empty name. */
  readonly text: string;
  /** The most specific common name. */
  readonly commonName: string | null;
  /** Equal for names that RFC 5280 §7.1 calls equal: case and runs of spaces do not count. */
  readonly comparable: string;
}

/** RFC 4514 §3 and, for the rest, the names that OpenSSL prints. */
const attributeNames: ReadonlyMap<string, string> = new Map([
  ['2.5.4.3', 'CN'],
  ['2.5.4.4', 'SN'],
  ['2.5.4.5', 'serialNumber'],
  ['2.5.4.6', 'C'],
  ['2.5.4.7', 'L'],
  ['2.5.4.8', 'ST'],
  ['2.5.4.9', 'STREET'],
  ['2.5.4.10', 'O'],
  ['2.5.4.11', 'OU'],
  ['2.5.4.12', 'title'],
  ['2.5.4.13', 'description'],
  ['2.5.4.15', 'businessCategory'],
  ['2.5.4.17', 'postalCode'],
  ['2.5.4.41', 'name'],
  ['2.5.4.42', 'GN'],
  ['2.5.4.43', 'initials'],
  ['2.5.4.44', 'generationQualifier'],
  ['2.5.4.46', 'dnQualifier'],
  ['2.5.4.65', 'pseudonym'],
  ['2.5.4.97', 'organizationIdentifier'],
  ['0.9.2342.19200300.100.1.1', 'UID'],
  ['0.9.2342.19200300.100.1.25', 'DC'],
  ['1.2.840.113549.1.9.1', 'emailAddress'],
  ['1.3.6.1.4.1.311.60.2.1.1', 'jurisdictionL'],
  ['1.3.6.1.4.1.311.60.2.1.2', 'jurisdictionST'],
  ['1.3.6.1.4.1.311.60.2.1.3', 'jurisdictionC'],
]);

/** `Name` (RFC 5280 §4.1.2.4). */
export function distinguishedNameOf(bytes: Buffer, name: Tlv): DistinguishedName {
  const relativeNames: string[] = [];
  let commonName: string | null = null;
  for (const set of childrenOf(bytes, name)) {
    if (set.tag !== tags.set) throw new DerError('relative name is not a set');
    const pairs = childrenOf(bytes, set).map((pair) => {
      const attribute = attributeOf(bytes, pair);
      if (attribute.commonName !== null) commonName = attribute.commonName;
      return attribute.text;
    });
    // The order within a set has no meaning; OpenSSL turns it around as well.
    relativeNames.push(pairs.reverse().join('+'));
  }
  const text = relativeNames.reverse().join(',');
  return { text, commonName, comparable: comparableOf(bytes, name, text) };
}

/** Longer names are compared by their octets. */
const comparedTextMax = 10_000;

function comparableOf(bytes: Buffer, name: Tlv, text: string): string {
  return text.length > comparedTextMax
    ? wholeOf(bytes, name).toString('latin1')
    : text.toLowerCase().replace(/\s+/g, ' ');
}

function attributeOf(
  bytes: Buffer,
  pair: Tlv,
): { readonly text: string; readonly commonName: string | null } {
  if (pair.tag !== tags.sequence) throw new DerError('attribute is not a sequence');
  const type = expectTlv(bytes, pair.contentStart, pair.contentEnd, tags.objectIdentifier);
  const [value, ...surplus] = childrenOf(bytes, { ...pair, contentStart: type.end });
  if (value === undefined || surplus.length > 0) throw new DerError('attribute without one value');
  const dotted = objectIdentifierOf(bytes, type);
  const name = attributeNames.get(dotted);
  const text = name === undefined ? null : textOf(bytes, value);
  if (name === undefined || text === null) {
    return {
      text: `${name ?? dotted}=#${wholeOf(bytes, value).toString('hex')}`,
      commonName: null,
    };
  }
  return { text: `${name}=${escaped(text)}`, commonName: name === 'CN' ? visible(text) : null };
}

const plain = /^[\p{L}\p{N}.()'/:*@_-](?:[\p{L}\p{N} .()'/:*@_-]*[\p{L}\p{N}.()'/:*@_-])?$/u;

/** RFC 4514 §2.4. */
function escaped(whole: string): string {
  const text = beginningOf(whole);
  if (plain.test(text)) return text;
  const escapes = text.replace(/["+,;<>\\]/g, String.raw`\$&`);
  const ended = text.length > 1 && text.endsWith(' ') ? `${escapes.slice(0, -1)}\\ ` : escapes;
  return visible(/^[ #]/.test(text) ? `\\${ended}` : ended);
}
