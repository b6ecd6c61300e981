/** What the cmdlets print at Contoso. */
import {
  alpineDomain,
  casMailboxes,
  initialDomain,
  mailboxes,
  mainDomain,
  users,
  worksDomain,
} from './people.ts';
import type { RawRecord } from '../../../../shared/tenant/readRecord.ts';

type Parameters = Readonly<Record<string, unknown>>;

const protocols = [
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
];

function policy(name: string, allowed: readonly string[]): RawRecord {
  const flags = protocols.map(
    (protocol) => [`AllowBasicAuth${protocol}`, allowed.includes(protocol)] as const,
  );
  return { Name: name, ...Object.fromEntries<boolean>(flags) };
}

function acceptedDomain(name: string, smtpDaneStatus: string, more: RawRecord = {}): RawRecord {
  return {
    DomainName: name,
    DomainType: 'Authoritative',
    Default: false,
    InitialDomain: false,
    MatchSubDomains: false,
    SmtpDaneStatus: smtpDaneStatus,
    MailFlowRegion: '',
    SendingFromDomainDisabled: false,
    IsCoexistenceDomain: false,
    ExternallyManaged: false,
    AuthenticationType: 'Managed',
    OrganizationalUnitRoot: initialDomain,
    ...more,
  };
}

function dkim(domain: string, enabled: boolean, status: string): RawRecord {
  const dashed = domain.replaceAll('.', '-');
  return {
    Domain: domain,
    Enabled: enabled,
    Status: status,
    Selector1CNAME: `selector1-${dashed}._domainkey.${initialDomain}`,
    Selector2CNAME: `selector2-${dashed}._domainkey.${initialDomain}`,
    Selector1KeySize: 2048,
    Selector2KeySize: 2048,
    KeyCreationTime: '2024-03-11T10:00:00.0000000Z',
    RotateOnDate: '2024-03-15T10:00:00.0000000Z',
  };
}

const organizationConfig: RawRecord = {
  Name: initialDomain,
  DisplayName: 'Contoso',
  SendFromAliasEnabled: false,
  DisablePlusAddressInRecipients: false,
  OAuth2ClientProfileEnabled: true,
  DefaultAuthenticationPolicy: null,
  EwsEnabled: true,
  EwsApplicationAccessPolicy: null,
  EwsAllowOutlook: null,
  EwsAllowMacOutlook: null,
  EwsAllowList: [],
  EwsBlockList: [],
  RejectDirectSend: false,
  AuditDisabled: false,
  PublicFoldersEnabled: 'Remote',
  IsDehydrated: false,
  MapiHttpEnabled: true,
  OrganizationalUnitRoot: initialDomain,
};

/** Microsoft's own name for the mail server of the domain that has moved already. */
export const alpineHost = 'contosoalpine-example.o-v1.mx.microsoft';

function dnssecStatus({ DomainName: domain }: Parameters): readonly RawRecord[] {
  const isEnabled = domain === alpineDomain;
  return [
    {
      DnssecFeatureStatus: { Value: isEnabled ? 'Enabled' : 'Disabled' },
      ExpectedMxRecord: { Record: isEnabled ? `@ 60 IN MX 10 ${alpineHost}` : null },
      DnsValidation: { DnssecSupport: domain === mainDomain ? 'Invalid' : 'Valid' },
      MxValidation: {
        Status: isEnabled ? 'Valid' : 'Invalid',
        ActualMxRecords: isEnabled ? [`@ 60 IN MX 10 ${alpineHost}`] : [],
      },
      MtaStsValidation: {
        Status: isEnabled ? 'Warning' : 'Valid',
        MtaStsAvailable: isEnabled,
        MtaStsMode: isEnabled ? 'Enforce' : 'Unavailable',
      },
      Errors: [],
      Warnings: [],
    },
  ];
}

/** By cmdlet. */
export const cmdletAnswers: Readonly<
  Record<string, readonly RawRecord[] | ((parameters: Parameters) => readonly RawRecord[])>
