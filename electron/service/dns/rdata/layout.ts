/**
 * How the RDATA of each known type is put together: one table from which decompression, canonical
 * form and presentation format follow.
 */
import { assertNever } from '../../../../shared/assertNever.ts';
import { rrType } from '../codes.ts';
import { nameLengthMax } from '../name.ts';

/**
 * - `string`: a character-string; `strings`: one or more of them, to the end.
 * - `tag`: a character-string shown without quotes; `text`: the rest, shown as one quoted string.
 * - `algorithm`: a DNSSEC algorithm's number. `opaque`: the rest, without a presentation format here.
 * - `hex`, `base64`: the rest. `salt`: length and octets, `-` when empty; `hash`: the same in Base32hex.
 * - `bitmap`: type bit maps of RFC 4034 §4.1.2, the rest.
 */
export type Field =
  | 'name'
  | 'u8'
  | 'u16'
  | 'u32'
  | 'type'
  | 'algorithm'
  | 'time'
  | 'ipv4'
  | 'ipv6'
  | 'string'
  | 'tag'
  | 'salt'
  | 'hash'
  | RestField;

/** Fields that take what is left of the RDATA. */
export type RestField = 'strings' | 'text' | 'opaque' | 'hex' | 'base64' | 'bitmap';

export interface RdataLayout {
  readonly fields: readonly Field[];
  /** Names may come compressed (RFC 1035 §4.1.4, RFC 3597 §4; DNAME for the leniency of RFC 6672 §2.5). */
  readonly compressible: boolean;
  /** Names go into lower case in canonical form (RFC 4034 §6.2 as amended by RFC 6840 §5.1). */
  readonly lowerCased: boolean;
}

const compressed = { compressible: true, lowerCased: true };
const lowerCased = { compressible: false, lowerCased: true };
const verbatim = { compressible: false, lowerCased: false };

const singleName: RdataLayout = { fields: ['name'], ...compressed };
const preferenceAndName: RdataLayout = { fields: ['u16', 'name'], ...compressed };
const signature: readonly Field[] = [
  'type',
  'algorithm',
  'u8',
  'u32',
  'time',
  'time',
  'u16',
  'name',
  'base64',
];
const key: RdataLayout = { fields: ['u16', 'u8', 'algorithm', 'base64'], ...verbatim };
const delegation: RdataLayout = { fields: ['u16', 'algorithm', 'u8', 'hex'], ...verbatim };
const association: RdataLayout = { fields: ['u8', 'u8', 'u8', 'hex'], ...verbatim };

const layouts: ReadonlyMap<number, RdataLayout> = new Map<number, RdataLayout>([
  [rrType.A, { fields: ['ipv4'], ...verbatim }],
  [rrType.NS, singleName],
  [rrType.MD, singleName],
  [rrType.MF, singleName],
  [rrType.CNAME, singleName],
  [rrType.SOA, { fields: ['name', 'name', 'u32', 'u32', 'u32', 'u32', 'u32'], ...compressed }],
  [rrType.MB, singleName],
  [rrType.MG, singleName],
  [rrType.MR, singleName],
  [rrType.PTR, singleName],
  [rrType.HINFO, { fields: ['string', 'string'], ...verbatim }],
  [rrType.MINFO, { fields: ['name', 'name'], ...compressed }],
  [rrType.MX, preferenceAndName],
  [rrType.TXT, { fields: ['strings'], ...verbatim }],
  [rrType.RP, { fields: ['name', 'name'], ...compressed }],
  [rrType.AFSDB, preferenceAndName],
  [rrType.RT, preferenceAndName],
  [rrType.SIG, { fields: signature, ...compressed }],
  [rrType.KEY, key],
  [rrType.PX, { fields: ['u16', 'name', 'name'], ...compressed }],
  [rrType.AAAA, { fields: ['ipv6'], ...verbatim }],
  [rrType.NXT, { fields: ['name', 'opaque'], ...compressed }],
  [rrType.SRV, { fields: ['u16', 'u16', 'u16', 'name'], ...compressed }],
  [rrType.NAPTR, { fields: ['u16', 'u16', 'string', 'string', 'string', 'name'], ...compressed }],
  [rrType.KX, { fields: ['u16', 'name'], ...lowerCased }],
  [rrType.DNAME, singleName],
  [rrType.DS, delegation],
  [rrType.SSHFP, { fields: ['u8', 'u8', 'hex'], ...verbatim }],
  [rrType.RRSIG, { fields: signature, ...lowerCased }],
  [rrType.NSEC, { fields: ['name', 'bitmap'], ...verbatim }],
  [rrType.DNSKEY, key],
  [rrType.NSEC3, { fields: ['u8', 'u8', 'u16', 'salt', 'hash', 'bitmap'], ...verbatim }],
  [rrType.NSEC3PARAM, { fields: ['u8', 'u8', 'u16', 'salt'], ...verbatim }],
  [rrType.TLSA, association],
  [rrType.SMIMEA, association],
  [rrType.CDS, delegation],
  [rrType.CDNSKEY, key],
  [rrType.OPENPGPKEY, { fields: ['base64'], ...verbatim }],
  [rrType.CSYNC, { fields: ['u32', 'u16', 'bitmap'], ...verbatim }],
  [rrType.SPF, { fields: ['strings'], ...verbatim }],
  [rrType.CAA, { fields: ['u8', 'tag', 'text'], ...verbatim }],
  [rrType.DLV, delegation],
]);

/** `null` for a type that is handled as opaque octets (RFC 3597). */
export function rdataLayout(type: number): RdataLayout | null {
  return layouts.get(type) ?? null;
}

/** Where an uncompressed name that starts at `at` ends; `null` when it is none. */
function nameEnd(bytes: Uint8Array, at: number): number | null {
  for (let end = at; end - at < nameLengthMax;) {
    const length = bytes[end];
    if (length === undefined || length > 63) return null;
    end += 1 + length;
    if (length === 0) return end;
  }
  return null;
}

function prefixedEnd(bytes: Uint8Array, at: number): number | null {
  const length = bytes[at];
  return length === undefined ? null : at + 1 + length;
}

function stringsEnd(bytes: Uint8Array, at: number): number | null {
  let end: number | null = at;
  do end = prefixedEnd(bytes, end);
  while (end !== null && end < bytes.length);
  return end;
}

/** Where a field that starts at `at` ends, names uncompressed; `null` when it does not fit. */
export function fieldEnd(field: Field, bytes: Uint8Array, at: number): number | null {
  switch (field) {
    case 'name':
      return nameEnd(bytes, at);
    case 'u8':
    case 'algorithm':
      return at + 1;
    case 'u16':
    case 'type':
      return at + 2;
    case 'u32':
    case 'time':
    case 'ipv4':
      return at + 4;
    case 'ipv6':
      return at + 16;
    case 'string':
    case 'tag':
    case 'salt':
    case 'hash':
      return prefixedEnd(bytes, at);
    case 'strings':
      return stringsEnd(bytes, at);
    case 'text':
    case 'opaque':
    case 'hex':
    case 'base64':
    case 'bitmap':
      return bytes.length;
    default:
      return assertNever(field, 'field of RDATA');
  }
}

/** The octets of each field of uncompressed RDATA; `null` when they do not fill it exactly. */
export function splitRdata(fields: readonly Field[], rdata: Uint8Array): Uint8Array[] | null {
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const field of fields) {
    const end = fieldEnd(field, rdata, at);
    if (end === null || end > rdata.length) return null;
    parts.push(rdata.subarray(at, end));
    at = end;
  }
  return at === rdata.length ? parts : null;
}
