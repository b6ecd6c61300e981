/** Signs RRsets in tests, also in ways that no honest signer would. */
import { generateKeyPairSync, sign } from 'node:crypto';
import { rrType } from '../../electron/service/dns/codes.ts';
import { canonicalWire, nameWire } from '../../electron/service/dns/name.ts';
import { encodeTypeBitmap } from '../../electron/service/dns/rdata/bitmap.ts';
import { rdataCanonical } from '../../electron/service/dns/rdata/canonical.ts';
import { keyTag } from '../../electron/service/dns/rdata/parse.ts';
import { parseZoneText } from '../../electron/service/dns/zoneText.ts';
import { delegationDigest } from '../../electron/service/dnssec/crypto/delegationDigest.ts';
import { name } from './dnssec.ts';
import type { DomainName, ResourceRecord } from '../../electron/service/dns/types.ts';

const ed25519 = 15;
export const signerTtl = 3600;

export interface SigningKey {
  readonly zone: DomainName;
  readonly dnskey: ResourceRecord;
  readonly tag: number;
  sign(data: Uint8Array): Uint8Array;
}

function uint16(value: number): Uint8Array {
  return Uint8Array.of(value >> 8, value & 0xff);
}

function uint32(value: number): Uint8Array {
  const octets = Buffer.alloc(4);
  octets.writeUInt32BE(value);
  return octets;
}

export function makeRecord(owner: DomainName, type: number, rdata: Uint8Array): ResourceRecord {
  return { owner, type, class: 1, ttl: signerTtl, rdata: Uint8Array.from(rdata) };
}

/** Records in presentation format, TTL 3600 unless told. */
export function records(text: string): ResourceRecord[] {
  const parsed = parseZoneText(text, { ttl: signerTtl });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}

/** An Ed25519 key of a zone. */
export function makeSigningKey(
  zone: string,
  fields: { readonly flags?: number; readonly protocol?: number } = {},
): SigningKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const octets = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
  const head = Uint8Array.of((fields.flags ?? 257) >> 8, (fields.flags ?? 257) & 0xff);
  const rdata = Buffer.concat([head, Uint8Array.of(fields.protocol ?? 3, ed25519), octets]);
  return {
    zone: name(zone),
    dnskey: makeRecord(name(zone), rrType.DNSKEY, rdata),
    tag: keyTag(rdata),
    sign: (data) => sign(null, data, privateKey),
  };
}

export interface SignatureFields {
  /** Seconds since 1970. */
  readonly inception: number;
  readonly expiration: number;
  /** As RRSIG counts; fewer than the owner has makes it a wildcard's. */
  readonly labels: number;
  readonly signer: DomainName;
  readonly tag: number;
  readonly originalTtl: number;
}

export const signedFrom = Date.parse('2026-11-01T00:00:00Z') / 1000;
export const signedUntil = Date.parse('2026-12-01T00:00:00Z') / 1000;
/** In between. */
export const signedNow = new Date('2026-11-20T12:00:00Z');

function isAsterisk(label: Uint8Array | undefined): boolean {
  return label?.length === 1 && label[0] === 0x2a;
}

/** The RRSIG over records of one owner and type, written down here anew from RFC 4034 §3.1.8.1. */
export function signRrset(
  rrset: readonly ResourceRecord[],
  key: SigningKey,
  changes: Partial<SignatureFields> = {},
): ResourceRecord {
  const [first] = rrset;
  if (first === undefined) throw new Error('nothing to sign');
  const { owner, type } = first;
  const fields: SignatureFields = {
    inception: signedFrom,
    expiration: signedUntil,
    labels: owner.length - (isAsterisk(owner[0]) ? 1 : 0),
    signer: key.zone,
    tag: key.tag,
    originalTtl: signerTtl,
    ...changes,
  };
  const head = Buffer.concat([
    uint16(type),
    Uint8Array.of(ed25519, fields.labels),
    uint32(fields.originalTtl),
    uint32(fields.expiration),
    uint32(fields.inception),
    uint16(fields.tag),
    canonicalWire(fields.signer),
  ]);
  const isExpanded = fields.labels < owner.length && !isAsterisk(owner[0]);
  const suffix = owner.slice(owner.length - fields.labels);
  const signedOwner = isExpanded ? [Uint8Array.of(0x2a), ...suffix] : owner;
  const rdatas = rrset
    .map(({ rdata }) => rdataCanonical(type, rdata))
    .toSorted((a, b) => Buffer.compare(a, b));
  const body = rdatas.flatMap((rdata) => [
    canonicalWire(signedOwner),
    uint16(type),
    uint16(1),
    uint32(fields.originalTtl),
    uint16(rdata.length),
    rdata,
  ]);
  const signature = key.sign(Buffer.concat([head, ...body]));
  return makeRecord(owner, rrType.RRSIG, Buffer.concat([head, signature]));
}

/** The records and their signature. */
export function signed(
  rrset: readonly ResourceRecord[],
  key: SigningKey,
  changes: Partial<SignatureFields> = {},
): ResourceRecord[] {
  return [...rrset, signRrset(rrset, key, changes)];
}

export function dsRecord(key: SigningKey, digestType = 2): ResourceRecord {
  const digest = delegationDigest(key.zone, key.dnskey.rdata, digestType);
  if (digest === null) throw new Error(`no digest ${digestType}`);
  const head = Buffer.concat([uint16(key.tag), Uint8Array.of(ed25519, digestType)]);
  return makeRecord(key.zone, rrType.DS, Buffer.concat([head, digest]));
}

export function nsecRecord(
  owner: string,
  next: string,
  types: readonly (keyof typeof rrType)[],
): ResourceRecord {
  const bitmap = encodeTypeBitmap(types.map((type) => rrType[type]));
  return makeRecord(name(owner), rrType.NSEC, Buffer.concat([nameWire(name(next)), bitmap]));
}
