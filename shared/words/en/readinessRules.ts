/** What each rule is about: why it matters, what to do, how to go back, how to see that it worked. */
export const readinessRules = {
  'readiness.rule.send-from-alias-enabled.title': 'Send from Alias',
  'readiness.rule.send-from-alias-enabled.why':
    'With Send from Alias users can send as any of their addresses. It works in Outlook on the web, the new Outlook, and Outlook for iOS and Android; the classic Outlook of Microsoft 365 Apps takes an alias typed as “Other email address”, though some report that it does not; other clients keep to the primary address. It affects all mail, not only in these clients: an alias in From or To is no longer replaced by the primary address. It is off until you turn it on.',
  'readiness.rule.send-from-alias-enabled.fix':
    'Turn it on once the alias domains are ready. It takes up to an hour, some report a day. Then each user chooses addresses in Outlook on the web: Settings, Mail, Compose and reply; Outlook on iOS and Android takes over what is chosen there.',
  'readiness.rule.send-from-alias-enabled.portal':
    'Exchange admin center: Settings, Mail flow, “Turn on sending from aliases”.',
  'readiness.rule.send-from-alias-enabled.rollback':
    'Turn it off the same way. Aliases in From are then replaced by the primary address again.',
  'readiness.rule.send-from-alias-enabled.verify':
    'SendFromAliasEnabled is True, and a message sent from an alias arrives with that address in From.',
  'readiness.rule.send-from-alias-domains.title': 'Domains that users can send from by alias',
  'readiness.rule.send-from-alias-domains.why':
    'Mail from an alias is judged by the alias’s domain. Without a DKIM key of that domain, or where DMARC fails, recipients may refuse it. Users are also offered plus addresses and onmicrosoft.com addresses.',
  'readiness.rule.send-from-alias-domains.fix':
    'Sign each alias domain with DKIM (publish the two CNAME records that Exchange names first), give it a DMARC record, and take away aliases that nobody should send from.',
  'readiness.rule.send-from-alias-domains.portal':
    'Microsoft Defender portal: Email & collaboration, Policies & rules, Threat policies, Email authentication settings, DKIM.',
  'readiness.rule.send-from-alias-domains.rollback':
    'Turn signing off again. Leave the CNAME records until mail under way has arrived.',
  'readiness.rule.send-from-alias-domains.verify':
    'Enabled is True and Status is Valid; a message from an alias shows dkim=pass with the alias’s domain, and dmarc=pass.',

  'readiness.rule.basic-auth.title': 'Basic authentication: {protocol}',
  'readiness.rule.basic-auth.why':
    'A user name and password sent along with every request can be guessed and replayed, past multifactor authentication. From 1 October 2022 on Microsoft turned it off in all tenants, and since the end of that year refuses it for POP3, IMAP4, Remote PowerShell, Exchange Web Services, the offline address book, MAPI, RPC and Exchange ActiveSync. “Diag: Enable Basic Auth in EXO”, of older instructions, no longer does anything. A policy that still allows it hides what is true, and a client that still tries it does not work.',
  'readiness.rule.basic-auth.fix':
    'Block it in the policies that still allow it, and set up clients that still try with modern authentication.',
  'readiness.rule.basic-auth.portal':
    'Microsoft 365 admin center: Settings, Org settings, Modern authentication.',
  'readiness.rule.basic-auth.rollback':
    'The policy can be set back. For protocols that Microsoft ended, that changes nothing.',
  'readiness.rule.basic-auth.verify':
    'The property of this protocol is False in each policy in use, and the sign-in log shows no further attempts.',

  'readiness.rule.smtp-auth-organization.title': 'SMTP AUTH for the organization',
  'readiness.rule.smtp-auth-organization.why':
    'SMTP AUTH is the last protocol that takes a user name and password. At the end of December 2026 Microsoft turns that off by default for existing tenants (it can be turned on again), tenants created later don’t get it, and the final date is to be named in the second half of 2027. Clients are then answered 550 5.7.30. The earlier plan, for March and April 2026, no longer holds. With OAuth SMTP AUTH stays; where security defaults are on it is off already.',
  'readiness.rule.smtp-auth-organization.fix':
    'Find out which devices and apps send this way, move them to OAuth, High Volume Email, a relay connector or Azure Communication Services, then turn it off for the organization and leave it on for the mailboxes that still need it.',
  'readiness.rule.smtp-auth-organization.portal':
    'Exchange admin center: Settings, Mail flow, “Turn off SMTP AUTH protocol for your organization”. Who uses it: Reports, Mail flow, SMTP AUTH clients.',
  'readiness.rule.smtp-auth-organization.rollback':
    'Turn it on again for the organization. Mailboxes with a setting of their own keep it.',
  'readiness.rule.smtp-auth-organization.verify': 'SmtpClientAuthenticationDisabled is True.',
  'readiness.rule.smtp-auth-mailboxes.title': 'SMTP AUTH for each mailbox',
  'readiness.rule.smtp-auth-mailboxes.why':
    'A mailbox’s own setting comes first, and an empty one follows the organization. These are the mailboxes whose devices and apps stop sending with a user name and password at the end of December 2026.',
  'readiness.rule.smtp-auth-mailboxes.fix':
    'Move each sender to another way first. Then turn SMTP AUTH off for its mailbox. The commands are for the first mailboxes that neither the sign-in log nor the usage report has as senders, where they were read; run them only when nothing sends through them any more.',
  'readiness.rule.smtp-auth-mailboxes.portal':
    'Microsoft 365 admin center: Users, Active users, the user, Mail, Manage email apps, Authenticated SMTP.',
  'readiness.rule.smtp-auth-mailboxes.rollback': 'Turn it on for the mailbox again.',
  'readiness.rule.smtp-auth-mailboxes.verify':
    'SmtpClientAuthenticationDisabled of the mailbox is True, and its device still sends.',
  'readiness.rule.ews-organization.title': 'Exchange Web Services',
  'readiness.rule.ews-organization.why':
    'Since 1 October 2026 Microsoft blocks EWS tenant by tenant; on 1 April 2027 it ends for all. Until then EwsEnabled and the list of allowed apps decide together: not set is open until Microsoft sets it, true without a list blocks every app, true with a list lets those apps in, false blocks. A mailbox’s own false always wins.',
  'readiness.rule.ews-organization.fix':
    'Find the apps that still use EWS and move them to Microsoft Graph. Those that need time go on the list of allowed apps with EwsEnabled true. When nothing needs it, turn it off.',
  'readiness.rule.ews-organization.portal':
    'Microsoft 365 admin center: Reports, Usage, Exchange, EWS usage.',
  'readiness.rule.ews-organization.rollback':
    'Set EwsEnabled back to empty: EWS is open again until Microsoft blocks it, at the latest on 1 April 2027.',
  'readiness.rule.ews-organization.verify':
    'EwsEnabled and EwsAllowedAppIDs are as planned, and the apps that matter still work.',

  'readiness.rule.outlook-blocked.title': 'Outlook too old to connect',
  'readiness.rule.outlook-blocked.why':
    'Since 1 November 2021 Exchange Online refuses Outlook for Windows below a minimum (MC288472): all of Office 2010, Outlook 2013 up to 15.0.4970.9999, Outlook 2016 up to 16.0.4599.9999, Microsoft 365 Apps up to Version 1705. This has nothing to do with basic authentication.',
  'readiness.rule.outlook-blocked.fix':
    'Update these installations to Microsoft 365 Apps or Office LTSC 2024. Outlook on the web works until then.',
  'readiness.rule.outlook-blocked.portal':
    'Microsoft 365 Apps admin center: Inventory. On the computer: File, Office Account, About Outlook.',
  'readiness.rule.outlook-blocked.rollback': 'There is no way back that connects.',
  'readiness.rule.outlook-blocked.verify':
    'A new inventory, imported here, has none of these builds.',
  'readiness.rule.outlook-unsupported.title': 'Outlook out of support',
  'readiness.rule.outlook-unsupported.why':
    'These versions connect, get no security updates any more, and may stop working with any change of the service. Support of the connection ended for Office 2016 and 2019 on 10 October 2023, of the product on 14 October 2025; for Office LTSC 2021 both on 13 October 2026; Microsoft 365 Apps is supported in the versions that its channels keep up. Builds older than 16.0.19127 may also lose web add-ins where EWS is off.',
  'readiness.rule.outlook-unsupported.fix':
    'Update Microsoft 365 Apps, and replace perpetual versions by Microsoft 365 Apps or Office LTSC 2024.',
  'readiness.rule.outlook-unsupported.portal':
    'Microsoft 365 Apps admin center: Inventory, and Servicing for its update channels.',
  'readiness.rule.outlook-unsupported.rollback':
    'An update of Microsoft 365 Apps can be taken back to an earlier version that is still supported.',
  'readiness.rule.outlook-unsupported.verify':
    'A new inventory, imported here, has supported builds only.',
  'readiness.rule.public-folders-sync-script.title': 'Script that synchronizes public folders',
  'readiness.rule.public-folders-sync-script.why':
    'Old copies of Sync-ModernMailPublicFolders.ps1 and its siblings open Remote PowerShell with basic authentication and fail with “Access is denied”, since neither exists any more. Turning basic authentication on again was a way around it in 2022 and is none today.',
  'readiness.rule.public-folders-sync-script.fix':
    'Get the newest release from Microsoft’s CSS-Exchange, install the module ExchangeOnlineManagement, and leave out -Credential where multifactor authentication is on. This app tells from a copy of the script which one it is.',
  'readiness.rule.public-folders-sync-script.portal':
    'github.com/microsoft/CSS-Exchange, Releases.',
  'readiness.rule.public-folders-sync-script.rollback':
    'Keep the old copy until the new one has run once; nothing else changes.',
  'readiness.rule.public-folders-sync-script.verify':
    'The script ends without an error, and mail-enabled public folders are there.',

  'readiness.rule.dane-inbound.title': 'Inbound DANE of Exchange Online',
  'readiness.rule.dane-inbound.why':
    'With DANE a sender knows that it talks to Microsoft’s server and over TLS, and can’t be led astray. It needs a signed zone, an MX record under mx.microsoft, and an MTA-STS policy that fits the new host.',
  'readiness.rule.dane-inbound.fix':
    'In this order: sign the zone; run Enable-DnssecForVerifiedDomain, which names the new MX host; publish that host with a low TTL and priority 20 and test it; adapt the MTA-STS policy; give it priority 0; take away the old MX record when its TTL has passed twice; turn DANE on with Enable-SmtpDaneInbound.',
  'readiness.rule.dane-inbound.portal':
    'The registrar’s and DNS provider’s pages for DNSSEC and MX records; Exchange admin center: Mail flow, Accepted domains.',
  'readiness.rule.dane-inbound.rollback':
    'Turn DANE off first, wait for the TTL of the TLSA records, and only then change MX records or DNSSEC. The other way round stops mail.',
  'readiness.rule.dane-inbound.verify':
    'The DANE check of the domain passes, and Exchange shows DNSSEC and DANE as enabled.',
  'readiness.rule.dane-outbound.title': 'Outbound DANE and connectors',
  'readiness.rule.dane-outbound.why':
    'Exchange Online checks DANE of recipients by itself since 2022. A connector that routes by MX record can turn that off for the domains it serves.',
  'readiness.rule.dane-outbound.fix':
    'Set the connector to Opportunistic; Mandatory only for partners whose DANE works without fail, because mail to others waits a day and is returned.',
  'readiness.rule.dane-outbound.portal': 'Exchange admin center: Mail flow, Connectors.',
  'readiness.rule.dane-outbound.rollback': 'Set the connector back to None.',
  'readiness.rule.dane-outbound.verify': 'SmtpDaneMode is Opportunistic or Mandatory.',
  'readiness.rule.dane-own-mx.title': 'DANE of your own mail servers',
  'readiness.rule.dane-own-mx.why':
    'When a TLSA record does not match the certificate, Exchange Online and other senders that check DANE stop delivering: 4.7.323 tlsa-invalid, returned after a day. In a hybrid setup that is your own mail.',
  'readiness.rule.dane-own-mx.fix':
    'Open the DANE check of the domain, which names the record to publish. Where the certificate was renewed, publish the record of the new one now.',
  'readiness.rule.dane-own-mx.portal': 'The DNS provider’s page for the zone of the mail server.',
  'readiness.rule.dane-own-mx.rollback':
    'Take away all TLSA records of the host: senders then deliver without DANE once the TTL has passed.',
  'readiness.rule.dane-own-mx.verify': 'The DANE check of the domain passes.',
  'readiness.rule.dane-partners.title': 'Partners whose DANE fails',
  'readiness.rule.dane-partners.why':
    'Mail to these domains waits at Exchange Online and is returned after a day, because their DANE or DNSSEC is broken.',
  'readiness.rule.dane-partners.fix':
    'Run a DANE check of the domain and send its result to the partner’s postmaster. Should the mail be urgent, a connector for this domain with SmtpDaneMode None lets it through, without that protection.',
  'readiness.rule.dane-partners.portal':
    'Exchange admin center: Mail flow, Message trace, for the messages; Connectors, for the exception.',
  'readiness.rule.dane-partners.rollback':
    'Take the exception away as soon as the partner’s DANE check passes.',
  'readiness.rule.dane-partners.verify':
    'The DANE check of the domain passes, and a new trace shows its messages as delivered.',
  'readiness.rule.certificates-expiry.title': 'Certificates of mail servers that expire',
  'readiness.rule.certificates-expiry.why':
    'Under DANE a renewal stops mail when the new certificate goes in before its TLSA record is known everywhere. So it has to be planned, and an expiry is its last date.',
  'readiness.rule.certificates-expiry.fix':
    'Publish the TLSA record of the next certificate beside the present one, wait twice its TTL, then change the certificate, then take the old record away. The rollover check says when it is safe.',
  'readiness.rule.certificates-expiry.portal':
    'The certificate authority’s page; Exchange admin center of the server: Servers, Certificates.',
  'readiness.rule.certificates-expiry.rollback':
    'Put the former certificate back while it is valid; its record is still there.',
  'readiness.rule.certificates-expiry.verify':
    'The DANE check shows the new certificate and passes.',

  'readiness.rule.direct-send-organization.title': 'Direct Send',
  'readiness.rule.direct-send-organization.why':
    'Direct Send takes mail from anywhere that claims to be from your own domains, without sign-in. It is meant for devices and used for phishing. Refused mail is answered 550 5.7.68.',
  'readiness.rule.direct-send-organization.fix':
    'Give devices and services that rely on it a connector, then refuse the rest. The Change Optics Report of the Exchange admin center lists what would be refused.',
  'readiness.rule.direct-send-organization.portal':
    'Exchange admin center: Reports, Mail flow, Change Optics Report. The switch is in PowerShell only.',
  'readiness.rule.direct-send-organization.rollback': 'Allow it again; it works at once.',
  'readiness.rule.direct-send-organization.verify':
    'RejectDirectSend is True, and devices still send through their connector.',
  'readiness.rule.legacy-tls-organization.title': 'TLS 1.0 and 1.1',
  'readiness.rule.legacy-tls-organization.why':
    'From July 2026 POP and IMAP clients with TLS 1.0 and 1.1 are refused, and the host names that let them in by choice are gone.',
  'readiness.rule.legacy-tls-organization.fix':
    'Update such clients to TLS 1.2 or later, and turn the setting off so that nobody relies on it.',
  'readiness.rule.legacy-tls-organization.portal': 'The setting is in PowerShell only.',
  'readiness.rule.legacy-tls-organization.rollback':
    'The setting can be turned on again; old clients stay refused.',
  'readiness.rule.legacy-tls-organization.verify': 'AllowLegacyTLSClients is False.',
  'readiness.rule.connectors-tls.title': 'TLS of inbound connectors',
  'readiness.rule.connectors-tls.why':
    'A connector for a partner or your own servers that also takes mail without TLS can be stripped of it on the way.',
  'readiness.rule.connectors-tls.fix':
    'Ask the other side whether it sends over TLS always, then require it.',
  'readiness.rule.connectors-tls.portal':
    'Exchange admin center: Mail flow, Connectors, the connector, Edit security restrictions.',
  'readiness.rule.connectors-tls.rollback': 'Make TLS optional again.',
  'readiness.rule.connectors-tls.verify':
    'RequireTls is True, and mail through the connector still arrives.',
  'readiness.rule.connectors-outbound-tls.title': 'TLS of outbound connectors',
  'readiness.rule.connectors-outbound-tls.why':
    'A connector to a host chosen by hand that only tries TLS hands mail over in the clear when somebody on the way takes it away. What goes by MX record is the matter of DANE and MTA-STS.',
  'readiness.rule.connectors-outbound-tls.fix':
    'Ask the other side for its certificate, then require TLS: EncryptionOnly with any certificate, CertificateValidation with a trusted one, DomainValidation with a trusted one for a certain name.',
  'readiness.rule.connectors-outbound-tls.portal':
    'Exchange admin center: Mail flow, Connectors, the connector, Edit security restrictions.',
  'readiness.rule.connectors-outbound-tls.rollback':
    'Make TLS optional again by emptying TlsSettings.',
  'readiness.rule.connectors-outbound-tls.verify':
    'TlsSettings is as planned, and the connector’s validation in the Exchange admin center passes.',
  'readiness.rule.root-ca-trust.title': 'Trust in Microsoft’s certificate authority',
  'readiness.rule.root-ca-trust.why':
    'Exchange Online shows certificates that lead to DigiCert Global Root G2. A server or a relay of your own that does not trust it refuses TLS with Exchange Online, and where TLS is required mail stops.',
  'readiness.rule.root-ca-trust.fix':
    'Look for this root certificate on every server that sends to or receives from Exchange Online, and install it where it is missing. Windows brings it along with its updates; appliances and Linux have a list of their own.',
  'readiness.rule.root-ca-trust.portal':
    'On a Windows server: Manage computer certificates, Trusted Root Certification Authorities.',
  'readiness.rule.root-ca-trust.rollback':
    'Nothing is changed by trusting it as everybody else does.',
  'readiness.rule.root-ca-trust.verify':
    'The command finds the certificate on each server, and mail flows both ways over TLS.',
  'readiness.rule.mobile-activesync.title': 'Phones with old Exchange ActiveSync',
  'readiness.rule.mobile-activesync.why':
    'Since 4 August 2026 Exchange Online refuses mail apps that speak Exchange ActiveSync below version 16.1. Outlook for iOS and Android is not among them. No source of this app names the version that a phone speaks.',
  'readiness.rule.mobile-activesync.fix':
    'Look at ClientType and ClientVersion of the devices. Update the mail app or the phone, or move its user to Outlook.',
  'readiness.rule.mobile-activesync.portal':
    'Exchange admin center: Mobile, Mobile device access; of a user: Recipients, Mailboxes, Manage mobile devices.',
  'readiness.rule.mobile-activesync.rollback': 'There is no way back that connects.',
  'readiness.rule.mobile-activesync.verify':
    'Each device with ClientType EAS has ClientVersion 16.1.',
  'readiness.rule.moera-sending.title': 'Sending from onmicrosoft.com',
  'readiness.rule.moera-sending.why':
    'An organization reaches at most 100 outside recipients a day from its onmicrosoft.com addresses; further mail is refused with 550 5.7.236.',
  'readiness.rule.moera-sending.fix':
    'Give these mailboxes a primary address in a domain of your own. The present one stays as an alias.',
  'readiness.rule.moera-sending.portal':
    'Microsoft 365 admin center: Users, Active users, the user, Manage username and email.',
  'readiness.rule.moera-sending.rollback': 'Make the former address the primary one again.',
  'readiness.rule.moera-sending.verify': 'PrimarySmtpAddress is in a domain of your own.',
  'readiness.rule.message-center-actions.title': 'What Microsoft asks for by a date',
  'readiness.rule.message-center-actions.why':
    'Retirements of mail protocols and clients are announced in the message center, each with the date until which something must be done.',
  'readiness.rule.message-center-actions.fix':
    'Read the post, decide who does what by when, or note that it does not concern you.',
  'readiness.rule.message-center-actions.portal':
    'Microsoft 365 admin center: Health, Message center.',
  'readiness.rule.message-center-actions.rollback': 'Nothing is changed by reading.',
  'readiness.rule.message-center-actions.verify': 'Its date has passed, and nothing stopped.',
} as const;
