import { z } from 'zod';
import { tlsaRecordSchema } from '../tlsa/record.ts';
import type { MatchingType } from '../tlsa/record.ts';

/** Whose rules judge: RFC 7672 for SMTP, where usages 0 and 1 are unusable; RFC 7671 for the rest. */
export const tlsaServices = ['smtp', 'tls'] as const;
export type TlsaService = (typeof tlsaServices)[number];

/**
 * - `tls-only`: records, none of them usable: TLS is mandatory, the server is not authenticated.
 * - `no-dane`: no records at all.
 */
export const verificationVerdicts = ['pass', 'fail', 'tls-only', 'no-dane'] as const;
export type VerificationVerdict = (typeof verificationVerdicts)[number];

export const verificationReasons = [
  'matched',
  'no-match',
  'name-mismatch',
  'expired',
  'not-yet-valid',
  'untrusted-path',
  'anchor-not-sent',
  'no-usable-record',
  'pkix-failed',
  'malformed',
] as const;
export type VerificationReason = (typeof verificationReasons)[number];

/** Why a client passes a record over (RFC 7671 §4, §9; RFC 7672 §3.1.3). */
export const recordReasons = [
  'usage-not-for-smtp',
  'usage-unknown',
  'selector-unknown',
  'matching-type-unknown',
  'digest-length',
  'data-malformed',
  /** Usable, but a client with digest agility looks at the stronger digest alone (RFC 7671 §9). */
  'weaker-digest',
] as const;
export type RecordReason = (typeof recordReasons)[number];

/** A digest's matching types, strongest first. The registry of RFC 7671 §9 leaves the order to clients. */
export type DigestOrder = readonly Extract<MatchingType, 1 | 2>[];
export const defaultDigestOrder: DigestOrder = [2, 1];

export const matchedSchema = z.strictObject({
  record: tlsaRecordSchema,
  /**
   * The leaf is 0. An anchor of a `2 0 0` record that the server did not send counts as the next
   * one; for a key of a `2 1 0` record that it did not send, the depth of the certificate it signed.
   */
  depth: z.number().int().nonnegative(),
});
export type Matched = z.infer<typeof matchedSchema>;
