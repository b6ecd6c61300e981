/** What a setting means: `tenant.meaning.<source>.<name>`. Sources: the `Set-*` pages of the cmdlets. */
export const tenantMeanings = {
  'tenant.meaning.organizationConfig.sendFromAliasEnabled':
    'Users can send from any of their proxy addresses, and the address stays.',
  'tenant.meaning.organizationConfig.disablePlusAddressInRecipients':
    'On: an address with a plus sign is a name like any other. Off: what follows the plus is left out to find the mailbox.',
  'tenant.meaning.organizationConfig.oAuth2ClientProfileEnabled':
    'Modern authentication for Outlook on Windows.',
  'tenant.meaning.organizationConfig.defaultAuthenticationPolicy':
    'The policy for users who have none of their own.',
  'tenant.meaning.organizationConfig.ewsEnabled':
    'Exchange Web Services for the whole organization. Where it is on, each mailbox decides.',
  'tenant.meaning.organizationConfig.ewsApplicationAccessPolicy':
    'Whether the list of applications is the only ones let in, or the ones kept out.',
  'tenant.meaning.organizationConfig.ewsAllowOutlook': 'Outlook may use Exchange Web Services.',
  'tenant.meaning.organizationConfig.ewsAllowMacOutlook':
    'Outlook for Mac may use Exchange Web Services.',
  'tenant.meaning.organizationConfig.ewsAllowList':
    'User agents that may use Exchange Web Services.',
  'tenant.meaning.organizationConfig.ewsBlockList':
    'User agents that may not use Exchange Web Services.',
  'tenant.meaning.organizationConfig.ewsAllowedAppIds':
    'Ids of applications that may use Exchange Web Services.',
  'tenant.meaning.organizationConfig.rejectDirectSend':
    'Mail from your own domains that comes without authentication or a connector is refused.',
  'tenant.meaning.organizationConfig.auditDisabled': 'On: mailboxes are not audited by default.',
  'tenant.meaning.organizationConfig.publicFoldersEnabled':
    'Whether public folders are here, in an organization of your own, or nowhere.',
  'tenant.meaning.transportConfig.smtpClientAuthenticationDisabled':
    'On: nobody can hand in mail by SMTP AUTH unless the mailbox says otherwise.',
  'tenant.meaning.transportConfig.allowLegacyTlsClients':
    'SMTP AUTH clients may use TLS 1.0 and 1.1 at the endpoint for legacy clients.',
  'tenant.meaning.acceptedDomains.domainType':
    'Authoritative: every recipient is here. Internal relay: unknown recipients are sent on.',
  'tenant.meaning.acceptedDomains.smtpDaneStatus': 'Inbound SMTP DANE as Exchange has it.',
  'tenant.meaning.acceptedDomains.sendingFromDomainDisabled':
    'On: nobody can send from an address of this domain.',
  'tenant.meaning.outboundConnectors.tlsSettings':
    'How far the receiving server must prove who it is. Not set: TLS where it is offered.',
  'tenant.meaning.outboundConnectors.smtpDaneMode':
    'Whether outbound mail is held to the TLSA records of the receiving domain.',
  'tenant.meaning.outboundConnectors.mtaStsMode':
    'Whether outbound mail is held to the MTA-STS policy of the receiving domain.',
  'tenant.meaning.inboundConnectors.requireTls': 'Mail without TLS is refused.',
  'tenant.meaning.inboundConnectors.tlsSenderCertificateName':
    'The sender is known by this name in its certificate.',
  'tenant.meaning.dkim.enabled': 'Outbound mail of the domain is signed.',
  'tenant.meaning.dkim.selector1Cname': 'Where the first selector’s CNAME record must lead.',
  'tenant.meaning.dkim.selector2Cname': 'Where the second selector’s CNAME record must lead.',
  'tenant.meaning.remoteDomains.autoForwardEnabled':
    'Rules may forward mail to this domain by themselves.',
  'tenant.meaning.authenticationPolicies.allowBasicAuthSmtp':
    'A user name and a password are enough for SMTP AUTH.',
  'tenant.meaning.securityDefaults.isEnabled':
    'Entra asks for multifactor authentication and blocks legacy authentication.',
  'tenant.meaning.reportSettings.displayConcealedNames':
    'Microsoft hides the names in usage reports.',
} as const;
