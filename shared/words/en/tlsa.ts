/** TLSA records: what each part means, advice, services, forms to take away. */
export const tlsa = {
  // Services to choose from
  'tlsa.service.smtp': 'Mail between servers (SMTP, 25)',
  'tlsa.service.submission': 'Mail from programs (submission, 587)',
  'tlsa.service.submissions': 'Mail from programs, TLS at once (submissions, 465)',
  'tlsa.service.https': 'Web (HTTPS, 443)',
  'tlsa.service.imaps': 'Mailbox (IMAPS, 993)',
  'tlsa.service.pop3s': 'Mailbox (POP3S, 995)',
  'tlsa.service.own': 'Own port',

  // Fields
  'tlsa.field.owner': 'Owner name',
  'tlsa.field.port': 'Port',
  'tlsa.field.protocol': 'Protocol',
  'tlsa.field.ttl': 'Time to live',
  'tlsa.field.usage': 'Certificate usage',
  'tlsa.field.selector': 'Selector',
  'tlsa.field.matchingType': 'Matching type',
  'tlsa.field.data': 'Data',

  // Owner name
  'tlsa.owner.meaning':
    'The name under which the record stands: port, protocol and the server’s name {host}. Clients ask for exactly this name.',
  'tlsa.owner.other.meaning':
    'This is not a name under which clients look for TLSA records. They ask for _port._protocol and the server’s name, as in _25._tcp.mail.example.com.',
  'tlsa.port.smtp.meaning':
    'Mail from other servers arrives here. Exchange Online and other senders that use DANE check the record before they hand over mail.',
  'tlsa.port.submission.meaning':
    'Mail programs hand in mail here and start TLS by STARTTLS. Hardly any of them checks TLSA records today.',
  'tlsa.port.submissions.meaning':
    'Mail programs hand in mail here, with TLS from the first byte. Hardly any of them checks TLSA records today.',
  'tlsa.port.https.meaning': 'Web sites and Outlook on the web. Browsers don’t check TLSA records.',
  'tlsa.port.imaps.meaning':
    'IMAP with TLS from the first byte. Hardly any mail program checks TLSA records today.',
  'tlsa.port.pop3s.meaning':
    'POP3 with TLS from the first byte. IMAP has port 993; some guides confuse the two.',
  'tlsa.port.imap.meaning':
    'IMAP with STARTTLS. Hardly any mail program checks TLSA records today.',
  'tlsa.port.pop3.meaning':
    'POP3 with STARTTLS. Hardly any mail program checks TLSA records today.',
  'tlsa.port.other.meaning': 'The port on which the server listens, {port}.',
  'tlsa.port.any.meaning': 'Every port that has no TLSA record of its own.',
  'tlsa.protocol.tcp.meaning':
    'The transport under TLS: TCP, for mail as for nearly everything else. Write tcp here, not smtp.',
  'tlsa.protocol.udp.meaning': 'The transport under TLS: UDP, for services that use DTLS or QUIC.',
  'tlsa.protocol.sctp.meaning': 'The transport under TLS: SCTP, used in telephone networks.',
  'tlsa.host.meaning':
    'The name of the server itself, as the MX record has it, and not the domain in the mail addresses.',
  'tlsa.zone.meaning':
    'The zone in which the record will stand. DNS consoles want names relative to it: {owner}.',
  'tlsa.zone.guess':
    'A guess from the host name. Change it if your DNS console lists another zone.',
  'tlsa.ttl.meaning':
    '{seconds, plural, one {Resolvers keep the record for # second.} other {Resolvers keep the record for # seconds.}} Before a new key is used, its record must have been published for twice this time.',

  // Certificate usage
  'tlsa.usage.0.name': 'CA constraint',
  'tlsa.usage.1.name': 'Service certificate constraint',
  'tlsa.usage.2.name': 'Trust anchor assertion',
  'tlsa.usage.3.name': 'Domain-issued certificate',
  'tlsa.usage.0.meaning':
    'The server’s certificate must have this issuer in its path, and must also be valid for the public authorities that the client trusts. Mail servers pass such records over.',
  'tlsa.usage.1.meaning':
    'The server must show exactly this certificate, and it must also be valid for the public authorities that the client trusts. Mail servers pass such records over.',
  'tlsa.usage.2.meaning':
    'The server’s certificate must be issued below this issuer, carry the right name and be in date. No public authority is needed, but the server has to send the issuer’s certificate along.',
  'tlsa.usage.3.meaning':
    'The server must show exactly this certificate or key, and nothing else counts: neither who issued it nor its names nor its dates. Recommended for mail servers; a self-signed certificate is fine.',
  'tlsa.usage.private.meaning':
    'Usage {value} is left to private agreements. Clients that don’t share the agreement pass the record over.',
  'tlsa.usage.unassigned.meaning': 'Usage {value} has no meaning. Clients pass the record over.',

  // Selector
  'tlsa.selector.0.name': 'Full certificate',
  'tlsa.selector.1.name': 'Public key',
  'tlsa.selector.0.meaning':
    'The whole certificate is compared. Every renewal makes a new certificate, and with it the need for a new record.',
  'tlsa.selector.1.meaning':
    'Only the public key is compared. A certificate that is renewed with the same key still matches.',
  'tlsa.selector.private.meaning':
    'Selector {value} is left to private agreements. Clients that don’t share the agreement pass the record over.',
  'tlsa.selector.unassigned.meaning':
    'Selector {value} has no meaning. Clients pass the record over.',

  // Matching type
  'tlsa.matching-type.0.name': 'No digest',
  'tlsa.matching-type.1.name': 'SHA-256',
  'tlsa.matching-type.2.name': 'SHA-512',
  'tlsa.matching-type.0.meaning':
    'The record carries the data itself and no digest. Such records are long, and long DNS answers get lost on the way.',
  'tlsa.matching-type.1.meaning': 'The record carries a SHA-256 digest, which every client knows.',
  'tlsa.matching-type.2.meaning':
    'The record carries a SHA-512 digest. Not every client has to know it, and it is no safer in practice.',
  'tlsa.matching-type.private.meaning':
    'Matching type {value} is left to private agreements. Clients that don’t share the agreement pass the record over.',
  'tlsa.matching-type.unassigned.meaning':
    'Matching type {value} has no meaning. Clients pass the record over.',

  // Data
  'tlsa.data.digest.meaning':
    'The {matchingType, select, 1 {SHA-256} other {SHA-512}} digest of {holder, select, server {the server’s} other {an issuer’s}} {object, select, publicKey {public key} other {certificate}}, {octets, number} bytes. The server sends its certificate when a client connects; the client computes the digest itself and compares.',
  'tlsa.data.full.meaning':
    '{holder, select, server {The server’s} other {An issuer’s}} {object, select, publicKey {public key} other {certificate}} itself, {octets, number} bytes, which the client compares byte for byte.',
  'tlsa.data.digest-length.meaning':
    '{octets, plural, one {# byte} other {# bytes}}, but a {matchingType, select, 1 {SHA-256} other {SHA-512}} digest has {expected, number}. No certificate can match.',
  'tlsa.data.malformed.meaning':
    '{octets, plural, one {# byte} other {# bytes}}, which are not a {object, select, publicKey {public key} other {certificate}}. Nothing can match.',
  'tlsa.data.unknown.meaning':
    '{octets, plural, one {# byte} other {# bytes}} whose meaning is not known.',

  // Advice: numbers and data
  'tlsa.advice.usage-unknown':
    'Certificate usage {usage} is not defined. Clients pass the record over, as if it were not there.',
  'tlsa.advice.selector-unknown':
    'Selector {selector} is not defined. Clients pass the record over, as if it were not there.',
  'tlsa.advice.matching-type-unknown':
    'Matching type {matchingType} is not defined. Clients pass the record over, as if it were not there.',
  'tlsa.advice.digest-length':
    'The digest has {octets, plural, one {# byte} other {# bytes}} and should have {expected, number}. Part of the record was probably lost in copying.',
  'tlsa.advice.data-malformed':
    'The data is not a {selector, select, 1 {public key} other {certificate}}. Part of the record was probably lost in copying, or the selector is wrong.',
  'tlsa.advice.usage-unusable-for-smtp':
    'Senders of mail don’t use usage {usage}: it needs a list of public authorities that all of them share, and there is none for SMTP. Use {instead, select, 2 {2, the issuer’s certificate without that list} other {3, the certificate without that list}}.',
  'tlsa.advice.full-certificate':
    'A whole certificate of {octets, number} bytes makes the DNS answer so long that it may get lost, and it changes at every renewal. Use matching type 1.',
  'tlsa.advice.full-public-key':
    'A whole public key of {octets, number} bytes makes the DNS answer longer than it need be. Use matching type 1.',
  'tlsa.advice.sha512-optional':
    'Clients must know SHA-256, and only should know SHA-512. With SHA-256 (matching type 1) every client can check the record.',
  'tlsa.advice.changes-at-renewal':
    'The record stops matching at every renewal, even with the same key. With selector 1 it survives a renewal that keeps the key.',
  'tlsa.advice.survives-renewal-with-same-key':
    'A renewal that keeps the key needs no new record. A renewal with a new key, which is usual, needs the new record published before the certificate is installed.',
  'tlsa.advice.issuer-must-be-sent':
    'The server must send this issuer’s certificate with its own when a client connects, or the check fails. The names in the server’s certificate and all dates are checked too.',
  'tlsa.advice.issuer-certificate-may-change':
    'The issuer may replace its certificate, or use a cross-signed one with the same key; either has another digest. Selector 1 withstands both.',
  'tlsa.advice.issuer-may-change':
    'Renewals below this issuer need no new record. Authorities change their issuing certificates without notice, so compare at each renewal who issued the new one.',

  // Advice: the certificate behind the record
  'tlsa.advice.issuer-usage-of-leaf':
    'Usages 0 and 2 name an issuer, and this is not an issuer’s certificate: no client will match it. Use usage 3 for the server’s own.',
  'tlsa.advice.leaf-usage-of-issuer':
    'This certificate is marked as a certification authority. The record works if the server itself shows this very certificate, as self-signed ones do.',
  'tlsa.advice.root-rarely-sent':
    'This is a root, and servers seldom send their root. Take the intermediate that issued the server’s certificate, or make the server send the root.',
  'tlsa.advice.expired':
    'The certificate expired on {date}. Clients that check by this record refuse it.',
  'tlsa.advice.expired-ignored':
    'The certificate expired on {date}. Usage 3 ignores dates, but other clients don’t, and Exchange Online knows a failure code for it.',
  'tlsa.advice.not-yet-valid':
    'The certificate is valid from {date} on. Publish its record beforehand, and install it then.',
  'tlsa.advice.expires-soon':
    '{days, plural, =0 {The certificate expires today.} one {The certificate expires tomorrow, on {date}.} other {The certificate expires in # days, on {date}.}} If its renewal makes a new key, publish that key’s record first, beside this one.',
  'tlsa.advice.host-not-in-certificate':
    'The certificate does not name {host}. Usage 1 checks names, so that clients would refuse it.',
  'tlsa.advice.weak-key':
    'The key is weak ({algorithm}, {bits, number} bits). Many clients refuse it; have a new certificate made with RSA 2048 or ECDSA P-256 or more.',
  'tlsa.advice.uncommon-key':
    'Not all clients can work with a key of this type{key, select, unknown {} other { ({key})}}. Mail servers usually have RSA or ECDSA P-256 beside it, with a record for each.',

  // Advice: where it is published
  'tlsa.advice.ttl-short':
    'A time to live of {ttl, plural, one {# second} other {# seconds}} makes resolvers ask all the time, and a short fault of your name servers is felt at once. 300 to 3600 is usual.',
  'tlsa.advice.ttl-long':
    'A time to live of {ttl, number} seconds makes every change of key a matter of twice that time. 300 to 3600 is usual.',
  'tlsa.advice.ttl-very-long':
    'A time to live of {ttl, number} seconds keeps a wrong record alive for more than a day, and mail waits as long. Use 3600 or less.',
  'tlsa.advice.protocol-unusual':
    'Nothing listens for this service on {protocol, select, udp {UDP} other {SCTP}}, so that no client will ask for the record. Use tcp.',
  'tlsa.advice.clients-rarely-check':
    'DANE is used for mail between servers, port 25. Browsers and most other programs don’t check TLSA records.',
  'tlsa.advice.host-is-microsofts':
    '{host} belongs to Microsoft, who alone can publish its records. TLSA records of your own are for mail servers in your own zones.',
  'tlsa.advice.owner-not-tlsa':
    'No client asks for this name. TLSA records stand at _port._protocol and the server’s name, as in _25._tcp.mail.example.com.',
  'tlsa.advice.owner-any-port':
    'The wildcard stands for every port of the host that has no record of its own. All of them must then show a matching certificate.',

  // Advice: records that stand together
  'tlsa.advice.no-rollover':
    'With this one record, a new key stops mail until the record is changed. Before a renewal, publish the next key’s record beside it and wait twice the time to live.',
  'tlsa.advice.several-leaves':
    'The file holds {count, number} server certificates. Publish the records of those that are in use, and of the one that comes next.',
  'tlsa.advice.several-key-types':
    'These {count, number} server certificates have different types of key. If the server uses them together, clients get either: publish the records of all.',
  'tlsa.advice.duplicates': 'Some of the records are the same. One of each is enough.',
  'tlsa.advice.too-many-records':
    '{count, number} records at one name: Exchange Online seems to look at about {max, number}, and long answers get lost. Remove those of certificates that are gone.',

  // Forms to take away
  'tlsa.format.zone': 'Zone file',
  'tlsa.format.generic': 'Generic form (RFC 3597)',
  'tlsa.format.windows': 'Windows DNS Server',
  'tlsa.format.azure': 'Azure DNS',
  'tlsa.format.cloudflare': 'Cloudflare',
  'tlsa.format.route53': 'Amazon Route 53',
  'tlsa.format.json': 'JSON',
  'tlsa.format.zone.help': 'A line for a zone file, as BIND and most others read it.',
  'tlsa.format.generic.help':
    'The same record for software and consoles that don’t know the type TLSA.',
  'tlsa.format.windows.help':
    'A command for PowerShell on the DNS server. It adds a record and leaves the others as they are.',
  'tlsa.format.azure.help':
    'A command for the Azure CLI, which works in PowerShell, cmd and a shell. Microsoft calls it experimental; put in the name of your resource group. A new record set gets Azure’s usual time to live.',
  'tlsa.format.cloudflare.help':
    'The body of a request to Cloudflare’s API: POST to /zones/…/dns_records, or for several records to /zones/…/dns_records/batch.',
  'tlsa.format.route53.help':
    'A change batch for aws route53 change-resource-record-sets. It creates the set and is refused where one exists: then list the records to keep as well, and change CREATE to UPSERT.',
  'tlsa.format.json.help': 'The parts of the record as plain JSON, for scripts.',
} as const;
