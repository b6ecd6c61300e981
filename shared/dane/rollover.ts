import { z } from 'zod';
import { securitySchema } from './check.ts';

/**
 * - `safe`: the next certificate may be installed now.
 * - `wait`: from `notBefore` on.
 * - `stops-mail`: DANE clients would deliver nothing; publish `missing` first.
 * - `undetermined`: the DNS did not tell.
 */
export const rolloverVerdicts = ['safe', 'wait', 'stops-mail', 'undetermined'] as const;
export type RolloverVerdict = (typeof rolloverVerdicts)[number];

export const rolloverReasons = [
  // safe
  'record-published',
  'same-key',
  'no-dane',
  'no-usable-record',
  // wait
  'recently-published',
  'not-yet-valid',
  // stops-mail
  'no-match',
  'weaker-digest-only',
  'name-mismatch',
  'expired',
  'untrusted-path',
  'anchor-not-sent',
  'pkix-failed',
  // undetermined
  'dns-failed',
  'no-address',
  'signature-not-checkable',
] as const;
export type RolloverReason = (typeof rolloverReasons)[number];

export const rolloverSchema = z.strictObject({
  schema: z.literal('exo-companion/rollover-check@1'),
  host: z.string(),
  verdict: z.enum(rolloverVerdicts),
  /** When the certificate may be installed; `null` where waiting is not the matter. */
  notBefore: z.string().nullable(),
  /** To be published first. */
  missing: z.array(z.string()),
  /** To be removed two TTLs after the certificate is in use. */
  obsolete: z.array(z.string()),
  reason: z.enum(rolloverReasons),
  port: z.number().int(),
  tlsaBase: z.string().nullable(),
  tlsaStatus: securitySchema.nullable(),
  /** Seconds, as the zone gives it. */
  ttl: z.number().int().nonnegative().nullable(),
  /** Since when at the latest the published records carry the certificate; `null`: they don't. */
  publishedSince: z.string().nullable(),
});
export type RolloverCheck = z.infer<typeof rolloverSchema>;

export const rolloverExit: Readonly<Record<RolloverVerdict, 0 | 1 | 3>> = {
  safe: 0,
  wait: 1,
  'stops-mail': 1,
  undetermined: 3,
};
