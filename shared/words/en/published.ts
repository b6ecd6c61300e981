/** What is published already, compared with the certificate in the generator. */
export const published = {
  'published.title': 'What is published',
  'published.lead':
    'Looks up the TLSA records of the server now, proves them by DNSSEC, and compares them with this certificate.',
  'published.look': 'Compare with what is published',
  'published.running': 'Looking up the published records',
  'published.state.found':
    '{count, plural, one {One record is} other {# records are}} published for {host}.',
  'published.state.absent': 'Nothing is published for {host} yet.',
  'published.state.insecure':
    'The zone of {host} is not signed with DNSSEC: senders look at no TLSA record of it, whatever is published.',
  'published.state.no-address':
    '{host} has no address: senders look for no TLSA record. Check the spelling.',
  'published.state.unknown':
    'What is published for {host} could not be found out: an answer failed, or is not valid.',
  'published.address': 'DNSSEC of the address',
  'published.tlsa': 'DNSSEC of the records',
  'published.owner': 'Name of the records',
  'published.ttl': 'TTL of the records',
  'published.records': 'Published records',
  'published.made.there': 'The record above is published.',
  'published.made.missing': 'The record above is not published.',
  'published.match.leaf': 'Belongs to this certificate ({certificate})',
  'published.match.issuer': 'Belongs to an issuer of it ({certificate})',
  'published.match.none':
    'Belongs to no certificate here: one in use elsewhere, an old one, or the next',
} as const;
