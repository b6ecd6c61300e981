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
