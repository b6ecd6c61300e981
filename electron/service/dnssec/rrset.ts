/** RRsets with the signatures that cover them, and the octets that are signed (RFC 4034 §3.1.8.1, §6). */
import { classIn, rrType } from '../dns/codes.ts';
import { canonicalWire, isWildcard, nameKey, wildcardOf } from '../dns/name.ts';
import { rdataCanonical } from '../dns/rdata/canonical.ts';
import { parseNsec, parseRrsig } from '../dns/rdata/parse.ts';
import type { Rrsig } from '../dns/rdata/parse.ts';
import type { DomainName, Message, ResourceRecord } from '../dns/types.ts';

export interface Rrset {
  readonly owner: DomainName;
  readonly type: number;
  /** Without repetitions, in the order received. */
  readonly records: readonly ResourceRecord[];
  /** RDATA in canonical form and order (RFC 4034 §6.3). */
  readonly canonicalRdata: readonly Uint8Array[];
  /** Those that can be parsed, in the order received. */
  readonly signatures: readonly Rrsig[];
  /** The smallest of the records, in seconds. */
  readonly ttl: number;
}

/** The RRsets of an answer, those of RRSIG aside; in the order in which their first records came. */
export interface MessageRrsets {
  readonly answers: readonly Rrset[];
  readonly authorities: readonly Rrset[];
}

const groupedMessages = new WeakMap<Message, MessageRrsets>();

/** Signatures count wherever they stand, since some servers put them into the additional section. */
export function messageRrsets(message: Message): MessageRrsets {
  const known = groupedMessages.get(message);
  if (known !== undefined) return known;
  const { answers, authorities, additionals } = message;
  const signatures = collectSignatures([...answers, ...authorities, ...additionals]);
  const grouped = {
    answers: groupRrsets(answers, signatures),
    authorities: groupRrsets(authorities, signatures),
  };
  groupedMessages.set(message, grouped);
  return grouped;
}

type Signatures = ReadonlyMap<string, readonly Rrsig[]>;

function collectSignatures(records: readonly ResourceRecord[]): Signatures {
  const signatures = new Map<string, Rrsig[]>();
  for (const { owner, type, class: recordClass, rdata } of records) {
    const rrsig = type === rrType.RRSIG && recordClass === classIn ? parseRrsig(rdata) : null;
    if (rrsig !== null) push(signatures, rrsetKey(owner, rrsig.typeCovered), rrsig);
  }
  return signatures;
}

function groupRrsets(records: readonly ResourceRecord[], signatures: Signatures): Rrset[] {
  const groups = new Map<string, ResourceRecord[]>();
  for (const record of records) {
    if (record.class === classIn && record.type !== rrType.RRSIG) {
      push(groups, `${rrsetKey(record.owner, record.type)}${side(record)}`, record);
    }
  }
  return [...groups.values()].map((group) => makeRrset(group, signatures));
}

/**
 * At a zone cut parent and child each have an NSEC of the same name (RFC 4035 §2.3). An answer that
 * leads over both may hold both; the child's has the SOA bit.
 */
function side({ type, rdata }: ResourceRecord): string {
  return type === rrType.NSEC && parseNsec(rdata)?.types.has(rrType.SOA) === true ? ' apex' : '';
}

function rrsetKey(owner: DomainName, type: number): string {
  return `${type} ${nameKey(owner)}`;
}

function push<T>(map: Map<string, T[]>, key: string, item: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [item]);
  else list.push(item);
}

function makeRrset(group: readonly ResourceRecord[], signatures: Signatures): Rrset {
  const [first] = group;
  if (first === undefined) throw new Error('an RRset has a record');
  const byRdata = new Map<string, { record: ResourceRecord; canonical: Uint8Array }>();
  for (const record of group) {
    const canonical = rdataCanonical(record.type, record.rdata);
    const key = Buffer.from(canonical).toString('latin1');
    if (!byRdata.has(key)) byRdata.set(key, { record, canonical });
  }
  const unique = [...byRdata.values()];
  return {
    owner: first.owner,
    type: first.type,
    records: unique.map(({ record }) => record),
    canonicalRdata: unique.map(({ canonical }) => canonical).sort((a, b) => Buffer.compare(a, b)),
    signatures: signatures.get(rrsetKey(first.owner, first.type)) ?? [],
    ttl: Math.min(...group.map((record) => record.ttl)),
  };
}

/** Labels as RRSIGs count them: without the root and without a leading asterisk (RFC 4034 §3.1.3). */
export function signedLabelCount(name: DomainName): number {
  return isWildcard(name) ? name.length - 1 : name.length;
}

/** The owner whose records were signed: the wildcard, where the answer was expanded from one. */
export function signedOwner(owner: DomainName, rrsig: Rrsig): DomainName {
  return rrsig.labels < signedLabelCount(owner)
    ? wildcardOf(owner.slice(owner.length - rrsig.labels))
    : owner;
}

function uint16(value: number): Buffer {
  const octets = Buffer.alloc(2);
  octets.writeUInt16BE(value);
  return octets;
}

/** What the signature is made over. `rrsig.labels` is not more than the owner has. */
export function signedData(rrset: Rrset, rrsig: Rrsig): Uint8Array {
  const header = Buffer.alloc(18);
  header.writeUInt16BE(rrsig.typeCovered, 0);
  header.writeUInt8(rrsig.algorithm, 2);
  header.writeUInt8(rrsig.labels, 3);
  header.writeUInt32BE(rrsig.originalTtl, 4);
  header.writeUInt32BE(rrsig.expiration, 8);
  header.writeUInt32BE(rrsig.inception, 12);
  header.writeUInt16BE(rrsig.keyTag, 16);

  const fixed = Buffer.alloc(8);
  fixed.writeUInt16BE(rrset.type, 0);
  fixed.writeUInt16BE(classIn, 2);
  fixed.writeUInt32BE(rrsig.originalTtl, 4);

  const prefix = Buffer.concat([canonicalWire(signedOwner(rrset.owner, rrsig)), fixed]);
  const parts: Uint8Array[] = [header, canonicalWire(rrsig.signer)];
  for (const rdata of rrset.canonicalRdata) parts.push(prefix, uint16(rdata.length), rdata);
  return Buffer.concat(parts);
}
