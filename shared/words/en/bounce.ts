/** The page that explains bounces, trace lines, reports, errors and version lines. */
export const bounce = {
  'bounce.title': 'Explain a bounce',
  'bounce.lead':
    'Paste what came back: a non-delivery report, a line of a message trace, a TLS report, an error of PowerShell, or what Outlook says under “About Outlook”. It is read on this computer and goes nowhere.',
  'bounce.text': 'Text to explain',
  'bounce.example': 'Take an example',
  'bounce.file.label': 'File to explain',
  'bounce.file.choose': 'Choose a file',
  'bounce.file.hint':
    'or drop one here: a saved report or message, up to 4 MiB, also in gzip as TLS reports come.',
  'bounce.file.of': 'From the file {name}',
  'bounce.none.title': 'Nothing to explain yet',
  'bounce.none.text':
    'The explanation appears here: which server and address, what it means, whose side it is on, and what to do.',
  'bounce.working': 'Reading…',
  'bounce.more': '{count, plural, one {One more is} other {# more are}} not shown.',
  'bounce.codes': 'Code',
  'bounce.server': 'Server',
  'bounce.address': 'Address',
  'bounce.domain': 'Domain',
  'bounce.time': 'When',
  'bounce.product': 'Product',
  'bounce.verbatim': 'Also in the text',
  'bounce.verbatim.hint': '{value} (what this means, Microsoft does not document)',
  'bounce.port': '{ip}, port {port, number, ::group-off}',
  'bounce.side': 'Whose side',
  'bounce.side.yours': 'Yours',
  'bounce.side.theirs': 'The receiving domain’s, which is yours if the server is your own',
  'bounce.side.unknown': 'The text does not say',
  'bounce.next': 'What to do',
  'bounce.check': 'Check {target} now',
  'bounce.check.hint':
    'The live check asks the DNS and that domain’s mail servers whether the fault is still there.',
} as const;
