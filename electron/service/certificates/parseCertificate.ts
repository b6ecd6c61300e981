import {
  childrenOf,
  contentOf,
  contextTag,
  DerError,
  expectTlv,
  readable,
  readTlv,
} from './der.ts';
import { tags, wholeOf } from './der.ts';
import { distinguishedNameOf } from './distinguishedName.ts';
import { generalNameOf } from './generalNames.ts';
import { objectIdentifierOf } from './objectIdentifier.ts';
import { publicKeyOf } from './publicKey.ts';
import { signatureAlgorithms } from './algorithms.ts';
import { subjectAlternativeNamesMax } from '../../../shared/limits.ts';
import { timeOf } from './asn1Time.ts';
import type { Certificate, SubjectAlternativeName } from '../../../shared/contract/certificates.ts';
import type { DistinguishedName } from './distinguishedName.ts';
import type { Tlv } from './der.ts';

/** A certificate as read: slices of its bytes, and what stands in them. */
export interface ParsedCertificate {
  readonly der: Buffer;
  /** The DER of the subjectPublicKeyInfo, a slice of `der`: what selector 1 stands for. */
  readonly subjectPublicKeyInfo: Buffer;
  readonly serialNumber: string | null;
  readonly subject: DistinguishedName;
  readonly issuer: DistinguishedName;
  readonly notBefore: string | null;
  readonly notAfter: string | null;
  readonly key: Certificate['key'];
  readonly signatureAlgorithm: string;
  readonly selfIssued: boolean;
  readonly extensions: CertificateExtensions;
}

export interface CertificateExtensions {
  readonly isCa: boolean;
  readonly subjectAlternativeNames: readonly SubjectAlternativeName[];
  /** How many names there are, of which `subjectAlternativeNames` holds the first. */
  readonly subjectAlternativeNamesTotal: number;
  readonly subjectKeyId: string | null;
  readonly authorityKeyId: string | null;
}

/**
 * Reads a `Certificate` (RFC 5280 §4.1) that fills `der`. What can't be read inside it (a date, a
 * name, an extension) is left out: a certificate that a server sends has to be shown and hashed.
 * @throws DerError where the frame itself is not that of a certificate.
 */
export function parseCertificate(der: Buffer): ParsedCertificate {
  const certificate = expectTlv(der, 0, der.length, tags.sequence);
  const tbs = expectTlv(der, certificate.contentStart, certificate.contentEnd, tags.sequence);
  const algorithm = expectTlv(der, tbs.end, certificate.contentEnd, tags.sequence);
  const signature = expectTlv(der, algorithm.end, certificate.contentEnd, tags.bitString);
  if (certificate.end !== der.length || signature.end !== certificate.contentEnd) {
    throw new DerError('surplus octets');
  }
  const fields = tbsFields(der, tbs);
  const subject = nameOf(der, fields.subject);
  const issuer = nameOf(der, fields.issuer);
  const validity = readable(() => childrenOf(der, fields.validity, 'der', 2)) ?? [];
  return {
    der,
    subjectPublicKeyInfo: wholeOf(der, fields.key),
    serialNumber: serialNumberOf(contentOf(der, fields.serial)),
    subject,
    issuer,
    notBefore: validity[0] === undefined ? null : timeOf(der, validity[0]),
    notAfter: validity[1] === undefined ? null : timeOf(der, validity[1]),
    key: publicKeyOf(der, fields.key),
    signatureAlgorithm: signatureAlgorithmOf(der, algorithm),
    selfIssued: subject.text !== '' && subject.comparable === issuer.comparable,
    extensions: extensionsOf(der, fields.extensions),
  };
}

interface TbsFields {
  readonly serial: Tlv;
  readonly issuer: Tlv;
  readonly validity: Tlv;
  readonly subject: Tlv;
  readonly key: Tlv;
  readonly extensions: Tlv | null;
}

function tbsFields(der: Buffer, tbs: Tlv): TbsFields {
  const limit = tbs.contentEnd;
  const first = readTlv(der, tbs.contentStart, limit);
  const serialAt = first.tag === contextTag(0) ? first.end : first.start;
  const serial = expectTlv(der, serialAt, limit, tags.integer);
  const algorithm = expectTlv(der, serial.end, limit, tags.sequence);
  const issuer = expectTlv(der, algorithm.end, limit, tags.sequence);
  const validity = expectTlv(der, issuer.end, limit, tags.sequence);
  const subject = expectTlv(der, validity.end, limit, tags.sequence);
  const key = expectTlv(der, subject.end, limit, tags.sequence);
  let extensions: Tlv | null = null;
  for (let at = key.end; at < limit;) {
    const field = readTlv(der, at, limit);
    if (field.tag === contextTag(3)) extensions = field;
    at = field.end;
  }
  return { serial, issuer, validity, subject, key, extensions };
}

