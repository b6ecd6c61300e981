/** What the command line prints and the page shows of a validated answer. */
import { z } from 'zod';
import { dnsRecordSchema, resolverViewSchema } from '../contract/dns.ts';
import { validationReasons } from './reasons.ts';

/** RFC 4035 §4.3. */
export const securityStatuses = ['secure', 'insecure', 'bogus', 'indeterminate'] as const;
export type SecurityStatus = (typeof securityStatuses)[number];
const statusSchema = z.enum(securityStatuses);
const reasonSchema = z.enum(validationReasons).nullable();

/** `answer`, `cname` and `dname` end the way to one name; the others are of a zone on that way. */
export const chainSteps = ['anchor', 'ds', 'dnskey', 'answer', 'cname', 'dname'] as const;

export const denialKinds = ['nodata', 'nxdomain', 'wildcard', 'wildcard-nodata', 'no-ds'] as const;
export const denialProofs = ['nsec', 'nsec3'] as const;

export const dnssecValidationSchema = z.strictObject({
  schema: z.literal('exo-companion/dnssec-validation@1'),
  /** Lower-case A-labels without final dot; `.` is the root. So are the zones below. */
  name: z.string(),
  type: z.string(),
  /** The worst of all links: bogus, indeterminate, insecure, secure. */
  status: statusSchema,
  reason: reasonSchema,
  /** Of the end of the alias chain; `null`: no answer came. */
  rcode: z.string().nullable(),
  /** The answer section in chain order, without signatures. */
  records: z.array(dnsRecordSchema),
  denial: z
    .strictObject({
      kind: z.enum(denialKinds),
      proof: z.enum(denialProofs),
      optOut: z.boolean(),
    })
    .nullable(),
  chain: z.array(
    z.strictObject({
      zone: z.string(),
      step: z.enum(chainSteps),
      result: statusSchema,
      reason: reasonSchema,
    }),
  ),
  resolver: resolverViewSchema,
  /** RFC 3339: when the first signature ends that the status rests on. */
  expires: z.string().nullable(),
});
export type DnssecValidation = z.infer<typeof dnssecValidationSchema>;
