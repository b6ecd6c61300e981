import type { Fields } from './fields.ts';
import * as exchange from './records/exchange.ts';
import * as graph from './records/graph.ts';
import type { SourceId } from './sources.ts';

/** Sources whose records are read by a table, property by property. */
export const sourceFields: Readonly<Partial<Record<SourceId, Fields>>> = {
  organizationConfig: exchange.organizationConfigFields,
  transportConfig: exchange.transportConfigFields,
  acceptedDomains: exchange.acceptedDomainFields,
  outboundConnectors: exchange.outboundConnectorFields,
  inboundConnectors: exchange.inboundConnectorFields,
  dkim: exchange.dkimFields,
  remoteDomains: exchange.remoteDomainFields,
  authenticationPolicies: exchange.authenticationPolicyFields,
  casMailboxPlans: exchange.casMailboxPlanFields,
  casMailboxes: exchange.casMailboxFields,
  mailboxes: exchange.mailboxFields,
  users: exchange.userFields,
  securityDefaults: graph.securityDefaultsFields,
  reportSettings: graph.reportSettingsFields,
  appUsageUsers: graph.appUsageUserFields,
  messageCenter: graph.messageCenterPostFields,
};
