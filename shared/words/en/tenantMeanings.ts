/**
 * What a setting means: `tenant.meaning.<source>.<name>`. Sources: the `Set-*` pages of the cmdlets and
 * Graph's reference. Only the page of settings shows them, and it alone loads them: they are not in `en`.
 */
export const tenantMeanings = {
  'tenant.meaning.organization.id': 'The tenant’s ID in Microsoft Entra.',
  'tenant.meaning.organization.displayName': 'The organization’s name in Entra.',
  'tenant.meaning.organization.tenantType':
    'AAD: a work or school tenant. CIAM or AAD B2C: one for customers.',
  'tenant.meaning.organization.onPremisesSyncEnabled':
    'On: users come from an Active Directory of your own.',
  'tenant.meaning.organization.hasEntraPremium':
    'A plan with Microsoft Entra ID P1 or P2 is assigned.',
  'tenant.meaning.organization.verifiedDomains': 'Domains that the tenant has proven to own.',
  'tenant.meaning.domains.isDefault': 'New users get an address of this domain.',
  'tenant.meaning.domains.isInitial': 'The onmicrosoft.com domain that the tenant began with.',
  'tenant.meaning.domains.isVerified': 'The tenant has proven that it owns the domain.',
  'tenant.meaning.domains.authenticationType':
    'Managed: passwords are checked by Entra. Federated: by a service of your own.',
  'tenant.meaning.domains.supportedServices': 'What the domain is used for.',
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
  'tenant.meaning.organizationConfig.name': 'The organization’s name in Exchange.',
  'tenant.meaning.organizationConfig.guid': 'The organization’s ID in Exchange.',
  'tenant.meaning.organizationConfig.externalDirectoryOrganizationId':
    'The tenant’s ID in Microsoft Entra.',
  'tenant.meaning.organizationConfig.organizationalUnitRoot': 'The organization that answered.',
  'tenant.meaning.organizationConfig.displayName': 'The organization’s name as it is shown.',
  'tenant.meaning.organizationConfig.isDehydrated':
    'On: the tenant shares Microsoft’s defaults, and Enable-OrganizationCustomization has not run.',
  'tenant.meaning.organizationConfig.mapiHttpEnabled': 'Outlook uses MAPI over HTTP.',
  'tenant.meaning.transportConfig.smtpClientAuthenticationDisabled':
    'On: nobody can hand in mail by SMTP AUTH unless the mailbox says otherwise.',
  'tenant.meaning.transportConfig.allowLegacyTlsClients':
    'SMTP AUTH clients may use TLS 1.0 and 1.1 at the endpoint for legacy clients.',
  'tenant.meaning.transportConfig.messageExpiration':
    'How long a message is tried before it is returned.',
  'tenant.meaning.transportConfig.maxSendSize': 'The largest message that can be sent.',
  'tenant.meaning.transportConfig.maxReceiveSize': 'The largest message that is taken.',
  'tenant.meaning.transportConfig.tlsReceiveDomainSecureList':
    'Domains from which mail must come by mutual TLS.',
  'tenant.meaning.transportConfig.tlsSendDomainSecureList':
    'Domains to which mail must go by mutual TLS.',
  'tenant.meaning.transportConfig.organizationalUnitRoot': 'The organization that answered.',
  'tenant.meaning.acceptedDomains.domainType':
    'Authoritative: every recipient is here. Internal relay: unknown recipients are sent on.',
  'tenant.meaning.acceptedDomains.smtpDaneStatus': 'Inbound SMTP DANE as Exchange has it.',
  'tenant.meaning.acceptedDomains.sendingFromDomainDisabled':
    'On: nobody can send from an address of this domain.',
  'tenant.meaning.acceptedDomains.domainName': 'The domain.',
  'tenant.meaning.acceptedDomains.isDefault': 'New recipients get an address of this domain.',
  'tenant.meaning.acceptedDomains.isInitial':
    'The onmicrosoft.com domain that the tenant began with.',
  'tenant.meaning.acceptedDomains.matchSubDomains': 'Mail for its subdomains is taken as well.',
  'tenant.meaning.acceptedDomains.mailFlowRegion':
    'Where mail of the domain comes in, in a tenant of several regions.',
  'tenant.meaning.acceptedDomains.isCoexistenceDomain':
    'Stands between Exchange Online and servers of your own: mail.onmicrosoft.com.',
  'tenant.meaning.acceptedDomains.externallyManaged': 'Managed outside Exchange.',
  'tenant.meaning.acceptedDomains.authenticationType':
    'Managed: passwords are checked by Entra. Federated: by a service of your own.',
  'tenant.meaning.acceptedDomains.organizationalUnitRoot': 'The organization that answered.',
  'tenant.meaning.dnssecStatus.dnssecFeatureStatus':
    'Whether the domain has a name under mx.microsoft, which DANE needs.',
  'tenant.meaning.dnssecStatus.expectedMx': 'Where Exchange wants the MX record to lead.',
  'tenant.meaning.dnssecStatus.dnssecSupport': 'Whether Exchange finds the domain’s zone signed.',
  'tenant.meaning.dnssecStatus.mxStatus': 'Whether the MX records are what Exchange wants.',
  'tenant.meaning.dnssecStatus.actualMxRecords': 'The MX records that Exchange has found.',
  'tenant.meaning.dnssecStatus.mtaStsStatus':
    'Whether the MTA-STS policy lets mail go to the MX records.',
  'tenant.meaning.dnssecStatus.mtaStsMode': 'Mode of the domain’s MTA-STS policy.',
  'tenant.meaning.dnssecStatus.errors': 'What Exchange says stands in the way.',
  'tenant.meaning.dnssecStatus.warnings': 'What Exchange says to look at.',
  'tenant.meaning.smtpDaneInbound.told':
    'As Exchange tells it; Microsoft does not document what this cmdlet prints.',
  'tenant.meaning.outboundConnectors.tlsSettings':
    'How far the receiving server must prove who it is. Not set: TLS where it is offered.',
  'tenant.meaning.outboundConnectors.smtpDaneMode':
    'Whether outbound mail is held to the TLSA records of the receiving domain.',
  'tenant.meaning.outboundConnectors.mtaStsMode':
    'Whether outbound mail is held to the MTA-STS policy of the receiving domain.',
  'tenant.meaning.outboundConnectors.name': 'The connector.',
  'tenant.meaning.outboundConnectors.enabled': 'The connector is used.',
  'tenant.meaning.outboundConnectors.connectorType':
    'OnPremises: to servers of your own. Partner: to another organization.',
  'tenant.meaning.outboundConnectors.useMxRecord':
    'On: mail goes where the MX records lead. Off: to the smart hosts.',
  'tenant.meaning.outboundConnectors.smartHosts': 'Servers that mail is handed to.',
  'tenant.meaning.outboundConnectors.recipientDomains': 'Domains whose mail goes this way.',
  'tenant.meaning.outboundConnectors.tlsDomain':
    'The name that the receiving server’s certificate must have.',
  'tenant.meaning.outboundConnectors.isTransportRuleScoped':
    'Used only where a mail flow rule says so.',
  'tenant.meaning.outboundConnectors.routeAllMessagesViaOnPremises':
    'On: all outbound mail goes by way of your own servers.',
  'tenant.meaning.outboundConnectors.cloudServicesMailEnabled':
    'Exchange’s own headers are kept, as a hybrid organization needs.',
  'tenant.meaning.outboundConnectors.allAcceptedDomains':
    'Used for mail to any of your accepted domains.',
  'tenant.meaning.outboundConnectors.testMode': 'On: the connector is being tried.',
  'tenant.meaning.outboundConnectors.isValidated':
    'Exchange has tried the connector and it worked.',
  'tenant.meaning.outboundConnectors.lastValidationTimestamp':
    'When Exchange tried the connector last.',
  'tenant.meaning.inboundConnectors.requireTls': 'Mail without TLS is refused.',
  'tenant.meaning.inboundConnectors.tlsSenderCertificateName':
    'The sender is known by this name in its certificate.',
  'tenant.meaning.inboundConnectors.name': 'The connector.',
  'tenant.meaning.inboundConnectors.enabled': 'The connector is used.',
  'tenant.meaning.inboundConnectors.connectorType':
    'OnPremises: from servers of your own. Partner: from another organization.',
  'tenant.meaning.inboundConnectors.senderIpAddresses': 'Addresses from which mail comes by it.',
  'tenant.meaning.inboundConnectors.senderDomains': 'Domains from which mail comes by it.',
  'tenant.meaning.inboundConnectors.restrictDomainsToIpAddresses':
    'On: mail of these domains from other addresses is refused.',
  'tenant.meaning.inboundConnectors.restrictDomainsToCertificate':
    'On: mail of these domains without the certificate is refused.',
  'tenant.meaning.inboundConnectors.cloudServicesMailEnabled':
    'Exchange’s own headers are kept, as a hybrid organization needs.',
  'tenant.meaning.inboundConnectors.treatMessagesAsInternal':
    'Mail that comes by it counts as internal.',
  'tenant.meaning.inboundConnectors.efSkipLastIp':
    'Filtering looks past the last server that handed the mail on.',
  'tenant.meaning.inboundConnectors.efSkipIps': 'Servers that filtering looks past.',
  'tenant.meaning.dkim.enabled': 'Outbound mail of the domain is signed.',
  'tenant.meaning.dkim.selector1Cname': 'Where the first selector’s CNAME record must lead.',
  'tenant.meaning.dkim.selector2Cname': 'Where the second selector’s CNAME record must lead.',
  'tenant.meaning.dkim.domain': 'The domain that signs.',
  'tenant.meaning.dkim.status': 'What Exchange says of the signing.',
  'tenant.meaning.dkim.selector1KeySize': 'Bits of the first selector’s key.',
  'tenant.meaning.dkim.selector2KeySize': 'Bits of the second selector’s key.',
  'tenant.meaning.dkim.keyCreationTime': 'When the keys were made.',
  'tenant.meaning.dkim.rotateOnDate': 'When the other selector takes over.',
  'tenant.meaning.remoteDomains.autoForwardEnabled':
    'Rules may forward mail to this domain by themselves.',
  'tenant.meaning.remoteDomains.name': 'The entry.',
  'tenant.meaning.remoteDomains.domainName': 'Whom it is about; a star means everybody else.',
  'tenant.meaning.remoteDomains.tnefEnabled':
    'On: mail is sent in Outlook’s own format. Not set: as the sender’s Outlook decides.',
  'tenant.meaning.remoteDomains.allowedOofType': 'Which automatic replies are sent to this domain.',
  'tenant.meaning.remoteDomains.isInternal': 'Its recipients count as internal.',
  'tenant.meaning.remoteDomains.trustedMailOutboundEnabled': 'Mail to it counts as internal.',
  'tenant.meaning.remoteDomains.trustedMailInboundEnabled': 'Mail from it passes filtering.',
  'tenant.meaning.authenticationPolicies.allowBasicAuthSmtp':
    'A user name and a password are enough for SMTP AUTH.',
  'tenant.meaning.authenticationPolicies.name': 'The policy.',
  'tenant.meaning.authenticationPolicies.allowBasicAuthActiveSync':
    'A user name and a password are enough for Exchange ActiveSync.',
  'tenant.meaning.authenticationPolicies.allowBasicAuthAutodiscover':
    'A user name and a password are enough for Autodiscover.',
  'tenant.meaning.authenticationPolicies.allowBasicAuthImap':
    'A user name and a password are enough for IMAP.',
  'tenant.meaning.authenticationPolicies.allowBasicAuthMapi':
    'A user name and a password are enough for MAPI over HTTP.',
  'tenant.meaning.authenticationPolicies.allowBasicAuthOfflineAddressBook':
    'A user name and a password are enough for the offline address book.',
  'tenant.meaning.authenticationPolicies.allowBasicAuthOutlookService':
    'A user name and a password are enough for the Outlook service of mobile apps.',
  'tenant.meaning.authenticationPolicies.allowBasicAuthPop':
    'A user name and a password are enough for POP.',
  'tenant.meaning.authenticationPolicies.allowBasicAuthPowershell':
    'A user name and a password are enough for PowerShell.',
  'tenant.meaning.authenticationPolicies.allowBasicAuthReportingWebServices':
    'A user name and a password are enough for the reporting web services.',
  'tenant.meaning.authenticationPolicies.allowBasicAuthRpc':
    'A user name and a password are enough for Outlook Anywhere.',
  'tenant.meaning.authenticationPolicies.allowBasicAuthWebServices':
    'A user name and a password are enough for Exchange Web Services.',
  'tenant.meaning.authenticationPolicies.allowLegacyExchangeTokens':
    'Outlook add-ins may use legacy Exchange tokens.',
  'tenant.meaning.casMailboxPlans.name': 'The plan.',
  'tenant.meaning.casMailboxPlans.displayName': 'The plan.',
  'tenant.meaning.casMailboxPlans.popEnabled': 'New mailboxes begin with POP.',
  'tenant.meaning.casMailboxPlans.imapEnabled': 'New mailboxes begin with IMAP.',
  'tenant.meaning.casMailboxPlans.activeSyncEnabled':
    'New mailboxes begin with Exchange ActiveSync.',
  'tenant.meaning.casMailboxPlans.ewsEnabled': 'New mailboxes begin with Exchange Web Services.',
  'tenant.meaning.casMailboxPlans.mapiEnabled': 'New mailboxes begin with MAPI.',
  'tenant.meaning.casMailboxPlans.owaEnabled': 'New mailboxes begin with Outlook on the web.',
  'tenant.meaning.casMailboxPlans.owaMailboxPolicy':
    'Policy of Outlook on the web for new mailboxes.',
  'tenant.meaning.securityDefaults.isEnabled':
    'Entra asks for multifactor authentication and blocks legacy authentication.',
  'tenant.meaning.conditionalAccess.state':
    'Whether the policy is held to. enabledForReportingButNotEnforced: it is only reported on.',
  'tenant.meaning.conditionalAccess.clientAppTypes':
    'Kinds of clients that it is about. exchangeActiveSync and other are the legacy ones.',
  'tenant.meaning.conditionalAccess.includeUsers': 'Users that it is about.',
  'tenant.meaning.conditionalAccess.excludeUsers': 'Users that it leaves out.',
  'tenant.meaning.conditionalAccess.includeGroups': 'Groups that it is about.',
  'tenant.meaning.conditionalAccess.excludeGroups': 'Groups that it leaves out.',
  'tenant.meaning.conditionalAccess.includeRoles': 'Roles that it is about.',
  'tenant.meaning.conditionalAccess.excludeRoles': 'Roles that it leaves out.',
  'tenant.meaning.conditionalAccess.includeApplications': 'Applications that it is about.',
  'tenant.meaning.conditionalAccess.excludeApplications': 'Applications that it leaves out.',
  'tenant.meaning.conditionalAccess.grantOperator':
    'OR: one of the conditions is enough. AND: all must hold.',
  'tenant.meaning.conditionalAccess.builtInControls':
    'block: nobody is let in. Else what must hold to be let in.',
  'tenant.meaning.reportSettings.displayConcealedNames':
    'Microsoft hides the names in usage reports.',
  'tenant.meaning.dns.zone':
    'Whether the zone is signed and its chain of trust holds, as found out here.',
  'tenant.meaning.dns.mx': 'Servers that take mail for the domain, with their preference.',
  'tenant.meaning.dns.spf': 'Who may send mail of the domain.',
  'tenant.meaning.dns.dmarc': 'What receivers should do with mail that fails SPF and DKIM.',
  'tenant.meaning.dns.dkim': 'Where the CNAME record of the DKIM selector leads.',
  'tenant.meaning.dns.mtaSts': 'Mode of the MTA-STS policy: whether senders hold to TLS.',
  'tenant.meaning.dns.tlsReporting': 'Where senders report how TLS went.',
  'tenant.meaning.mxHosts.verdict': 'The DANE check of the domain’s own mail servers.',
  'tenant.meaning.mxHosts.protectedByDane':
    'Every mail server has TLSA records that its certificate fits.',
} as const;
