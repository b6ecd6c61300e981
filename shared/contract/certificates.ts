import { z } from 'zod';
import { certificateFileBytesMax, certificatesPerFileMax } from '../limits.ts';
import { hexSchema } from '../tlsa/record.ts';
import { job } from './channel.ts';

export const containerFormats = ['pem', 'der', 'pkcs7', 'pkcs12', 'sst'] as const;
export const containerFormatSchema = z.enum(containerFormats);
export type ContainerFormat = z.infer<typeof containerFormatSchema>;

export const keyAlgorithms = [
  'rsa',
  'rsa-pss',
  'ec',
  'ed25519',
  'ed448',
  'dsa',
  'unknown',
] as const;

/** The data of the TLSA records that a certificate can give, lower-case hex, by matching type. */
export const associationDataSchema = z.strictObject({
  full: hexSchema,
  sha256: hexSchema,
  sha512: hexSchema,
});
export type AssociationData = z.infer<typeof associationDataSchema>;

export const subjectAlternativeNameSchema = z.strictObject({
  type: z.enum(['dns', 'ip', 'email', 'uri', 'other']),
  value: z.string(),
});
export type SubjectAlternativeName = z.infer<typeof subjectAlternativeNameSchema>;

/** What is shown of a certificate. Never anything of a private key. */
export const certificateSchema = z.strictObject({
  /** SHA-256 of the DER, lower-case hex; the identity of a certificate in this app. */
  fingerprint: hexSchema.length(64),
  /** SHA-1 of the DER, lower-case hex: the thumbprint that Windows shows. */
  thumbprint: hexSchema.length(40),
  /** RFC 4514 string; empty when the certificate has none. */
  subject: z.string(),
  issuer: z.string(),
  /** Subject's common name, for short labels. */
  commonName: z.string().nullable(),
  /** At most `subjectAlternativeNamesMax`; a note counts the others. */
  subjectAlternativeNames: z.array(subjectAlternativeNameSchema),
  /** Lower-case hex without a leading 00 octet; negative numbers carry a minus. `null`: unreadable. */
  serialNumber: z.string().nullable(),
  /** RFC 3339; `null`: a date that does not exist or can't be read. */
  notBefore: z.iso.datetime().nullable(),
  notAfter: z.iso.datetime().nullable(),
  key: z.strictObject({
    algorithm: z.enum(keyAlgorithms),
    /** Dotted OID of the key's algorithm, shown where the algorithm is unknown. */
    oid: z.string().nullable(),
    /** Bits of an RSA or DSA modulus, of an EC field. */
    bits: z.number().int().positive().nullable(),
    /** Named curve in the words of OpenSSL (`prime256v1`), or its OID. `null`: spelled out. */
    curve: z.string().nullable(),
  }),
  /** Name such as `sha256WithRSAEncryption`, or the OID. */
  signatureAlgorithm: z.string(),
  isCa: z.boolean(),
  selfIssued: z.boolean(),
  /**
   * `leaf`: may be a server's own. It issued nothing in this file, and is no CA certificate, unless
   * (as `openssl req -x509` makes them) it is self-issued and names a host. `issuer`: any other.
   */
  role: z.enum(['leaf', 'issuer']),
  /** Fingerprints of the certificates of the same file from the issuer upwards, in order. */
  issuers: z.array(hexSchema.length(64)),
  /** By selector: the whole certificate, and its subjectPublicKeyInfo. */
  associations: z.strictObject({
    certificate: associationDataSchema,
    publicKey: associationDataSchema,
  }),
  pem: z.string(),
});
export type Certificate = z.infer<typeof certificateSchema>;

/** Things worth knowing of a file that was read. */
export const fileNoteSchema = z.strictObject({
  code: z.enum([
    'private-key-discarded',
    'duplicates-removed',
    'request-skipped',
    'block-skipped',
    'certificate-skipped',
    'several-leaves',
    'no-leaf',
    'chain-incomplete',
    'mac-not-checked',
    'names-left-out',
  ]),
  /** How many keys, certificates, blocks, chains or names it speaks of. */
  count: z.number().int().nonnegative(),
});
export type FileNote = z.infer<typeof fileNoteSchema>;

export const certificateFileSchema = z.strictObject({
  name: z.string(),
  format: containerFormatSchema,
  /** At least one. Leaves first, each followed by its issuers; then the others as in the file. */
  certificates: z.array(certificateSchema).max(certificatesPerFileMax),
  notes: z.array(fileNoteSchema),
});
export type CertificateFile = z.infer<typeof certificateFileSchema>;

export const certificatesChannels = {
  /** Reads one export. A job, because deriving a PKCS#12 key may take seconds. */
  'certificates.read': job({
    input: {
      name: z.string().max(1024),
      /** The file's bytes, Base64 (padded). */
      content: z.base64().max(Math.ceil(certificateFileBytesMax / 3) * 4),
      password: z.string().max(1024).nullable(),
    },
    output: certificateFileSchema,
  }),
} as const;
