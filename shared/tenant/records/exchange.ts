/**
 * What is kept of the answers of Exchange's cmdlets. Sources: the cmdlets' pages on learn.microsoft.com
 * (`Set-*` for what a property means) and answers that others published.
 */
import { count, optional, schemaOf, setting, text, texts, time } from '../fields.ts';
import type { RecordOf } from '../fields.ts';

export const organizationConfigFields = {
  name: text('Name'),
  guid: optional(text('Guid')),
  /** The tenant's id in Entra. */
  externalDirectoryOrganizationId: optional(text('ExternalDirectoryOrganizationId')),
  organizationalUnitRoot: optional(text('OrganizationalUnitRoot')),
  displayName: optional(text('DisplayName')),
  sendFromAliasEnabled: setting('SendFromAliasEnabled'),
  disablePlusAddressInRecipients: optional(setting('DisablePlusAddressInRecipients')),
  oAuth2ClientProfileEnabled: setting('OAuth2ClientProfileEnabled'),
  defaultAuthenticationPolicy: text('DefaultAuthenticationPolicy'),
  ewsEnabled: setting('EwsEnabled'),
  /** `EnforceAllowList`, `EnforceBlockList`. */
  ewsApplicationAccessPolicy: text('EwsApplicationAccessPolicy'),
  ewsAllowOutlook: setting('EwsAllowOutlook'),
  ewsAllowMacOutlook: setting('EwsAllowMacOutlook'),
  ewsAllowList: optional(texts('EwsAllowList')),
  ewsBlockList: optional(texts('EwsBlockList')),
  /** Only in the answer to `-RetrieveEwsOperationAccessPolicy`. */
  ewsAllowedAppIds: texts('EwsAllowedAppIDs'),
  rejectDirectSend: setting('RejectDirectSend'),
  auditDisabled: optional(setting('AuditDisabled')),
  /** `Local`, `Remote`, `None`. */
  publicFoldersEnabled: text('PublicFoldersEnabled'),
  isDehydrated: optional(setting('IsDehydrated')),
  mapiHttpEnabled: optional(setting('MapiHttpEnabled')),
} as const;
export const organizationConfigSchema = schemaOf(organizationConfigFields);
export type OrganizationConfig = RecordOf<typeof organizationConfigFields>;

export const transportConfigFields = {
  smtpClientAuthenticationDisabled: setting('SmtpClientAuthenticationDisabled'),
  allowLegacyTlsClients: optional(setting('AllowLegacyTLSClients')),
  messageExpiration: optional(text('MessageExpiration')),
  maxSendSize: optional(text('MaxSendSize')),
  maxReceiveSize: optional(text('MaxReceiveSize')),
  tlsReceiveDomainSecureList: optional(texts('TLSReceiveDomainSecureList')),
  tlsSendDomainSecureList: optional(texts('TLSSendDomainSecureList')),
  organizationalUnitRoot: optional(text('OrganizationalUnitRoot')),
} as const;
export const transportConfigSchema = schemaOf(transportConfigFields);
export type TransportConfig = RecordOf<typeof transportConfigFields>;

export const authenticationPolicyFields = {
  name: text('Name'),
  allowBasicAuthActiveSync: setting('AllowBasicAuthActiveSync'),
  allowBasicAuthAutodiscover: setting('AllowBasicAuthAutodiscover'),
  allowBasicAuthImap: setting('AllowBasicAuthImap'),
  allowBasicAuthMapi: setting('AllowBasicAuthMapi'),
  allowBasicAuthOfflineAddressBook: setting('AllowBasicAuthOfflineAddressBook'),
  allowBasicAuthOutlookService: setting('AllowBasicAuthOutlookService'),
  allowBasicAuthPop: setting('AllowBasicAuthPop'),
  allowBasicAuthPowershell: setting('AllowBasicAuthPowershell'),
  allowBasicAuthReportingWebServices: setting('AllowBasicAuthReportingWebServices'),
  allowBasicAuthRpc: setting('AllowBasicAuthRpc'),
  allowBasicAuthSmtp: setting('AllowBasicAuthSmtp'),
  allowBasicAuthWebServices: setting('AllowBasicAuthWebServices'),
  allowLegacyExchangeTokens: optional(setting('AllowLegacyExchangeTokens')),
} as const;
export const authenticationPolicySchema = schemaOf(authenticationPolicyFields);
export type AuthenticationPolicy = RecordOf<typeof authenticationPolicyFields>;

