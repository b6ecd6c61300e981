/** The page that says whether the next certificate may be installed. */
export const renewal = {
  'renewal.title': 'Check a renewal',
  'renewal.lead':
    'Before you install the next certificate: does a published record already fit it, or would it stop mail? The published records and the certificate in use are looked up now.',
  'renewal.what': 'Server and next certificate',
  'renewal.host': 'Host name of the server',
  'renewal.host.hint': 'As the MX record names it, such as mail.example.com.',
  'renewal.port': 'Port',
  'renewal.file.label': 'The next certificate',
  'renewal.file.choose': 'Choose the certificate',
  'renewal.file.hint':
    'or drop it here. PEM, DER, .p7b, .pfx and .sst are read; with its chain, if its records name an issuer. A private key is never kept.',
  'renewal.file.chosen': 'Chosen: {name}',
  'renewal.check': 'Check the renewal',
  'renewal.running': 'Looking up the records and the certificate in use',
  'renewal.result': 'Answer',
  'renewal.verdict.safe': 'Safe now',
  'renewal.verdict.wait': 'Not before {time}',
  'renewal.verdict.stops-mail': 'Stops mail',
  'renewal.verdict.undetermined': 'Could not be determined',
  'renewal.meaning.safe': 'You can install this certificate at {host}. Mail goes on flowing.',
  'renewal.meaning.wait':
    'The record is right, but older answers may still be in caches. Install the certificate at {host} from then on.',
  'renewal.meaning.stops-mail':
    'With this certificate at {host}, every sender that knows DANE stops delivering, Exchange Online included. Publish the record below first, wait two TTLs, then install it.',
  'renewal.meaning.undetermined':
    'What is published for {host} could not be found out. Don’t install the certificate before it is.',
  'renewal.reason': 'Why',
  'renewal.ttl': 'TTL of the records',
  'renewal.ttl.value': '{seconds, plural, one {# second} other {# seconds}}',
  'renewal.since': 'Published since, at the latest',
  'renewal.status': 'DNSSEC of the records',
  'renewal.missing': 'Publish first',
  'renewal.obsolete': 'Remove two TTLs after the certificate is in use',
} as const;
