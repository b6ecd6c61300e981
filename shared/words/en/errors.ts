/** `error.<code>.message` says what is wrong, `error.<code>.action` what to do. */
export const errors = {
  'error.internal.message': 'Something went wrong inside the app. This is a fault of ours.',
  'error.internal.action':
    'Try again. If it happens again, report it with the steps that led here.',

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

  'error.usage.message':
    '{problem, select, noCommand {No command was given.} unknownCommand {There is no command “{command}”.} unknownOption {There is no option {option}.} missingValue {{option} needs a value.} unexpectedValue {{option} takes no value.} repeated {{option} was given more than once.} missingOption {{option} is missing.} conflict {{option} and {other} can’t be used together.} missingArgument {{argument} is missing.} unexpectedArgument {“{argument}” is one argument too many.} time {{option} is not a time: “{value}”.} number {{option} must be a whole number from {min, number, ::group-off} to {max, number, ::group-off}, not “{value}”.} choice {{option} can’t be “{value}”.} other {The call can’t be understood.}}',
  'error.usage.action':
    '{problem, select, unknownCommand {{hint, select, none {See the list of commands: exo-companion --help} other {Did you mean “{hint}”?}}} unknownOption {{hint, select, none {See the options with --help.} other {Did you mean {hint}?}}} conflict {Leave one of the two out.} repeated {Give it once.} unexpectedValue {Give it without “=…”.} time {Write it like 2026-11-23T09:00:00Z, with Z or an offset.} choice {Use one of: {choices}.} number {Correct the number.} other {See the usage with --help.}}',
} as const;
