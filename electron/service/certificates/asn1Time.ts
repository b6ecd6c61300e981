import { tags } from './der.ts';
import type { Tlv } from './der.ts';

const digits = /^(\d{4})(\d\d)(\d\d)(\d\d)(?:(\d\d)(?:(\d\d)(?:[.,]\d+)?)?)?(Z|[+-]\d{4})$/;

/**
 * A `Time` (RFC 5280 §4.1.2.5) in RFC 3339, seconds, UTC. The forms without seconds or with a zone
 * that older certificates carry are read as well. `null`: no such moment, or no time at all.
 */
export function timeOf(bytes: Buffer, tlv: Tlv): string | null {
  if (tlv.contentEnd - tlv.contentStart > 40) return null;
  const text = bytes.toString('latin1', tlv.contentStart, tlv.contentEnd);
  if (tlv.tag === tags.generalizedTime) return moment(text);
  if (tlv.tag !== tags.utcTime || !/^\d\d(?:\d{8}|\d{10})(?:Z|[+-]\d{4})$/.test(text)) return null;
  return moment((text < '50' ? '20' : '19') + text);
}

function moment(text: string): string | null {
  const parts = digits.exec(text);
  if (parts === null) return null;
  const [, year = '', month = '', day = '', hour = '', minute = '00', second = '00', zone] = parts;
  const local = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const at = new Date(`${local}Z`);
  // A date such as 31 February or the hour 24 would come back as another one.
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 19) !== local) return null;
  if (zone === 'Z' || zone === undefined) return `${local}Z`;
  return shifted(at, zone);
}

function shifted(at: Date, zone: string): string | null {
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(3));
  if (hours > 23 || minutes > 59) return null;
  const offset = (hours * 60 + minutes) * (zone.startsWith('-') ? 60_000 : -60_000);
  const iso = new Date(at.getTime() + offset).toISOString();
  // Before the year 0 or after 9999.
  return iso.length === 24 ? `${iso.slice(0, 19)}Z` : null;
}
