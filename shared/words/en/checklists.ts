/** Checklists: titles, and why a step stands as it does. The steps themselves: `checklistSteps.ts`. */
export const checklists = {
  'checklist.inbound-dane.title': 'Inbound DANE for a domain',
  'checklist.inbound-dane.lead':
    'Moves the mail of a domain to a host that Microsoft signs, then turns inbound DANE on, in the order that Microsoft documents.',
  'checklist.own-server-dane.title': 'DANE for your own mail server',
  'checklist.own-server-dane.lead':
    'Publishes TLSA records that carry the certificate of a mail server of your own, so that nobody can put another in its place.',
  'checklist.certificate-renewal.title': 'A new certificate under DANE',
  'checklist.certificate-renewal.lead':
    'Changes the certificate of a mail server without an hour in which DANE fails: record first, wait, then the certificate.',
  'checklist.send-from-alias.title': 'Send from Alias',
  'checklist.send-from-alias.lead':
    'Lets people send from their other addresses, with mail that passes DKIM and DMARC.',
  'checklist.leaving-smtp-auth-and-ews.title': 'Leaving SMTP AUTH and EWS',
  'checklist.leaving-smtp-auth-and-ews.lead':
    'Finds who still sends with a password or uses Exchange Web Services, moves them, and turns both off before Microsoft does.',
  'checklist.outlook-clean-up.title': 'Outlook clean-up',
  'checklist.outlook-clean-up.lead':
    'Finds installations of Outlook that can’t connect or that nobody mends, and gets rid of them.',
  'checklist.public-folders.title': 'Public folders',
  'checklist.public-folders.lead':
    'Keeps the synchronization of public folders working with a current script, then moves them to Exchange Online.',

  'checklist.reader.account':
    'Verifying reads the tenant’s settings anew, and asks the DNS and mail servers itself.',
  'checklist.reader.demo':
    'Judged on the demo tenant inside this app: its settings, its DNS and its mail servers. Nothing outside is asked.',
  'checklist.reader.nobody':
    'Nobody is signed in to a tenant here. Settings are judged by what was read or imported last, as dated; verifying asks the DNS and mail servers themselves.',

  'checklist.message.no-snapshot':
    'Nothing of a tenant was read yet. Read it, or tick the step yourself.',
  'checklist.message.source-not-read': '{source} was not read.',
  'checklist.message.file-not-imported': 'Such a file was not imported yet.',
  'checklist.message.property-missing': 'The answer of {source} lacked {property}.',
  'checklist.message.value-unknown':
    '{property} is “{value}”, which decides nothing that the app knows of.',
  'checklist.message.incomplete':
    'Only a part was read. Nothing is left in that part, which says nothing of the rest.',
  'checklist.message.rule-passes': 'The rule about it finds nothing to do.',
  'checklist.message.rule-finds':
    'The rule about it finds {count, plural, one {# thing} other {# things}} to do.',
  'checklist.message.rule-not-assessed':
    'The rule about it could not judge everything: something was not read.',

  'checklist.message.dns-not-asked': 'The DNS was not asked yet.',
  'checklist.message.dns-failed': 'The DNS gave no answer to go by. Verify again later.',
  'checklist.message.zone-signed': 'The zone is signed, and its chain of trust holds.',
  'checklist.message.zone-unsigned': 'The zone is not signed.',
  'checklist.message.zone-bogus':
    'The DNSSEC signatures don’t hold. Senders that check them deliver nothing; mend that first.',
  'checklist.message.ttl-low': 'The TTL of the MX record is {ttl} seconds.',
  'checklist.message.ttl-high':
    'The TTL of the MX record is {ttl} seconds: that is how long a mistake would last.',
  'checklist.message.ttl-unknown': 'The TTL is not known. Verify to look.',
  'checklist.message.mx-moved': 'No MX record leads to the old host any more.',
  'checklist.message.mx-missing': 'No MX record leads to a host under mx.microsoft.',
  'checklist.message.mx-other-host':
    'The MX record leads to another host than the one that Exchange names: {host}.',
  'checklist.message.mx-added': 'An MX record leads to {host}.',
  'checklist.message.mx-is-signed-host':
    'An MX record leads to {host} already, which Exchange made for the domain.',
  'checklist.message.mx-unconfirmed':
    'An MX record leads to {host}. Exchange was not asked whether it is the host that it made for the domain.',
  'checklist.message.mx-preferred': 'The host under mx.microsoft is preferred.',
  'checklist.message.mx-not-preferred': 'Another host is preferred to the one under mx.microsoft.',
  'checklist.message.old-mx-only':
    'There is no MX record to a host under mx.microsoft. Without the old one, no mail would arrive.',
  'checklist.message.old-mx-there': 'These MX records are still there: {hosts}.',
  'checklist.message.mx-not-moved':
    'The MX records don’t lead to hosts under mx.microsoft alone. With DANE on now, senders could not rely on it, and mail could wait.',
  'checklist.message.mta-sts-not-enforced': 'No MTA-STS policy is in force.',
  'checklist.message.mta-sts-enforced':
    'The MTA-STS policy is in force and does not name the new host, which Exchange has not told yet.',
  'checklist.message.mta-sts-allows': 'The MTA-STS policy allows {host}.',
  'checklist.message.mta-sts-refuses':
    'The MTA-STS policy is in force and does not allow {host}. A wildcard stands for one label only.',
  'checklist.message.mta-sts-unread':
    'The MTA-STS policy could not be read, and it may not allow the new host.',
  'checklist.message.mta-sts-testing': 'The MTA-STS policy is only tried out (mode: testing).',
  'checklist.message.mta-sts-absent': 'There is no MTA-STS policy to correct.',
  'checklist.message.dnssec-enabled': 'Exchange has made a signed host for the domain: {host}.',
  'checklist.message.dnssec-disabled': 'Exchange has no signed host for the domain yet.',
  'checklist.message.dane-on': 'Inbound DANE is on.',
  'checklist.message.dane-off':
    'Everything that DANE rests on is there. Turning it on is what is left.',
  'checklist.message.dane-without-dnssec':
    'The zone or its MX record is not signed. DANE without DNSSEC protects nobody, and mail could stop.',
  'checklist.message.host-unknown': 'The host under mx.microsoft is not known yet.',
  'checklist.message.host-not-asked': '{host} was not looked at yet.',
  'checklist.message.tlsa-published':
    '{count, plural, one {# TLSA record is} other {# TLSA records are}} published for {host}, signed.',
  'checklist.message.tlsa-missing': 'No signed TLSA record is published for {host}.',

  'checklist.message.host-signed': 'The addresses of the server are signed.',
  'checklist.message.host-unsigned':
    'The addresses of {host} are not signed, so nobody looks for its TLSA records.',
  'checklist.message.host-silent': '{host} showed no certificate: port 25 could not be reached.',
  'checklist.message.certificate-seen':
    '{host} shows a certificate after STARTTLS, valid until {date}.',
  'checklist.message.starttls-missing':
    '{host} offers no STARTTLS. With a TLSA record, senders that check DANE would deliver nothing.',
  'checklist.message.tlsa-matches': 'A TLSA record carries the certificate that {host} shows.',
  'checklist.message.tlsa-no-match':
    'No TLSA record carries the certificate that {host} shows. Senders that check DANE deliver nothing now.',
  'checklist.message.mx-signed': 'The MX records that lead here are signed: {domains}.',
  'checklist.message.mx-unsigned':
    'The MX record of {domain} is not signed, so that anyone could name another server.',
  'checklist.message.mx-not-found': 'No domain that was read has {host} as its mail server.',
  'checklist.message.dane-passes': '{host} passes the DANE check.',
  'checklist.message.dane-fails':
    '{host} fails the DANE check. Senders that check DANE deliver nothing now.',

  'checklist.message.live-not-covered':
    'No TLSA record carries the certificate that {host} shows now. Publish one before anything else.',
  'checklist.message.next-record-there':
    'Beside the record of the certificate in use, {count, plural, one {# more is} other {# more are}} published.',
  'checklist.message.next-record-missing':
    'Only the certificate in use is published for {host}. With another certificate, mail would stop.',
  'checklist.message.issuer-record':
    'The TLSA record of {host} names an issuer. A certificate of the same issuer needs no new record; check the file on the page for renewals.',
  'checklist.message.wait-for-record': 'The next record of {host} is not published yet.',
  'checklist.message.ttl-running': 'Old answers may be in caches until {until}.',
  'checklist.message.ttl-waited': 'Old answers have left the caches since {until}.',
  'checklist.message.swap-now': 'The next record is in every cache: {host} can change over.',
  'checklist.message.no-dane-to-keep':
    '{host} has no TLSA record that could fail, so nothing stops.',
  'checklist.message.certificate-changed':
    '{host} shows another certificate than at the first look.',
  'checklist.message.not-swapped':
    '{host} still shows the certificate that the old record carries. Without it, mail would stop.',
  'checklist.message.old-record-there':
    '{count, plural, one {# record carries} other {# records carry}} a certificate that is not shown any more.',
  'checklist.message.old-record-gone': 'Every record carries the certificate that {host} shows.',

  'checklist.message.alias-on': 'Send from Alias is on.',
  'checklist.message.alias-off': 'Send from Alias is off.',
  'checklist.message.smtp-senders-known':
    'The report was imported, with {count, plural, one {# sender} other {# senders}}.',
  'checklist.message.smtp-senders-basic':
    '{count, plural, one {# sender uses} other {# senders use}} a password.',
  'checklist.message.smtp-senders-moved': 'No sender uses a password.',
  'checklist.message.smtp-senders-would-stop':
    '{count, plural, one {# sender} other {# senders}} would stop at once, among them {senders}. Move them, or allow their mailboxes by name first.',
  'checklist.message.smtp-senders-unknown':
    'It is not known who sends with a password. Import the report, or say in the step before that all were moved: whoever is left would stop at once.',
  'checklist.message.smtp-organization-off': 'SMTP AUTH is off for the organization.',
  'checklist.message.smtp-organization-on': 'SMTP AUTH is on for the organization.',
  'checklist.message.smtp-mailboxes-on':
    '{count, plural, one {# mailbox has} other {# mailboxes have}} it on by a setting of its own.',
  'checklist.message.smtp-mailboxes-off': 'No mailbox has it on by a setting of its own.',
  'checklist.message.ews-off': 'EWS is off.',
  'checklist.message.ews-on': 'EWS is on.',
  'checklist.message.ews-not-set': 'EwsEnabled is not set: Microsoft may turn it off any day.',
  'checklist.message.inventory-there':
    'An inventory was imported, with {count, plural, one {# installation} other {# installations}}.',
  'checklist.message.public-folders-remote': 'Public folders are on servers of your own.',
  'checklist.message.public-folders-local': 'Public folders are in Exchange Online.',
  'checklist.message.public-folders-none': 'There are no public folders.',
} as const;
