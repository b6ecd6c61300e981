import { smtpAuthStates } from '../../../../../shared/contract/tenant.ts';
import { hasAllRecords, switchKey, textKey } from './table.ts';
import type { CasMailbox, Mailbox } from '../../../../../shared/tenant/records/exchange.ts';
import type { MailboxRow } from '../../../../../shared/contract/tenant.ts';
import type { Table, TableReader } from './table.ts';

type Filter = 'smtp-auth-on' | 'smtp-auth-explicit' | 'pop-or-imap' | 'ews';

/** Mailboxes with the protocols that they are open for, and whether they may hand in mail by SMTP AUTH. */
export const mailboxTable: Table<MailboxRow, Filter> = {
  sources: ['casMailboxes', 'mailboxes', 'users', 'transportConfig'],
  async rows(reader) {
    const policies = await readPolicies(reader);
    const people = await readPeople(reader);
    const entry = reader.entry('casMailboxes');
    const isOrganizationOff = organizationSetting(reader);
    const knowsOwn = !entry.missing.includes('smtpClientAuthenticationDisabled');
    const rows: MailboxRow[] = [];
    const seen = new Set<Person>();
    for await (const stretch of reader.stretches('casMailboxes')) {
      for (const mailbox of stretch) {
        const person = people.get(idOf(mailbox)) ?? people.get(keyOf(mailbox.primarySmtpAddress));
        if (person !== undefined) seen.add(person);
        const policy = policyOf(policies, mailbox, person);
        const own = mailbox.smtpClientAuthenticationDisabled;
        const smtpAuth = knowsOwn ? smtpAuthOf(own, isOrganizationOff) : 'unknown';
        rows.push(rowOf(mailbox, person ?? null, policy, smtpAuth));
      }
    }
    // Whose protocols were not read is there all the same, with nothing known of them.
    if (!hasAllRecords(entry)) {
      for (const person of new Set(people.values()))
        if (!seen.has(person)) rows.push(rowOf(person, person, policyOf(policies, person, person)));
    }
    return { rows, reason: entry.reason };
  },
  texts: ({ address, displayName, type, authenticationPolicy }) => [
    address,
    displayName,
    type,
    authenticationPolicy,
  ],
  filters: {
    'smtp-auth-on': ({ smtpAuth }) => smtpAuth === 'on-mailbox' || smtpAuth === 'on-organization',
    'smtp-auth-explicit': ({ smtpClientAuthenticationDisabled: own }) => own !== null,
    'pop-or-imap': ({ pop, imap }) => pop === true || imap === true,
    ews: ({ ews }) => ews === true,
  },
  keys: {
    address: ({ address }) => textKey(address),
    displayName: ({ displayName }) => textKey(displayName),
    type: ({ type }) => textKey(type),
    smtpAuth: ({ smtpAuth }) => smtpAuthStates.indexOf(smtpAuth),
    pop: ({ pop }) => switchKey(pop),
    imap: ({ imap }) => switchKey(imap),
    activeSync: ({ activeSync }) => switchKey(activeSync),
    ews: ({ ews }) => switchKey(ews),
    mapi: ({ mapi }) => switchKey(mapi),
    owa: ({ owa }) => switchKey(owa),
    authenticationPolicy: ({ authenticationPolicy }) => textKey(authenticationPolicy),
  },
};

/**
 * A mailbox's own setting counts; without one the organization's does (`Set-CASMailbox`). What neither
 * says, or nobody read, is not known.
 */
function smtpAuthOf(own: boolean | null, organization: boolean | null): MailboxRow['smtpAuth'] {
  if (own !== null) return own ? 'off-mailbox' : 'on-mailbox';
  if (organization === null) return 'unknown';
  return organization ? 'off-organization' : 'on-organization';
}

function organizationSetting(reader: TableReader): boolean | null {
  const isMissing = reader
    .entry('transportConfig')
    .missing.includes('smtpClientAuthenticationDisabled');
  return isMissing
    ? null
    : (reader.whole('transportConfig')?.smtpClientAuthenticationDisabled ?? null);
}

type Person = Pick<
  Mailbox,
  | 'primarySmtpAddress'
  | 'userPrincipalName'
  | 'displayName'
  | 'recipientTypeDetails'
  | 'externalDirectoryObjectId'
>;

/** By directory id and by address; what is shown of a mailbox stands in `Get-Mailbox`. */
async function readPeople(reader: TableReader): Promise<ReadonlyMap<string, Person>> {
  const people = new Map<string, Person>();
  for await (const stretch of reader.stretches('mailboxes')) {
    for (const { emailAddresses: _, ...person } of stretch) {
      const keys = [idOf(person), keyOf(person.primarySmtpAddress ?? person.userPrincipalName)];
      for (const key of keys) if (key !== '') people.set(key, person);
    }
  }
  return people;
}

/** The policies that are assigned; by directory id and by name. */
async function readPolicies(reader: TableReader): Promise<ReadonlyMap<string, string>> {
  const policies = new Map<string, string>();
  for await (const stretch of reader.stretches('users')) {
    for (const user of stretch) {
      if (user.authenticationPolicy === null) continue;
      for (const key of [idOf(user), keyOf(user.userPrincipalName)])
        if (key !== '') policies.set(key, user.authenticationPolicy);
    }
  }
  return policies;
}

function policyOf(
  policies: ReadonlyMap<string, string>,
  mailbox: Pick<CasMailbox, 'primarySmtpAddress' | 'externalDirectoryObjectId'>,
  person: Person | undefined,
): string | null {
  const keys = [idOf(mailbox), keyOf(person?.userPrincipalName ?? mailbox.primarySmtpAddress)];
  return keys.map((key) => policies.get(key)).find((policy) => policy !== undefined) ?? null;
}

function rowOf(
  mailbox: Pick<CasMailbox, 'primarySmtpAddress' | 'displayName'> & Partial<CasMailbox>,
  person: Person | null,
  authenticationPolicy: string | null,
  smtpAuth: MailboxRow['smtpAuth'] = 'unknown',
): MailboxRow {
  return {
    address: mailbox.primarySmtpAddress ?? person?.userPrincipalName ?? mailbox.displayName ?? '?',
    displayName: mailbox.displayName ?? person?.displayName ?? null,
    type: person?.recipientTypeDetails ?? null,
    smtpAuth,
    smtpClientAuthenticationDisabled: mailbox.smtpClientAuthenticationDisabled ?? null,
    pop: mailbox.popEnabled ?? null,
    imap: mailbox.imapEnabled ?? null,
    activeSync: mailbox.activeSyncEnabled ?? null,
    ews: mailbox.ewsEnabled ?? null,
    mapi: mailbox.mapiEnabled ?? null,
    owa: mailbox.owaEnabled ?? null,
    authenticationPolicy,
  };
}

function idOf({
  externalDirectoryObjectId: id,
}: Pick<CasMailbox, 'externalDirectoryObjectId'>): string {
  return keyOf(id);
}

function keyOf(text: string | null): string {
  return text?.toLowerCase() ?? '';
}
