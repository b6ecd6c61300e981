/**
 * Typed RDATA. Every function takes uncompressed RDATA and gives `null` when it does not fit its type
 * exactly; octet strings are views of what was given.
 */
import { rrType } from '../codes.ts';
import { nameFromWire } from '../name.ts';
import { parseTypeBitmap } from './bitmap.ts';
import { rdataLayout, splitRdata } from './layout.ts';
import type { DomainName } from '../types.ts';

/** A preference and a host (RFC 1035 §3.3.9). */
export interface Mx {
  readonly preference: number;
  readonly exchange: DomainName;
}

/** RFC 1035 §3.3.13; times in seconds. */
export interface Soa {
  readonly primary: DomainName;
  readonly mailbox: DomainName;
  readonly serial: number;
  readonly refresh: number;
  readonly retry: number;
  readonly expire: number;
  readonly minimum: number;
}

/** RFC 2782. */
export interface Srv {
  readonly priority: number;
  readonly weight: number;
  readonly port: number;
  readonly target: DomainName;
}

/** RFC 6698 §2.1; fields may hold any octet. */
export interface Tlsa {
  readonly usage: number;
  readonly selector: number;
  readonly matchingType: number;
  readonly data: Uint8Array;
}

/** RFC 4034 §5.1. */
export interface Ds {
  readonly keyTag: number;
  readonly algorithm: number;
  readonly digestType: number;
  readonly digest: Uint8Array;
}

/** RFC 4034 §2.1; the key tag is computed (appendix B). */
export interface Dnskey {
  readonly flags: number;
  readonly protocol: number;
  readonly algorithm: number;
  readonly publicKey: Uint8Array;
  readonly keyTag: number;
}

/** RFC 4034 §3.1; times are serial numbers of seconds (§3.1.5). */
export interface Rrsig {
  readonly typeCovered: number;
  readonly algorithm: number;
  readonly labels: number;
  readonly originalTtl: number;
  readonly expiration: number;
  readonly inception: number;
  readonly keyTag: number;
  readonly signer: DomainName;
  readonly signature: Uint8Array;
}

/** RFC 4034 §4.1. */
export interface Nsec {
  readonly nextName: DomainName;
  readonly types: ReadonlySet<number>;
}

/** RFC 5155 §4.2. */
export interface Nsec3Parameters {
  readonly hashAlgorithm: number;
  readonly flags: number;
  readonly iterations: number;
  readonly salt: Uint8Array;
}

/** RFC 5155 §3.2. */
export interface Nsec3 extends Nsec3Parameters {
  readonly nextHash: Uint8Array;
  readonly types: ReadonlySet<number>;
}

/** RFC 8659 §4.1. */
export interface Caa {
  readonly critical: boolean;
  readonly tag: string;
  readonly value: Uint8Array;
}

function split(type: number, rdata: Uint8Array): Uint8Array[] | null {
  const layout = rdataLayout(type);
  return layout === null ? null : splitRdata(layout.fields, rdata);
}

function uint(bytes: Uint8Array | undefined): number {
  let value = 0;
  for (const octet of bytes ?? []) value = value * 0x100 + octet;
  return value;
}

function name(wire: Uint8Array | undefined): DomainName {
  return nameFromWire(octets(wire));
}

function octets(bytes: Uint8Array | undefined): Uint8Array {
  return bytes ?? new Uint8Array();
}

/** Octets of an A (4) or AAAA (16) record. */
export function parseAddress(type: number, rdata: Uint8Array): Uint8Array | null {
  const length = type === rrType.A ? 4 : 16;
  return rdata.length === length ? rdata : null;
}

/** The one name of NS, CNAME, DNAME or PTR. */
export function parseTarget(rdata: Uint8Array): DomainName | null {
  const parts = split(rrType.CNAME, rdata);
  return parts === null ? null : name(parts[0]);
}

export function parseMx(rdata: Uint8Array): Mx | null {
  const parts = split(rrType.MX, rdata);
  return parts === null ? null : { preference: uint(parts[0]), exchange: name(parts[1]) };
}

export function parseSoa(rdata: Uint8Array): Soa | null {
  const parts = split(rrType.SOA, rdata);
  if (parts === null) return null;
  return {
    primary: name(parts[0]),
    mailbox: name(parts[1]),
    serial: uint(parts[2]),
    refresh: uint(parts[3]),
    retry: uint(parts[4]),
    expire: uint(parts[5]),
    minimum: uint(parts[6]),
  };
}

