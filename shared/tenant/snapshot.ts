import { z } from 'zod';
import {
  dnssecStatusSchema,
  domainDnsSchema,
  mxHostsSchema,
  smtpDaneInboundSchema,
} from './records/domains.ts';
import * as exchange from './records/exchange.ts';
import * as graph from './records/graph.ts';
import { outlookInstallationSchema, smtpAuthClientSchema } from './records/imports.ts';
import { sourceIds } from './sources.ts';
import type { SourceId } from './sources.ts';

export const snapshotSchemaName = 'exo-companion/snapshot@1';

/** What each source gives. Lists are in the order in which they came. */
export const sourceDataSchemas = {
  organization: graph.organizationSchema,
  domains: z.array(graph.graphDomainSchema),
  organizationConfig: exchange.organizationConfigSchema,
  transportConfig: exchange.transportConfigSchema,
  acceptedDomains: z.array(exchange.acceptedDomainSchema),
  dnssecStatus: z.array(dnssecStatusSchema),
  smtpDaneInbound: z.array(smtpDaneInboundSchema),
  outboundConnectors: z.array(exchange.outboundConnectorSchema),
  inboundConnectors: z.array(exchange.inboundConnectorSchema),
  dkim: z.array(exchange.dkimSchema),
  remoteDomains: z.array(exchange.remoteDomainSchema),
  authenticationPolicies: z.array(exchange.authenticationPolicySchema),
  casMailboxPlans: z.array(exchange.casMailboxPlanSchema),
  casMailboxes: z.array(exchange.casMailboxSchema),
  mailboxes: z.array(exchange.mailboxSchema),
  users: z.array(exchange.userSchema),
  securityDefaults: graph.securityDefaultsSchema,
  conditionalAccess: z.array(graph.conditionalAccessPolicySchema),
  signIns: graph.signInsSchema,
  reportSettings: graph.reportSettingsSchema,
  appUsageVersions: graph.usageCountsSchema,
  appUsageCounts: graph.usageCountsSchema,
  appUsageUsers: z.array(graph.appUsageUserSchema),
  messageCenter: z.array(graph.messageCenterPostSchema),
  messageTraces: graph.messageTracesSchema,
  dns: z.array(domainDnsSchema),
  mxHosts: z.array(mxHostsSchema),
  outlookInventory: z.array(outlookInstallationSchema),
  smtpAuthClients: z.array(smtpAuthClientSchema),
} as const satisfies Record<SourceId, z.ZodType>;

export type SourceData<Id extends SourceId> = z.output<(typeof sourceDataSchemas)[Id]>;

/** Sources whose data is a list, so that it can come in parts. */
export type ListSourceId = {
  [Id in SourceId]: SourceData<Id> extends readonly unknown[] ? Id : never;
}[SourceId];

export function isListSource(id: SourceId): id is ListSourceId {
  return sourceDataSchemas[id] instanceof z.ZodArray;
}

/**
 * - `ok`: read whole.
 * - `partial`: something is there and something is missing; what, says the reason.
 * - `failed`: asked, and nothing came.
 * - `not-asked`: not chosen, not available here, or the sign-in does not allow it.
 */
export const sourceStates = ['ok', 'partial', 'failed', 'not-asked'] as const;
export type SourceState = (typeof sourceStates)[number];

/** Why a source is not `ok`; each has its sentence in `tenant.reason.<reason>`. */
export const sourceReasons = [
  // Not asked
  'not-chosen',
  'not-imported',
  'sign-in-required',
  'consent-required',
  'not-in-this-cloud',
  'no-domains',
  // Refused
  'role-missing',
  'licence-missing',
  'trace-principal-missing',
  'token-refused',
  'request-refused',
  // Disturbed
  'throttled',
  'timeout',
  'unreachable',
  'server-error',
  'cut-off',
  'unexpected-answer',
  'pages-expired',
  'redirect-refused',
  'interrupted',
  // Partly
  'names-concealed',
  'properties-missing',
  'records-skipped',
  'limit-reached',
  'some-failed',
  'storage-full',
] as const;
export type SourceReason = (typeof sourceReasons)[number];

export const sourceEntrySchema = z.object({
  id: z.enum(sourceIds),
  state: z.enum(sourceStates),
  reason: z.enum(sourceReasons).nullable(),
  /** `Get-OrganizationConfig`, `GET /v1.0/organization`, a file's name. */
  call: z.string(),
  /** RFC 3339; when the answer came. `null`: not asked. */
  at: z.string().nullable(),
  /** Microsoft's id of the request that failed, else of the last one. */
  requestId: z.string().nullable(),
  /** `graph`, `exchange` and `dns` were asked; `import` was read from a file. */
  origin: z.enum(['graph', 'exchange', 'dns', 'import']),
  /** How many records are in the data. */
  records: z.number().int().nonnegative(),
  /**
   * Properties of the data that an answer lacked. Their values stand there as `null` or `[]` and mean
   * nothing: a rule that reads one of them can't be assessed.
   */
  missing: z.array(z.string()),
  /** What Microsoft said of it, verbatim, for a person. */
  detail: z.string().nullable(),
});
export type SourceEntry = z.infer<typeof sourceEntrySchema>;

const dataSchema = z.object(
  Object.fromEntries(
    Object.entries<z.ZodType>(sourceDataSchemas).map(([id, schema]) => [
      id,
      schema.nullable().default(null),
    ]),
  ),
) as unknown as z.ZodType<SnapshotData>;

/** `null`: nothing was read; the source's entry says why. */
export type SnapshotData = { readonly [Id in SourceId]: SourceData<Id> | null };

export const snapshotTenantSchema = z.object({
  /** GUID; `null`: no source told it. */
  id: z.string().nullable(),
  name: z.string(),
});

/** What was known of a tenant at one time. */
export const snapshotSchema = z.object({
  schema: z.literal(snapshotSchemaName),
  tenant: snapshotTenantSchema,
  takenAt: z.string(),
  /** One for every source, in the order of the table. */
  sources: z.array(sourceEntrySchema),
  data: dataSchema,
});
export type Snapshot = z.infer<typeof snapshotSchema>;

export const emptySnapshotData = Object.fromEntries(
  sourceIds.map((id) => [id, null]),
) as unknown as SnapshotData;