export const casMailboxFields = {
  primarySmtpAddress: text('PrimarySmtpAddress'),
  displayName: optional(text('DisplayName')),
  externalDirectoryObjectId: optional(text('ExternalDirectoryObjectId')),
  /** `null`: as the organization has it (`Get-TransportConfig`). */
  smtpClientAuthenticationDisabled: setting('SmtpClientAuthenticationDisabled'),
  popEnabled: setting('PopEnabled'),
  imapEnabled: setting('ImapEnabled'),
  activeSyncEnabled: setting('ActiveSyncEnabled'),
  ewsEnabled: setting('EwsEnabled'),
  mapiEnabled: setting('MAPIEnabled'),
  owaEnabled: setting('OWAEnabled'),
  outlookMobileEnabled: optional(setting('OutlookMobileEnabled')),
  macOutlookEnabled: optional(setting('MacOutlookEnabled')),
  universalOutlookEnabled: optional(setting('UniversalOutlookEnabled')),
  oneWinNativeOutlookEnabled: optional(setting('OneWinNativeOutlookEnabled')),
} as const;
export const casMailboxSchema = schemaOf(casMailboxFields);
export type CasMailbox = RecordOf<typeof casMailboxFields>;

/** What a new mailbox begins with. */
export const casMailboxPlanFields = {
  name: text('Name'),
  displayName: optional(text('DisplayName')),
  popEnabled: setting('PopEnabled'),
  imapEnabled: setting('ImapEnabled'),
  activeSyncEnabled: setting('ActiveSyncEnabled'),
  ewsEnabled: optional(setting('EwsEnabled')),
  mapiEnabled: optional(setting('MAPIEnabled')),
  owaEnabled: optional(setting('OWAEnabled')),
  owaMailboxPolicy: optional(text('OwaMailboxPolicy')),
} as const;
export const casMailboxPlanSchema = schemaOf(casMailboxPlanFields);

export const mailboxFields = {
  userPrincipalName: text('UserPrincipalName'),
  displayName: optional(text('DisplayName')),
  primarySmtpAddress: text('PrimarySmtpAddress'),
  /** With their prefixes: `SMTP:` for the primary one, `smtp:`, `X500:`, `SIP:`, … */
  emailAddresses: texts('EmailAddresses'),
  /** `UserMailbox`, `SharedMailbox`, `RoomMailbox`, … */
  recipientTypeDetails: text('RecipientTypeDetails'),
  externalDirectoryObjectId: optional(text('ExternalDirectoryObjectId')),
} as const;
export const mailboxSchema = schemaOf(mailboxFields);
export type Mailbox = RecordOf<typeof mailboxFields>;

export const userFields = {
  userPrincipalName: text('UserPrincipalName'),
  recipientTypeDetails: optional(text('RecipientTypeDetails')),
  /** `null`: the organization's default policy counts. */
  authenticationPolicy: text('AuthenticationPolicy'),
  externalDirectoryObjectId: optional(text('ExternalDirectoryObjectId')),
} as const;
export const userSchema = schemaOf(userFields);

export const acceptedDomainFields = {
  domainName: text('DomainName'),
  /** `Authoritative`, `InternalRelay`, … */
  domainType: text('DomainType'),
  isDefault: setting('Default'),
  isInitial: optional(setting('InitialDomain')),
  matchSubDomains: optional(setting('MatchSubDomains')),
  /** `Disabled`, `Enabled`, … */
  smtpDaneStatus: text('SmtpDaneStatus'),
  mailFlowRegion: optional(text('MailFlowRegion')),
  sendingFromDomainDisabled: setting('SendingFromDomainDisabled'),
  isCoexistenceDomain: optional(setting('IsCoexistenceDomain')),
  externallyManaged: optional(setting('ExternallyManaged')),
  authenticationType: optional(text('AuthenticationType')),
  organizationalUnitRoot: optional(text('OrganizationalUnitRoot')),
} as const;
export const acceptedDomainSchema = schemaOf(acceptedDomainFields);
export type AcceptedDomain = RecordOf<typeof acceptedDomainFields>;

