/** Readiness: statuses, why a result is as it is, the commands. What a rule is about: `readinessRules.ts`. */
export const readiness = {
  'cli.tenant-readiness.summary': 'Judges a snapshot of a tenant by every rule.',
  'readiness.cli.description':
    'Judges what a snapshot knows of a tenant: Send from Alias, basic authentication, Outlook versions, public folders, DANE, certificates. What could not be read is told as not assessed, never as good.',
  'readiness.option.snapshot':
    'A snapshot file, - for stdin, or latest for the newest one kept (the default)',
  'readiness.option.demo': 'Contoso, the demo tenant: no account and no network',
  'readiness.any-tenant': 'any tenant',
  'readiness.option.max-age':
    'Exit with 3 when the snapshot is older: 12h, 7d, 2w (counted to --at or now)',
  'readiness.option.junit':
    'Writes the results for a build server as well, in JUnit’s format; - for stdout in place of text',
  'readiness.option.tenant': 'Whose newest snapshot: its id or name',
  'readiness.too-old':
    'What is known of {tenant} was read {takenAt} or later, which is longer ago than {age}. Take a new snapshot.',
  'readiness.from-the-future':
    'The snapshot of {tenant} says it was taken {takenAt}, which is still to come. Check the clock.',
  'cli.tenant-diff.summary': 'Shows what changed between two snapshots.',
  'readiness.diff.description':
    'Judges two snapshots (a file, - for stdin, or latest), A the earlier one, by the same rules as of the same date and tells what is new, fixed, changed or can’t be compared. Exit code 1 when something new is wrong.',
  'readiness.diff.none': 'Nothing changed.',
  'readiness.change.new': 'New',
  'readiness.change.fixed': 'Fixed',
  'readiness.change.changed': 'Changed',
  'readiness.change.not-comparable': 'Can’t be compared',

  'readiness.status.pass': 'Good',
  'readiness.status.fail': 'Needs a change',
  'readiness.status.warning': 'Look at this',
  'readiness.status.manual': 'Check by hand',
  'readiness.status.not-assessed': 'Not assessed',
  'readiness.status.not-applicable': 'Does not apply',
  'readiness.status.waived': 'Waived',
  'readiness.status.error': 'Error in this rule',
  'readiness.status.absent': 'Not there',
  'readiness.severity.high': 'High',
  'readiness.severity.medium': 'Medium',
  'readiness.severity.low': 'Low',
  'readiness.severity.info': 'For information',
  'readiness.affected': '{count, plural, one {# affected: {sample}} other {# affected: {sample}}}',
  'readiness.affected.more': '{sample} and {more} more',
  'readiness.deadline': 'Date: {date}',

  'readiness.reason.source-not-read': '{source} was not read. {detail}',
  'readiness.reason.property-missing':
    'The answer of {source} had no {property}, or one that can’t be read, so this can’t be judged.',
  'readiness.reason.value-null':
    '{property} of {source} is not set, and that alone decides nothing.',
  'readiness.reason.value-unknown':
    '{property} of {source} is “{value}”, which this version of the app does not know.',
  'readiness.reason.incomplete':
    'Only a part was read. Nothing wrong is in that part, which says nothing of the rest.',
  'readiness.reason.rule-broken': 'The rule stopped with an error: {problem}',
  'readiness.reason.result-unreadable': 'This result is damaged where it is kept.',
  'readiness.reason.waived': 'Waived by {owner} until {until}: {reason}',
  'readiness.reason.no-mailboxes': 'There are no mailboxes.',
  'readiness.reason.no-accepted-domains':
    'The list of accepted domains is empty, which no tenant’s is.',
  'readiness.reason.domain-dns-unread': 'The DNS gave no answer for {subject}, or was not asked.',

  'readiness.reason.alias-on': 'Send from Alias is on.',
  'readiness.reason.alias-off':
    'Send from Alias is off: Exchange replaces an alias in From by the primary address.{count, plural, =0 {} one { Turned on, # alias could be sent from, and would stay in mail from and to it.} other { Turned on, # aliases could be sent from, and would stay in mail from and to them.}}',
  'readiness.reason.alias-none': 'No mailbox has an alias.',
  'readiness.reason.alias-initial':
    '{count, plural, one {# alias is} other {# aliases are}} in {subject}. Users are offered these addresses too, and recipients would see Microsoft’s name for your tenant.',
  'readiness.reason.alias-plus':
    '{count, plural, one {# alias has} other {# aliases have}} a plus sign. Users are offered these addresses too.',
  'readiness.reason.alias-not-accepted':
    '{subject} is not an accepted domain, so answers to {count, plural, one {# alias} other {# aliases}} in it go elsewhere.',
  'readiness.reason.alias-sending-disabled': 'Sending from {subject} is turned off for the domain.',
  'readiness.reason.alias-aligned':
    'Mail from aliases in {subject} is signed with the domain’s own DKIM key and passes DMARC.',
  'readiness.reason.alias-no-dmarc':
    'Mail from aliases in {subject} is signed, and the domain has no DMARC record.',
  'readiness.reason.alias-no-dkim':
    'Mail from aliases in {subject} is not signed with the domain’s own DKIM key. DMARC then rests on SPF alone, which forwarding breaks.',
  'readiness.reason.alias-spf-unclear':
    'Mail from aliases in {subject} is not signed with the domain’s own DKIM key, and its DMARC policy is strict. Whether it passes by SPF alone can’t be told: the record does not name Exchange Online itself, and names other senders.',
  'readiness.reason.alias-dmarc-fails':
    'Mail from aliases in {subject} would fail its DMARC policy: no DKIM key of the domain, and its SPF record does not name Exchange Online.',

  'readiness.reason.basic-auth-ended':
    'Microsoft refuses basic authentication for {protocol} in every tenant, and no policy of yours says otherwise.',
  'readiness.reason.basic-auth-leftover':
    'A policy still allows basic authentication for {protocol}. It has no effect: Microsoft refuses it in every tenant.',
  'readiness.reason.basic-auth-attempts':
    '{count, plural, one {# account still tries} other {# accounts still try}} {protocol} and fails. A device or an app is set up the old way.',
  'readiness.reason.basic-auth-allowed':
    'A policy allows basic authentication for {protocol}{count, plural, =0 {, for everyone without a policy of their own} other {, for # accounts by name}}.',
  'readiness.reason.basic-auth-no-policy':
    'No default policy says that basic authentication for {protocol} is blocked.',
  'readiness.reason.basic-auth-blocked-by-policy':
    'The tenant’s policies block basic authentication for {protocol}.',
  'readiness.reason.policy-unknown':
    'The authentication policy “{name}” is assigned and was not among the policies read.',

  'readiness.reason.smtp-auth-off': 'SMTP AUTH is off for the organization.',
  'readiness.reason.smtp-auth-on':
    'SMTP AUTH is on for every mailbox that does not say otherwise. Microsoft turns basic authentication off for it by default at the end of December 2026.',
  'readiness.reason.smtp-auth-on-still':
    'SMTP AUTH is on for every mailbox that does not say otherwise. Since the end of December 2026 Microsoft takes basic authentication there from all who did not turn it on again.',
  'readiness.reason.smtp-auth-all-off':
    'SMTP AUTH is off for {total, plural, one {the one mailbox} other {all # mailboxes}}, by its own setting or the organization’s.',
  'readiness.reason.smtp-auth-inherited':
    '{inherited, plural, one {# mailbox has} other {# mailboxes have}} SMTP AUTH on because the organization has it on{explicit, plural, =0 {} other {, # by a setting of their own}}. Where the setting of the mailbox is empty, a search for “false” does not find it.',
  'readiness.reason.smtp-auth-exceptions':
    '{count, plural, one {# mailbox has} other {# mailboxes have}} SMTP AUTH on by a setting of its own. Those with a user name and password stop sending when Microsoft turns that off at the end of December 2026.',
  'readiness.reason.smtp-auth-basic-seen':
    '{senders, plural, one {# sender uses} other {# senders use}} SMTP AUTH with a user name and password. They stop sending at the end of December 2026 unless you act.',
  'readiness.reason.smtp-auth-undecided':
    '{count, plural, one {# mailbox follows} other {# mailboxes follow}} the organization, whose setting is empty.',

  'readiness.reason.ews-open':
    'EWS is open to every app because EwsEnabled is not set. Microsoft has been setting it to false tenant by tenant since 1 October 2026: apps can stop any day, and all stop on 1 April 2027.',
  'readiness.reason.ews-open-before':
    'EWS is open to every app. From 1 October 2026 Microsoft blocks it tenant by tenant.',
  'readiness.reason.ews-mailboxes-closed':
    'EWS is not turned off for the organization, and every mailbox has it off by its own setting, which wins. New mailboxes begin with what the organization says.',
  'readiness.reason.ews-listed':
    '{apps, plural, one {# app is} other {# apps are}} still allowed to use EWS. {apps, plural, one {It stops} other {They stop}} on 1 April 2027.',
  'readiness.reason.ews-empty-list':
    'EwsEnabled is true and the list of allowed apps is empty. Since October 2026 that blocks every app.',
  'readiness.reason.ews-blocked': 'EWS is off for the organization.',
  'readiness.reason.ews-blocked-used':
    'EWS is off for the organization, and {count, plural, one {# account} other {# accounts}} used it in the time of the sign-in log. Something may have stopped.',
  'readiness.reason.ews-ended': 'There is no EWS in Exchange Online any more.',

  'readiness.reason.outlook-blocked':
    '{count, plural, one {# installation of Outlook is} other {# installations of Outlook are}} too old to connect to Exchange Online.',
  'readiness.reason.outlook-blocked-products':
    '{users, plural, one {# user has} other {# users have}} a version of Outlook of which no build may connect. Microsoft’s report names products only, no builds.',
  'readiness.reason.outlook-unsupported':
    '{count, plural, one {# installation of Outlook connects and is} other {# installations of Outlook connect and are}} out of support.',
  'readiness.reason.outlook-unsupported-products':
    '{users, plural, one {# user has} other {# users have}} a version of Outlook that is out of support, some builds of it perhaps blocked. Microsoft’s report names products only, no builds.',
  'readiness.reason.outlook-builds-unreadable':
    '{count, plural, one {# line of the inventory names} other {# lines of the inventory name}} neither a build nor a product that decides.',
  'readiness.reason.outlook-none-blocked':
    'None of {total, plural, one {# installation} other {# installations}} in the inventory is too old to connect.',
  'readiness.reason.outlook-none-unsupported':
    'None of {total, plural, one {# installation} other {# installations}} in the inventory is out of support.',
  'readiness.reason.outlook-others-only':
    'The inventory has no classic Outlook for Windows. The new Outlook, and Outlook for Mac and phones, have no minimum.',
  'readiness.reason.outlook-products-only':
    'Microsoft’s report names products only, no builds. Import an inventory to know.',
  'readiness.reason.outlook-nothing-known': 'Microsoft’s report counts no Outlook for Windows.',

  'readiness.reason.public-folders-remote':
    'Users in Exchange Online use public folders of your own servers, so the script that synchronizes them runs somewhere. Check that its copy is a current one.',
  'readiness.reason.public-folders-local':
    'Public folders are in Exchange Online: there is nothing to synchronize.',
  'readiness.reason.public-folders-none': 'There are no public folders.',

  'readiness.reason.dane-on': 'Inbound DANE is on for {subject}, and DNSSEC holds it up.',
  'readiness.reason.dane-on-unsigned':
    'Inbound DANE is on for {subject}, and its zone is not signed. Senders can’t rely on it.',
  'readiness.reason.dane-on-old-mx':
    'Inbound DANE is on for {subject}, and an MX record still leads to a host that Microsoft does not sign.',
  'readiness.reason.dane-off':
    '{subject} is signed and its MX host is one that Microsoft signs. Turning inbound DANE on is all that is left.',
  'readiness.reason.dane-mx-not-moved':
    '{subject} is signed. Its MX record has to move to the host under mx.microsoft that Exchange names.',
  'readiness.reason.dane-mx-to-move':
    '{subject} is signed, and Exchange names {host} as its MX host. Publish that record beside the present one, test it, and then let it take the place.',
  'readiness.reason.dane-mta-sts-first':
    'Exchange names {host} as the MX host of {subject}, and the MTA-STS policy in force does not allow it. Adapt the policy before the MX record moves.',
  'readiness.reason.dane-mx-unexpected':
    'Inbound DANE is on for {subject}, and no MX record leads to {host}, the host that Exchange expects.',
  'readiness.reason.dane-other-mx':
    'Inbound DANE is on for {subject}, and the MX record {host} leads elsewhere: mail that goes there has nothing of it.',
  'readiness.reason.dane-zone-unsigned':
    'The zone of {subject} is not signed with DNSSEC, on which DANE rests.',
  'readiness.reason.dane-bogus':
    'The DNSSEC signatures of {subject} don’t hold. Senders that check them deliver nothing.',
  'readiness.reason.dane-mta-sts-conflict':
    'The MTA-STS policy of {subject} is in force and does not allow its MX host {host}. A wildcard stands for one label only.',
  'readiness.reason.dane-mta-sts-unread':
    'The MTA-STS policy of {subject} could not be read, and it may contradict the MX host.',
  'readiness.reason.dane-initial-domain':
    'Microsoft runs the DNS of {subject}; inbound DANE can’t be turned on there.',
  'readiness.reason.dane-mx-elsewhere':
    'Mail for {subject} does not arrive at Exchange Online directly.',
  'readiness.reason.dane-no-mx': '{subject} has no MX record.',
  'readiness.reason.dane-outbound-by-default':
    'Exchange Online checks DANE of every domain that it sends to. There is nothing to do, and no connector says otherwise.',
  'readiness.reason.connector-off': 'The connector “{subject}” is turned off.',
  'readiness.reason.connector-smart-host':
    'The connector “{subject}” sends to a host chosen by hand, where no MX record and so no DANE is asked.',
  'readiness.reason.connector-all-smart-host':
    'The connector “{subject}” sends mail for every domain to a host chosen by hand. Whether DANE is checked is that host’s matter: ask who runs it.',
  'readiness.reason.connector-dane-on': 'The connector “{subject}” checks DANE.',
  'readiness.reason.connector-dane-off': 'The connector “{subject}” does not check DANE.',
  'readiness.reason.connector-tls-required': 'The connector “{subject}” takes mail over TLS only.',
  'readiness.reason.connector-tls-optional':
    'The connector “{subject}” takes mail without TLS too.',
  'readiness.reason.connectors-none': 'There are no inbound connectors.',
  'readiness.reason.outbound-connectors-none': 'There are no outbound connectors.',
  'readiness.reason.outbound-tls-by-mx':
    'The connector “{subject}” goes by MX record, where DANE and MTA-STS say whether TLS must be.',
  'readiness.reason.outbound-tls-optional':
    'The connector “{subject}” tries TLS and sends without it where that fails.',
  'readiness.reason.outbound-tls-unverified':
    'The connector “{subject}” sends over TLS only, to a server with any certificate.',
  'readiness.reason.outbound-tls-verified':
    'The connector “{subject}” sends over TLS only, to a server whose certificate it checks.',
  'readiness.reason.own-servers-none':
    'No connector and no MX record leads to a server of your own.',
  'readiness.reason.root-ca-to-check':
    'Mail goes between Exchange Online and servers of your own. Whether they trust DigiCert Global Root G2 can only be seen on them.',
  'readiness.reason.activesync-off': 'Exchange ActiveSync is off for every mailbox.',
  'readiness.reason.activesync-on':
    '{mailboxes, plural, one {# mailbox takes} other {# mailboxes take}} Exchange ActiveSync. Apps below version 16.1 no longer connect.',
  'readiness.reason.activesync-used':
    '{mailboxes, plural, one {# mailbox takes} other {# mailboxes take}} Exchange ActiveSync, and {count, plural, one {# user reads} other {# users read}} mail on a phone without Outlook. Apps below version 16.1 no longer connect.',
  'readiness.reason.own-mx-none': 'No domain has mail servers of your own.',
  'readiness.reason.own-mx-pass': 'The mail servers of {subject} pass the DANE check.',
  'readiness.reason.own-mx-warnings':
    'The mail servers of {subject} pass the DANE check, with something to look at.',
  'readiness.reason.own-mx-fail':
    'A mail server of {subject} fails DANE. Exchange Online and others stop delivering to it.',
  'readiness.reason.own-mx-defer':
    'DNS answers for {subject} don’t hold, or its server asks to wait. Mail waits at its senders.',
  'readiness.reason.own-mx-unreachable':
    'The mail servers of {subject} could not be reached from here.',
  'readiness.reason.own-mx-no-dane': 'The mail servers of {subject} publish no DANE records.',
  'readiness.reason.own-mx-tls-only':
    'None of the DANE records of {subject} can be used; they only ask for TLS.',
  'readiness.reason.own-mx-host-only':
    'The mail servers of {subject} pass DANE, but its MX record is not signed, so that anyone could name other ones.',
  'readiness.reason.own-mx-no-mail': '{subject} takes no mail.',
  'readiness.reason.partner-dane-fails':
    '{messages, plural, one {# message} other {# messages}} to {subject} failed or waited because of DANE or DNSSEC ({codes}).',
  'readiness.reason.traces-clean':
    'None of {examined, plural, one {# held message} other {# held messages}} was held by DANE or DNSSEC.',
  'readiness.reason.traces-not-all':
    'Of {messages} messages that failed or waited only {examined} were looked at.',
  'readiness.reason.certificate-valid': 'The certificate of {host} is valid until {date}.',
  'readiness.reason.certificate-expires':
    'The certificate of {host} expires in {days, plural, one {# day} other {# days}}, on {date}.',
  'readiness.reason.certificate-expired': 'The certificate of {host} expired on {date}.',
  'readiness.reason.certificate-not-yet-valid':
    'The certificate of {host} becomes valid on {date}, which is still to come. Check the clock of this computer, and the certificate.',
  'readiness.reason.certificate-undated':
    'The dates of the certificate of {subject} are not known.',
  'readiness.reason.certificate-none-seen': 'No mail server showed a certificate.',

  'readiness.reason.direct-send-rejected':
    'Exchange refuses mail that claims to be from your domains and comes from nowhere you named.',
  'readiness.reason.direct-send-open':
    'Anyone can hand in mail for your users that claims to be from your own domains (Direct Send).',
  'readiness.reason.legacy-tls-off': 'Clients with TLS 1.0 and 1.1 are not allowed.',
  'readiness.reason.legacy-tls-on': 'POP and IMAP clients with TLS 1.0 and 1.1 are allowed.',
  'readiness.reason.legacy-tls-ended':
    'Microsoft refuses TLS 1.0 and 1.1 in every tenant since July 2026; the setting is empty, and would change nothing.',
  'readiness.reason.legacy-tls-leftover':
    'The setting still allows TLS 1.0 and 1.1. It has no effect any more.',
  'readiness.reason.moera-primary':
    '{count, plural, one {# mailbox sends} other {# mailboxes send}} from an onmicrosoft.com address, with which an organization reaches 100 outside recipients a day.',
  'readiness.reason.moera-none':
    'None of {total, plural, one {# mailbox} other {# mailboxes}} sends from an onmicrosoft.com address.',
  'readiness.reason.message-center-action': 'Microsoft asks for action until {date}: {title}',
  'readiness.reason.message-center-none':
    'None of {total, plural, one {# post} other {# posts}} about mail asks for action by a date to come.',

  'outlook.posts': 'What Microsoft announced',
  'outlook.posts.entry': '{id}, {date}: {text}',
  'outlook.post.MC274505':
    'In 2021 Microsoft told tenants that used no basic authentication that it would be turned off for them 30 days later: POP3, IMAP4, Remote PowerShell, Exchange Web Services, offline address book, MAPI, RPC, Exchange ActiveSync, and SMTP AUTH. At that time it could be turned on again by “Diag: Enable Basic Auth in EXO”. That ended on 31 December 2022: the diagnostic no longer does anything. Of the list, SMTP AUTH alone still takes basic authentication, until the end of December 2026 by default.',
  'outlook.post.MC288472':
    'Since 1 November 2021 Exchange Online refuses Outlook for Windows below a minimum: all of Office 2010, Outlook 2013 up to 15.0.4970.9999, Outlook 2016 up to 16.0.4599.9999, Microsoft 365 Apps up to Version 1705. The minimum still stands; support has ended for far more versions since.',
} as const;
