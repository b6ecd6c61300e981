/** RDATA as text (RFC 1035 §5.1, RFC 4034 §2.2–5.3, RFC 5155 §3.3, RFC 6698 §2.2, RFC 8659 §4.1.1). */
import { assertNever } from '../../../../shared/assertNever.ts';
import { encodeBase32hex } from '../base32hex.ts';
import { typeName } from '../codes.ts';
import { formatIp } from '../ipAddress.ts';
import { formatName, nameFromWire } from '../name.ts';
import { parseTypeBitmap } from './bitmap.ts';
import { rdataLayout, splitRdata } from './layout.ts';
import type { Field } from './layout.ts';
import type { ResourceRecord } from '../types.ts';

function uint(octets: Uint8Array): number {
  return octets.reduce((value, octet) => value * 0x100 + octet, 0);
}

function hex(octets: Uint8Array): string {
  return Buffer.from(octets).toString('hex');
}

/** `YYYYMMDDHHmmSS` in UTC (RFC 4034 §3.2). */
function formatTime(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 19).replaceAll(/\D/g, '');
}

function quote(octets: Uint8Array): string {
  let text = '';
  for (const octet of octets) {
    const character = String.fromCharCode(octet);
    if (octet < 0x20 || octet > 0x7e) text += `\\${String(octet).padStart(3, '0')}`;
    else text += character === '"' || character === '\\' ? `\\${character}` : character;
  }
  return `"${text}"`;
}

function quoteAll(octets: Uint8Array): string {
  const strings: string[] = [];
  for (let at = 0; at < octets.length;) {
    const end = at + 1 + (octets[at] ?? 0);
    strings.push(quote(octets.subarray(at + 1, end)));
    at = end;
  }
  return strings.join(' ');
}

function formatTag(octets: Uint8Array): string | null {
  const tag = Buffer.from(octets).toString('latin1');
  return /^[A-Za-z0-9]+$/.test(tag) ? tag : null;
}

function formatBitmap(octets: Uint8Array): string | null {
  const types = parseTypeBitmap(octets);
  return types === null ? null : [...types].map(typeName).join(' ');
}

/** `null` when the octets have no presentation in their own format. */
function formatField(field: Field, octets: Uint8Array): string | null {
  switch (field) {
    case 'name':
      return formatName(nameFromWire(octets));
    case 'u8':
    case 'u16':
    case 'u32':
    case 'algorithm':
      return String(uint(octets));
    case 'type':
      return typeName(uint(octets));
    case 'time':
      return formatTime(uint(octets));
    case 'ipv4':
    case 'ipv6':
      return formatIp(octets);
    case 'string':
      return quote(octets.subarray(1));
    case 'strings':
      return quoteAll(octets);
    case 'tag':
      return formatTag(octets.subarray(1));
    case 'text':
      return quote(octets);
    case 'opaque':
      return null;
    case 'hex':
      return hex(octets) || null;
    case 'base64':
      return Buffer.from(octets).toString('base64') || null;
    case 'salt':
      return octets.length === 1 ? '-' : hex(octets.subarray(1));
    case 'hash':
      return encodeBase32hex(octets.subarray(1)) || null;
    case 'bitmap':
      return formatBitmap(octets);
    default:
      return assertNever(field, 'field of RDATA');
  }
}

/** `\# 4 0a000001` (RFC 3597 §5). */
function formatGeneric(rdata: Uint8Array): string {
  return rdata.length === 0 ? String.raw`\# 0` : `\\# ${rdata.length} ${hex(rdata)}`;
}

/** In the format of its type, hex and Base32hex in lower case; RFC 3597's for what does not fit it. */
export function formatRdata(type: number, rdata: Uint8Array): string {
  const layout = rdataLayout(type);
  const parts = layout === null ? null : splitRdata(layout.fields, rdata);
  if (layout === null || parts === null) return formatGeneric(rdata);
  const texts: string[] = [];
  for (const [index, field] of layout.fields.entries()) {
    const text = formatField(field, parts[index] ?? new Uint8Array());
    if (text === null) return formatGeneric(rdata);
    if (text !== '') texts.push(text);
  }
  return texts.join(' ');
}

/** A line of a zone file: `mail.example.com. 3600 IN A 192.0.2.1`. Records are of class IN. */
export function formatRecord(record: ResourceRecord): string {
  const type = typeName(record.type);
  return `${formatName(record.owner)} ${record.ttl} IN ${type} ${formatRdata(record.type, record.rdata)}`;
}
