import { bitString, explicit, integer, objectIdentifier, octetString } from './der.ts';
import { sequence, set, tlv, utf8 } from './der.ts';
import { generateKeyPairSync, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/** Parts of a certificate, each as DER, that replace those of an ordinary one. */
export interface CertificateParts {
  readonly serial?: Buffer;
  readonly issuer?: Buffer;
  readonly subject?: Buffer;
  readonly notBefore?: Buffer;
  readonly notAfter?: Buffer;
  readonly subjectPublicKeyInfo?: Buffer;
  readonly signatureAlgorithm?: Buffer;
  readonly extensions?: readonly Buffer[];
  /** Signs it; without one the signature is that of nobody. */
  readonly signer?: KeyObject;
}

const pair = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
const ordinaryKey = pair.publicKey.export({ type: 'spki', format: 'der' });
const ecdsaWithSha256 = sequence(objectIdentifier('1.2.840.10045.4.3.2'));

export const attribute = (oid: string, value: Buffer) =>
  set(sequence(objectIdentifier(oid), value));
export const commonName = (text: string) => sequence(attribute('2.5.4.3', utf8(text)));
export const utcTime = (text: string) => tlv(0x17, Buffer.from(text, 'latin1'));

export function extension(oid: string, value: Buffer): Buffer {
  return sequence(objectIdentifier(oid), octetString(value));
}

export const subjectAlternativeNames = (...names: readonly Buffer[]) =>
  extension('2.5.29.17', sequence(...names));
export const dnsName = (name: string) => tlv(0x82, Buffer.from(name, 'latin1'));
export const certificationAuthority = extension(
  '2.5.29.19',
  sequence(tlv(0x01, Buffer.from([0xff]))),
);
export const subjectKeyId = (id: string) =>
  extension('2.5.29.14', octetString(Buffer.from(id, 'hex')));
export const authorityKeyId = (id: string) =>
  extension('2.5.29.35', sequence(tlv(0x80, Buffer.from(id, 'hex'))));

/** A certificate of any content, as DER. */
export function madeCertificate(parts: CertificateParts = {}): Buffer {
  const algorithm = parts.signatureAlgorithm ?? ecdsaWithSha256;
  const extensions = parts.extensions ?? [];
  const signed = sequence(
    explicit(0, integer(2)),
    parts.serial ?? integer('01a2b3'),
    algorithm,
    parts.issuer ?? commonName('Made CA'),
    sequence(
      parts.notBefore ?? utcTime('260101000000Z'),
      parts.notAfter ?? utcTime('270101000000Z'),
    ),
    parts.subject ?? commonName('made.example.com'),
    parts.subjectPublicKeyInfo ?? ordinaryKey,
    ...(extensions.length === 0 ? [] : [explicit(3, sequence(...extensions))]),
  );
  const signature =
    parts.signer === undefined ? Buffer.alloc(8, 7) : sign('sha256', signed, parts.signer);
  return sequence(signed, algorithm, bitString(signature));
}