> = {
  'Get-OrganizationConfig': ({ RetrieveEwsOperationAccessPolicy: retrieve }) => [
    retrieve === true ? { ...organizationConfig, EwsAllowedAppIDs: null } : organizationConfig,
  ],
  'Get-TransportConfig': [
    {
      SmtpClientAuthenticationDisabled: false,
      AllowLegacyTLSClients: null,
      MessageExpiration: '1.00:00:00',
      MaxSendSize: 'Unlimited',
      MaxReceiveSize: 'Unlimited',
      TLSReceiveDomainSecureList: [],
      TLSSendDomainSecureList: [],
      OrganizationalUnitRoot: initialDomain,
    },
  ],
  'Get-AcceptedDomain': [
    acceptedDomain(mainDomain, 'Disabled', { Default: true }),
    acceptedDomain(alpineDomain, 'Enabled'),
    acceptedDomain(worksDomain, 'Disabled', { DomainType: 'InternalRelay' }),
    acceptedDomain(initialDomain, 'Disabled', { InitialDomain: true }),
  ],
  'Get-DnssecStatusForVerifiedDomain': dnssecStatus,
  'Get-SmtpDaneInboundStatus': ({ DomainName: domain }) => [
    { DomainName: domain, SmtpDaneStatus: domain === alpineDomain ? 'Enabled' : 'Disabled' },
  ],
  'Get-OutboundConnector': [
    {
      Name: 'To the Exchange server at the works',
      Enabled: true,
      ConnectorType: 'OnPremises',
      UseMXRecord: false,
      SmartHosts: [`mail.${worksDomain}`],
      RecipientDomains: [worksDomain],
      TlsSettings: 'DomainValidation',
      TlsDomain: `*.${worksDomain}`,
      SmtpDaneMode: 'Opportunistic',
      MtaStsMode: 'Opportunistic',
      IsValidated: true,
      LastValidationTimestamp: '2026-06-02T08:11:00.0000000',
      CloudServicesMailEnabled: true,
    },
    {
      Name: 'To Fabrikam',
      Enabled: true,
      ConnectorType: 'Partner',
      UseMXRecord: true,
      SmartHosts: [],
      RecipientDomains: ['fabrikam.example'],
      TlsSettings: null,
      TlsDomain: null,
      SmtpDaneMode: 'None',
      MtaStsMode: 'None',
      IsValidated: false,
      LastValidationTimestamp: null,
    },
  ],
  'Get-InboundConnector': [
    {
      Name: 'From the Exchange server at the works',
      Enabled: true,
      ConnectorType: 'OnPremises',
      RequireTls: true,
      SenderIPAddresses: [],
      SenderDomains: ['smtp:*;1'],
      TlsSenderCertificateName: `mail.${worksDomain}`,
      RestrictDomainsToCertificate: false,
      RestrictDomainsToIPAddresses: false,
      CloudServicesMailEnabled: true,
      EFSkipIPs: [],
    },
    {
      Name: 'From the scanners',
      Enabled: true,
      ConnectorType: 'OnPremises',
      RequireTls: false,
      SenderIPAddresses: ['203.0.113.17'],
      SenderDomains: ['smtp:*;1'],
      TlsSenderCertificateName: null,
      EFSkipIPs: [],
    },
  ],
  'Get-DkimSigningConfig': [
    dkim(mainDomain, true, 'Valid'),
    dkim(alpineDomain, false, 'CnameMissing'),
    dkim(initialDomain, true, 'Valid'),
  ],
  'Get-RemoteDomain': [
    {
      Name: 'Default',
      DomainName: '*',
      AutoForwardEnabled: true,
      TNEFEnabled: null,
      AllowedOOFType: 'External',
      IsInternal: false,
      TrustedMailOutboundEnabled: false,
      TrustedMailInboundEnabled: false,
    },
  ],
  'Get-AuthenticationPolicy': [
    policy('Block basic authentication', []),
    policy('Allow SMTP for devices', ['Smtp']),
  ],
  'Get-CASMailboxPlan': [
    {
      Name: 'ExchangeOnlineEnterprise',
      DisplayName: 'ExchangeOnlineEnterprise',
      PopEnabled: true,
      ImapEnabled: true,
      ActiveSyncEnabled: true,
      EwsEnabled: null,
      MAPIEnabled: true,
      OWAEnabled: true,
      OwaMailboxPolicy: 'OwaMailboxPolicy-Default',
    },
  ],
  'Get-CASMailbox': casMailboxes,
  'Get-Mailbox': mailboxes,
  'Get-User': users,
};
