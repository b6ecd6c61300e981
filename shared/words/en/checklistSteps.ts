/** What the steps of checklists say. */
export const checklistSteps = {
  'checklist.inbound-dane.zone-signed.title': 'Sign the zone',
  'checklist.inbound-dane.zone-signed.what':
    'Sign the zone of {subject} with DNSSEC, and give the DS record to the registrar.',
  'checklist.inbound-dane.zone-signed.why':
    'DANE rests on DNSSEC: without signatures nobody can trust the records that name the mail server.',
  'checklist.inbound-dane.zone-signed.portal':
    'At the DNS provider: DNSSEC → turn on. At the registrar: add the DS record.',
  'checklist.inbound-dane.zone-signed.rollback':
    'Take the DS record away first, wait for its TTL, then turn signing off.',
  'checklist.inbound-dane.mta-sts-ready.title': 'Set MTA-STS to testing',
  'checklist.inbound-dane.mta-sts-ready.what':
    'If the MTA-STS policy of {subject} is in force, change it to mode: testing, and change the id in its record.',
  'checklist.inbound-dane.mta-sts-ready.why':
    'Senders that obey the policy refuse a host that it does not name.',
  'checklist.inbound-dane.mta-sts-ready.portal':
    'On the web server of mta-sts.{subject}: the file .well-known/mta-sts.txt.',
  'checklist.inbound-dane.mta-sts-ready.rollback': 'Put the former policy back, with a new id.',
  'checklist.inbound-dane.ttl-lowered.title': 'Lower the TTL of the MX record',
  'checklist.inbound-dane.ttl-lowered.what':
    'Publish the MX record of {subject} with a TTL of a minute, and wait for the former TTL to run out.',
  'checklist.inbound-dane.ttl-lowered.why':
    'The lower it is, the sooner a mistake can be taken back.',
  'checklist.inbound-dane.ttl-lowered.portal': 'At the DNS provider: the MX record of the domain.',
  'checklist.inbound-dane.ttl-lowered.rollback': 'Raise the TTL again.',
  'checklist.inbound-dane.dnssec-enabled.title': 'Have Exchange make a signed host',
  'checklist.inbound-dane.dnssec-enabled.what':
    'Run the command. It answers with the host of {subject} under mx.microsoft.',
  'checklist.inbound-dane.dnssec-enabled.why':
    'Each domain has a host of its own there, which Microsoft signs. Its name can’t be guessed.',
  'checklist.inbound-dane.dnssec-enabled.portal':
    'There is no page for it that could be verified: use Exchange Online PowerShell.',
  'checklist.inbound-dane.dnssec-enabled.rollback':
    'Run the command that turns it off, once no MX record leads to the host.',
  'checklist.inbound-dane.mx-added.title': 'Add the new MX record',
  'checklist.inbound-dane.mx-added.what':
    'Publish an MX record to the new host with a higher number than the one that is there.',
  'checklist.inbound-dane.mx-added.why':
    'Mail keeps coming by the old record while the new one is tried out.',
  'checklist.inbound-dane.mx-added.portal': 'At the DNS provider: add an MX record.',
  'checklist.inbound-dane.mx-added.rollback': 'Take the new MX record away.',
  'checklist.inbound-dane.mx-tested.title': 'Try the new host',
  'checklist.inbound-dane.mx-tested.what':
    'Run the inbound SMTP test of Microsoft’s Remote Connectivity Analyzer against {subject}.',
  'checklist.inbound-dane.mx-tested.why':
    'A test message has to get through by the new host before all mail goes there.',
  'checklist.inbound-dane.mx-tested.portal':
    'testconnectivity.microsoft.com → Office 365 → Inbound SMTP Email.',
  'checklist.inbound-dane.mx-tested.rollback': 'Nothing to take back.',
  'checklist.inbound-dane.mx-preferred.title': 'Prefer the new host',
  'checklist.inbound-dane.mx-preferred.what':
    'Give the new host the lowest number and the old one a higher one.',
  'checklist.inbound-dane.mx-preferred.why':
    'Mail now arrives by the new host, and the old one is there should it fail.',
  'checklist.inbound-dane.mx-preferred.portal':
    'At the DNS provider: the numbers of both MX records.',
  'checklist.inbound-dane.mx-preferred.rollback': 'Swap the numbers back.',
  'checklist.inbound-dane.old-mx-removed.title': 'Remove the old MX record',
  'checklist.inbound-dane.old-mx-removed.what':
    'Take the MX record away that leads to the old host.',
  'checklist.inbound-dane.old-mx-removed.why':
    'Senders treat a domain as protected by DANE only where every mail server is.',
  'checklist.inbound-dane.old-mx-removed.portal':
    'At the DNS provider: delete the old MX record, then raise the TTL of the new one to an hour.',
  'checklist.inbound-dane.old-mx-removed.rollback':
    'Publish the old MX record again, with a higher number.',
  'checklist.inbound-dane.dane-enabled.title': 'Turn inbound DANE on',
  'checklist.inbound-dane.dane-enabled.what': 'Run the command for {subject}.',
  'checklist.inbound-dane.dane-enabled.why':
    'Microsoft then publishes TLSA records for the host, and senders that check DANE insist on its certificate.',
  'checklist.inbound-dane.dane-enabled.portal':
    'There is no page for it that could be verified: use Exchange Online PowerShell.',
  'checklist.inbound-dane.dane-enabled.rollback': 'Run the command that turns it off.',
  'checklist.inbound-dane.tlsa-seen.title': 'See the TLSA records',
  'checklist.inbound-dane.tlsa-seen.what':
    'Wait up to half an hour, then verify that TLSA records are published for the new host.',
  'checklist.inbound-dane.tlsa-seen.why': 'Only then do senders check DANE.',
  'checklist.inbound-dane.tlsa-seen.portal':
    'testconnectivity.microsoft.com → Office 365 → DNSSEC and DANE validation.',
  'checklist.inbound-dane.tlsa-seen.rollback': 'Nothing to take back.',
  'checklist.inbound-dane.mta-sts-final.title': 'Put MTA-STS back in force',
  'checklist.inbound-dane.mta-sts-final.what':
    'Name the new host in the MTA-STS policy of {subject}, set it to mode: enforce, and change the id in its record.',
  'checklist.inbound-dane.mta-sts-final.why':
    'Senders that know MTA-STS and not DANE are protected as well.',
  'checklist.inbound-dane.mta-sts-final.portal':
    'On the web server of mta-sts.{subject}: the file .well-known/mta-sts.txt.',
  'checklist.inbound-dane.mta-sts-final.rollback': 'Set it to mode: testing, with a new id.',

  'checklist.own-server-dane.zone-signed.title': 'Sign the zone of the server',
  'checklist.own-server-dane.zone-signed.what':
    'Sign the zone in which the addresses of {subject} stand.',
  'checklist.own-server-dane.zone-signed.why':
    'Senders look for TLSA records only where the addresses are signed.',
  'checklist.own-server-dane.zone-signed.portal':
    'At the DNS provider: DNSSEC → turn on. At the registrar: add the DS record.',
  'checklist.own-server-dane.zone-signed.rollback':
    'Take the DS record away first, wait for its TTL, then turn signing off.',
  'checklist.own-server-dane.mx-signed.title': 'Sign the domains that use it',
  'checklist.own-server-dane.mx-signed.what':
    'Sign the zone of each domain whose MX record leads to {subject}.',
  'checklist.own-server-dane.mx-signed.why':
    'With an unsigned MX record anyone could name another server.',
  'checklist.own-server-dane.mx-signed.portal':
    'At the DNS provider of each domain: DNSSEC → turn on.',
  'checklist.own-server-dane.mx-signed.rollback':
    'Take the DS record away first, wait for its TTL, then turn signing off.',
  'checklist.own-server-dane.certificate-served.title': 'Offer STARTTLS',
  'checklist.own-server-dane.certificate-served.what':
    'Give the SMTP service of {subject} its certificate, and let it offer STARTTLS. On Exchange: Enable-ExchangeCertificate with -Services SMTP and the thumbprint that the command below shows.',
  'checklist.own-server-dane.certificate-served.why':
    'A TLSA record without a certificate to match stops mail.',
  'checklist.own-server-dane.certificate-served.portal':
    'Exchange admin center → Servers → Certificates → assign the SMTP service.',
  'checklist.own-server-dane.certificate-served.rollback': 'Assign the former certificate.',
  'checklist.own-server-dane.tlsa-published.title': 'Publish the TLSA record',
  'checklist.own-server-dane.tlsa-published.what':
    'Publish the record below, which carries the key that {subject} shows now.',
  'checklist.own-server-dane.tlsa-published.why':
    'It tells senders which certificate to insist on.',
  'checklist.own-server-dane.tlsa-published.portal': 'At the DNS provider: add a TLSA record.',
  'checklist.own-server-dane.tlsa-published.rollback': 'Take the TLSA record away.',
  'checklist.own-server-dane.dane-passes.title': 'Pass the DANE check',
  'checklist.own-server-dane.dane-passes.what':
    'Verify that every address of {subject} shows a certificate that the records carry.',
  'checklist.own-server-dane.dane-passes.why':
    'One address with another certificate loses mail now and then.',
  'checklist.own-server-dane.dane-passes.portal': 'On the page for DANE checks of this app.',
  'checklist.own-server-dane.dane-passes.rollback': 'Take the TLSA record away until it is mended.',
  'checklist.own-server-dane.watched.title': 'Look again regularly',
  'checklist.own-server-dane.watched.what':
    'Check {subject} each week, and before each new certificate.',
  'checklist.own-server-dane.watched.why':
    'A certificate that renews itself stops mail when its record does not follow.',
  'checklist.own-server-dane.watched.portal':
    'A scheduled task that runs “exo-companion dane check”.',
  'checklist.own-server-dane.watched.rollback': 'Nothing to take back.',

  'checklist.certificate-renewal.certificate-ready.title': 'Have the next certificate ready',
  'checklist.certificate-renewal.certificate-ready.what':
    'Get the next certificate of {subject}, and don’t install it yet. With the same key as before, no record has to change.',
  'checklist.certificate-renewal.certificate-ready.why':
    'Its record must be known before it is shown.',
  'checklist.certificate-renewal.certificate-ready.portal':
    'On the page for renewals of this app: drop the file to see its record.',
  'checklist.certificate-renewal.certificate-ready.rollback': 'Nothing to take back.',
  'checklist.certificate-renewal.record-published.title': 'Publish the next record',
  'checklist.certificate-renewal.record-published.what':
    'Add the record of the next certificate beside the one of the certificate in use.',
  'checklist.certificate-renewal.record-published.why':
    'While both are there, either certificate is accepted.',
  'checklist.certificate-renewal.record-published.portal':
    'At the DNS provider: add a TLSA record; leave the old one.',
  'checklist.certificate-renewal.record-published.rollback': 'Take the new record away.',
  'checklist.certificate-renewal.ttl-waited.title': 'Wait for caches',
  'checklist.certificate-renewal.ttl-waited.what': 'Wait twice the TTL of the records.',
  'checklist.certificate-renewal.ttl-waited.why':
    'Until then some senders know the old record alone.',
  'checklist.certificate-renewal.ttl-waited.portal': 'Nothing to do.',
  'checklist.certificate-renewal.ttl-waited.rollback': 'Nothing to take back.',
  'checklist.certificate-renewal.certificate-swapped.title': 'Install the certificate',
  'checklist.certificate-renewal.certificate-swapped.what':
    'Give the SMTP service of {subject} the next certificate. On Exchange: Enable-ExchangeCertificate with -Services SMTP and the thumbprint that the command below shows.',
  'checklist.certificate-renewal.certificate-swapped.why':
    'Both records are known now, so that no sender sees a stranger.',
  'checklist.certificate-renewal.certificate-swapped.portal':
    'Exchange admin center → Servers → Certificates → assign the SMTP service.',
  'checklist.certificate-renewal.certificate-swapped.rollback':
    'Assign the former certificate, whose record is still there.',
  'checklist.certificate-renewal.old-record-removed.title': 'Remove the old record',
  'checklist.certificate-renewal.old-record-removed.what':
    'Take the record of the former certificate away, once every server shows the new one.',
  'checklist.certificate-renewal.old-record-removed.why':
    'Whoever has the old key could still pass for the server.',
  'checklist.certificate-renewal.old-record-removed.portal':
    'At the DNS provider: delete the old TLSA record.',
  'checklist.certificate-renewal.old-record-removed.rollback': 'Publish the old record again.',

  'checklist.send-from-alias.domains-aligned.title': 'Set up DKIM and DMARC for alias domains',
  'checklist.send-from-alias.domains-aligned.what':
    'Turn DKIM on for each domain in which people have aliases, and see that DMARC lets it through.',
  'checklist.send-from-alias.domains-aligned.why':
    'Mail from an alias fails DMARC where its domain does not sign.',
  'checklist.send-from-alias.domains-aligned.portal':
    'Microsoft Defender → Email & collaboration → Policies → Email authentication settings → DKIM.',
  'checklist.send-from-alias.domains-aligned.rollback': 'Turn DKIM off for the domain.',
  'checklist.send-from-alias.enabled.title': 'Turn Send from Alias on',
  'checklist.send-from-alias.enabled.what': 'Run the command. It takes up to an hour.',
  'checklist.send-from-alias.enabled.why':
    'Without it Exchange replaces an alias in From by the primary address.',
  'checklist.send-from-alias.enabled.portal':
    'Exchange admin center → Settings → Mail flow → Turn on sending from aliases.',
  'checklist.send-from-alias.enabled.rollback': 'Run the command that turns it off.',
  'checklist.send-from-alias.tried.title': 'Try it with one person',
  'checklist.send-from-alias.tried.what':
    'Send a message from an alias to an address outside, and look at From there.',
  'checklist.send-from-alias.tried.why': 'Not every client shows it the same way.',
  'checklist.send-from-alias.tried.portal':
    'Outlook on the web: Settings → Mail → Compose and reply → Addresses to send from.',
  'checklist.send-from-alias.tried.rollback': 'Nothing to take back.',
  'checklist.send-from-alias.told.title': 'Tell people',
  'checklist.send-from-alias.told.what':
    'Say which clients support it, and that each address has to be chosen once in Outlook on the web.',
  'checklist.send-from-alias.told.why': 'Phones offer the addresses that were chosen there.',
  'checklist.send-from-alias.told.portal':
    'Outlook on the web: Settings → Mail → Compose and reply.',
  'checklist.send-from-alias.told.rollback': 'Nothing to take back.',

  'checklist.leaving-smtp-auth-and-ews.senders-known.title': 'Find who sends with SMTP AUTH',
  'checklist.leaving-smtp-auth-and-ews.senders-known.what':
    'Export the report of SMTP AUTH clients, and import the file here.',
  'checklist.leaving-smtp-auth-and-ews.senders-known.why': 'No API tells who uses it.',
  'checklist.leaving-smtp-auth-and-ews.senders-known.portal':
    'Exchange admin center → Reports → Mail flow → SMTP AUTH clients.',
  'checklist.leaving-smtp-auth-and-ews.senders-known.rollback': 'Nothing to take back.',
  'checklist.leaving-smtp-auth-and-ews.senders-moved.title': 'Move senders away from passwords',
  'checklist.leaving-smtp-auth-and-ews.senders-moved.what':
    'Give each sender OAuth, high volume email, a relay connector or Azure Communication Services.',
  'checklist.leaving-smtp-auth-and-ews.senders-moved.why':
    'Passwords are refused by default from the end of December 2026.',
  'checklist.leaving-smtp-auth-and-ews.senders-moved.portal': 'In each device or program.',
  'checklist.leaving-smtp-auth-and-ews.senders-moved.rollback':
    'Go back to the password while it is still accepted.',
  'checklist.leaving-smtp-auth-and-ews.organization-off.title':
    'Turn SMTP AUTH off for the organization',
  'checklist.leaving-smtp-auth-and-ews.organization-off.what':
    'Run the command, once no sender needs it.',
  'checklist.leaving-smtp-auth-and-ews.organization-off.why': 'What nobody uses can’t be abused.',
  'checklist.leaving-smtp-auth-and-ews.organization-off.portal':
    'Exchange admin center → Settings → Mail flow → Turn off SMTP AUTH protocol.',
  'checklist.leaving-smtp-auth-and-ews.organization-off.rollback':
    'Run the command that turns it on.',
  'checklist.leaving-smtp-auth-and-ews.mailboxes-off.title': 'Turn it off for single mailboxes',
  'checklist.leaving-smtp-auth-and-ews.mailboxes-off.what':
    'Run the commands for mailboxes that have it on by a setting of their own.',
  'checklist.leaving-smtp-auth-and-ews.mailboxes-off.why':
    'Their own setting counts, whatever the organization’s says.',
  'checklist.leaving-smtp-auth-and-ews.mailboxes-off.portal':
    'Microsoft 365 admin center → Users → the user → Mail → Manage email apps → Authenticated SMTP.',
  'checklist.leaving-smtp-auth-and-ews.mailboxes-off.rollback': 'Run the commands that turn it on.',
  'checklist.leaving-smtp-auth-and-ews.ews-apps-known.title': 'Find apps that use EWS',
  'checklist.leaving-smtp-auth-and-ews.ews-apps-known.what':
    'Look at the usage report, and ask who runs each app.',
  'checklist.leaving-smtp-auth-and-ews.ews-apps-known.why': 'EWS ends for all on 1 April 2027.',
  'checklist.leaving-smtp-auth-and-ews.ews-apps-known.portal':
    'Microsoft 365 admin center → Reports → Usage → Exchange → EWS usage.',
  'checklist.leaving-smtp-auth-and-ews.ews-apps-known.rollback': 'Nothing to take back.',
  'checklist.leaving-smtp-auth-and-ews.ews-apps-moved.title': 'Move apps to Graph',
  'checklist.leaving-smtp-auth-and-ews.ews-apps-moved.what':
    'Replace or update each app, or allow it by name for the time being.',
  'checklist.leaving-smtp-auth-and-ews.ews-apps-moved.why':
    'Since October 2026 Microsoft blocks EWS tenant by tenant.',
  'checklist.leaving-smtp-auth-and-ews.ews-apps-moved.portal': 'In each app.',
  'checklist.leaving-smtp-auth-and-ews.ews-apps-moved.rollback':
    'Allow the app by name while that is possible.',
  'checklist.leaving-smtp-auth-and-ews.ews-off.title': 'Turn EWS off',
  'checklist.leaving-smtp-auth-and-ews.ews-off.what': 'Run the command, once no app needs it.',
  'checklist.leaving-smtp-auth-and-ews.ews-off.why':
    'Better on a day of your choice than on one of Microsoft’s.',
  'checklist.leaving-smtp-auth-and-ews.ews-off.portal':
    'There is no page for it that could be verified: use Exchange Online PowerShell.',
  'checklist.leaving-smtp-auth-and-ews.ews-off.rollback': 'Run the command that turns it on.',

  'checklist.outlook-clean-up.inventory-imported.title': 'Import an inventory',
  'checklist.outlook-clean-up.inventory-imported.what':
    'Export installed versions of Office from Intune, Configuration Manager or the inventory that you use, and import the file here.',
  'checklist.outlook-clean-up.inventory-imported.why':
    'Microsoft’s reports name products only, no builds.',
  'checklist.outlook-clean-up.inventory-imported.portal':
    'Microsoft 365 Apps admin center → Inventory → Export.',
  'checklist.outlook-clean-up.inventory-imported.rollback': 'Nothing to take back.',
  'checklist.outlook-clean-up.blocked-gone.title': 'Replace what can’t connect',
  'checklist.outlook-clean-up.blocked-gone.what':
    'Update or remove each installation that is too old to connect.',
  'checklist.outlook-clean-up.blocked-gone.why':
    'Exchange Online refuses it; who uses it has no mail.',
  'checklist.outlook-clean-up.blocked-gone.portal':
    'Microsoft 365 Apps admin center, Intune or Configuration Manager.',
  'checklist.outlook-clean-up.blocked-gone.rollback':
    'Nothing to take back: the old version could not connect.',
  'checklist.outlook-clean-up.unsupported-gone.title': 'Replace what is out of support',
  'checklist.outlook-clean-up.unsupported-gone.what':
    'Plan the update of each installation that nobody mends any more.',
  'checklist.outlook-clean-up.unsupported-gone.why':
    'It connects today, without anyone seeing to it that it does tomorrow.',
  'checklist.outlook-clean-up.unsupported-gone.portal':
    'Microsoft 365 Apps admin center, Intune or Configuration Manager.',
  'checklist.outlook-clean-up.unsupported-gone.rollback':
    'Roll the update back with the Office Deployment Tool.',
  'checklist.outlook-clean-up.kept-current.title': 'Keep it current',
  'checklist.outlook-clean-up.kept-current.what':
    'Choose an update channel that is kept up, and import an inventory each quarter.',
  'checklist.outlook-clean-up.kept-current.why': 'Versions fall out of support by themselves.',
  'checklist.outlook-clean-up.kept-current.portal': 'Microsoft 365 Apps admin center → Servicing.',
  'checklist.outlook-clean-up.kept-current.rollback': 'Choose the former channel.',

  'checklist.public-folders.place-known.title': 'See where they are',
  'checklist.public-folders.place-known.what':
    'Read the tenant, so that the app sees where public folders live.',
  'checklist.public-folders.place-known.why': 'What there is to do depends on it.',
  'checklist.public-folders.place-known.portal': 'Exchange admin center → Public folders.',
  'checklist.public-folders.place-known.rollback': 'Nothing to take back.',
  'checklist.public-folders.script-current.title': 'Get a current script',
  'checklist.public-folders.script-current.what':
    'Drop the synchronization script in use on the page of rules. If it is old, get the current one and the module below.',
  'checklist.public-folders.script-current.why':
    'Old copies sign in with Remote PowerShell and a password, and get “Access is denied”.',
  'checklist.public-folders.script-current.portal':
    'github.com/microsoft/CSS-Exchange → Releases → Sync-ModernMailPublicFolders.ps1.',
  'checklist.public-folders.script-current.rollback':
    'Keep the old copy aside; it does not work any more.',
  'checklist.public-folders.synchronized.title': 'Synchronize',
  'checklist.public-folders.synchronized.what':
    'Run the script on a server with the Exchange Management Shell, without -Credential, and look at its summary.',
  'checklist.public-folders.synchronized.why':
    'Exchange Online then knows the mail-enabled folders.',
  'checklist.public-folders.synchronized.portal': 'There is no page for it.',
  'checklist.public-folders.synchronized.rollback': 'Delete what was made: the summary names it.',
  'checklist.public-folders.moved.title': 'Move the folders',
  'checklist.public-folders.moved.what':
    'Make a migration batch, wait for it to be synced, lock the folders and complete it.',
  'checklist.public-folders.moved.why': 'Users keep working while the folders are copied.',
  'checklist.public-folders.moved.portal':
    'Exchange admin center → Migration → Add migration batch → Public folders.',
  'checklist.public-folders.moved.rollback':
    'Before it is completed: delete the batch. Afterwards: only by Microsoft’s steps for rolling back.',
  'checklist.public-folders.migrated.title': 'Point users at Exchange Online',
  'checklist.public-folders.migrated.what':
    'Run the command, once the batch is complete and the folders were looked at.',
  'checklist.public-folders.migrated.why':
    'From then on Outlook opens the folders in Exchange Online.',
  'checklist.public-folders.migrated.portal':
    'There is no page for it that could be verified: use Exchange Online PowerShell.',
  'checklist.public-folders.migrated.rollback':
    'Run the command that points users at your own servers.',
  'checklist.public-folders.old-removed.title': 'Remove the old folders',
  'checklist.public-folders.old-removed.what':
    'After some weeks remove the public folder mailboxes on your own servers, and the task that runs the script.',
  'checklist.public-folders.old-removed.why':
    'A script that still runs would bring old folders back.',
  'checklist.public-folders.old-removed.portal':
    'Exchange admin center of your own servers → Public folders.',
  'checklist.public-folders.old-removed.rollback': 'Restore them from a backup.',
} as const;