function nameOf(der: Buffer, name: Tlv): DistinguishedName {
  const unread = (): DistinguishedName => {
    const text = `#${wholeOf(der, name).toString('hex')}`;
    return { text, commonName: null, comparable: text };
  };
  return readable(() => distinguishedNameOf(der, name)) ?? unread();
}

/** Two's complement (X.690 §8.3) as lower-case hex octets; the sign of a negative one in front. */
function serialNumberOf(octets: Buffer): string | null {
  if (octets.length === 0) return null;
  const negative = (octets[0] ?? 0) >= 0x80;
  const magnitude = negative ? negated(octets) : octets;
  const hex = magnitude.toString('hex').replace(/^(?:00)+(?=..)/, '');
  return negative ? `-${hex}` : hex;
}

function negated(octets: Buffer): Buffer {
  const magnitude = Buffer.from(octets.map((octet) => ~octet));
  for (let at = magnitude.length - 1; at >= 0; at -= 1) {
    const next = ((magnitude[at] ?? 0) + 1) & 0xff;
    magnitude[at] = next;
    if (next !== 0) break;
  }
  return magnitude;
}

function signatureAlgorithmOf(der: Buffer, algorithm: Tlv): string {
  const oid = readable(() =>
    objectIdentifierOf(der, readTlv(der, algorithm.contentStart, algorithm.contentEnd)),
  );
  if (oid === null) return '';
  return signatureAlgorithms.get(oid) ?? oid;
}

function extensionsOf(der: Buffer, wrapper: Tlv | null): CertificateExtensions {
  const values = new Map<string, Tlv>();
  if (wrapper !== null) readable(() => collectExtensions(der, wrapper, values));
  const read = <T>(oid: string, reader: (value: Tlv) => T): T | null => {
    const value = values.get(oid);
    return value === undefined ? null : readable(() => reader(value));
  };
  const names = read('2.5.29.17', (value) => namesOf(der, value));
  return {
    isCa: read('2.5.29.19', (value) => isCaOf(der, value)) ?? false,
    subjectAlternativeNames: names?.shown ?? [],
    subjectAlternativeNamesTotal: names?.total ?? 0,
    subjectKeyId: read('2.5.29.14', (value) => subjectKeyIdOf(der, value)),
    authorityKeyId: read('2.5.29.35', (value) => authorityKeyIdOf(der, value)),
  };
}

/** The octet string of each extension by identifier; of a repeated one the first. */
function collectExtensions(der: Buffer, wrapper: Tlv, values: Map<string, Tlv>): void {
  const list = expectTlv(der, wrapper.contentStart, wrapper.contentEnd, tags.sequence);
  for (const extension of childrenOf(der, list)) {
    const parts = childrenOf(der, extension, 'der', 3);
    const [identifier] = parts;
    const value = parts.at(-1);
    if (identifier === undefined || value?.tag !== tags.octetString) continue;
    const oid = objectIdentifierOf(der, identifier);
    if (!values.has(oid)) values.set(oid, value);
  }
}

function namesOf(der: Buffer, value: Tlv) {
  const list = expectTlv(der, value.contentStart, value.contentEnd, tags.sequence);
  const shown: SubjectAlternativeName[] = [];
  let total = 0;
  for (let at = list.contentStart; at < list.contentEnd; total += 1) {
    const name = readTlv(der, at, list.contentEnd);
    if (total < subjectAlternativeNamesMax) shown.push(generalNameOf(der, name));
    at = name.end;
  }
  return { shown, total };
}

function isCaOf(der: Buffer, value: Tlv): boolean {
  const constraints = expectTlv(der, value.contentStart, value.contentEnd, tags.sequence);
  if (constraints.contentStart === constraints.contentEnd) return false;
  const first = readTlv(der, constraints.contentStart, constraints.contentEnd);
  return first.tag === tags.boolean && contentOf(der, first).some((octet) => octet !== 0);
}

function subjectKeyIdOf(der: Buffer, value: Tlv): string {
  const id = expectTlv(der, value.contentStart, value.contentEnd, tags.octetString);
  return contentOf(der, id).toString('hex');
}

function authorityKeyIdOf(der: Buffer, value: Tlv): string | null {
  const sequence = expectTlv(der, value.contentStart, value.contentEnd, tags.sequence);
  const id = childrenOf(der, sequence, 'der', 3).find(
    (field) => field.tag === contextTag(0, 'primitive'),
  );
  return id === undefined ? null : contentOf(der, id).toString('hex');
}
