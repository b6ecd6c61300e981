import { createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { classIn, rrType } from '../../dns/codes.ts';
import { compareCanonical, isSubdomainOf, nameKey, nameWire } from '../../dns/name.ts';
import { encodeTypeBitmap } from '../../dns/rdata/bitmap.ts';
import { rdataCanonical } from '../../dns/rdata/canonical.ts';
import { keyTag } from '../../dns/rdata/parse.ts';
import type { Rrsig } from '../../dns/rdata/parse.ts';
import { parseZoneText } from '../../dns/zoneText.ts';
import type { DomainName, ResourceRecord } from '../../dns/types.ts';
import { delegationDigest } from '../../dnssec/crypto/delegationDigest.ts';
import { signedData, signedLabelCount } from '../../dnssec/rrset.ts';

const ecdsaP256 = 13;
const sha256 = 2;
const zoneKeyFlags = 257;
const ttl = 300;

export interface ZonePlan {
  readonly origin: DomainName;
  /** Zone file lines, without SOA, NS and what signing adds. */
  readonly text: string;
  readonly signed: boolean;
  /** What its parent says of it: its own key, somebody else's, or nothing. */
  readonly delegation: 'signed' | 'wrong-key' | 'unsigned';
}

/** One zone of the practice lab, signed as it is asked. */
export interface LabZone {
  readonly origin: DomainName;
  readonly delegation: ZonePlan['delegation'];
  readonly signed: boolean;
  /** DS for the parent; of the wrong key where the plan says so. */
  readonly ds: ResourceRecord;
  /** DNSKEY line, for a trust anchor. */
  readonly dnskey: ResourceRecord;
  add(records: readonly ResourceRecord[]): void;
  rrset(owner: DomainName, type: number): readonly ResourceRecord[];
  /** Whether the name or one below it has records. */
  exists(owner: DomainName): boolean;
  /** With the signature in front of nothing where the zone has none. */
  withSignature(records: readonly ResourceRecord[]): readonly ResourceRecord[];
  /** The NSEC record at the name, or the one that covers it. */
  nsec(owner: DomainName): readonly ResourceRecord[];
}

function uint16(value: number): Buffer {
  return Buffer.from([value >> 8, value & 0xff]);
}

function uint32(value: number): Buffer {
  const octets = Buffer.alloc(4);
  octets.writeUInt32BE(value);
  return octets;
}

/** RFC 6605 §4: the point without its leading 04. */
function dnskeyRdata(key: KeyObject): Buffer {
  const { x = '', y = '' } = createPublicKey(key).export({ format: 'jwk' });
  const point = [x, y].map((coordinate) => Buffer.from(coordinate, 'base64url'));
  return Buffer.concat([uint16(zoneKeyFlags), Buffer.of(3, ecdsaP256), ...point]);
}

function generate(): KeyObject {
  return generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).privateKey;
}

function record(owner: DomainName, type: number, rdata: Uint8Array): ResourceRecord {
  return { owner, type, class: classIn, ttl, rdata };
}

function dsOf(origin: DomainName, key: KeyObject): ResourceRecord {
  const rdata = dnskeyRdata(key);
  const digest = delegationDigest(origin, rdata, sha256) ?? new Uint8Array();
  const ds = Buffer.concat([uint16(keyTag(rdata)), Buffer.of(ecdsaP256, sha256), digest]);
  return record(origin, rrType.DS, ds);
}

function soaOf(origin: DomainName): ResourceRecord {
  const times = [1, 3600, 600, 86_400, ttl].map(uint32);
  const names = ['ns', 'admin'].map((label) => nameWire([Buffer.from(label), ...origin]));
  return record(origin, rrType.SOA, Buffer.concat([...names, ...times]));
}

function rrsetKey(owner: DomainName, type: number): string {
  return `${type} ${nameKey(owner)}`;
}

