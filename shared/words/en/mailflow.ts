/** What bounces, reports, version lines and errors mean, and what to do. */
export const mailflow = {
  'cli.explain.summary': 'Says what a bounce, report, error or version line means.',
  'mailflow.explain.description':
    'Explains a non-delivery report, a line of a message trace, a TLS report (JSON, gzip too), an error of PowerShell, or what Outlook says under About Outlook. Without TEXT, or with -, it is read from stdin.',

  'mailflow.kind.ndr': 'Non-delivery report',
  'mailflow.kind.message-trace': 'Message trace',
  'mailflow.kind.tls-rpt': 'TLS report',
  'mailflow.kind.powershell-error': 'PowerShell error',
  'mailflow.kind.outlook-version': 'Outlook version',
  'mailflow.kind.unknown': 'Not recognized',
  'mailflow.field.server': 'Server: {value}',
  'mailflow.field.ip': 'Address: {value}',
  'mailflow.field.domain': 'Domain: {value}',
  'mailflow.field.time': 'Time: {value}',
  'mailflow.field.codes': 'Code: {value}',
  'mailflow.field.verbatim': '{value} (what this means, Microsoft does not document)',
  'mailflow.side.yours': 'The cause is on your side.',
  'mailflow.side.theirs':
    'The cause is on the side of the receiving domain. That is yours if the server named is your own.',
  'mailflow.side.unknown': 'Whose side the cause is on, the text does not say.',

  'mailflow.meaning.dane-starttls':
    'The receiving server publishes DANE records but does not offer TLS, or breaks it off. Exchange Online delivers nothing there.',
  'mailflow.meaning.dane-expired':
    'The receiving server’s certificate has expired, and its DANE records ask for a valid one.',
  'mailflow.meaning.dane-tlsa':
    'The receiving server’s certificate does not match the TLSA records of its domain, often because the certificate was renewed and the record was not. Exchange Online delivers nothing until the two fit again.',
  'mailflow.meaning.dane-dnssec':
    'The receiving domain is signed with DNSSEC, and its signatures don’t fit.',
  'mailflow.meaning.dane-name':
    'The receiving server’s certificate does not carry the name that its DANE records ask for.',
  'mailflow.meaning.dns-failed':
    'The receiving domain could not be looked up in the DNS. Exchange Online gives this code for broken DNSSEC as well.',
  'mailflow.meaning.sts-certificate':
    'The receiving server’s certificate is not one that its domain’s MTA-STS policy allows.',
  'mailflow.meaning.sts-mx': 'The receiving server is not listed in its domain’s MTA-STS policy.',
  'mailflow.meaning.connection-failed':
    'The receiving server did not answer, or refused the connection.',
  'mailflow.meaning.smtp-auth-basic':
    'A device or program signed in with a password over SMTP, which Exchange Online no longer takes.',
  'mailflow.meaning.smtp-auth-disabled':
    'A device or program tried to send over SMTP AUTH, which is switched off for the tenant or the mailbox.',
  'mailflow.meaning.direct-send-rejected':
    'A device or program sent in the name of your domain without signing in (Direct Send), which your tenant rejects.',
  'mailflow.meaning.onmicrosoft-limit':
    'Too many messages were sent from an onmicrosoft.com address; it is limited to 100 external recipients a day.',
  'mailflow.meaning.recipient-unknown': 'There is no mailbox with this address.',
  'mailflow.meaning.not-authorized':
    'The receiving side does not take this message from this sender.',
  'mailflow.meaning.domain-unreachable':
    'The receiving domain has no working way in: no MX record, or servers that don’t accept it.',
  'mailflow.meaning.other-code':
    'The code {code} is not one that this app knows. Codes with 4 are temporary, those with 5 final.',
  'mailflow.meaning.report-no-failures':
    '{organization} sent mail to {domain} under its {policy} policy: {successful, plural, one {one session} other {# sessions}}, none failed.',
  'mailflow.meaning.report-starttls-not-supported':
    '{organization} could not use TLS with {domain}: STARTTLS was not offered ({sessions, plural, one {one session} other {# sessions}}).',
  'mailflow.meaning.report-certificate-host-mismatch':
    '{organization} saw a certificate without the name of the server of {domain} ({sessions, plural, one {one session} other {# sessions}}).',
  'mailflow.meaning.report-certificate-expired':
    '{organization} saw an expired certificate at a server of {domain} ({sessions, plural, one {one session} other {# sessions}}).',
  'mailflow.meaning.report-certificate-not-trusted':
    '{organization} did not trust the certificate of a server of {domain} ({sessions, plural, one {one session} other {# sessions}}).',
  'mailflow.meaning.report-validation-failure':
    '{organization} could not deliver to {domain} as its {policy} policy asks ({sessions, plural, one {one session} other {# sessions}}). {reason}',
  'mailflow.meaning.report-tlsa-invalid':
    '{organization} found no TLSA record that matches a server of {domain} ({sessions, plural, one {one session} other {# sessions}}).',
  'mailflow.meaning.report-dnssec-invalid':
    '{organization} could not validate the DNSSEC of {domain} ({sessions, plural, one {one session} other {# sessions}}).',
  'mailflow.meaning.report-dane-required':
    '{organization} insists on DANE, and a server of {domain} has none ({sessions, plural, one {one session} other {# sessions}}).',
  'mailflow.meaning.report-sts-policy-fetch-error':
    '{organization} could not fetch the MTA-STS policy of {domain} ({sessions, plural, one {one session} other {# sessions}}).',
  'mailflow.meaning.report-sts-policy-invalid':
    '{organization} could not read the MTA-STS policy of {domain} ({sessions, plural, one {one session} other {# sessions}}).',
  'mailflow.meaning.report-sts-webpki-invalid':
    '{organization} did not trust the certificate of the web server with the MTA-STS policy of {domain} ({sessions, plural, one {one session} other {# sessions}}).',
  'mailflow.meaning.report-other':
    '{organization} reports “{type}” for {domain} ({sessions, plural, one {one session} other {# sessions}}). {reason}',
  'mailflow.meaning.powershell-remote-session':
    'The script opens a remote PowerShell session with a user name and password. Exchange Online no longer offers that; switching basic authentication on again is not possible either.',
  'mailflow.meaning.powershell-basic-auth':
    'The connection uses basic authentication, which is gone for PowerShell.',
  'mailflow.meaning.basic-auth-diagnostic':
    'In 2021 and 2022 this diagnostic of the Microsoft 365 admin center turned basic authentication on again for a protocol. That ended on 31 December 2022: it no longer does anything, and the instruction is out of date.',
  'mailflow.meaning.powershell-module-missing':
    'PowerShell does not know this command ({cmdlet}): the module is missing or old, nobody is connected, or your roles don’t include it.',
  'mailflow.meaning.powershell-consent': 'The app has not been allowed to do this in your tenant.',
  'mailflow.meaning.powershell-mfa':
    'The account needs a second factor, which a stored user name and password can’t give.',
  'mailflow.meaning.powershell-not-allowed': 'Your account may not do this ({cmdlet}).',
  'mailflow.meaning.powershell-object-missing': 'Exchange does not find the object that was named.',
  'mailflow.meaning.powershell-other': 'An error of PowerShell that this app does not know.',
  'mailflow.meaning.outlook-blocked':
    '{product} {build} can’t connect to Exchange Online any more.',
  'mailflow.meaning.outlook-unsupported':
    '{product} {build} connects to Exchange Online, but is no longer supported.',
  'mailflow.meaning.outlook-supported': '{product} {build} is supported.',
  'mailflow.meaning.outlook-other':
    '{product} {build} has no minimum at Exchange Online: the one of 2021 is for the classic Outlook for Windows. It is kept up by its store or by Microsoft.',
  'mailflow.meaning.unknown':
    'The text is none of the kinds that are explained here, or too little of it.',

  'mailflow.next.check-domain':
    'Check it now: exo-companion dane check {domain, select, none {with the recipient’s domain} other {{domain}}}',
  'mailflow.next.check-server': 'Check the server {server}.',
  'mailflow.next.publish-record':
    'Whoever runs {server, select, none {the receiving server} other {{server}}}: publish the TLSA record of the certificate in use. Mail then flows again after the record’s TTL.',
  'mailflow.next.renew-certificate':
    'Whoever runs {server, select, none {the receiving server} other {{server}}}: renew the certificate, with its whole chain.',
  'mailflow.next.enable-starttls':
    'Whoever runs {server, select, none {the receiving server} other {{server}}}: switch TLS on, and see that no firewall removes STARTTLS.',
  'mailflow.next.fix-dnssec':
    'Whoever runs the DNS of the receiving domain: sign the zone again, or correct the DS record.',
  'mailflow.next.tell-recipient':
    'If it is not your server, tell the recipient’s administrator by another way than this mail.',
  'mailflow.next.wait-for-retry': 'Exchange Online tries again for 24 hours by itself.',
  'mailflow.next.fix-sts-policy':
    'Whoever runs the receiving domain: list every MX host in the MTA-STS policy, with a certificate of a public authority, and change the policy’s id.',
  'mailflow.next.move-off-basic':
    'Move the device or program to OAuth, to High Volume Email, or to a relay of your own.',
  'mailflow.next.enable-smtp-auth':
    'If it has to be: Set-CASMailbox with -SmtpClientAuthenticationDisabled $false for this mailbox alone.',
  'mailflow.next.use-connector':
    'Give the device an inbound connector by certificate or address, or let it sign in.',
  'mailflow.next.use-own-domain': 'Send from an address of your own domain.',
  'mailflow.next.check-address': 'Check the recipient’s address.',
  'mailflow.next.new-script':
    'Take the newest Sync-ModernMailPublicFolders.ps1 from Microsoft’s CSS-Exchange repository.',
  'mailflow.next.install-module':
    'Install the current ExchangeOnlineManagement module and connect with Connect-ExchangeOnline.',
  'mailflow.next.omit-credential':
    'Leave -Credential out, so that the sign-in window can ask for the second factor.',
  'mailflow.next.ask-consent': 'Ask an administrator of the tenant to allow the app.',
  'mailflow.next.ask-role': 'Ask for the role that the command needs.',
  'mailflow.next.check-name': 'Check the name, and that you are connected to the right tenant.',
  'mailflow.next.update-outlook': 'Update Outlook, or use Outlook on the web until then.',
  'mailflow.next.paste-more': 'Paste the whole text, with its codes.',
} as const;
