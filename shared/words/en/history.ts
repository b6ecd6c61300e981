/** What was checked before, and what has changed since. */
export const history = {
  'history.title': 'History',
  'history.lead':
    'Every check is kept on this computer, with all that it rested on, until you remove it; of each domain the {max, number} newest.',
  'history.place.internet': 'Internet',
  'history.place.lab': 'Practice lab',
  'history.filter': 'Find a domain',
  'history.none.title': 'Nothing yet',
  'history.none.text': 'What you check appears here.',
  'history.noMatch.title': 'No domain has that in its name',
  'history.noMatch.text': 'Empty the field to see all of them.',
  'history.count': '{count, plural, one {one check} other {# checks}}',
  'history.before': 'before: {verdict}',
  'history.notLasting':
    'The history can’t be written on this computer: what you check now is kept only until the app ends. Check the data directory on the page about this app.',
  'history.keptAside':
    'The history could not be read. It was put aside as {file}, and a new one begun.',

  'history.of': 'History of {subject}',
  'history.of.none.title': 'There is no check of {subject}',
  'history.of.none.text': 'It may have been removed, or was never made on this computer.',
  'history.timeline': 'Verdicts',
  'history.timeline.lead':
    '{count, plural, one {One check is kept.} other {# checks are kept, the newest first.}}',
  'history.timeline.full': 'That is as many as are kept: with the next check the oldest one goes.',
  'history.timeline.changed': 'changed',
  'history.changes': 'What changed',
  'history.changes.first':
    'This is the first check that is kept: there is nothing to compare with.',
  'history.changes.none': 'Nothing has changed since the check of {when}.',
  'history.changes.since': 'Since the check of {when}:',
  'history.shown': 'The check of {when}',
  'history.check': 'Check again',
  'history.forget': 'Remove this history',
  'history.forget.title': 'Remove the history of {subject}?',
  'history.forget.text':
    '{count, plural, one {One check is} other {# checks are}} removed from this computer. That can’t be undone.',
  'history.forget.yes': 'Remove',
  'history.forgotten': 'The history of {subject} is removed.',

  'dane.change.none': 'none',
  'dane.change.verdict': 'The verdict was “{from}” and is “{to}”.',
  'dane.change.mx-status': 'The MX records were {from} and are {to}.',
  'dane.change.host-added': '{to} is a new MX host.',
  'dane.change.host-removed': '{from} is no longer an MX host.',
  'dane.change.preference': 'The preference of {host} was {from} and is {to}.',
  'dane.change.host-verdict': '{host}: “{from}” became “{to}”.',
  'dane.change.address-status': 'The addresses of {host} were {from} and are {to}.',
  'dane.change.address-added': '{host} has a new address, {to}.',
  'dane.change.address-removed': '{host} no longer has the address {from}.',
  'dane.change.address-verdict': '{ip} of {host}: “{from}” became “{to}”.',
  'dane.change.tlsa-status': 'The TLSA records of {host} were {from} and are {to}.',
  'dane.change.tlsa-base': 'The TLSA base of {host} was {from} and is {to}.',
  'dane.change.tlsa-added': '{host} has a new TLSA record: {to}',
  'dane.change.tlsa-removed': '{host} no longer has the TLSA record {from}',
  'dane.change.certificate':
    '{host} shows another certificate: it was {from}… and is {to}… (SHA-256).',
  'dane.change.finding-new': 'New: {finding}',
  'dane.change.finding-gone': 'Gone: {finding}',
  'dane.change.mta-sts': 'MTA-STS was “{from}” and is “{to}”.',
  'dane.change.tls-reporting': 'TLS reports were “{from}” and are “{to}”.',
} as const;
