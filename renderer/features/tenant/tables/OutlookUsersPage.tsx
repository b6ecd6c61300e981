import { TablePage } from './TablePage.tsx';
import { UsersByVersion } from './UsersByVersion.tsx';
import { verbatim, word } from './cells.tsx';
import { VerdictIcon } from '../../../ui/VerdictIcon.tsx';
import { sourceName } from '../sourceWords.ts';
import { outlookUsersRoute, tableSearch } from '../tenantRoutes.ts';
import type { OutlookUserRow } from '../../../../shared/contract/tenant.ts';
import type { ReactNode } from 'react';
import type { TableKind } from './LongTable.tsx';
import type { Words } from '../../../ui/words.tsx';

type Id = keyof OutlookUserRow;

const kind: TableKind<'tenant.outlookUsers', Id> = {
  channel: 'tenant.outlookUsers',
  title: 'tenantTable.users.title',
  filters: ['blocked', 'unsupported', 'supported'],
  columns: [
    { id: 'user', share: 4, sortable: true },
    { id: 'verdict', share: 2.9, sortable: true },
    { id: 'product', share: 4, sortable: true },
    { id: 'build', share: 2.6, sortable: true },
    { id: 'device', share: 2.4, sortable: true },
    { id: 'channel', share: 3, sortable: true },
    { id: 'source', share: 2.4, sortable: false },
  ],
  renderCell,
  textOf,
};

export function OutlookUsersPage(): ReactNode {
  const search = outlookUsersRoute.useSearch();
  const navigate = outlookUsersRoute.useNavigate();
  return (
    <TablePage
      kind={kind}
      lead="tenantTable.users.lead"
      search={search}
      renderBefore={(snapshotId) => <UsersByVersion snapshotId={snapshotId} />}
      onSearch={(next) =>
        void navigate({ search: tableSearch(next), replace: true, resetScroll: false })
      }
    />
  );
}

const verdicts = { blocked: 'bad', unsupported: 'warning', supported: 'good' } as const;

/** The judgement; what neither build nor product decides is not known. */
function verdictOf({ verdict }: OutlookUserRow): keyof typeof verdicts | 'unknown' {
  return verdict === 'blocked' || verdict === 'unsupported' || verdict === 'supported'
    ? verdict
    : 'unknown';
}

function renderCell(id: Id, row: OutlookUserRow, t: Words): ReactNode {
  if (id === 'source') return word(sourceName(row.source, t));
  if (id !== 'verdict') return verbatim(row[id], t('tenantTable.notKnown'));
  const verdict = verdictOf(row);
  return (
    <VerdictIcon
      verdict={verdict === 'unknown' ? 'unknown' : verdicts[verdict]}
      word={t(`tenantTable.verdict.${verdict}`)}
    />
  );
}

function textOf(id: Id, row: OutlookUserRow, t: Words): string {
  if (id === 'source') return sourceName(row.source, t);
  if (id === 'verdict') return t(`tenantTable.verdict.${verdictOf(row)}`);
  return row[id] ?? t('tenantTable.notKnown');
}
