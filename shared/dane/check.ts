import { z } from 'zod';
import { resolverOpinions } from '../dnssec/resolverOpinion.ts';
import { tlsaRecordSchema } from '../tlsa/record.ts';
import { findingCodeSchema, severitySchema, tlsRptTypes } from './findings.ts';
import { domainVerdictSchema, verdictSchema } from './verdict.ts';
import { matchedSchema, recordReasons } from './verification.ts';

/** RFC 4035 §4.3. */
export const securitySchema = z.enum(['secure', 'insecure', 'bogus', 'indeterminate']);
export type Security = z.infer<typeof securitySchema>;

export const keyTypeSchema = z.enum(['rsa', 'ecdsa', 'ed25519', 'ed448']);
export type KeyType = z.infer<typeof keyTypeSchema>;

export const findingSchema = z.strictObject({
  code: findingCodeSchema,
  severity: severitySchema,
  where: z.strictObject({
    host: z.string().nullable(),
    ip: z.string().nullable(),
    keyType: keyTypeSchema.nullable(),
  }),
  exchangeCode: z.string().nullable(),
  tlsRptType: z.enum(tlsRptTypes).nullable(),
  rfc: z.string().nullable(),
  /** What the sentence names. */
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Zone lines to publish; `null`: nothing to do, or nothing that a record could do. */
  records: z.array(z.string()).nullable(),
});
export type Finding = z.infer<typeof findingSchema>;

export const probeViewSchema = z.strictObject({
  /** Of the certificate received; `null`: none came, or one that can't be read here. */
  keyType: keyTypeSchema.nullable(),
  /** `null`: without. */
  sni: z.string().nullable(),
  /** `TLSv1.3`; `null`: no TLS. */
  tls: z.string().nullable(),
  verdict: verdictSchema,
  matched: matchedSchema.nullable(),
  findings: z.array(findingCodeSchema),
});
export type ProbeView = z.infer<typeof probeViewSchema>;

export const addressViewSchema = z.strictObject({
  ip: z.string(),
  /** Why it was not tried. */
  skipped: z.enum(['no-route', 'reserved', 'option']).nullable(),
  /** `null` of one that was skipped: it takes no part. */
  verdict: verdictSchema.nullable(),
  probes: z.array(probeViewSchema),
});
export type AddressView = z.infer<typeof addressViewSchema>;

export const tlsaViewSchema = z.strictObject({
  record: tlsaRecordSchema,
  usable: z.boolean(),
  reason: z.enum(recordReasons).nullable(),
  /** Whether any handshake matched it; `null`: there was none. */
  matches: z.boolean().nullable(),
});
export type TlsaView = z.infer<typeof tlsaViewSchema>;

export const hostViewSchema = z.strictObject({
  name: z.string(),
  /** `null`: not from an MX record. */
  preference: z.number().int().nullable(),
  addressStatus: securitySchema,
  addressStatuses: z.strictObject({ a: securitySchema, aaaa: securitySchema }),
  /** `null`: no TLSA query was allowed. */
  tlsaBase: z.string().nullable(),
  tlsaStatus: securitySchema.nullable(),
  tlsa: z.array(tlsaViewSchema),
  verdict: verdictSchema,
  findings: z.array(findingCodeSchema),
  addresses: z.array(addressViewSchema),
});
export type HostView = z.infer<typeof hostViewSchema>;

/** The steps in which a verdict is reached, in their order. */
export const checkSteps = [
  'mx',
  'address',
  'tlsa',
  'denial',
  'connection',
  'starttls',
  'tls',
  'match',
  'mta-sts',
  'tls-reporting',
] as const;
export type CheckStep = (typeof checkSteps)[number];

