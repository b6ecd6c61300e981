import { TablePage } from './TablePage.tsx';
import { triStateText, verbatim, word } from './cells.tsx';
import { VerdictIcon } from '../../../ui/VerdictIcon.tsx';
import { mailboxesRoute, tableSearch } from '../tenantRoutes.ts';
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
    { id: 'address', share: 4.8, sortable: true },
    { id: 'smtpAuth', share: 3.4, sortable: true },
    { id: 'displayName', share: 2.8, sortable: true },
    { id: 'type', share: 2.6, sortable: true },
    { id: 'pop', share: 1.4, sortable: true },
    { id: 'imap', share: 1.5, sortable: true },
    { id: 'ews', share: 1.9, sortable: true },
    { id: 'activeSync', share: 2.5, sortable: true },
    { id: 'mapi', share: 1.6, sortable: true },
    { id: 'owa', share: 1.4, sortable: true },
    { id: 'authenticationPolicy', share: 2.4, sortable: true },
  ],
  renderCell,
  textOf,
};

export function MailboxesPage(): ReactNode {
  const search = mailboxesRoute.useSearch();
  const navigate = mailboxesRoute.useNavigate();
  return (
    <TablePage
      kind={kind}
      lead="tenantTable.mailboxes.lead"
      search={search}
      onSearch={(next) =>
        void navigate({ search: tableSearch(next), replace: true, resetScroll: false })
      }
    />
  );
}

const verdicts: Readonly<Record<MailboxRow['smtpAuth'], Verdict>> = {
  'on-mailbox': 'warning',
  'on-organization': 'warning',
  'off-mailbox': 'good',
  'off-organization': 'good',
  unknown: 'unknown',
};

function renderCell(id: Id, row: MailboxRow, t: Words): ReactNode {
  switch (id) {
    case 'smtpAuth':
      return <VerdictIcon verdict={verdicts[row.smtpAuth]} word={textOf(id, row, t)} />;
    case 'address':
    case 'displayName':
    case 'type':
      return verbatim(row[id], t('tenantTable.notKnown'));
    case 'authenticationPolicy':
      return verbatim(row[id], t('tenantTable.noPolicy'));
    case 'pop':
    case 'imap':
    case 'activeSync':
    case 'mapi':
    case 'owa':
    case 'ews':
      return word(textOf(id, row, t));
    default:
      return id satisfies never;
  }
}

function textOf(id: Id, row: MailboxRow, t: Words): string {
  switch (id) {
    case 'smtpAuth':
      return t(`tenantTable.smtpAuth.${row.smtpAuth}`);
    case 'address':
      return row.address;
    case 'displayName':
    case 'type':
      return row[id] ?? t('tenantTable.notKnown');
    case 'authenticationPolicy':
      return row[id] ?? t('tenantTable.noPolicy');
    case 'ews':
      // Exchange tells of POP, whatever it is; without it, nothing was read of this mailbox.
      return triStateText(
        row.ews,
        t,
        row.pop === null ? 'tenantTable.notKnown' : 'tenantTable.unset',
      );
    case 'pop':
    case 'imap':
    case 'activeSync':
    case 'mapi':
    case 'owa':
      return triStateText(row[id], t, 'tenantTable.notKnown');
    default:
      return id satisfies never;
  }
}
