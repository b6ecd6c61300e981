/** `error.<code>.message` says what is wrong, `error.<code>.action` what to do. */
export const errors = {
  'error.internal.message': 'Something went wrong inside the app. This is a fault of ours.',
  'error.internal.action':
    'Try again. If it happens again, report it with the steps that led here.',

  'error.input-invalid.message': 'What was asked for can’t be understood: {problem}',
  'error.input-invalid.action':
    'Check what you typed. If you typed nothing, this is a fault of ours: report it with the steps that led here.',
  'error.input-too-large.message': 'What was asked for is too large to be handled at once.',
  'error.input-too-large.action': 'Take a smaller file, or fewer items at a time.',
  'error.channel-unknown.message': 'This version of the app can’t do that.',
  'error.channel-unknown.action':
    'Close every window of the app and start it again, so that all of it has the same version.',
  'error.rate-limited.message': 'That was asked for too often in a short time.',
  'error.rate-limited.action': 'Wait a few seconds, then try again.',
  'error.cancelled.message': 'Stopped, as you asked.',
  'error.cancelled.action': 'Start it again when you want the result.',

  'error.file-not-found.message': 'There is no file “{name}”.',
  'error.file-not-found.action': 'Check the path and the spelling.',
  'error.file-unreadable.message': '“{name}” can’t be opened.',
  'error.file-unreadable.action':
    'Check that it is a file, that you may read it and that no other program holds it.',
  'error.file-too-large.message':
    '“{name}” has {size, number, ::scale/0.00000095367431640625 .##} MiB; up to {limit, number, ::scale/0.00000095367431640625 .##} MiB are read.',
  'error.file-too-large.action':
    'Choose a smaller file. Of certificates, export only those that the server uses.',
  'error.file-empty.message': '“{name}” is empty.',
  'error.file-empty.action': 'Export or download the file again and choose the new one.',
  'error.files-too-many.message':
    'Up to {limit, number} files are kept here; {refused, plural, one {# more was left out} other {# more were left out}}.',
  'error.files-too-many.action': 'Remove files that you don’t need, then add the others.',

  'error.certificate-none-found.message': '“{name}” can be read, but holds no certificate.',
  'error.certificate-none-found.action':
    'Export the certificate itself: as .cer, .pem, .p7b or .pfx.',
  'error.certificate-not-recognized.message': '“{name}” is not a certificate file.',
  'error.certificate-not-recognized.action':
    'Choose an export in the format PEM, DER, PKCS #7 (.p7b), PKCS #12 (.pfx) or Microsoft serialized store (.sst).',
  'error.certificate-truncated.message': '“{name}” ends in the middle of a certificate.',
  'error.certificate-truncated.action':
    'Export or copy it again, from the first to the last line, and compare the size of the copy.',
  'error.certificate-malformed.message': 'The certificate in “{name}” is damaged.',
  'error.certificate-malformed.action': 'Export it again from where it is installed.',
  'error.certificate-html.message': '“{name}” is a web page, not a certificate.',
  'error.certificate-html.action':
    'The download saved a sign-in or error page. Open it in the browser, then download the certificate again.',
  'error.certificate-request.message': '“{name}” is a certificate request, not a certificate.',
  'error.certificate-request.action':
    'Choose the file that the certification authority sent back. Only that one is what the server shows.',
  'error.certificate-key-only.message': '“{name}” holds a private key and no certificate.',
  'error.certificate-key-only.action':
    'Choose the certificate that belongs to it. A private key is never needed here: keep it where it is.',
  'error.certificate-too-many.message':
    '“{name}” holds {count, number} certificates; up to {limit, number} are read.',
  'error.certificate-too-many.action': 'Export only the certificates that the server uses.',

  'error.pem-malformed.message':
    'The block that begins on line {line, number} of “{name}” is damaged.',
  'error.pem-malformed.action':
    'Copy it again, with its BEGIN and END lines and nothing but Base64 between them.',
  'error.pkcs7-malformed.message': 'The PKCS #7 file “{name}” is damaged.',
  'error.pkcs7-malformed.action': 'Export it again, or export the certificate as .cer.',
  'error.pkcs12-malformed.message': 'The PKCS #12 file “{name}” is damaged.',
  'error.pkcs12-malformed.action':
    'Export it again, or export only the certificate as .cer, without the private key.',
  'error.pkcs12-password-required.message': '“{name}” is protected by a password.',
  'error.pkcs12-password-required.action':
    'Type the password that was set when the file was exported. It is used once and not kept.',
  'error.pkcs12-password-wrong.message': 'This is not the password of “{name}”.',
  'error.pkcs12-password-wrong.action':
    'Type it again: capital letters and the keyboard’s language count. Or export only the certificate as .cer, which needs no password.',
  'error.pkcs12-iterations-too-many.message':
    '“{name}” asks for {count, number} rounds to check its password; up to {limit, number} are computed.',
  'error.pkcs12-iterations-too-many.action':
    'Export it again with usual settings, or export only the certificate as .cer.',
  'error.pkcs12-algorithm-unsupported.message':
    '“{name}” is protected with {algorithm}, which this app can’t read.',
  'error.pkcs12-algorithm-unsupported.action':
    'Export it again with AES-256 or TripleDES, or export only the certificate as .cer.',
  'error.store-malformed.message': 'The serialized store “{name}” is damaged or cut short.',
  'error.store-malformed.action': 'Export it again, or export the certificate as .cer.',

  'error.session-lost.message': 'This page is not connected to Exchange Companion any more.',
  'error.session-lost.action':
    'Run npm start again in the app’s folder: it gives a fresh link, which opens this page anew.',

  'error.host-invalid.message':
    '{problem, select, empty {No host name was given.} email {“{value}” is an e-mail address, not a host name.} url {“{value}” is a web address, not a host name.} port {“{value}” has a port after the host name.} ownerName {“{value}” is the name of a TLSA record, not of its host.} whitespace {“{value}” has a space in it.} underscore {“{value}” has an underscore, which host names don’t have.} character {“{value}” has the character {character}, which host names don’t have.} emptyLabel {“{value}” has two dots in a row, or a dot at its start.} hyphen {“{label}” in “{value}” begins or ends with a hyphen.} labelTooLong {“{label}” has {octets, number} characters; between two dots up to 63 are allowed.} tooLong {The name has {octets, number} characters with all that belongs to it; the DNS allows 253.} international {“{value}” is not a valid international name.} singleLabel {“{value}” has no dot: it is no full host name.} other {“{value}” is not a host name.}}',
  'error.host-invalid.action':
    '{problem, select, email {Enter the name of the mail server, the one in the domain’s MX record.} url {{suggestion, select, none {Enter the host name alone.} other {Enter {suggestion} alone.}}} port {Enter {suggestion} alone, and the port in its own field.} ownerName {Enter {suggestion} alone; port and protocol have fields of their own.} singleLabel {Enter the full name, with its domain, as in mail.example.com.} international {Check the spelling, or enter the name as its xn-- form.} empty {Enter the server’s full name, as in mail.example.com.} other {Enter the server’s name with letters, digits, hyphens and dots, as in mail.example.com.}}',
  'error.host-wildcard.message': '“{value}” is a wildcard; a TLSA record belongs to one server.',
  'error.host-wildcard.action':
    'Enter the name of the server itself, as the MX record has it. Its certificate may well be a wildcard certificate.',
  'error.host-ip-address.message': '“{value}” is an IP address; DANE works with names only.',
  'error.host-ip-address.action':
    'Enter the name under which the server is reached, as the MX record has it.',
  'error.zone-invalid.message':
    '{problem, select, empty {No zone was given.} wildcard {“{value}” is a wildcard, not a zone.} ipAddress {“{value}” is an IP address, not a zone.} other {“{value}” is not the name of a zone.}}',
  'error.zone-invalid.action': 'Enter the zone as your DNS console lists it, as in example.com.',
  'error.zone-not-parent.message': '{host} does not belong to the zone {zone}.',
  'error.zone-not-parent.action':
    'Enter the host name itself or a domain above it: the zone in which the host’s address record stands.',
  'error.port-invalid.message': '“{value}” is not a port.',
  'error.port-invalid.action':
    'Enter a whole number from 1 to 65535. Mail between servers uses 25.',
  'error.ttl-invalid.message': '“{value}” is not a time to live.',
  'error.ttl-invalid.action': 'Enter whole seconds from 0 to 2147483647, as in 3600 for an hour.',
  'error.tlsa-record-invalid.message':
    '{problem, select, empty {There is no record in the text.} tooLong {The text is longer than any record ({max, number} characters).} parenthesis {The parentheses don’t match: one is missing or too many.} severalRecords {There are {count, number} records in the text; one is explained at a time.} otherType {This is a record of type {found}, not TLSA.} otherClass {The record is of class {found}; TLSA records are of class IN.} notRecognized {“{found}” does not begin a TLSA record.} fieldMissing {{field, select, usage {The certificate usage, the first number, is missing.} selector {The selector, the second number, is missing.} other {The matching type, the third number, is missing.}}} fieldNotNumber {{field, select, usage {The certificate usage, the first number,} selector {The selector, the second number,} other {The matching type, the third number,}} must be from 0 to 255, not “{found}”.} dataMissing {The data after the three numbers is missing.} dataNotHex {The data has the character “{found}” at place {position, number}; only 0–9 and a–f belong there.} dataOdd {The data has {digits, number} digits, an odd number: one is missing or too many.} genericLength {The generic form says that {declared} bytes follow, but {actual, plural, one {# byte does} other {# bytes do}}.} digestLength {The digest has {octets, plural, one {# byte} other {# bytes}} and should have {expected, number}.} dataMalformed {The data is not a {selector, select, 1 {public key} other {certificate}}.} other {The text is not a TLSA record.}}',
  'error.tlsa-record-invalid.action':
    '{problem, select, severalRecords {Paste them one by one.} dataOdd {Copy the record again, from its first to its last digit.} digestLength {Copy the record again, from its first to its last digit.} dataMalformed {Copy the record again, or correct its selector.} genericLength {Copy the record again, from its first to its last digit.} tooLong {Paste the record alone.} dataNotHex {Copy the record again; colons between the digits don’t belong into a record.} other {Paste the record as the zone has it: three numbers and the data, as in 3 1 1 and 64 digits.}}',
  'error.tlsa-no-ca-certificate.message':
    'Usage {usage} needs the certificate of an issuer, and “{file}” holds none.',
  'error.tlsa-no-ca-certificate.action':
    'Export the certificate again with its chain (.p7b, or .pfx with all certificates of the path), or use 3 1 1, which needs the server’s own certificate only.',
  'error.tlsa-no-leaf-certificate.message':
    'Usage {usage} needs the server’s own certificate, and “{file}” holds only those of issuers.',
  'error.tlsa-no-leaf-certificate.action':
    'Export the certificate that the server shows, or choose usage 2 for the issuer’s.',

  'error.target-invalid.message':
    '{problem, select, empty {No target was given.} address {“{target}” is an IP address; DANE works with names only.} port {“{target}” has a port that can’t be used here.} portMissing {“{target}” needs a port.} other {“{target}” is not a name that can be checked.}}',
  'error.target-invalid.action':
    '{problem, select, address {Enter the mail domain, the part of an address behind the @.} port {Enter the mail domain alone, or choose another service than mail between servers.} portMissing {Write it like mail.example.com:8443.} other {Enter a mail domain like example.com.}}',
  'error.vector-malformed.message': 'Line {line, number} is no case: {problem}.',
  'error.vector-malformed.action': 'Write one JSON object a line, with chain, tlsa and names.',
  'error.signature-not-checkable.message':
    'A signature in this chain can’t be checked here: the runtime does not know its algorithm.',
  'error.signature-not-checkable.action':
    'Run the command line with Node.js instead of the desktop app.',
  'error.proxy-invalid.message': '“{value}” is not the address of a SOCKS5 proxy.',
  'error.proxy-invalid.action':
    'Write host and port, like 127.0.0.1:1080, as “ssh -D 1080 server” offers it.',
  'error.hello-invalid.message': '“{value}” can’t be said in EHLO.',
  'error.seconds-invalid.message': '“{value}” is no number of seconds.',
  'error.seconds-invalid.action': 'Enter a number from 0.05 to {max, number}.',
  'error.hello-invalid.action': 'Use a host name such as mail.example.com, or leave it empty.',

  'error.storage-unavailable.message': 'The history in “{file}” can’t be opened: {problem}',
  'error.storage-unavailable.action':
    'Check that the folder can be written and that no other program holds the file.',
  'error.history-entry-missing.message': 'This check is no longer kept.',
  'error.history-entry-missing.action': 'Check the domain again.',
  'error.history-entry-unreadable.message':
    'This check was kept by another version of the app and can’t be shown.',
  'error.history-entry-unreadable.action': 'Check the domain again.',
  'error.run-missing.message': 'This run is no longer kept.',
  'error.run-missing.action': 'Assess the tenant again, or choose another run.',
  'error.step-blocked.message': 'Doing this step now would stop mail.',
  'error.step-blocked.action': 'Read in the step what is missing, mend that, and verify it again.',

  'error.usage.message':
    '{problem, select, noCommand {No command was given.} unknownCommand {There is no command “{command}”.} unknownOption {There is no option {option}.} missingValue {{option} needs a value.} unexpectedValue {{option} takes no value.} repeated {{option} was given more than once.} missingOption {{option} is missing.} conflict {{option} and {other} can’t be used together.} missingArgument {{argument} is missing.} unexpectedArgument {“{argument}” is one argument too many.} passwordTooLong {The password on stdin is longer than {max, number} bytes.} time {{option} is not a time: “{value}”.} number {{option} must be a whole number from {min, number, ::group-off} to {max, number, ::group-off}, not “{value}”.} choice {{option} can’t be “{value}”.} other {The call can’t be understood.}}',
  'error.usage.action':
    '{problem, select, unknownCommand {{hint, select, none {See the list of commands: exo-companion --help} other {Did you mean “{hint}”?}}} unknownOption {{hint, select, none {See the options with --help.} other {Did you mean {hint}?}}} conflict {Leave one of the two out.} repeated {Give it once.} unexpectedValue {Give it without “=…”.} time {Write it like 2026-11-23T09:00:00Z, with Z or an offset.} choice {Use one of: {choices}.} number {Correct the number.} other {See the usage with --help.}}',

  'error.name-invalid.message':
    '{problem, select, empty {No name was given.} emptyLabel {“{name}” has two dots in a row, or a dot at its start.} labelTooLong {A part of “{name}” has more than 63 characters.} nameTooLong {“{name}” is longer than a name in the DNS can be.} escape {“{name}” has a backslash that escapes nothing.} international {“{name}” is not a valid international name.} other {“{name}” has a character that names are not written with.}}',
  'error.name-invalid.action':
    '{problem, select, labelTooLong {Between two dots up to 63 characters are allowed.} nameTooLong {Up to 253 characters are allowed, dots included.} escape {Write \\. for a dot inside a label, or \\DDD for an octet, as in zone files.} other {Enter the full name, as in mail.example.com.}}',
  'error.type-unknown.message': '“{type}” is not a record type.',
  'error.type-unknown.action':
    'Enter a type such as MX, A, AAAA, TLSA or DS, or TYPE and its number.',
  'error.resolver-invalid.message':
    '{problem, select, scheme {“{resolver}” does not say how to reach the resolver.} address {“{resolver}” needs an IP address after the protocol.} port {The port in “{resolver}” is not one.} serverName {The name behind # in “{resolver}” is not a host name.} other {“{resolver}” is not a resolver’s address.}}',
  'error.resolver-invalid.action':
    'Write udp://192.0.2.1, tcp://192.0.2.1, tls://192.0.2.1#dns.example.com or https://dns.example.com/dns-query, IPv6 addresses in brackets.',
  'error.resolver-unreachable.message': 'This computer is set to use no DNS resolver.',
  'error.resolver-unreachable.action': 'Connect to a network, or name a resolver.',
  'error.trust-anchor-missing.message': 'There is no trust anchor in it.',
  'error.trust-anchor-missing.action':
    'Give at least one DS or DNSKEY record, as in “example. IN DS 12345 13 2 …”, or root-anchors.xml.',
  'error.trust-anchor-expired.message':
    '{until, select, none {No key of the trust anchor of {zone} is valid yet.} other {The last key of the trust anchor of {zone} ended on {until}.}}',
  'error.trust-anchor-expired.action':
    'Check the date of this computer; then update the app, or import the present anchors.',
  'error.trust-anchor-malformed.message':
    '{line, plural, =0 {{problem, select, tooMany {There are more trust anchors than are taken.} record {A record of “{zone}” is no trust anchor.} xml {This is no well-formed XML file of trust anchors.} xmlElement {The XML file is not one of trust anchors.} xmlZone {The zone in the XML file is no name.} xmlDate {A date in the XML file can’t be read, or is missing.} other {A key in the XML file can’t be read.}}} other {Line {line, number} is no record.}}',
  'error.trust-anchor-malformed.action':
    'Give DS or DNSKEY records in the format of zone files, one a line, of keys that are not revoked; or root-anchors.xml as IANA publishes it.',
} as const;
