import { X509Certificate } from 'node:crypto';
import type { Certificate } from '../../../../shared/contract/certificates.ts';
import { associationsOf } from '../../certificates/associationData.ts';
import {
  childrenOf,
  contextTag,
  DerError,
  expectTlv,
  readable,
  tags,
} from '../../certificates/der.ts';
import { parseCertificate } from '../../certificates/parseCertificate.ts';
import type { ParsedCertificate } from '../../certificates/parseCertificate.ts';
import { extensionsOf, noExtensions } from './extensions.ts';
import type { Extensions } from './extensions.ts';
import { commonNamesOf, comparableName } from './generalName.ts';

/** A certificate as the rules of DANE look at it. */
export interface ChainCertificate {
  readonly parsed: ParsedCertificate;
  /** SHA-256 of the DER, lower-case hex. */
  readonly fingerprint: string;
  readonly associations: Certificate['associations'];
  /** Relative names from the root down; `[]`: none, or none that can be read. */
  readonly subject: readonly string[];
  readonly commonNames: readonly string[];
  /** `null`: there, but not readable; such a certificate is good for usage 3 alone. */
  readonly extensions: Extensions | null;
  /** `null`: this runtime can't read it, so signatures on it and by it can't be checked here. */
  readonly x509: X509Certificate | null;
}

function x509Of(der: Buffer): X509Certificate | null {
  try {
    return new X509Certificate(der);
  } catch {
    return null;
  }
}

function fieldsOf(der: Buffer) {
  const certificate = expectTlv(der, 0, der.length, tags.sequence);
  const tbs = expectTlv(der, certificate.contentStart, certificate.contentEnd, tags.sequence);
  const fields = childrenOf(der, tbs);
  const subject = fields[fields[0]?.tag === contextTag(0) ? 5 : 4];
  if (subject === undefined) throw new DerError('no subject');
  return { subject, extensions: fields.find((field) => field.tag === contextTag(3)) };
}

/** A chain that many domains share is read once, for as long as its octets are held. */
const known = new WeakMap<Uint8Array, ChainCertificate | null>();

/** `null`: no certificate (RFC 5280 §4.1). Nothing of its signature is checked. */
export function chainCertificateOf(bytes: Uint8Array): ChainCertificate | null {
  const earlier = known.get(bytes);
  if (earlier !== undefined) return earlier;
  const certificate = read(bytes);
  known.set(bytes, certificate);
  return certificate;
}

function read(bytes: Uint8Array): ChainCertificate | null {
  const der = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const frame = readable(() => ({ parsed: parseCertificate(der), fields: fieldsOf(der) }));
  if (frame === null) return null;
  const { subject, extensions } = frame.fields;
  const associations = associationsOf(der, frame.parsed.subjectPublicKeyInfo);
  return {
    parsed: frame.parsed,
    fingerprint: associations.certificate.sha256,
    associations,
    subject: readable(() => comparableName(der, subject)) ?? [],
    commonNames: readable(() => commonNamesOf(der, subject)) ?? [],
    extensions:
      extensions === undefined ? noExtensions : readable(() => extensionsOf(der, extensions)),
    x509: x509Of(der),
  };
}
