/** The command line's own words: help, summaries, options. */
export const cli = {
  'cli.help.usage': 'Usage: {usage}',
  'cli.help.program':
    'Exchange Companion: certificates to TLSA records, DNSSEC and DANE checks, tenant readiness.',
  'cli.help.commands': 'Commands:',
  'cli.help.options': 'Options:',
  'cli.help.global': 'Everywhere:',
  'cli.help.examples': 'Examples:',
  'cli.help.more': 'More: {command}',
  'cli.help.exit':
    'Exit code: 0 good, 1 a bad finding, 2 usage or unusable input, 3 not determined for lack of network or answer, 4 sign-in, 5 internal. Advice and warnings never change it.',

  'cli.option.json': 'JSON Lines on stdout and nothing else, one object a line.',
  'cli.option.ordered': 'Answers in input order instead of as soon as each is done.',
  'cli.option.at': 'Takes TIME (RFC 3339) for the present.',
  'cli.option.data-dir': 'Keeps settings and history in DIR (or set EXO_COMPANION_HOME).',
  'cli.option.help': 'Shows this help.',
  'cli.option.version': 'Shows the version.',

  'cli.tlsa-generate.summary': 'Makes TLSA records from certificate exports.',
  'cli.tlsa-generate.description':
    'Makes the TLSA records that belong to certificate exports: PEM, DER, PKCS #7, PKCS #12 or a serialized store, told by content; “-” reads stdin. By default one record, 3 1 1, of the server’s certificate; usages 0 and 2 give one for each CA certificate of the file. Nothing leaves this computer.',
  'cli.option.host': 'Name of the server, as the MX record has it.',
  'cli.option.zone':
    'Zone that holds the record; without it the host without its first label, which is a guess.',
  'cli.option.port': 'Port of the service (25).',
  'cli.option.protocol': 'tcp, udp or sctp (tcp).',
  'cli.option.usage': 'Certificate usage, 0 to 3 (3).',
  'cli.option.selector': '0 the certificate, 1 its public key (1).',
  'cli.option.matching': '0 all of it, 1 SHA-256, 2 SHA-512 (1).',
  'cli.option.all': 'Every record that the file allows.',
  'cli.option.ttl': 'Time to live in seconds; without it the zone’s own.',
  'cli.option.format':
    'Prints this alone: zone, generic (RFC 3597), windows, azure, cloudflare or route53. No effect under --json.',
  'cli.option.password-stdin': 'Reads the password of PKCS #12 files from the first line of stdin.',

  'cli.tlsa-explain.summary': 'Explains a TLSA record part by part.',
  'cli.tlsa-explain.description':
    'Explains TLSA records part by part, with advice: “3 1 1 …”, a line of a zone, or the generic form of RFC 3597. “-” reads records from stdin.',

  'cli.error.pkcs12-password-required.action':
    'Give the password by --password-stdin, as in: exo-companion tlsa generate … --password-stdin < password.txt',
  'cli.error.pkcs12-password-wrong.action':
    'Check the first line of stdin; or export only the certificate as .cer, which needs no password.',

  'cli.tlsa.source':
    '{source}: {subject, select, none {certificate without a subject} other {{subject}}}',
  'cli.tlsa.zone-guess': 'Zone: {zone} (a guess from the host name; say --zone if it is another)',
  'cli.tlsa.zone': 'Zone: {zone}',
  'cli.tlsa.host': 'Host: {host}',
  'cli.tlsa.usable':
    '{usable, select, yes {Senders of mail can use this record.} other {Senders of mail can’t use this record.}}',
  'cli.tlsa.warnings': 'Warnings:',
  'cli.tlsa.notes': 'Notes:',
} as const;
