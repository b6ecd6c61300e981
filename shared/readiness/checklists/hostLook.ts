import { z } from 'zod';
import { securitySchema } from '../../dane/check.ts';
import { tlsaRecordSchema } from '../../tlsa/record.ts';
import { verdictSchema } from '../../dane/verdict.ts';

/** A mail server at port 25 as it was seen at one time: its addresses, TLSA records and certificate. */
export const hostLookSchema = z.strictObject({
  /** RFC 3339. */
  at: z.string(),
  host: z.string(),
  addressStatus: securitySchema,
  /** `null`: no TLSA query was allowed. */
  tlsaStatus: securitySchema.nullable(),
  /** Where the records stand, with final dot; `null`: no TLSA query was allowed. */
  owner: z.string().nullable(),
  tlsa: z.array(
    z.strictObject({
      record: tlsaRecordSchema,
      usable: z.boolean(),
      /** Whether it carries the certificate served; `null`: none was seen. */
      matches: z.boolean().nullable(),
    }),
  ),
  /** Of the TLSA records, seconds; `null`: there are none. */
  ttl: z.number().int().nonnegative().nullable(),
  /** From when on the records have been what they are, as late as that may be. */
  publishedSince: z.string().nullable(),
  /** What the DANE check makes of it; `null`: port 25 was not tried. */
  verdict: verdictSchema.nullable(),
  /** The certificate served after STARTTLS; `null`: none was seen. */
  certificate: z
    .strictObject({
      fingerprint: z.string(),
      /** SHA-256 of its public key, hexadecimal; `null`: only the certificate's own is known. */
      publicKey: z.string().nullable(),
      notAfter: z.string().nullable(),
    })
    .nullable(),
  /** The server answered and offers no STARTTLS. */
  withoutStartTls: z.boolean(),
});
export type HostLook = z.infer<typeof hostLookSchema>;
