import { z } from 'zod';

const explanationKinds = [
  'ndr',
  'message-trace',
  'tls-rpt',
  'powershell-error',
  'outlook-version',
  'unknown',
] as const;

/** What lies behind a pasted text. Sentences: `mailflow.meaning.<cause>`. */
export const causes = [
  // Codes of Exchange Online
  'dane-starttls',
  'dane-expired',
  'dane-tlsa',
  'dane-dnssec',
  'dane-name',
  'dns-failed',
  'sts-certificate',
  'sts-mx',
  'connection-failed',
  'smtp-auth-basic',
  'smtp-auth-disabled',
  'direct-send-rejected',
  'onmicrosoft-limit',
  'recipient-unknown',
  'not-authorized',
  'domain-unreachable',
  'other-code',
  // TLS reports
  'report-no-failures',
  'report-starttls-not-supported',
  'report-certificate-host-mismatch',
  'report-certificate-expired',
  'report-certificate-not-trusted',
  'report-validation-failure',
  'report-tlsa-invalid',
  'report-dnssec-invalid',
  'report-dane-required',
  'report-sts-policy-fetch-error',
  'report-sts-policy-invalid',
  'report-sts-webpki-invalid',
  'report-other',
  // PowerShell
  'powershell-remote-session',
  'powershell-basic-auth',
  'basic-auth-diagnostic',
  'powershell-module-missing',
  'powershell-consent',
  'powershell-mfa',
  'powershell-not-allowed',
  'powershell-object-missing',
  'powershell-other',
  // Outlook
  'outlook-blocked',
  'outlook-unsupported',
  'outlook-supported',
  'outlook-other',
  'unknown',
] as const;
export type Cause = (typeof causes)[number];

/** What to do. Sentences: `mailflow.next.<step>`. */
export const nextSteps = [
  'check-domain',
  'check-server',
  'publish-record',
  'renew-certificate',
  'enable-starttls',
  'fix-dnssec',
  'tell-recipient',
  'wait-for-retry',
  'fix-sts-policy',
  'move-off-basic',
  'enable-smtp-auth',
  'use-connector',
  'use-own-domain',
  'check-address',
  'new-script',
  'install-module',
  'omit-credential',
  'ask-consent',
  'ask-role',
  'check-name',
  'update-outlook',
  'paste-more',
] as const;
export type NextStep = (typeof nextSteps)[number];

const paramsSchema = z.record(z.string(), z.union([z.string(), z.number()]));

export const explanationSchema = z.strictObject({
  kind: z.enum(explanationKinds),
  /** Enhanced status codes, TLS report types or AADSTS numbers, as they stand in the text. */
  codes: z.array(z.string()),
  server: z.string().nullable(),
  ip: z.string().nullable(),
  port: z.number().int().nullable(),
  domain: z.string().nullable(),
  product: z.string().nullable(),
  build: z.string().nullable(),
  verdict: z.string().nullable(),
  cause: z.enum(causes),
  whoseSide: z.enum(['yours', 'theirs', 'unknown']),
  next: z.array(z.enum(nextSteps)),
  /** What the sentences name. */
  params: paramsSchema,
  /** When it happened, RFC 3339. */
  time: z.string().nullable(),
  /** Fields of a message trace whose meaning Microsoft does not document, as they stand there. */
  verbatim: z.array(z.string()),
});
export type Explanation = z.infer<typeof explanationSchema>;

export const noExplanation: Explanation = {
  kind: 'unknown',
  codes: [],
  server: null,
  ip: null,
  port: null,
  domain: null,
  product: null,
  build: null,
  verdict: null,
  cause: 'unknown',
  whoseSide: 'unknown',
  next: ['paste-more'],
  params: {},
  time: null,
  verbatim: [],
};
