/** What a validation rests on, as it is drawn: zones, their keys, and who signed what until when. */
import { z } from 'zod';
import { denialProofs, securityStatuses } from './validation.ts';
import { validationReasons } from './reasons.ts';

const statusSchema = z.enum(securityStatuses);
const reasonSchema = z.enum(validationReasons).nullable();
const countSchema = z.number().int().nonnegative();

const algorithmSchema = z.strictObject({
  number: countSchema,
  /** `ECDSAP256SHA256`, or `ALG200`. */
  name: z.string(),
});

/** A DS record, or the digest of a trusted key. */
export const delegationRecordSchema = z.strictObject({
  keyTag: countSchema,
  algorithm: algorithmSchema,
  digestType: algorithmSchema,
  /** Lower-case hex. */
  digest: z.string(),
  /** Whether the zone has the key that it stands for; `null`: not to be told here. */
  matches: z.boolean().nullable(),
});
export type DelegationRecord = z.infer<typeof delegationRecordSchema>;

export const keyRoles = ['ksk', 'zsk', 'revoked', 'not-zone-key'] as const;

export const zoneKeySchema = z.strictObject({
  keyTag: countSchema,
  algorithm: algorithmSchema,
  flags: countSchema,
  /** By its flags (RFC 4034 §2.1.1, RFC 5011 §2.1). */
  role: z.enum(keyRoles),
  /** Of the modulus or the curve; `null`: unknown. */
  bits: countSchema.nullable(),
  /** A DS record, or a trust anchor, stands for it. */
  isEntry: z.boolean(),
});
export type ZoneKeyView = z.infer<typeof zoneKeySchema>;

export const signatureSchema = z.strictObject({
  keyTag: countSchema,
  algorithm: algorithmSchema,
  signer: z.string(),
  /** RFC 3339. */
  inception: z.string(),
  expiration: z.string(),
  /** The one that was verified; one suffices. */
  isUsed: z.boolean(),
});
export type SignatureView = z.infer<typeof signatureSchema>;

/** `not-tried`: the chain broke before. */
export const proofStates = ['verified', 'failed', 'not-tried'] as const;

const signedShape = {
  signatures: z.array(signatureSchema),
  proof: z.strictObject({ state: z.enum(proofStates), reason: reasonSchema }),
  /** Records and signatures beyond what is shown. */
  omitted: countSchema,
};

const signedRecordsSchema = z.strictObject({
  owner: z.string(),
  type: z.string(),
  /** How many there are. */
  count: countSchema,
  /** The wildcard that it was made from (`*.example.com.`); `null`: from none. */
  wildcard: z.string().nullable(),
  ...signedShape,
});
export type SignedRecords = z.infer<typeof signedRecordsSchema>;

/** NSEC or NSEC3 records that prove an absence. */
const denialSchema = z.strictObject({
  proof: z.enum(denialProofs),
  optOut: z.boolean(),
  records: z.array(
    z.strictObject({
      owner: z.string(),
      /** Presentation format. */
      data: z.string(),
      signature: signatureSchema,
    }),
  ),
});
export type DenialView = z.infer<typeof denialSchema>;

export const zoneEvidenceSchema = z.strictObject({
  zone: z.string(),
  /** The closest zone above it that is shown; `null`: the chain starts here. */
  parent: z.string().nullable(),
  status: statusSchema,
  /** Why it is not secure, or what is worth knowing. */
  reason: reasonSchema,
  /** The trusted digests, where the chain starts. */
  anchor: z.array(delegationRecordSchema).nullable(),
  ds: z.strictObject({ records: z.array(delegationRecordSchema), ...signedShape }).nullable(),
  /** Where the parent proves that there is no DS. */
  denial: denialSchema.nullable(),
  keys: z.strictObject({ records: z.array(zoneKeySchema), ...signedShape }).nullable(),
});
export type ZoneEvidence = z.infer<typeof zoneEvidenceSchema>;

/** One name on the way: an alias and where it leads, or the end. */
export const linkEvidenceSchema = z.strictObject({
  step: z.enum(['answer', 'cname', 'dname']),
  /** The name that was asked for here. */
  name: z.string(),
  /** Where an alias leads; `null`: here the way ends. */
  target: z.string().nullable(),
  /** The zone that answers, or the delegation at which the chain broke. */
  zone: z.string(),
  status: statusSchema,
  reason: reasonSchema,
  sets: z.array(signedRecordsSchema),
  denial: denialSchema.nullable(),
});
export type LinkEvidence = z.infer<typeof linkEvidenceSchema>;

export const validationEvidenceSchema = z.strictObject({
  /** Each once, parents before children. */
  zones: z.array(zoneEvidenceSchema),
  links: z.array(linkEvidenceSchema),
  /** Zones beyond those shown. */
  omittedZones: countSchema,
});
export type ValidationEvidence = z.infer<typeof validationEvidenceSchema>;
