/** What a certificate file holds: formats, keys, roles, and notes on what was read. */
export const certificates = {
  'certificates.format.pem': 'PEM',
  'certificates.format.der': 'DER',
  'certificates.format.pkcs7': 'PKCS #7',
  'certificates.format.pkcs12': 'PKCS #12',
  'certificates.format.sst': 'Microsoft serialized store',

  'certificates.role.leaf': 'Server certificate',
  'certificates.role.issuer': 'Issuer',

  'certificates.key.rsa': '{bits, select, none {RSA} other {RSA, {bits} bits}}',
  'certificates.key.rsa-pss': '{bits, select, none {RSA-PSS} other {RSA-PSS, {bits} bits}}',
  'certificates.key.ec':
    '{curve, select, none {{bits, select, none {ECDSA} other {ECDSA, {bits} bits}}} prime256v1 {ECDSA, P-256} secp384r1 {ECDSA, P-384} secp521r1 {ECDSA, P-521} other {ECDSA, {curve}}}',
  'certificates.key.ed25519': 'Ed25519',
  'certificates.key.ed448': 'Ed448',
  'certificates.key.dsa': '{bits, select, none {DSA} other {DSA, {bits} bits}}',
  'certificates.key.unknown':
    '{oid, select, none {Unknown key type} other {Unknown key type ({oid})}}',

  'certificates.name.dns': 'Host name',
  'certificates.name.ip': 'IP address',
  'certificates.name.email': 'Email address',
  'certificates.name.uri': 'URI',
  'certificates.name.other': 'Other name',

  'certificates.note.private-key-discarded':
    '{count, plural, one {The file holds a private key. It was not read, kept or shown.} other {The file holds # private keys. They were not read, kept or shown.}}',
  'certificates.note.duplicates-removed':
    '{count, plural, one {One certificate stood in the file twice; it is listed once.} other {# repeated certificates were left out.}}',
  'certificates.note.request-skipped':
    '{count, plural, one {A certificate request was left out: it is not what the server shows.} other {# certificate requests were left out: they are not what the server shows.}}',
  'certificates.note.block-skipped':
    '{count, plural, one {One part of the file is no certificate, or damaged, and was left out.} other {# parts of the file are no certificates, or damaged, and were left out.}}',
  'certificates.note.certificate-skipped':
    '{count, plural, one {One certificate can’t be read and was left out.} other {# certificates can’t be read and were left out.}}',
  'certificates.note.several-leaves':
    'The file holds {count, number} server certificates. Each has a record of its own.',
  'certificates.note.no-leaf':
    '{count, plural, one {The certificate is that of a certification authority: no server certificate is in the file.} other {All # certificates are those of certification authorities: no server certificate is in the file.}}',
  'certificates.note.chain-incomplete':
    '{count, plural, one {The chain of the server certificate does not reach a root in this file. Usages 0 and 2 need the issuer that they name.} other {The chains of # server certificates do not reach a root in this file. Usages 0 and 2 need the issuer that they name.}}',
  'certificates.note.mac-not-checked':
    'Nothing proves that the file is unchanged: it has no checksum that a password protects, or none was checked. Compare the fingerprint with the server’s.',
  'certificates.note.names-left-out':
    '{count, plural, one {One further name is not shown.} other {# further names are not shown.}}',
} as const;
