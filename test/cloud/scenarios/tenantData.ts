/** What the tenant in good order prints and answers, in Microsoft's shapes. */
import type { CmdletRows, Row } from '../types.ts';

/** Properties that every record has and nobody reads. */
const directoryObject = {
  ExchangeVersion: '0.20 (15.0.0.0)',
  ObjectState: 'Unchanged',
  IsValid: true,
  WhenChangedUTC: '2026-07-24T19:01:54.0000000Z',
  OrganizationalUnitRoot: 'contoso.onmicrosoft.com',
};

export const organizationConfig: Row = {
  Name: 'contoso.onmicrosoft.com',
  Guid: '7e1c1c0a-4a51-4f0e-8a54-0b3c5b1d2e3f',
  DisplayName: 'Contoso',
  SendFromAliasEnabled: true,
  OAuth2ClientProfileEnabled: true,
  DefaultAuthenticationPolicy: null,
  EwsEnabled: null,
  EwsApplicationAccessPolicy: null,
  EwsAllowOutlook: null,
  EwsAllowMacOutlook: null,
  EwsAllowList: [],
  EwsBlockList: [],
  RejectDirectSend: true,
  AuditDisabled: false,
  PublicFoldersEnabled: 'Local',
  IsDehydrated: false,
  ActivityBasedAuthenticationTimeoutInterval: '06:00:00',
  ...directoryObject,
};

export const transportConfig: Row = {
  SmtpClientAuthenticationDisabled: true,
  AllowLegacyTLSClients: null,
  MessageExpiration: '1.00:00:00',
  MaxSendSize: 'Unlimited',
  MaxReceiveSize: '35 MB (36,700,160 bytes)',
  TLSReceiveDomainSecureList: [],
  TLSSendDomainSecureList: [],
  ...directoryObject,
};

export const acceptedDomains: readonly Row[] = [
  {
    DomainName: 'contoso.example',
    DomainType: 'Authoritative',
    Default: true,
    InitialDomain: false,
    SmtpDaneStatus: 'Enabled',
    MailFlowRegion: '',
    SendingFromDomainDisabled: false,
    MatchSubDomains: false,
    IsCoexistenceDomain: false,
    ExternallyManaged: false,
    AuthenticationType: 'Managed',
    ...directoryObject,
  },
  {
    DomainName: 'contoso.onmicrosoft.com',
    DomainType: 'Authoritative',
    Default: false,
    InitialDomain: true,
    SmtpDaneStatus: 'Disabled',
    MailFlowRegion: '',
    SendingFromDomainDisabled: false,
    MatchSubDomains: false,
    IsCoexistenceDomain: false,
    ExternallyManaged: false,
    AuthenticationType: 'Managed',
    ...directoryObject,
  },
];

export const authenticationPolicy: Row = {
  Name: 'Block basic authentication',
  ...Object.fromEntries(
    [
      'ActiveSync',
      'Autodiscover',
      'Imap',
      'Mapi',
      'OfflineAddressBook',
      'OutlookService',
      'Pop',
      'Powershell',
      'ReportingWebServices',
      'Rpc',
      'Smtp',
      'WebServices',
    ].map((protocol) => [`AllowBasicAuth${protocol}`, false]),
  ),
  AllowLegacyExchangeTokens: false,
  ...directoryObject,
};

/** The mailbox of the person with this number, as three cmdlets tell of it. */
export function person(number: number): { cas: Row; mailbox: Row; user: Row } {
  const name = `user${number}`;
  const address = `${name}@contoso.example`;
  const id = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  return {
    cas: {
      PrimarySmtpAddress: address,
      DisplayName: `User ${number}`,
      ExternalDirectoryObjectId: id,
      SmtpClientAuthenticationDisabled: number === 1 ? false : null,
      PopEnabled: false,
      ImapEnabled: number === 1,
      ActiveSyncEnabled: true,
      EwsEnabled: null,
      MAPIEnabled: true,
      OWAEnabled: true,
      OutlookMobileEnabled: true,
      MacOutlookEnabled: true,
      UniversalOutlookEnabled: true,
      ECPEnabled: true,
    },
    mailbox: {
      UserPrincipalName: address,
      DisplayName: `User ${number}`,
      PrimarySmtpAddress: address,
      EmailAddresses: [
        `SMTP:${address}`,
        `smtp:${name}.alias@contoso.example`,
        `smtp:${name}@contoso.onmicrosoft.com`,
      ],
      RecipientTypeDetails: 'UserMailbox',
      ExternalDirectoryObjectId: id,
      ProhibitSendQuota: '99 GB (106,300,440,576 bytes)',
    },
    user: {
      UserPrincipalName: address,
      RecipientTypeDetails: 'UserMailbox',
      AuthenticationPolicy: null,
      ExternalDirectoryObjectId: id,
    },
  };
}