/** Signatures are valid from a day before `at` to a month after it. */
export function createLabZone(plan: ZonePlan, at: Date): LabZone {
  const { origin, signed, delegation } = plan;
  const key = generate();
  const rrsets = new Map<string, ResourceRecord[]>();
  const owners = new Map<string, { readonly name: DomainName; readonly types: Set<number> }>();
  const signatures = new WeakMap<readonly ResourceRecord[], ResourceRecord>();
  const nsecs = new Map<string, ResourceRecord[]>();
  const seconds = Math.floor(at.getTime() / 1000);
  const day = 86_400;

  function add(records: readonly ResourceRecord[]): void {
    for (const one of records) {
      const id = rrsetKey(one.owner, one.type);
      rrsets.set(id, [...(rrsets.get(id) ?? []), one]);
      const owner = owners.get(nameKey(one.owner)) ?? { name: one.owner, types: new Set() };
      owner.types.add(one.type);
      owners.set(nameKey(one.owner), owner);
    }
    nsecs.clear();
  }

  function signatureOf(records: readonly ResourceRecord[], first: ResourceRecord): ResourceRecord {
    const unsigned: Rrsig = {
      typeCovered: first.type,
      algorithm: ecdsaP256,
      labels: signedLabelCount(first.owner),
      originalTtl: first.ttl,
      expiration: seconds + 30 * day,
      inception: seconds - day,
      keyTag: keyTag(dnskeyRdata(key)),
      signer: origin,
      signature: new Uint8Array(),
    };
    const canonicalRdata = records
      .map(({ type, rdata }) => rdataCanonical(type, rdata))
      .toSorted((a, b) => Buffer.compare(a, b));
    const { owner, type } = first;
    const rrset = { owner, type, records, canonicalRdata, signatures: [], ttl: first.ttl };
    const data = signedData(rrset, unsigned);
    const header = data.subarray(0, 18);
    const signature = sign('sha256', data, { key, dsaEncoding: 'ieee-p1363' });
    const rdata = Buffer.concat([header, nameWire(origin), signature]);
    return record(owner, rrType.RRSIG, rdata);
  }

  function withSignature(records: readonly ResourceRecord[]): readonly ResourceRecord[] {
    const [first] = records;
    if (!signed || first === undefined) return records;
    // The parent signs DS, the child everything else at the cut.
    const isForeign = first.type === rrType.NS && nameKey(first.owner) !== nameKey(origin);
    if (isForeign) return records;
    const known = signatures.get(records) ?? signatureOf(records, first);
    signatures.set(records, known);
    return [...records, known];
  }

  function sortedOwners() {
    return [...owners.values()].toSorted((a, b) => compareCanonical(a.name, b.name));
  }

  function nsec(owner: DomainName): readonly ResourceRecord[] {
    const sorted = sortedOwners();
    const after = sorted.findIndex(({ name }) => compareCanonical(name, owner) > 0);
    const index = (after < 0 ? sorted.length : after) - 1;
    const at = sorted[index];
    const next = sorted[(index + 1) % sorted.length];
    if (!signed || at === undefined || next === undefined) return [];
    const known = nsecs.get(nameKey(at.name));
    if (known !== undefined) return known;
    const types = [...at.types, rrType.NSEC, rrType.RRSIG];
    const rdata = Buffer.concat([nameWire(next.name), encodeTypeBitmap(types)]);
    const made = [record(at.name, rrType.NSEC, rdata)];
    nsecs.set(nameKey(at.name), made);
    return made;
  }

  const lines = parseZoneText(plan.text, { origin, ttl });
  if (!lines.ok) throw new Error(`line ${lines.error.line}: ${lines.error.problem}`);
  const nameServer = Buffer.concat([Buffer.of(2), Buffer.from('ns'), nameWire(origin)]);
  add([soaOf(origin), record(origin, rrType.NS, nameServer), ...lines.value]);
  const dnskey = record(origin, rrType.DNSKEY, dnskeyRdata(key));
  if (signed) add([dnskey]);

  return {
    origin,
    delegation,
    signed,
    ds: dsOf(origin, delegation === 'wrong-key' ? generate() : key),
    dnskey,
    add,
    rrset: (owner, type) => rrsets.get(rrsetKey(owner, type)) ?? [],
    exists: (owner) => [...owners.values()].some(({ name }) => isSubdomainOf(name, owner)),
    withSignature,
    nsec,
  };
}
