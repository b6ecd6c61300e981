import { TablePage } from './TablePage.tsx';
import { word, verbatim } from './cells.tsx';
import { aliasesRoute, tableSearch } from '../tenantRoutes.ts';
import type { AliasRow } from '../../../../shared/contract/tenant.ts';
import type { ReactNode } from 'react';
import type { TableKind } from './LongTable.tsx';
import type { Words } from '../../../ui/words.tsx';

type Id = keyof AliasRow;

const kind: TableKind<'tenant.aliases', Id> = {
  channel: 'tenant.aliases',
  title: 'tenantTable.aliases.title',
  filters: ['marked', 'unmarked'],
  columns: [
    { id: 'address', share: 4, sortable: true },
    { id: 'mailbox', share: 4, sortable: true },
    { id: 'marks', share: 4, sortable: false },
  ],
  renderCell,
  textOf,
};

export function AliasesPage(): ReactNode {
  const search = aliasesRoute.useSearch();
  const navigate = aliasesRoute.useNavigate();
  return (
    <TablePage
      kind={kind}
      lead="tenantTable.aliases.lead"
      search={search}
      onSearch={(next) =>
        void navigate({ search: tableSearch(next), replace: true, resetScroll: false })
      }
    />
  );
}

function renderCell(id: Id, row: AliasRow, t: Words): ReactNode {
  const text = textOf(id, row, t);
  return id === 'marks' ? word(text) : verbatim(text, text);
}

function textOf(id: Id, row: AliasRow, t: Words): string {
  if (id !== 'marks') return row[id];
  if (row.marks.length === 0) return t('tenantTable.mark.none');
  return row.marks.map((mark) => t(`tenantTable.mark.${mark}`)).join(', ');
}
