import { z } from 'zod';
import { tlsaRecordSchema } from '../tlsa/record.ts';
import { securitySchema } from './check.ts';

/**
 * What a host has published, as a DANE client finds it.
 * - `found`: a secure TLSA RRset. `absent`: it is proven that there is none.
 * - `insecure`: the host's address or its TLSA records are not signed: clients look at none of them.
 * - `no-address`: clients have nowhere to go. `unknown`: an answer is bogus, or could not be had.
 */
export const publishedStates = ['found', 'absent', 'insecure', 'no-address', 'unknown'] as const;
export type PublishedState = (typeof publishedStates)[number];

export const publishedSchema = z.strictObject({
  host: z.string(),
  port: z.number().int(),
  state: z.enum(publishedStates),
  addressStatus: securitySchema,
  /** Where the records stand, with final dot; `null`: no TLSA query was allowed. */
  owner: z.string().nullable(),
  tlsaStatus: securitySchema.nullable(),
  records: z.array(tlsaRecordSchema),
  /** Seconds, as the zone gives it. */
  ttl: z.number().int().nonnegative().nullable(),
});
export type Published = z.infer<typeof publishedSchema>;