export function parseSrv(rdata: Uint8Array): Srv | null {
  const parts = split(rrType.SRV, rdata);
  if (parts === null) return null;
  return {
    priority: uint(parts[0]),
    weight: uint(parts[1]),
    port: uint(parts[2]),
    target: name(parts[3]),
  };
}

/** The character-strings of a TXT record. */
export function parseTxt(rdata: Uint8Array): Uint8Array[] | null {
  if (split(rrType.TXT, rdata) === null) return null;
  const strings: Uint8Array[] = [];
  for (let at = 0; at < rdata.length;) {
    const end = at + 1 + (rdata[at] ?? 0);
    strings.push(rdata.subarray(at + 1, end));
    at = end;
  }
  return strings;
}

export function parseTlsa(rdata: Uint8Array): Tlsa | null {
  const parts = split(rrType.TLSA, rdata);
  if (parts === null) return null;
  return {
    usage: uint(parts[0]),
    selector: uint(parts[1]),
    matchingType: uint(parts[2]),
    data: octets(parts[3]),
  };
}

export function parseDs(rdata: Uint8Array): Ds | null {
  const parts = split(rrType.DS, rdata);
  if (parts === null) return null;
  return {
    keyTag: uint(parts[0]),
    algorithm: uint(parts[1]),
    digestType: uint(parts[2]),
    digest: octets(parts[3]),
  };
}

/** RFC 4034 appendix B; B.1 for algorithm 1. */
export function keyTag(rdata: Uint8Array): number {
  if (rdata[3] === 1) return uint(rdata.subarray(-3, -1));
  let sum = 0;
  for (const [index, octet] of rdata.entries()) sum += index % 2 === 0 ? octet << 8 : octet;
  return (sum + (sum >>> 16)) & 0xffff;
}

export function parseDnskey(rdata: Uint8Array): Dnskey | null {
  const parts = split(rrType.DNSKEY, rdata);
  if (parts === null) return null;
  return {
    flags: uint(parts[0]),
    protocol: uint(parts[1]),
    algorithm: uint(parts[2]),
    publicKey: octets(parts[3]),
    keyTag: keyTag(rdata),
  };
}

export function parseRrsig(rdata: Uint8Array): Rrsig | null {
  const parts = split(rrType.RRSIG, rdata);
  if (parts === null) return null;
  return {
    typeCovered: uint(parts[0]),
    algorithm: uint(parts[1]),
    labels: uint(parts[2]),
    originalTtl: uint(parts[3]),
    expiration: uint(parts[4]),
    inception: uint(parts[5]),
    keyTag: uint(parts[6]),
    signer: name(parts[7]),
    signature: octets(parts[8]),
  };
}

export function parseNsec(rdata: Uint8Array): Nsec | null {
  const parts = split(rrType.NSEC, rdata);
  const types = parts === null ? null : parseTypeBitmap(octets(parts[1]));
  return parts === null || types === null ? null : { nextName: name(parts[0]), types };
}

function nsec3Parameters(parts: readonly Uint8Array[]): Nsec3Parameters {
  return {
    hashAlgorithm: uint(parts[0]),
    flags: uint(parts[1]),
    iterations: uint(parts[2]),
    salt: octets(parts[3]).subarray(1),
  };
}

export function parseNsec3(rdata: Uint8Array): Nsec3 | null {
  const parts = split(rrType.NSEC3, rdata);
  const types = parts === null ? null : parseTypeBitmap(octets(parts[5]));
  if (parts === null || types === null) return null;
  return { ...nsec3Parameters(parts), nextHash: octets(parts[4]).subarray(1), types };
}

export function parseNsec3Param(rdata: Uint8Array): Nsec3Parameters | null {
  const parts = split(rrType.NSEC3PARAM, rdata);
  return parts === null ? null : nsec3Parameters(parts);
}

export function parseCaa(rdata: Uint8Array): Caa | null {
  const parts = split(rrType.CAA, rdata);
  if (parts === null) return null;
  return {
    critical: (uint(parts[0]) & 0x80) !== 0,
    tag: String.fromCharCode(...octets(parts[1]).subarray(1)),
    value: octets(parts[2]),
  };
}
