import { z } from 'zod';
import { domainDnsSchema } from '../../tenant/records/domains.ts';
import { hostLookSchema } from './hostLook.ts';

/** A domain's DNS as it was seen at one time. */
export const domainLookSchema = z.strictObject({
  /** RFC 3339. */
  at: z.string(),
  dns: domainDnsSchema,
  /** TTL of the MX records as the zone gives it, seconds; `null`: none, or not known. */
  mxTtl: z.number().int().nonnegative().nullable(),
});
export type DomainLook = z.infer<typeof domainLookSchema>;

/** What a person said of a step. */
const tickSchema = z.strictObject({ at: z.string(), note: z.string() });

/** What is kept of a checklist for one subject: the app's looks and the person's ticks. */
export const progressSchema = z.strictObject({
  domain: domainLookSchema.nullable(),
  /** A mail server, by its name: the subject itself, or the host of Exchange Online. */
  host: hostLookSchema.nullable(),
  /** The first look at the host since the checklist was begun. */
  firstHost: hostLookSchema.nullable(),
  ticks: z.record(z.string(), tickSchema),
});
export type Progress = z.infer<typeof progressSchema>;

export const noProgress: Progress = { domain: null, host: null, firstHost: null, ticks: {} };
