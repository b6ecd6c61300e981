import { cloudIds } from '../identity/clouds.ts';
import type { CloudId } from '../identity/clouds.ts';
import type { Scope } from '../identity/permissions.ts';

/** Where a datum comes from. `import`: no call gives it, only a file. */
export type SourceApi = 'graph' | 'exchange' | 'dns' | 'import';

export interface SourceDescription {
  readonly api: SourceApi;
  /** The request or the cmdlet as an administrator knows it; stands in snapshots as evidence. */
  readonly call: string;
  /** Delegated scopes, all of them needed. */
  readonly scopes: readonly Scope[];
  /** Cmdlets that the administrator's roles must hold. */
  readonly cmdlets: readonly string[];
  /** Any of these roles, least first, in Microsoft's words. */
  readonly roles: readonly string[];
  readonly licence: 'entra-p1' | null;
  readonly clouds: readonly CloudId[];
}

const everywhere = cloudIds;
const worldwide = ['worldwide'] as const;
const reportRoles = ['Reports Reader', 'Global Reader'] as const;

function graph(
  path: string,
  scopes: readonly Scope[],
  more: Partial<SourceDescription> = {},
): SourceDescription {
  return {
    api: 'graph',
    call: `GET ${path}`,
    scopes,
    cmdlets: [],
    roles: [],
    licence: null,
    clouds: everywhere,
    ...more,
  };
}

/** Exchange's delegated scope is the same for all; what may be read is a matter of the roles. */
function exchange(...cmdlets: readonly string[]): SourceDescription {
  return {
    api: 'exchange',
    call: cmdlets.join(', '),
    scopes: ['Exchange.Manage'],
    cmdlets,
    roles: ['Global Reader'],
    licence: null,
    clouds: everywhere,
  };
}

function local(api: 'dns' | 'import', call: string): SourceDescription {
  return { api, call, scopes: [], cmdlets: [], roles: [], licence: null, clouds: everywhere };
}

/**
 * Everything that a snapshot can hold: one entry for each property of its `data`, in the order in which
 * a person reads them. Scopes, roles, licences and clouds: the pages of the calls in Microsoft's Graph
 * reference; for Exchange what others measured (`docs/not-verified.md`).
 */
export const sources = {
  organization: graph('/v1.0/organization', ['Organization.Read.All']),
  domains: graph('/v1.0/domains', ['Domain.Read.All']),
  organizationConfig: exchange('Get-OrganizationConfig'),
  transportConfig: exchange('Get-TransportConfig'),
  acceptedDomains: exchange('Get-AcceptedDomain'),
  dnssecStatus: exchange('Get-DnssecStatusForVerifiedDomain'),
  smtpDaneInbound: exchange('Get-SmtpDaneInboundStatus'),
  outboundConnectors: exchange('Get-OutboundConnector'),
  inboundConnectors: exchange('Get-InboundConnector'),
  dkim: exchange('Get-DkimSigningConfig'),
  remoteDomains: exchange('Get-RemoteDomain'),
  authenticationPolicies: exchange('Get-AuthenticationPolicy'),
  casMailboxPlans: exchange('Get-CASMailboxPlan'),
  casMailboxes: exchange('Get-CASMailbox'),
  mailboxes: exchange('Get-Mailbox'),
  users: exchange('Get-User'),
  securityDefaults: graph('/v1.0/policies/identitySecurityDefaultsEnforcementPolicy', [
    'Policy.Read.All',
  ]),
  conditionalAccess: graph('/v1.0/identity/conditionalAccess/policies', ['Policy.Read.All'], {
    roles: ['Global Reader', 'Security Reader'],
  }),
  signIns: graph('/v1.0/auditLogs/signIns', ['AuditLog.Read.All', 'Directory.Read.All'], {
    roles: [...reportRoles, 'Security Reader'],
    licence: 'entra-p1',
  }),
  reportSettings: graph('/v1.0/admin/reportSettings', ['ReportSettings.Read.All'], {
    clouds: worldwide,
  }),
  appUsageVersions: graph(
    '/v1.0/reports/getEmailAppUsageVersionsUserCounts',
    ['Reports.Read.All'],
    { roles: reportRoles, clouds: worldwide },
  ),
  appUsageCounts: graph('/v1.0/reports/getEmailAppUsageAppsUserCounts', ['Reports.Read.All'], {
    roles: reportRoles,
    clouds: worldwide,
  }),
  appUsageUsers: graph('/v1.0/reports/getEmailAppUsageUserDetail', ['Reports.Read.All'], {
    roles: reportRoles,
    clouds: worldwide,
  }),
  messageCenter: graph('/v1.0/admin/serviceAnnouncement/messages', ['ServiceMessage.Read.All'], {
    roles: ['Message Center Reader', 'Global Reader'],
  }),
  messageTraces: graph(
    '/v1.0/admin/exchange/tracing/messageTraces',
    ['ExchangeMessageTrace.Read.All'],
    { roles: ['Exchange Administrator', 'Global Reader'], clouds: worldwide },
  ),
  dns: local('dns', 'DNS'),
  mxHosts: local('dns', 'DNS, SMTP'),
  outlookInventory: local('import', 'CSV'),
  smtpAuthClients: local('import', 'CSV'),
} as const satisfies Record<string, SourceDescription>;

export type SourceId = keyof typeof sources;
export const sourceIds = Object.keys(sources) as [SourceId, ...SourceId[]];

/**
 * Another call for the same data, for whom the first is closed: the role or the consent for it is
 * missing, or the cloud has no such thing. A snapshot's entry names the one that was taken.
 */
const otherRoads: Readonly<Partial<Record<SourceId, SourceDescription>>> = {
  mailboxes: graph('/v1.0/users', ['User.Read.All'], { roles: ['Global Reader'] }),
  messageTraces: exchange('Get-MessageTraceV2', 'Get-MessageTraceDetailV2'),
};

/** The road that is taken first. */
export function describeSource(id: SourceId): SourceDescription {
  return sources[id];
}

/** `null`: there is but one. */
export function describeOtherRoad(id: SourceId): SourceDescription | null {
  return otherRoads[id] ?? null;
}

/** The roads that exist in a cloud, the first one first. A `private` cloud is taken to have all. */
export function roadsIn(id: SourceId, cloud: CloudId | 'private'): readonly SourceDescription[] {
  return [sources[id], otherRoads[id]]
    .filter((road) => road !== undefined)
    .filter(({ clouds }) => cloud === 'private' || clouds.some((one) => one === cloud));
}
