/** DANE checks: the command line's options, verdicts, reasons. */
export const dane = {
  'cli.tlsa-verify.summary': 'Judges a certificate chain by TLSA records, without a network.',
  'dane.verify.description':
    'Tells whether a chain, leaf first as a server sends it, satisfies TLSA records: RFC 7672 for SMTP, RFC 7671 for everything else. The first name is the TLSA base domain, the others are further names that the certificate may carry.',
  'dane.option.chain': 'The certificates in PEM, leaf first.',
  'dane.option.tlsa': 'A TLSA record; several are alternatives.',
  'dane.option.name': 'The name that the certificate has to carry under usages 0, 1 and 2.',
  'dane.option.verify-service':
    'Whose rules count: smtp (the default), where usages 0 and 1 are unusable, or tls.',
  'dane.option.ca-file': 'The roots that usages 0 and 1 need, instead of the system’s.',
  'dane.option.digests': 'Which digest is the stronger one; 512,256 if not said.',
  'dane.option.jsonl': 'Reads cases as JSON Lines from stdin and answers each in order.',

  'dane.verification.pass': 'The chain satisfies the records.',
  'dane.verification.fail': 'The chain does not satisfy the records: a DANE client refuses it.',
  'dane.verification.tls-only':
    'No record can be used: TLS is mandatory, and the server is not authenticated.',
  'dane.verification.no-dane': 'There is no record: DANE says nothing about this server.',
  'dane.verification.record': 'Record {record}, depth {depth, number}.',

  'cli.dane-check.summary': 'Checks whether DANE works for mail domains, or for any TLS server.',
  'dane.check.description':
    'Follows a mail domain from its MX records to every certificate of every server, validating DNSSEC itself, and tells what DANE clients make of it (RFC 7672). For other services a target is a host, with or without port (RFC 7671).',
  'dane.option.from': 'Reads targets from FILE, one a line; - is stdin.',
  'dane.option.check-service':
    'What to check: smtp (the default), submission, submissions, imap, imaps, pop3, pop3s, https, or tls with a port.',
  'dane.option.smtp-port':
    'Connects to this port. TLSA records are looked for at the service’s own port, and at this one where there are none.',
  'dane.option.concurrency': 'How many targets are worked on at once; 32 if not said.',
  'dane.option.timeout': 'Milliseconds for one step on the network; 10000 if not said.',
  'dane.option.handshakes':
    'all: one for each kind of key, and one without SNI; one: a single one, as it is for more than 50 targets.',
  'dane.option.allow-private': 'Also connects to private and reserved addresses.',
  'dane.option.proxy': 'Connects through a SOCKS5 proxy, “ssh -D” for example.',
  'dane.option.hello': 'The name given in EHLO.',

  'dane.verdict.pass': 'DANE works',
  'dane.verdict.pass-with-warnings': 'DANE works, with warnings',
  'dane.verdict.fail': 'DANE clients refuse it',
  'dane.verdict.defer': 'DANE clients wait and try again',
  'dane.verdict.unreachable': 'Not reachable from here',
  'dane.verdict.no-dane': 'No DANE',
  'dane.verdict.tls-only': 'TLS without authentication',
  'dane.verdict.host-only': 'The servers have DANE, the domain is not protected',
  'dane.verdict.no-mail': 'Takes no mail',
  'dane.security.secure': 'secure',
  'dane.security.insecure': 'insecure',
  'dane.security.bogus': 'bogus',
  'dane.security.indeterminate': 'not determined',
  'dane.protected.true': 'Protected by DANE: yes.',
  'dane.protected.false': 'Protected by DANE: no.',
  'dane.protected.unknown': 'Protected by DANE: could not be determined.',
  'dane.text.mx':
    'MX: {status}, {count, plural, =0 {no records} one {one record} other {# records}}',
  'dane.text.host': '{host}: addresses {addresses}, TLSA {tlsa}',
  'dane.text.no-query': 'not asked for',
  'dane.text.exchange-code': 'Exchange Online: {code}',
  'dane.text.fix': 'To do: {fix}',

  'cli.rollover-check.summary':
    'Tells whether the next certificate may be installed, or stops mail.',
  'dane.rollover.description':
    'Compares the next certificate of a host with its published TLSA records, before it is installed. Publish what is missing, wait two TTLs, then install.',
  'dane.option.host': 'The server that the certificate is for.',
  'dane.option.port': 'The port of the service; 25 if not said.',
  'dane.option.password-stdin': 'Reads the password of a PKCS#12 file from stdin.',
  'dane.rollover.safe': 'Safe: the certificate may be installed now.',
  'dane.rollover.wait': 'Wait: not before {time}.',
  'dane.rollover.stops-mail':
    'Stop: with this certificate no DANE sender delivers mail, Exchange Online included.',
  'dane.rollover.undetermined': 'Not determined: the DNS did not tell.',
  'dane.rollover.missing': 'Publish first, and wait two TTLs:',
  'dane.rollover.obsolete': 'Remove two TTLs after the certificate is in use:',
  'dane.rollover.reason.record-published':
    'A published record matches it, and has been there for longer than two TTLs.',
  'dane.rollover.reason.same-key': 'The record in use matches it too: its key stays the same.',
  'dane.rollover.reason.no-dane': 'The host has no DANE: no record depends on its certificate.',
  'dane.rollover.reason.no-usable-record':
    'No published record can be used: senders check no certificate.',
  'dane.rollover.reason.recently-published':
    'A published record matches it, but the records were signed less than two TTLs ago: older answers may still be in caches.',
  'dane.rollover.reason.not-yet-valid':
    'The certificate is not valid yet, and usage 2 asks for that.',
  'dane.rollover.reason.no-match': 'No published record matches it.',
  'dane.rollover.reason.weaker-digest-only':
    'Only a record with the weaker digest matches it; some senders look at the strongest alone.',
  'dane.rollover.reason.name-mismatch':
    'It does not carry the name of the host, which usage 2 asks for.',
  'dane.rollover.reason.expired': 'It has expired, and usage 2 asks for a valid one.',
  'dane.rollover.reason.untrusted-path':
    'No valid path leads from it to the issuer that the record names.',
  'dane.rollover.reason.anchor-not-sent':
    'The file lacks the issuer that the record names. Export the certificate with its whole chain.',
  'dane.rollover.reason.pkix-failed': 'No valid path leads from it to a trusted root.',
  'dane.rollover.reason.dns-failed': 'The records could not be looked up, or are not valid.',
  'dane.rollover.reason.no-address': 'There is no address for this name. Check the spelling.',
  'dane.rollover.reason.signature-not-checkable':
    'A signature in its chain can’t be checked on this computer.',

  'cli.demo.summary': 'Starts a practice lab for DANE checks on this computer.',
  'dane.demo.description':
    'Starts signed zones, a DNS server and mail servers on loopback, one for each thing that can be right or wrong, and prints how to check them. Ends with Ctrl+C.',
  'dane.demo.resolver': 'Resolver: {resolver}',
  'dane.demo.anchor': 'Trust anchor (in {file}):',
  'dane.demo.smtp-port': 'SMTP port: {port, number, ::group-off}',
  'dane.demo.domains': 'Domains, and what a check should find:',
  'dane.demo.try': 'Try: {command}',
  'dane.demo.end': 'Ctrl+C ends the lab.',

  'dane.reason.matched': 'A record matches.',
  'dane.reason.no-match': 'No record matches a certificate that the server sent.',
  'dane.reason.name-mismatch': 'The certificate names none of the names asked for.',
  'dane.reason.expired': 'A certificate below the anchor has expired.',
  'dane.reason.not-yet-valid': 'A certificate below the anchor is not yet valid.',
  'dane.reason.untrusted-path':
    'The record’s certificate was sent, but no valid path leads from the server’s certificate to it.',
  'dane.reason.anchor-not-sent':
    'The record’s certificate was not sent. Of an issuer known only by its digest, the server has to send the certificate.',
  'dane.reason.no-usable-record':
    'None of the records has a usage, selector, type and data that a client can use.',
  'dane.reason.pkix-failed': 'A record matches, but no valid path leads to a trusted root.',
  'dane.reason.malformed': 'The server’s certificate can’t be read.',

  'dane.note.anchor-is-leaf':
    'A record with usage 2 is of the server’s own certificate. Usage 2 never matches that one: publish it with usage 3.',
  'dane.note.weaker-digest-matches':
    'A record with a weaker digest matches, but clients with digest agility look at the strongest alone.',
  'dane.note.leaf-expired': 'The server’s certificate has expired.',
  'dane.note.leaf-not-yet-valid': 'The server’s certificate is not yet valid.',
  'dane.note.leaf-name-mismatch': 'The server’s certificate names none of the names asked for.',
  'dane.note.anchor-expired':
    'The certificate of the anchor has expired; some clients refuse that.',
} as const;
