import { acceptedDomains } from './sources/acceptedDomains.ts';
import { appUsageCounts } from './sources/appUsageCounts.ts';
import { appUsageUsers } from './sources/appUsageUsers.ts';
import { appUsageVersions } from './sources/appUsageVersions.ts';
import { authenticationPolicies } from './sources/authenticationPolicies.ts';
import { casMailboxes } from './sources/casMailboxes.ts';
import { casMailboxPlans } from './sources/casMailboxPlans.ts';
import { conditionalAccess } from './sources/conditionalAccess.ts';
import { dkim } from './sources/dkim.ts';
import { dns } from './sources/dns.ts';
import { dnssecStatus } from './sources/dnssecStatus.ts';
import { domains } from './sources/domains.ts';
import { inboundConnectors } from './sources/inboundConnectors.ts';
import { mailboxes } from './sources/mailboxes.ts';
import { messageCenter } from './sources/messageCenter.ts';
import { messageTraces } from './sources/messageTraces.ts';
import { mxHosts } from './sources/mxHosts.ts';
import { organization } from './sources/organization.ts';
import { organizationConfig } from './sources/organizationConfig.ts';
import { outboundConnectors } from './sources/outboundConnectors.ts';
import { remoteDomains } from './sources/remoteDomains.ts';
import { reportSettings } from './sources/reportSettings.ts';
import { securityDefaults } from './sources/securityDefaults.ts';
import { signIns } from './sources/signIns.ts';
import { smtpDaneInbound } from './sources/smtpDaneInbound.ts';
import { transportConfig } from './sources/transportConfig.ts';
import { users } from './sources/users.ts';
import type { TenantSource } from './source.ts';

/**
 * Every source that can be asked. The long ones of Exchange come first, so that they run while the
 * others come and go.
 */
export const allSources: readonly TenantSource[] = [
  organization,
  acceptedDomains,
  domains,
  casMailboxes,
  mailboxes,
  users,
  organizationConfig,
  transportConfig,
  outboundConnectors,
  inboundConnectors,
  dkim,
  remoteDomains,
  authenticationPolicies,
  casMailboxPlans,
  dnssecStatus,
  smtpDaneInbound,
  securityDefaults,
  conditionalAccess,
  signIns,
  reportSettings,
  appUsageVersions,
  appUsageCounts,
  appUsageUsers,
  messageCenter,
  messageTraces,
  dns,
  mxHosts,
];
