import { TablePage } from './TablePage.tsx';
import { TriState, Verbatim, triStateText } from './TriState.tsx';
import { VerdictIcon } from '../../../ui/VerdictIcon.tsx';
import { useWords } from '../../../ui/words.tsx';
import type { MailboxRow } from '../../../../shared/contract/tenant.ts';
import type { ReactNode } from 'react';
import type { TableKind } from './LongTable.tsx';
import type { Verdict } from '../../../ui/VerdictIcon.tsx';
import type { Words } from '../../../ui/words.tsx';

type Id = Exclude<keyof MailboxRow, 'smtpClientAuthenticationDisabled'>;

const kind: TableKind<'tenant.mailboxes', Id> = {
  channel: 'tenant.mailboxes',
  title: 'tenantTable.mailboxes.title',
  filters: ['smtp-auth-on', 'smtp-auth-explicit', 'pop-or-imap', 'ews'],
  columns: [
    { id: 'address', share: 5, from: 0, sortable: true },
    { id: 'smtpAuth', share: 3.4, from: 0, sortable: true },
    { id: 'displayName', share: 3, from: 720, sortable: true },
    { id: 'type', share: 2.6, from: 1180, sortable: true },
    { id: 'pop', share: 1.5, from: 720, sortable: true },
    { id: 'imap', share: 1.5, from: 720, sortable: true },
    { id: 'ews', share: 1.5, from: 720, sortable: true },
    { id: 'activeSync', share: 2, from: 1180, sortable: true },
    { id: 'mapi', share: 1.5, from: 1180, sortable: true },
    { id: 'owa', share: 1.5, from: 1180, sortable: true },
    { id: 'authenticationPolicy', share: 2.4, from: 1180, sortable: true },
  ],
  keyOf: ({ address }) => address,
  renderCell: (id, row) => <Cell id={id} row={row} />,
  textOf,
};

export function MailboxesPage(): ReactNode {
  return <TablePage kind={kind} lead="tenantTable.mailboxes.lead" />;
}

const verdicts: Readonly<Record<MailboxRow['smtpAuth'], Verdict>> = {
  'on-mailbox': 'warning',
  'on-organization': 'warning',
  'off-mailbox': 'good',
  'off-organization': 'good',
  unknown: 'unknown',
};

function Cell({ id, row }: { readonly id: Id; readonly row: MailboxRow }): ReactNode {
  const t = useWords();
  if (id === 'smtpAuth') {
    const word = t(`tenantTable.smtpAuth.${row.smtpAuth}`);
    return <VerdictIcon verdict={verdicts[row.smtpAuth]} word={word} />;
  }
  const value = row[id];
  if (isText(id)) return <Verbatim text={value as string | null} />;
  return <TriState value={value as boolean | null} />;
}

function isText(id: Id): boolean {
  return ['address', 'displayName', 'type', 'authenticationPolicy'].includes(id);
}

function textOf(id: Id, row: MailboxRow, t: Words): string {
  if (id === 'smtpAuth') return t(`tenantTable.smtpAuth.${row.smtpAuth}`);
  const value = row[id];
  if (isText(id)) return typeof value === 'string' ? value : '';
  return triStateText(value as boolean | null, t);
}
