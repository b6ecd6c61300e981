import { z } from 'zod';

/**
 * The TLSA resource record (RFC 6698 §2.1), in the words of RFC 7671 and the IANA registries.
 */
export const certificateUsages = [0, 1, 2, 3] as const;
export const selectors = [0, 1] as const;
export const matchingTypes = [0, 1, 2] as const;

export type CertificateUsage = (typeof certificateUsages)[number];
export type Selector = (typeof selectors)[number];
export type MatchingType = (typeof matchingTypes)[number];

/** As it may stand in the DNS: numbers 0–255, of which DANE knows few. */
export interface TlsaRecord {
  readonly usage: number;
  readonly selector: number;
  readonly matchingType: number;
  /** Certificate association data, lower-case hex. */
  readonly data: string;
}

/** One that DANE knows, with the numbers of its registries. */
export interface KnownTlsaRecord extends TlsaRecord {
  readonly usage: CertificateUsage;
  readonly selector: Selector;
  readonly matchingType: MatchingType;
}

const hexDigits = new Uint8Array(0x10000);
for (const digit of '0123456789abcdef') hexDigits[digit.charCodeAt(0)] = 1;

/**
 * Octets in lower-case hex. A table and no early end: the border checks megabytes of full data while
 * a window waits, and a regular expression takes more than twice as long.
 */
function isHex(text: string): boolean {
  let known = 1;
  for (let at = 0; at < text.length; at += 1) known &= hexDigits[text.charCodeAt(at)] ?? 0;
  return known === 1 && text.length % 2 === 0;
}

export const octetSchema = z.number().int().min(0).max(255);
export const hexSchema = z.string().refine(isHex, 'not lower-case hex octets');

export const tlsaRecordSchema = z.strictObject({
  usage: octetSchema,
  selector: octetSchema,
  matchingType: octetSchema,
  data: hexSchema,
});

export const certificateUsageSchema = z.union([
  z.literal(0),
  z.literal(1),
  z.literal(2),
  z.literal(3),
]);
export const selectorSchema = z.union([z.literal(0), z.literal(1)]);
export const matchingTypeSchema = z.union([z.literal(0), z.literal(1), z.literal(2)]);

export { matchingTypeAcronyms, selectorAcronyms, usageAcronyms } from './acronyms.ts';