/** The same person as the directory knows them. */
export function directoryUser(number: number): Row {
  const { mailbox } = person(number);
  return {
    id: mailbox['ExternalDirectoryObjectId'],
    userPrincipalName: mailbox['UserPrincipalName'],
    displayName: mailbox['DisplayName'],
    mail: mailbox['PrimarySmtpAddress'],
    proxyAddresses: mailbox['EmailAddresses'],
    userType: 'Member',
  };
}

export function people(count: number): Readonly<Record<string, CmdletRows>> {
  const everyone = Array.from({ length: count }, (_, index) => person(index + 1));
  return {
    'Get-CASMailbox': everyone.map(({ cas }) => cas),
    'Get-Mailbox': everyone.map(({ mailbox }) => mailbox),
    'Get-User': everyone.map(({ user }) => user),
  };
}

export const cmdlets: Readonly<Record<string, CmdletRows>> = {
  'Get-OrganizationConfig': ({ RetrieveEwsOperationAccessPolicy: retrieve }) => [
    retrieve === true
      ? { ...organizationConfig, EwsAllowedAppIDs: 'a1a1a1a1-1111-4111-8111-111111111111' }
      : organizationConfig,
  ],
  'Get-TransportConfig': [transportConfig],
  'Get-AcceptedDomain': acceptedDomains,
  'Get-DnssecStatusForVerifiedDomain': ({ DomainName: domain }) => [
    {
      DnssecFeatureStatus: { Value: 'Enabled' },
      ExpectedMxRecord: { Record: `@ 60 IN MX 10 ${hostOf(domain)}` },
      DnsValidation: { DnssecSupport: 'Valid', Errors: [], Warnings: [] },
      MxValidation: {
        Status: 'Valid',
        ActualMxRecords: [`@ 60 IN MX 10 ${hostOf(domain)}`],
        Errors: [],
        Warnings: [],
      },
      MtaStsValidation: {
        Status: 'Valid',
        MtaStsAvailable: false,
        MtaStsMode: 'Unavailable',
        Errors: [],
        Warnings: [],
      },
      Errors: [],
      Warnings: [],
    },
  ],
  'Get-SmtpDaneInboundStatus': ({ DomainName: domain }) => [
    { DomainName: domain, SmtpDaneStatus: { Value: 'Enabled' }, CheckedTlsaRecords: 2 },
  ],
  'Get-OutboundConnector': [
    {
      Name: 'To the partner',
      Enabled: true,
      ConnectorType: 'Partner',
      UseMXRecord: true,
      SmartHosts: [],
      RecipientDomains: ['partner.example'],
      TlsSettings: 'EncryptionOnly',
      TlsDomain: null,
      SmtpDaneMode: 'Opportunistic',
      MtaStsMode: 'Opportunistic',
      IsValidated: true,
      LastValidationTimestamp: '2026-07-24T18:59:12.0000000',
      ...directoryObject,
    },
  ],
  'Get-InboundConnector': [
    {
      Name: 'From the partner',
      Enabled: true,
      ConnectorType: 'Partner',
      RequireTls: true,
      SenderIPAddresses: [],
      SenderDomains: ['smtp:partner.example;1'],
      TlsSenderCertificateName: null,
      EFSkipIPs: [],
      ...directoryObject,
    },
  ],
  'Get-DkimSigningConfig': [
    {
      Domain: 'contoso.example',
      Enabled: true,
      Status: 'Valid',
      Selector1CNAME: 'selector1-contoso-example._domainkey.contoso.onmicrosoft.com',
      Selector2CNAME: 'selector2-contoso-example._domainkey.contoso.onmicrosoft.com',
      Selector1KeySize: 2048,
      Selector2KeySize: 2048,
      KeyCreationTime: '2026-01-05T10:00:00.1234567Z',
      RotateOnDate: '2026-01-09T10:00:00.1234567Z',
      ...directoryObject,
    },
  ],
  'Get-RemoteDomain': [
    {
      Name: 'Default',
      DomainName: '*',
      AutoForwardEnabled: false,
      TNEFEnabled: null,
      AllowedOOFType: 'External',
      IsInternal: false,
      TrustedMailOutboundEnabled: false,
      TrustedMailInboundEnabled: false,
      ...directoryObject,
    },
  ],
  'Get-AuthenticationPolicy': [authenticationPolicy],
  'Get-CASMailboxPlan': [
    {
      Name: 'ExchangeOnlineEnterprise-1',
      DisplayName: 'ExchangeOnlineEnterprise',
      PopEnabled: false,
      ImapEnabled: false,
      ActiveSyncEnabled: true,
      EwsEnabled: null,
      MAPIEnabled: true,
      OWAEnabled: true,
      OwaMailboxPolicy: 'OwaMailboxPolicy-Default',
    },
  ],
  'Get-MessageTraceV2': [],
  'Get-MessageTraceDetailV2': [],
  ...people(3),
};

