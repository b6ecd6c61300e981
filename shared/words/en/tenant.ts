/** Reading a tenant: its sources, snapshots, imports, the audit table. */
export const tenant = {
  'error.snapshot-unreadable.message': '“{name}” is not a snapshot of a tenant ({problem}).',
  'error.snapshot-unreadable.action':
    'Choose a file that this app wrote, as by: exo-companion tenant snapshot --out FILE',
  'error.snapshot-newer.message':
    '“{name}” was written by a newer version of the app (snapshot@{version}).',
  'error.snapshot-newer.action': 'Update this app, or take a new snapshot with it.',
  'error.snapshot-missing.message':
    '{tenant, select, other {There is no stored snapshot of {tenant}.} none {The snapshot that was asked for is not stored any more.}}',
  'error.snapshot-missing.action': 'Read the tenant first, or import files of it.',
  'error.import-not-recognized.message':
    '“{name}” holds nothing that this app knows: neither what a cmdlet printed nor a report.',
  'error.import-not-recognized.action':
    'Make the file with one of the commands on the import page, and don’t rename its columns.',
  'error.import-malformed.message':
    '“{name}” can’t be read as {format, select, json {JSON} csv {CSV} other {text}}: {problem}',
  'error.import-malformed.action':
    'Make the file again and let the command finish; if it was opened in a spreadsheet, use the original.',
  'error.import-domain-missing.message':
    '“{name}” holds what Exchange says of a domain, but not of which one.',
  'error.import-domain-missing.action':
    'Make the file with the command on the import page, which writes each domain beside its answer.',
  'error.tenant-mixed.message': '“{name}” comes from {found}, not from {expected}.',
  'error.tenant-mixed.action':
    'Choose the file of the right tenant, or import this one under its own name.',
  'error.tenant-name-missing.message': 'The tenant has no name yet.',
  'error.tenant-name-missing.action': 'Type a name for it, or choose a tenant that is there.',
  'error.import-into-demo.message': 'The demo tenant takes no files.',
  'error.import-into-demo.action': 'Choose another tenant, or type the name of a new one.',
  'error.upload-broken.message': '“{name}” did not arrive whole.',
  'error.upload-broken.action': 'Choose the file again.',

  'error.file-unwritable.message': '“{name}” can’t be written.',
  'error.file-unwritable.action':
    'Check that the folder is there, that you may write in it and that there is room on the disk.',

  'tenant.option.demo': 'Takes Contoso, the demo tenant: no account and no network.',
  'tenant.option.out': 'Writes the snapshot to FILE instead of stdout.',
  'tenant.option.name': 'Name of the tenant that the files are of.',

  'tenant.cli.snapshot.summary': 'Reads a tenant into a snapshot.',
  'tenant.cli.snapshot.description':
    'Signs in with a code (or with the browser), reads what your roles and permissions allow, and prints the snapshot as JSON on stdout. Only reads: no cmdlet but Get-* ever leaves this computer. The tokens stay in memory and are forgotten at the end; the snapshot is kept for tenant readiness and for the app.',
  'tenant.cli.import.summary':
    'Makes a snapshot of files: PowerShell output, inventories, reports.',
  'tenant.cli.import.description':
    'Reads what Exchange Online PowerShell printed (ConvertTo-Json or Export-Csv), an inventory of Outlook installations, or the admin centre’s report of SMTP AUTH clients, and adds it to the newest snapshot of the tenant. Nothing leaves this computer.',
  'tenant.cli.not-kept':
    'The folder for data can’t be used, so that this snapshot is printed and not kept.',
  'tenant.cli.written': 'Written to {name}.',
  'tenant.cli.imported':
    '{name}: {records, plural, one {# record} other {# records}} for {source}.',
  'tenant.cli.reading':
    'reading   {call} ({records, plural, one {# record} other {# records}} so far)',
  'tenant.cli.missing': 'Missing: {names}',
  'tenant.cli.state.ok':
    'read      {call} ({records, plural, =0 {none there} one {# record} other {# records}})',
  'tenant.cli.state.partial':
    'partly    {call} ({records, plural, one {# record} other {# records}}). {why}',
  'tenant.cli.state.failed': 'failed    {call}. {why}',
  'tenant.cli.state.not-asked': 'not asked {call}. {why}',

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
  'tenant.reason.unreachable': 'The server that was asked could not be reached.',
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
  'tenant.reason.storage-full':
    'It could not be kept: there was no room left, or another program held the database.',
} as const;
