/** What is kept of Graph's answers. Sources: the resources' pages in Microsoft's Graph reference. */
import { z } from 'zod';
import { schemaOf, setting, text, texts, time } from '../fields.ts';
import type { RecordOf } from '../fields.ts';

const names = z.array(z.string());

export const organizationSchema = z.object({
  id: z.string(),
  displayName: z.string().nullable(),
  tenantType: z.string().nullable(),
  onPremisesSyncEnabled: z.boolean().nullable(),
  verifiedDomains: z.array(
    z.object({
      name: z.string(),
      isDefault: z.boolean().nullable(),
      isInitial: z.boolean().nullable(),
      /** `Managed`, `Federated`. */
      type: z.string().nullable(),
      capabilities: z.string().nullable(),
    }),
  ),
  /** Whether a plan with Microsoft Entra ID P1 or P2 is assigned; `null`: the answer did not say. */
  hasEntraPremium: z.boolean().nullable(),
});
export type Organization = z.infer<typeof organizationSchema>;

/** A record that Microsoft wants in the domain's zone. */
export const serviceRecordSchema = z.object({
  recordType: z.string(),
  label: z.string(),
  supportedService: z.string().nullable(),
  isOptional: z.boolean().nullable(),
  ttl: z.number().int().nullable(),
  /** Of an MX record. */
  mailExchange: z.string().nullable(),
  preference: z.number().int().nullable(),
  /** Of a TXT record. */
  text: z.string().nullable(),
  /** Of a CNAME record. */
  canonicalName: z.string().nullable(),
});
export type ServiceRecord = z.infer<typeof serviceRecordSchema>;

export const graphDomainSchema = z.object({
  id: z.string(),
  isDefault: z.boolean().nullable(),
  isInitial: z.boolean().nullable(),
  isVerified: z.boolean().nullable(),
  authenticationType: z.string().nullable(),
  supportedServices: names,
  /** `null`: not asked, or not answered. */
  serviceConfigurationRecords: z.array(serviceRecordSchema).nullable(),
});
export type GraphDomain = z.infer<typeof graphDomainSchema>;

export const securityDefaultsFields = { isEnabled: setting('isEnabled') } as const;
export const securityDefaultsSchema = schemaOf(securityDefaultsFields);

export const conditionalAccessPolicySchema = z.object({
  id: z.string(),
  displayName: z.string().nullable(),
  /** `enabled`, `disabled`, `enabledForReportingButNotEnforced`. */
  state: z.string().nullable(),
  /** `exchangeActiveSync` and `other` are the legacy ones. */
  clientAppTypes: names,
  includeUsers: names,
  excludeUsers: names,
  includeGroups: names,
  excludeGroups: names,
  includeRoles: names,
  excludeRoles: names,
  includeApplications: names,
  excludeApplications: names,
  grantOperator: z.string().nullable(),
  /** `block`, `mfa`, … */
  builtInControls: names,
});
export type ConditionalAccessPolicy = z.infer<typeof conditionalAccessPolicySchema>;

/** The sign-ins of one user by one protocol. */
export const legacySignInSchema = z.object({
  userPrincipalName: z.string(),
  /** `Authenticated SMTP`, `IMAP4`, `Exchange Web Services`, … */
  clientAppUsed: z.string(),
  appDisplayName: z.string().nullable(),
  successes: z.number().int().nonnegative(),
  failures: z.number().int().nonnegative(),
  lastAt: z.string().nullable(),
  lastSuccessAt: z.string().nullable(),
});
export type LegacySignIn = z.infer<typeof legacySignInSchema>;

export const signInsSchema = z.object({
  from: z.string(),
  to: z.string(),
  clients: z.array(legacySignInSchema),
});

/** Columns of a report, product or app by number of users; `null`: the cell is empty. */
export const usageCountsSchema = z.object({
  refreshedOn: z.string().nullable(),
  /** Days. */
  period: z.number().int().nullable(),
  counts: z.array(z.object({ name: z.string(), users: z.number().int().nullable() })),
});
export type UsageCounts = z.infer<typeof usageCountsSchema>;

/** Graph's own column names; a cell has a date, a number or a product such as `ProPlus`. */
export const appUsageUserFields = {
  userPrincipalName: text('User Principal Name'),
  displayName: text('Display Name'),
  isDeleted: setting('Is Deleted'),
  lastActivityDate: text('Last Activity Date'),
  mailForMac: text('Mail For Mac'),
  outlookForMac: text('Outlook For Mac'),
  outlookForWindows: text('Outlook For Windows'),
  outlookForMobile: text('Outlook For Mobile'),
  otherForMobile: text('Other For Mobile'),
  outlookForWeb: text('Outlook For Web'),
  pop3App: text('POP3 App'),
  imap4App: text('IMAP4 App'),
  smtpApp: text('SMTP App'),
} as const;
export const appUsageUserSchema = schemaOf(appUsageUserFields);

export const reportSettingsFields = {
  /** Names in reports are hashed. */
  displayConcealedNames: setting('displayConcealedNames'),
} as const;
export const reportSettingsSchema = schemaOf(reportSettingsFields);

export const messageCenterPostFields = {
  id: text('id'),
  title: text('title'),
  category: text('category'),
  severity: text('severity'),
  tags: texts('tags'),
  services: texts('services'),
  isMajorChange: setting('isMajorChange'),
  actionRequiredByDateTime: time('actionRequiredByDateTime'),
  startDateTime: time('startDateTime'),
  endDateTime: time('endDateTime'),
  lastModifiedDateTime: time('lastModifiedDateTime'),
} as const;
export const messageCenterPostSchema = schemaOf(messageCenterPostFields);
export type MessageCenterPost = RecordOf<typeof messageCenterPostFields>;

/** A message that DANE or DNSSEC held up. Nothing of its content, nobody's address. */
export const traceFailureSchema = z.object({
  messageTraceId: z.string(),
  receivedAt: z.string().nullable(),
  recipientDomain: z.string(),
  /** Status of the message: `failed`, `pending`. */
  status: z.string().nullable(),
  /** `Defer`, `Fail`. */
  event: z.string().nullable(),
  /** `4.7.323`. */
  code: z.string(),
  /** `tlsa-invalid`, as it stands behind the code; `null`: nothing stood there. */
  reason: z.string().nullable(),
  server: z.string().nullable(),
});
export type TraceFailure = z.infer<typeof traceFailureSchema>;

export const messageTracesSchema = z.object({
  from: z.string(),
  to: z.string(),
  /** Messages that failed or wait, and of how many of them the details were read. */
  messages: z.number().int().nonnegative(),
  examined: z.number().int().nonnegative(),
  failures: z.array(traceFailureSchema),
});
