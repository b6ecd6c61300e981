/** The guide to TLSA records, topic by topic. */
export const guide = {
  'guide.title': 'Guide',
  'guide.lead':
    'What TLSA records do for mail, how to make and publish one, and how to renew a certificate without stopping mail.',
  'guide.topics': 'On this page',
  'guide.copyCommand': 'Copy the command',

  // What TLSA and DANE do for mail
  'guide.what.title': 'What TLSA records do for mail',
  'guide.what.1':
    'When one mail server hands mail to another, both usually agree on TLS. But the agreement itself is made in the clear: somebody on the way can remove the offer, or answer with a certificate of their own. The sender has nothing to compare it with, and delivers anyway.',
  'guide.what.2':
    'DANE gives the sender something to compare with. The owner of the receiving server publishes a <b>TLSA record</b> in the DNS: it says which certificate, or which key, the server on port 25 will show. The zone is signed with <b>DNSSEC</b>, so that nobody on the way can change the record or hide it.',
  'guide.what.3':
    'A sender that knows DANE then insists on TLS, and hands over mail only to a server whose certificate fits the record.',
  'guide.what.picture.title': 'Who asks whom before mail is handed over',
  'guide.what.picture.sender': 'Sender',
  'guide.what.picture.dns': 'Signed DNS',
  'guide.what.picture.server': 'Your server',
  'guide.what.picture.mx': 'MX, A, TLSA?',
  'guide.what.picture.answer': 'records, signed',
  'guide.what.picture.starttls': 'STARTTLS',
  'guide.what.picture.certificate': 'certificate',
  'guide.what.picture.compare': 'computes, compares',
  'guide.what.picture.mail': 'mail, if it fits',
  'guide.what.picture.caption':
    'The sender asks the DNS for the MX record, the server’s addresses and its TLSA record, and gets them signed. It connects to your server and starts TLS. Your server sends its <b>certificate</b>. The sender computes the fingerprint itself, compares it with the record, and hands over the mail if the two fit.',
  'guide.what.4':
    'It is sometimes written that the server returns its fingerprint. It does not, and could not usefully: whoever pretends to be your server would return the right one. The server sends its certificate and proves that it holds the key; the <b>client</b> does the computing.',

  // Who needs this at all
  'guide.who.title': 'Who needs a record of their own',
  'guide.who.1':
    'You do, for every mail server that stands in <b>your</b> MX records and shows <b>your</b> certificate: an Exchange server, an Edge Transport server, a gateway. In a hybrid setup too: Exchange Online checks the record when it delivers to your server.',
  'guide.who.2':
    'You don’t, where Microsoft’s servers receive your mail. Records for <code>*.mx.microsoft</code> are Microsoft’s and are published by Microsoft. For <code>*.mail.protection.outlook.com</code> there can’t be any: that zone is not signed. To get DANE for mail into Exchange Online, have Microsoft give your domain an MX host below <code>mx.microsoft</code>:',
  'guide.who.3':
    'The first command names the new MX host; publish it and wait before the second one. Your domain’s own zone must be signed with DNSSEC, in any case.',

  // The three numbers
  'guide.numbers.title': 'What the three numbers mean',
  'guide.numbers.1':
    'A record says three things in three numbers, and then gives the data to compare with. <b>3 1 1</b> is right for nearly every mail server.',
  'guide.numbers.picture.usage': '1st: usage',
  'guide.numbers.picture.usage.title': 'First number, certificate usage: whose certificate',
  'guide.numbers.picture.selector': '2nd: selector',
  'guide.numbers.picture.selector.title': 'Second number, selector: how much of it',
  'guide.numbers.picture.matching': '3rd: matching',
  'guide.numbers.picture.matching.title': 'Third number, matching type: in which form',
  'guide.numbers.picture.issuer': 'issuer',
  'guide.numbers.picture.server': 'server',
  'guide.numbers.picture.certificate': 'certificate',
  'guide.numbers.picture.key': 'public key',
  'guide.numbers.picture.full': '0: as it is',
  'guide.numbers.picture.sha256': '1: SHA-256',
  'guide.numbers.picture.sha512': '2: SHA-512',
  'guide.numbers.usage.caption':
    '<b>3</b> means the server’s own certificate, and nothing else is asked: a self-signed one is fine, names and dates don’t count. <b>2</b> means an issuer above it, which the server must send along; then names and dates count. <b>1</b> and <b>0</b> are the same two with a public authority required as well, and senders of mail don’t use them.',
  'guide.numbers.selector.caption':
    '<b>1</b> compares the public key only, so that a renewal with the same key changes nothing. <b>0</b> compares the whole certificate, which is a new one at every renewal.',
  'guide.numbers.matching.caption':
    '<b>1</b> is a SHA-256 digest of 64 digits, which every client knows. <b>2</b> is SHA-512. <b>0</b> puts the data themselves into the DNS, which makes answers long enough to get lost.',

  // Export
  'guide.export.title': 'Export the certificate',
  'guide.export.1':
    'The record is made from the certificate alone. You never need the private key for it, so leave it where it is.',
  'guide.export.mmc': 'With the certificate snap-in (MMC)',
  'guide.export.mmc.1':
    'On the server, run <code>certlm.msc</code> and open Personal, Certificates.',
  'guide.export.mmc.2':
    'Right-click the certificate that the server uses for mail, and choose All Tasks, Export.',
  'guide.export.mmc.3': 'Choose “No, do not export the private key”.',
  'guide.export.mmc.4':
    'Choose “Base-64 encoded X.509 (.CER)”. If you want usage 2 as well, choose “Cryptographic Message Syntax Standard (.P7B)” and tick “Include all certificates in the certification path if possible”.',
  'guide.export.mmc.5': 'Save the file and drop it on the page “Make a record”.',
  'guide.export.powershell': 'With PowerShell',
  'guide.export.powershell.1':
    'List the certificates, then export the one with the right thumbprint. The private key is not part of such an export.',
  'guide.export.powershell.2': 'With its chain, for usage 2:',
  'guide.export.exchange': 'With Exchange',
  'guide.export.exchange.1':
    'In the Exchange Management Shell, ask which certificates serve SMTP. Export the one in use, by its thumbprint, with the PowerShell command above, on that server.',
  'guide.export.exchange.2':
    'Several certificates can serve SMTP at once. Which one is shown depends on the name in the receive connector. An Edge Transport server has certificates of its own. <code>Export-ExchangeCertificate</code> works too, but it makes a .pfx file with the private key in it, which is more than is needed.',

  // Publish
  'guide.publish.title': 'Publish the record',
  'guide.publish.1':
    'The record goes into the zone in which the <b>server’s</b> name lives, which need not be the zone of your mail domain. That zone must be signed with DNSSEC, and so must the zone with the MX record; without that, senders don’t look at TLSA records.',
  'guide.publish.2':
    'Its name has the port, the protocol and the server’s full name. The protocol is TCP, not SMTP:',
  'guide.publish.3':
    'Choose your DNS software under “Take it away” on the page “Make a record”, and paste what it gives. Windows DNS Server, Azure DNS, Cloudflare, Amazon Route 53 (since 2024) and BIND know TLSA records. A console that doesn’t may take the generic form.',
  'guide.publish.4':
    'Publish a record for every mail server in the MX records, not for one of them, and one for each type of key if a server has two certificates.',
  'guide.publish.5':
    'Other services have other ports: HTTPS is <code>_443._tcp</code>, IMAPS is <code>_993._tcp</code>, POP3S is <code>_995._tcp</code>. Some guides give <code>_995._tcp</code> for IMAP; that is POP3S’s port. Hardly any browser or mail program looks at such records today; mail between servers is what DANE is used for.',

  // Renewal
  'guide.renewal.title': 'Why a renewal can stop mail',
  'guide.renewal.1':
    'A new certificate usually comes with a new key. From the moment the server shows it, the old record no longer fits, and senders that check it stop delivering. They are right to: to them it looks like somebody else’s server.',
  'guide.renewal.2':
    'Exchange Online then writes this into its message trace. It tries again for 24 hours, at last once an hour, and then returns the mail as undeliverable with 5.7.323:',
  'guide.renewal.3': 'So the order matters. Records first, certificate second:',
  'guide.renewal.step.1':
    'Get the new certificate, but don’t install it. Make its 3 1 1 record here.',
  'guide.renewal.step.2':
    'Publish the new record <b>beside</b> the old one. Two records are fine: one that fits is enough.',
  'guide.renewal.step.3':
    'Wait until no resolver has the old answer any more: at least twice the record’s time to live, so two hours for 3600 seconds.',
  'guide.renewal.step.4': 'Install the new certificate, and check that mail arrives.',
  'guide.renewal.step.5': 'Remove the old record.',
  'guide.renewal.4':
    'If you renew with the <b>same key</b>, a record with selector 1 goes on fitting, and nothing has to be done. Many tools make a new key unless they are told otherwise.',
  'guide.renewal.5':
    'If mail has stopped already: make the record of the certificate that the server shows now, and publish it. Senders take it up as their resolvers forget the old one.',
  'guide.renewal.picture.title': 'A renewal in the right order, from top to bottom',
  'guide.renewal.picture.oldRecord': 'old record',
  'guide.renewal.picture.newRecord': 'new record',
  'guide.renewal.picture.oldCertificate': 'old certificate',
  'guide.renewal.picture.newCertificate': 'new certificate',
  'guide.renewal.picture.publish': 'publish new record',
  'guide.renewal.picture.wait': 'wait: 2 × TTL',
  'guide.renewal.picture.install': 'install certificate',
  'guide.renewal.picture.remove': 'remove old record',
  'guide.renewal.picture.caption':
    'At every moment there is a record that fits the certificate in use: the old record until the new certificate is installed, the new record from well before then.',

  // Exchange
  'guide.exchange.title': 'What Exchange checks, and when',
  'guide.exchange.1':
    '<b>Exchange Server checks no TLSA record when it sends.</b> It neither helps nor hurts: your server can be protected by a record of its own for the mail that it receives.',
  'guide.exchange.2':
    '<b>Exchange Online checks, whenever it delivers to a server outside:</b> to other people’s and to yours, in a hybrid setup as well. There is nothing to switch on. So a record that doesn’t fit stops the mail from your own mailboxes in the cloud to those on your server.',
  'guide.exchange.3':
    'An outbound connector can be told otherwise: <code>SmtpDaneMode</code> is <code>Opportunistic</code> unless you change it to <code>Mandatory</code> or <code>None</code> (since 2026).',
  'guide.exchange.4': 'Exchange Online passes over usages 0 and 1, and Microsoft recommends 3 1 1.',

  // Check
  'guide.check.title': 'Where else to check',
  'guide.check.1':
    'After publishing, let somebody else look from outside. These open in your browser; what you type there, you tell them.',
  'guide.check.huque': 'Shumon Huque’s DANE check for mail domains',
  'guide.check.huqueGenerator': 'Shumon Huque’s TLSA record generator',
  'guide.check.mailhardener': 'Mailhardener’s DANE validator',
  'guide.check.microsoft': 'Microsoft’s Remote Connectivity Analyzer',
  'guide.check.learn': 'Microsoft: how SMTP DANE works in Exchange Online',
  'guide.check.rfc7671': 'RFC 7671: rules for using DANE',
  'guide.check.rfc7672': 'RFC 7672: DANE for mail between servers',

  // History
  'guide.history.title': 'What older texts say',
  'guide.history.1':
    'This guide grew from an administrator’s notes of 2023. Some of what they and other older texts say was true then, or was never quite right:',
  'guide.history.then': 'Then',
  'guide.history.now': 'Now',
  'guide.history.inbound.then':
    '2023: Exchange Online uses DANE only for mail that it sends; for mail that it receives it is announced for the near future.',
  'guide.history.inbound.now':
    'Sending since March 2022. Receiving as a preview since July 2024, and for everyone since October 2024, with an MX host below mx.microsoft.',
  'guide.history.hashes.then':
    '2023: one and the same host is shown with two different 3 1 1 records.',
  'guide.history.hashes.now':
    'Both were right, at different times: a certificate was renewed in between, with a new key. Compare with the certificate in use, not with a picture.',
  'guide.history.fingerprint.then': '2023: the receiving server returns its fingerprint.',
  'guide.history.fingerprint.now':
    'The server sends its certificate; the sender computes the fingerprint.',
  'guide.history.imap.then': '2023: <code>_995._tcp</code> is given as the name for IMAP.',
  'guide.history.imap.now': '995 is POP3S. IMAPS is 993.',
  'guide.history.server.then': '2023: Exchange 2019 does not support DANE by itself.',
  'guide.history.server.now':
    'Still so: Exchange Server checks no TLSA record when it sends. The record for your own server works nevertheless, since others check it.',
} as const;