function hostOf(domain: unknown): string {
  return `${String(domain).replaceAll('.', '-')}.o-v1.mx.microsoft`;
}

/** Days before now, as Graph writes times. */
function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString();
}

export function signIn(user: string, clientAppUsed: string, more: Row = {}): Row {
  return {
    id: `${user}-${clientAppUsed}`,
    createdDateTime: daysAgo(2),
    userPrincipalName: user,
    appDisplayName: 'Office 365 Exchange Online',
    clientAppUsed,
    isInteractive: true,
    status: { errorCode: 0, failureReason: null },
    ...more,
  };
}

export const graph: Readonly<Record<string, unknown>> = {
  domains: [
    {
      id: 'contoso.example',
      isDefault: true,
      isInitial: false,
      isVerified: true,
      authenticationType: 'Managed',
      supportedServices: ['Email', 'OfficeCommunicationsOnline'],
    },
    {
      id: 'contoso.onmicrosoft.com',
      isDefault: false,
      isInitial: true,
      isVerified: true,
      authenticationType: 'Managed',
      supportedServices: ['Email'],
    },
    {
      id: 'unverified.example',
      isDefault: false,
      isInitial: false,
      isVerified: false,
      authenticationType: 'Managed',
      supportedServices: [],
    },
  ],
  users: [
    ...[1, 2, 3].map(directoryUser),
    { ...directoryUser(4), mail: null, proxyAddresses: [] },
    {
      ...directoryUser(5),
      userPrincipalName: 'guest_partner.example#EXT#@contoso.onmicrosoft.com',
      mail: 'guest@partner.example',
      proxyAddresses: ['SMTP:guest@partner.example'],
      userType: 'Guest',
    },
  ],
  securityDefaults: {
    id: '00000000-0000-0000-0000-000000000005',
    displayName: 'Security Defaults',
    isEnabled: false,
  },
  conditionalAccess: [
    {
      id: 'ca-1',
      displayName: 'Block legacy authentication',
      state: 'enabled',
      conditions: {
        clientAppTypes: ['exchangeActiveSync', 'other'],
        users: { includeUsers: ['All'], excludeUsers: [], includeGroups: [], excludeGroups: [] },
        applications: { includeApplications: ['All'], excludeApplications: [] },
      },
      grantControls: { operator: 'OR', builtInControls: ['block'] },
    },
  ],
  signIns: [signIn('user1@contoso.example', 'Browser')],
  appUsageVersions: [
    {
      'Report Refresh Date': '2026-11-21',
      'Outlook 2016': '',
      'Outlook 2013': '',
      'Outlook 2010': '',
      'Outlook 2007': '',
      Undetermined: '',
      'Report Period': '30',
      'Outlook M365': '3',
      'Outlook 2019': '',
    },
  ],
  appUsageCounts: [
    {
      'Report Refresh Date': '2026-11-21',
      'Mail For Mac': '',
      'Outlook For Mac': '',
      'Outlook For Windows': '3',
      'Outlook For Mobile': '1',
      'Other For Mobile': '',
      'Outlook For Web': '2',
      'POP3 App': '',
      'IMAP4 App': '',
      'SMTP App': '',
      'Report Period': '30',
    },
  ],
  appUsageUsers: [1, 2, 3].map((number) => ({
    'Report Refresh Date': '2026-11-21',
    'User Principal Name': `user${number}@contoso.example`,
    'Display Name': number === 2 ? 'Two, User "2"' : `User ${number}`,
    'Is Deleted': 'False',
    'Deleted Date': '',
    'Last Activity Date': '2026-11-20',
    'Mail For Mac': '',
    'Outlook For Mac': '',
    'Outlook For Windows': 'ProPlus',
    'Outlook For Mobile': '',
    'Other For Mobile': '',
    'Outlook For Web': '',
    'POP3 App': '',
    'IMAP4 App': '',
    'SMTP App': '',
    'Report Period': '30',
  })),
  messages: [
    {
      id: 'MC1234567',
      title: 'Exchange Online: basic authentication with SMTP AUTH',
      category: 'planForChange',
      severity: 'normal',
      tags: ['Admin impact', 'Retirement'],
      services: ['Exchange Online'],
      isMajorChange: true,
      actionRequiredByDateTime: '2026-12-31T00:00:00Z',
      startDateTime: '2026-01-27T19:23:04Z',
      endDateTime: '2027-01-31T08:00:00Z',
      lastModifiedDateTime: '2026-01-27T19:24:37.837Z',
      body: { contentType: 'html', content: '<p>…</p>' },
    },
  ],
  traces: [],
  traceDetails: {},
};