export const outboundConnectorFields = {
  name: text('Name'),
  enabled: setting('Enabled'),
  connectorType: text('ConnectorType'),
  useMxRecord: setting('UseMXRecord'),
  smartHosts: texts('SmartHosts'),
  recipientDomains: texts('RecipientDomains'),
  /** `EncryptionOnly`, `CertificateValidation`, `DomainValidation`; `null`: opportunistic TLS. */
  tlsSettings: text('TlsSettings'),
  tlsDomain: text('TlsDomain'),
  /** `None`, `Opportunistic`, `Mandatory`. */
  smtpDaneMode: text('SmtpDaneMode'),
  mtaStsMode: text('MtaStsMode'),
  isTransportRuleScoped: optional(setting('IsTransportRuleScoped')),
  routeAllMessagesViaOnPremises: optional(setting('RouteAllMessagesViaOnPremises')),
  cloudServicesMailEnabled: optional(setting('CloudServicesMailEnabled')),
  allAcceptedDomains: optional(setting('AllAcceptedDomains')),
  testMode: optional(setting('TestMode')),
  isValidated: optional(setting('IsValidated')),
  lastValidationTimestamp: optional(time('LastValidationTimestamp')),
} as const;
export const outboundConnectorSchema = schemaOf(outboundConnectorFields);
export type OutboundConnector = RecordOf<typeof outboundConnectorFields>;

export const inboundConnectorFields = {
  name: text('Name'),
  enabled: setting('Enabled'),
  connectorType: text('ConnectorType'),
  requireTls: setting('RequireTls'),
  senderIpAddresses: texts('SenderIPAddresses'),
  senderDomains: texts('SenderDomains'),
  tlsSenderCertificateName: text('TlsSenderCertificateName'),
  restrictDomainsToIpAddresses: optional(setting('RestrictDomainsToIPAddresses')),
  restrictDomainsToCertificate: optional(setting('RestrictDomainsToCertificate')),
  cloudServicesMailEnabled: optional(setting('CloudServicesMailEnabled')),
  treatMessagesAsInternal: optional(setting('TreatMessagesAsInternal')),
  efSkipLastIp: optional(setting('EFSkipLastIP')),
  efSkipIps: optional(texts('EFSkipIPs')),
} as const;
export const inboundConnectorSchema = schemaOf(inboundConnectorFields);
export type InboundConnector = RecordOf<typeof inboundConnectorFields>;

export const dkimFields = {
  domain: text('Domain'),
  enabled: setting('Enabled'),
  status: text('Status'),
  /** Where the selector's CNAME must lead. */
  selector1Cname: text('Selector1CNAME'),
  selector2Cname: text('Selector2CNAME'),
  selector1KeySize: optional(count('Selector1KeySize')),
  selector2KeySize: optional(count('Selector2KeySize')),
  keyCreationTime: optional(time('KeyCreationTime')),
  rotateOnDate: optional(time('RotateOnDate')),
} as const;
export const dkimSchema = schemaOf(dkimFields);

export const remoteDomainFields = {
  name: text('Name'),
  domainName: text('DomainName'),
  autoForwardEnabled: setting('AutoForwardEnabled'),
  tnefEnabled: optional(setting('TNEFEnabled')),
  allowedOofType: optional(text('AllowedOOFType')),
  isInternal: optional(setting('IsInternal')),
  trustedMailOutboundEnabled: optional(setting('TrustedMailOutboundEnabled')),
  trustedMailInboundEnabled: optional(setting('TrustedMailInboundEnabled')),
} as const;
export const remoteDomainSchema = schemaOf(remoteDomainFields);
