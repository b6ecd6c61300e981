/** What is known of a domain: Exchange's own view of its DNSSEC and DANE, and what the DNS says. */
import { z } from 'zod';
import {
  daneCheckSchema,
  mtaStsSchema,
  securitySchema,
  tlsReportingSchema,
} from '../../dane/check.ts';

/** `Get-DnssecStatusForVerifiedDomain`; words as Exchange writes them. */
export const dnssecStatusSchema = z.object({
  domain: z.string(),
  dnssecFeatureStatus: z.string().nullable(),
  /** `contoso-com.e-v1.mx.microsoft`, out of the record that Exchange expects. */
  expectedMx: z.string().nullable(),
  dnssecSupport: z.string().nullable(),
  mxStatus: z.string().nullable(),
  actualMxRecords: z.array(z.string()),
  mtaStsStatus: z.string().nullable(),
  mtaStsMode: z.string().nullable(),
  errors: z.array(z.string()),
  warnings: z.array(z.string()),
});
export type DnssecStatus = z.infer<typeof dnssecStatusSchema>;

/** `Get-SmtpDaneInboundStatus`, whose shape Microsoft does not document: every property as it came. */
export const smtpDaneInboundSchema = z.object({
  domain: z.string(),
  values: z.array(z.object({ property: z.string(), value: z.string().nullable() })),
});
export type SmtpDaneInbound = z.infer<typeof smtpDaneInboundSchema>;

const answer = {
  status: securitySchema,
  /** Why the answer is not secure, or why there is none. */
  reason: z.string().nullable(),
};

export const domainDnsSchema = z.object({
  domain: z.string(),
  /** Of the zone's SOA record: whether the zone is signed and its chain of trust holds. */
  zone: z.object(answer),
  mx: z.object({
    ...answer,
    records: z.array(
      z.object({
        preference: z.number().int(),
        exchange: z.string(),
        /** A host of Exchange Online. */
        isMicrosoft: z.boolean(),
      }),
    ),
  }),
  spf: z.object({ ...answer, records: z.array(z.string()) }),
  dmarc: z.object({
    ...answer,
    records: z.array(z.string()),
    /** The domain whose record counts; a parent's when this domain has none. */
    foundAt: z.string().nullable(),
  }),
  dkim: z.array(z.object({ ...answer, selector: z.string(), target: z.string().nullable() })),
  mtaSts: z.object({ ...answer, ...mtaStsSchema.shape }),
  tlsReporting: z.object({ ...answer, ...tlsReportingSchema.shape }),
});
export type DomainDns = z.infer<typeof domainDnsSchema>;

/** A DANE check of a domain with mail servers of its own, without its trace. */
export const mxHostsSchema = daneCheckSchema
  .omit({ trace: true, evidence: true, mtaSts: true, tlsReporting: true })
  .extend({
    certificates: z.array(
      z.object({
        fingerprint: z.string(),
        subject: z.string(),
        issuer: z.string(),
        names: z.array(z.string()),
        notBefore: z.string().nullable(),
        notAfter: z.string().nullable(),
        /** Hosts that sent it first, as their own. */
        hosts: z.array(z.string()),
      }),
    ),
  });
export type MxHosts = z.infer<typeof mxHostsSchema>;
