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
  'dane.option.concurrency': 'How many targets are worked on at once; 16 if not said.',
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
