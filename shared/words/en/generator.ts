/** The page that makes a TLSA record of a certificate. */
export const generator = {
  'generator.title': 'Make a record',
  'generator.lead':
    'Give a certificate export: the record that belongs to it appears, ready to publish. Nothing leaves this computer.',

  'generator.files': 'Certificate files',
  'generator.files.label': 'Certificate files',
  'generator.files.choose': 'Choose files',
  'generator.files.hint':
    'or drop them here, or paste a certificate anywhere on this page. PEM, DER, .p7b, .pfx and .sst are read, up to 4 MiB each. A private key is never kept, shown or logged.',
  'generator.files.howToExport': 'How to export a certificate',
  'generator.files.list': 'Files',
  'generator.files.pasted': 'Pasted text',
  'generator.files.remove': 'Remove {name}',
  'generator.files.waiting': 'Waiting for its turn',
  'generator.files.reading': 'Reading the file',
  'generator.files.read':
    '{format}: {count, plural, one {# certificate} other {# certificates}} read',
  'generator.files.status':
    '{read, plural, one {# file read} other {# files read}}{failed, plural, =0 {} one {, # could not be read} other {, # could not be read}}{waiting, plural, =0 {} one {, # needs a password} other {, # need a password}}.',

  'generator.password.label': 'Password of {name}',
  'generator.password.hint':
    'It was set at the export. It is used once and not kept. Leave it empty if there is none.',
  'generator.password.read': 'Read the file',

  'generator.certificates.table': 'Certificates',
  'generator.certificates.filter': 'Find a certificate by name, issuer, serial or fingerprint',
  'generator.certificates.name': 'Certificate',
  'generator.certificates.validity': 'Validity',
  'generator.certificates.key': 'Key',

  'generator.certificate': 'Certificate',
  'generator.certificate.details': 'Details',
  'generator.certificate.chain': 'Chain in the file',
  'generator.certificate.none': 'None',
  'generator.certificate.unreadable': 'Unreadable',
  'generator.certificate.subject': 'Subject',
  'generator.certificate.names': 'Names',
  'generator.certificate.issuer': 'Issuer',
  'generator.certificate.serial': 'Serial number',
  'generator.certificate.validity': 'Validity',
  'generator.certificate.from': 'From',
  'generator.certificate.until': 'Until',
  'generator.certificate.key': 'Key',
  'generator.certificate.signature': 'Signed with',
  'generator.certificate.fingerprint': 'SHA-256 fingerprint',
  'generator.certificate.thumbprint': 'Thumbprint (SHA-1)',
  'generator.chain.root': 'Root',
  'generator.chain.selfSigned': 'Self-signed server certificate',

  'generator.validity.valid': 'Ends {when}',
  'generator.validity.ends-soon': 'Ends {when}',
  'generator.validity.expired': 'Ended {when}',
  'generator.validity.not-yet-valid': 'Begins {when}',
  'generator.validity.unreadable': 'Dates unreadable',

  'generator.place': 'Where it goes',
  'generator.service': 'Service',
  'generator.ttl': 'TTL in seconds',
  'generator.ttl.none': 'Without a time to live of its own, the record has that of its zone.',
  'generator.host': 'Host name of the server',
  'generator.host.inDns': 'In the DNS: {name}',
  'generator.zone': 'Zone that holds the record',

  'generator.numbers': 'What it says of the certificate',
  'generator.anchor': 'Certificate of the issuer',

  'generator.record': 'The record',
  'generator.record.copy': 'Copy the record',
  'generator.record.incomplete':
    'Fill in host name and port to get the whole line. Until then these are the record’s data alone.',

  'generator.record.none.title': 'It appears here',
  'generator.record.none.text':
    'As soon as a certificate has been read, its 3 1 1 record stands here, ready to copy.',
  'generator.parts': 'The record part by part',
  'generator.advice': 'Advice',

  'generator.takeAway': 'Take it away',
  'generator.takeAway.copy': 'Copy',
  'generator.takeAway.save': 'Save as a file',
  'generator.resourceGroup': 'Resource group',

  'generator.combinations': 'Every combination ({count, number})',
  'generator.combinations.lead':
    'All records that this certificate and its issuers allow. One of them is enough; the recommended ones come first.',
  'generator.combinations.all': 'All',
  'generator.combinations.copyAll': 'Copy {count, plural, one {# record} other {# records}}',
  'generator.combinations.numbers': 'Numbers',
  'generator.combinations.certificate': 'Made from',
  'generator.combinations.data': 'Data',
  'generator.combinations.copy': 'Copy',
  'generator.combinations.bytes': '{count, plural, one {# byte} other {# bytes}}',
} as const;
