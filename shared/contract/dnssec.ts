import { z } from 'zod';
import { checkPlaces } from '../dane/run.ts';
import { delegationRecordSchema, validationEvidenceSchema } from '../dnssec/evidence.ts';
import { dnssecValidationSchema } from '../dnssec/validation.ts';
import { command, job, query } from './channel.ts';
import { dnsFailureReasons, resolverTextsSchema } from './dns.ts';

/** A validated answer with what it rests on. */
export const validationViewSchema = z.strictObject({
  validation: dnssecValidationSchema,
  evidence: validationEvidenceSchema,
  place: z.enum(checkPlaces),
  /** RFC 3339. */
  checkedAt: z.string(),
  /** The resolver that answered last, as the person named it; `null`: none did. */
  server: z.string().nullable(),
  milliseconds: z.number().int().nonnegative(),
  /** Why no answer came, where none did. */
  failure: z.enum(dnsFailureReasons).nullable(),
});
export type ValidationView = z.infer<typeof validationViewSchema>;

/** Characters of a file of trust anchors; IANA's has about 3,000. */
export const anchorTextMax = 65_536;

/** Where trust starts. */
export const trustAnchorsSchema = z.strictObject({
  source: z.enum(['built-in', 'imported']),
  zones: z.array(
    z.strictObject({
      zone: z.string(),
      keys: z.array(
        delegationRecordSchema.omit({ matches: true }).extend({
          /** RFC 3339; `null`: no limit on that side. */
          validFrom: z.string().nullable(),
          validUntil: z.string().nullable(),
          isValid: z.boolean(),
        }),
      ),
    }),
  ),
});
export type TrustAnchorsView = z.infer<typeof trustAnchorsSchema>;

export const dnssecChannels = {
  /** Validates one answer. `resolvers` empty: those of the settings, else the system's. */
  'dnssec.validate': job({
    input: {
      name: z.string().max(1024),
      type: z.string().max(16),
      /** In the lab, its own resolver and trust anchor count. */
      place: z.enum(checkPlaces),
      resolvers: resolverTextsSchema,
    },
    output: validationViewSchema,
  }),
  'dnssec.anchors': query({ input: z.strictObject({}), output: trustAnchorsSchema }),
  /** DS or DNSKEY lines, or root-anchors.xml; they replace the built-in ones. */
  'dnssec.importAnchors': command({
    input: z.strictObject({ text: z.string().max(anchorTextMax) }),
    output: trustAnchorsSchema,
  }),
  /** Back to the built-in ones. */
  'dnssec.resetAnchors': command({ input: z.strictObject({}), output: trustAnchorsSchema }),
} as const;
