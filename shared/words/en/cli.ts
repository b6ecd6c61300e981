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
  'cli.tlsa-explain.summary': 'Explains a TLSA record part by part.',
} as const;