export const traceEntrySchema = z.strictObject({
  step: z.enum(checkSteps),
  /** `example.com MX`, `192.0.2.1:25 mx.example.com`. */
  question: z.string(),
  server: z.string().nullable(),
  /** A security status, `ok`, `failed`, or a verdict. */
  status: z.string(),
  reason: z.string().nullable(),
  ms: z.number().int().nonnegative(),
});
export type TraceEntry = z.infer<typeof traceEntrySchema>;

export const certificateEvidenceSchema = z.strictObject({
  fingerprint: z.string(),
  subject: z.string(),
  issuer: z.string(),
  names: z.array(z.string()),
  notBefore: z.string().nullable(),
  notAfter: z.string().nullable(),
  pem: z.string(),
});

/** What stands behind a verdict, for who wants to see it. */
export const evidenceSchema = z.strictObject({
  answers: z.array(
    z.strictObject({
      question: z.string(),
      server: z.string().nullable(),
      status: securitySchema,
      reason: z.string().nullable(),
      /** Presentation format. */
      records: z.array(z.string()),
      /** When the first signature used ceases to be valid. */
      expires: z.string().nullable(),
      chain: z.array(
        z.strictObject({
          zone: z.string(),
          step: z.string(),
          result: securitySchema,
          reason: z.string().nullable(),
        }),
      ),
      resolver: z.strictObject({
        ad: z.boolean(),
        errors: z.array(z.string()),
        /** Beside ours; results kept before it was asked for have none. */
        opinion: z.enum(resolverOpinions).default('unknown'),
      }),
    }),
  ),
  certificates: z.array(certificateEvidenceSchema),
  connections: z.array(
    z.strictObject({
      host: z.string(),
      ip: z.string(),
      sni: z.string().nullable(),
      keyType: keyTypeSchema.nullable(),
      protocol: z.string().nullable(),
      cipher: z.string().nullable(),
      failure: z
        .strictObject({ code: z.string(), phase: z.string(), detail: z.string() })
        .nullable(),
      /** Fingerprints in the order sent. */
      chain: z.array(z.string()),
      /** Fingerprints from the leaf to the anchor, where a path was built. */
      path: z.array(z.string()),
      transcript: z.array(
        z.strictObject({
          from: z.enum(['client', 'server', 'probe']),
          text: z.string(),
          milliseconds: z.number(),
        }),
      ),
    }),
  ),
});
export type Evidence = z.infer<typeof evidenceSchema>;

export const mtaStsSchema = z.strictObject({
  state: z.enum(['not-asked', 'absent', 'invalid', 'fetch-failed', 'found']),
  mode: z.enum(['enforce', 'testing', 'none']).nullable(),
  mx: z.array(z.string()),
  maxAge: z.number().int().nonnegative().nullable(),
  id: z.string().nullable(),
});
export type MtaSts = z.infer<typeof mtaStsSchema>;

export const tlsReportingSchema = z.strictObject({
  state: z.enum(['not-asked', 'absent', 'invalid', 'found']),
  addresses: z.array(z.string()),
});
export type TlsReporting = z.infer<typeof tlsReportingSchema>;

export const daneCheckSchema = z.strictObject({
  schema: z.literal('exo-companion/dane-check@1'),
  /** `host:port` for anything but mail between servers. */
  domain: z.string(),
  checkedAt: z.string(),
  verdict: domainVerdictSchema,
  protectedByDane: z.boolean().nullable(),
  /** `null` for anything but mail between servers. */
  mx: z
    .strictObject({
      status: securitySchema,
      records: z.array(
        z.strictObject({ preference: z.number().int().nonnegative(), exchange: z.string() }),
      ),
      implicit: z.boolean(),
      null: z.boolean(),
    })
    .nullable(),
  hosts: z.array(hostViewSchema),
  findings: z.array(findingSchema),
  trace: z.array(traceEntrySchema),
  mtaSts: mtaStsSchema,
  tlsReporting: tlsReportingSchema,
  evidence: evidenceSchema,
});
export type DaneCheck = z.infer<typeof daneCheckSchema>;
