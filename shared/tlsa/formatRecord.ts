import type { TlsaRecord } from './record.ts';

/** A record and where it goes. */
export interface PublishableRecord<Kind extends TlsaRecord = TlsaRecord> {
  /** Absolute, with trailing dot: `_25._tcp.mail.example.com.`. */
  readonly owner: string;
  /** Seconds; `null` leaves it to the zone. */
  readonly ttl: number | null;
  readonly record: Kind;
}

/** `3 1 1 hex` (RFC 6698 §2.2). */
export function presentation({ usage, selector, matchingType, data }: TlsaRecord): string {
  return `${usage} ${selector} ${matchingType} ${data}`;
}

/** A line of a zone file: `OWNER [TTL ]IN TLSA U S M hex`. */
export function zoneLine({ owner, ttl, record }: PublishableRecord): string {
  return `${prefix(owner, ttl)} TLSA ${presentation(record)}`;
}

/** The same for software that does not know the type (RFC 3597 §5): `TYPE52 \# LENGTH hex`. */
export function genericLine({ owner, ttl, record }: PublishableRecord): string {
  const numbers = [record.usage, record.selector, record.matchingType];
  const octets = numbers.map((number) => number.toString(16).padStart(2, '0')).join('');
  const rdata = octets + record.data;
  return `${prefix(owner, ttl)} TYPE52 \\# ${rdata.length / 2} ${rdata}`;
}

function prefix(owner: string, ttl: number | null): string {
  return ttl === null ? `${owner} IN` : `${owner} ${ttl} IN`;
}
