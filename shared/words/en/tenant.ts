/** Reading a tenant: its sources, snapshots, imports, the audit table. */
export const tenant = {
  'error.snapshot-unreadable.message': '“{name}” is not a snapshot of a tenant ({problem}).',
  'error.snapshot-unreadable.action':
    'Choose a file that this app wrote, as by: exo-companion tenant snapshot --out FILE',
  'error.snapshot-newer.message':
    '“{name}” was written by a newer version of the app (snapshot@{version}).',
  'error.snapshot-newer.action': 'Update this app, or take a new snapshot with it.',
  'error.snapshot-missing.message': 'There is no stored snapshot of {tenant}.',
  'error.snapshot-missing.action': 'Read the tenant first, or import files of it.',
  'error.import-not-recognized.message':
    '“{name}” holds nothing that this app knows: neither what a cmdlet printed nor a report.',
  'error.import-not-recognized.action':
    'Make the file with one of the commands on the import page, and don’t rename its columns.',
  'error.import-malformed.message':
    '“{name}” can’t be read as {format, select, json {JSON} csv {CSV} other {text}}: {problem}',
  'error.import-malformed.action':
    'Make the file again and let the command finish; if it was opened in a spreadsheet, use the original.',
  'error.tenant-mixed.message': '“{name}” comes from {found}, not from {expected}.',
  'error.tenant-mixed.action':
    'Choose the file of the right tenant, or import this one under its own name.',

  'tenant.reason.not-chosen': 'Not chosen for this reading.',
  'tenant.reason.not-imported': 'No file of it was imported.',
  'tenant.reason.sign-in-required': 'You are not signed in, or have to sign in again.',
  'tenant.reason.consent-required': 'The app was not given the permission for it.',
  'tenant.reason.not-in-this-cloud': 'Microsoft does not offer it in this cloud.',
  'tenant.reason.no-domains':
    'The tenant’s domains are not known, so there was nothing to ask for.',
  'tenant.reason.role-missing': 'The account has no role that may read it.',
  'tenant.reason.licence-missing': 'The tenant has no Microsoft Entra ID P1 or P2.',
  'tenant.reason.trace-principal-missing':
    'The tenant has no service principal of message tracing yet.',
  'tenant.reason.token-refused': 'Microsoft did not accept the sign-in.',
  'tenant.reason.request-refused': 'Microsoft did not accept the request.',
  'tenant.reason.throttled': 'Microsoft asked for fewer requests, and waiting did not help.',
  'tenant.reason.timeout': 'No answer came in time.',
  'tenant.reason.unreachable': 'Microsoft could not be reached.',
  'tenant.reason.server-error': 'Microsoft answered with an error of its own.',
  'tenant.reason.cut-off': 'The answer broke off.',
  'tenant.reason.unexpected-answer': 'What came is not an answer to this request.',
  'tenant.reason.pages-expired': 'The next page was no longer to be had, twice.',
  'tenant.reason.redirect-refused':
    'The answer pointed to another host. The sign-in was not sent there.',
  'tenant.reason.interrupted': 'It was stopped before the end.',
  'tenant.reason.names-concealed': 'Microsoft hides the names in reports; only the numbers count.',
  'tenant.reason.properties-missing': 'Some properties were not in the answer.',
  'tenant.reason.records-skipped': 'Some records could not be read.',
  'tenant.reason.limit-reached': 'There was more than is read.',
  'tenant.reason.some-failed': 'It could not be read for all of them.',
  'tenant.reason.storage-full': 'There was no room left to keep it.',
} as const;
