import { rule as sendFromAliasEnabled } from './rules/sendFromAliasEnabled.ts';
import { rule as sendFromAliasDomains } from './rules/sendFromAliasDomains.ts';
import { rule as basicAuthPop } from './rules/basicAuthPop.ts';
import { rule as basicAuthImap } from './rules/basicAuthImap.ts';
import { rule as basicAuthPowershell } from './rules/basicAuthPowershell.ts';
import { rule as basicAuthEws } from './rules/basicAuthEws.ts';
import { rule as basicAuthOab } from './rules/basicAuthOab.ts';
import { rule as basicAuthMapi } from './rules/basicAuthMapi.ts';
import { rule as basicAuthRpc } from './rules/basicAuthRpc.ts';
import { rule as basicAuthEas } from './rules/basicAuthEas.ts';
import { rule as basicAuthAutodiscover } from './rules/basicAuthAutodiscover.ts';
import { rule as basicAuthReporting } from './rules/basicAuthReporting.ts';
import { rule as smtpAuthOrganization } from './rules/smtpAuthOrganization.ts';
import { rule as smtpAuthMailboxes } from './rules/smtpAuthMailboxes.ts';
import { rule as ewsOrganization } from './rules/ewsOrganization.ts';
import { rule as outlookBlocked } from './rules/outlookBlocked.ts';
import { rule as outlookUnsupported } from './rules/outlookUnsupported.ts';
import { rule as publicFoldersSyncScript } from './rules/publicFoldersSyncScript.ts';
import { rule as daneInbound } from './rules/daneInbound.ts';
import { rule as daneOutbound } from './rules/daneOutbound.ts';
import { rule as daneOwnMx } from './rules/daneOwnMx.ts';
import { rule as danePartners } from './rules/danePartners.ts';
import { rule as certificatesExpiry } from './rules/certificatesExpiry.ts';
import { rule as directSendOrganization } from './rules/directSendOrganization.ts';
import { rule as legacyTlsOrganization } from './rules/legacyTlsOrganization.ts';
import { rule as connectorsTls } from './rules/connectorsTls.ts';
import { rule as connectorsOutboundTls } from './rules/connectorsOutboundTls.ts';
import { rule as rootCaTrust } from './rules/rootCaTrust.ts';
import { rule as mobileActivesync } from './rules/mobileActivesync.ts';
import { rule as moeraSending } from './rules/moeraSending.ts';
import { rule as messageCenterActions } from './rules/messageCenterActions.ts';
import type { Rule } from './rule.ts';

/** In the order of their ids. */
export const rules: readonly Rule[] = [
  sendFromAliasEnabled,
  sendFromAliasDomains,
  basicAuthPop,
  basicAuthImap,
  basicAuthPowershell,
  basicAuthEws,
  basicAuthOab,
  basicAuthMapi,
  basicAuthRpc,
  basicAuthEas,
  basicAuthAutodiscover,
  basicAuthReporting,
  smtpAuthOrganization,
  smtpAuthMailboxes,
  ewsOrganization,
  outlookBlocked,
  outlookUnsupported,
  publicFoldersSyncScript,
  daneInbound,
  daneOutbound,
  daneOwnMx,
  danePartners,
  certificatesExpiry,
  directSendOrganization,
  legacyTlsOrganization,
  connectorsTls,
  connectorsOutboundTls,
  rootCaTrust,
  moeraSending,
  mobileActivesync,
  messageCenterActions,
];
