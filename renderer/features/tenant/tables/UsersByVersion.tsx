import { FormattedNumber } from 'react-intl';
import { useQuery } from '@tanstack/react-query';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { StackedTable } from '../../../ui/StackedTable.tsx';
import { sourceQuery } from '../queries.ts';
import { usageCountsSchema } from '../../../../shared/tenant/records/graph.ts';
import { useWords } from '../../../ui/words.tsx';
import type { ReactNode } from 'react';

const columns = ['version', 'users'] as const;

/** How many users each version has, as Microsoft counts them; nothing where that was not read. */
export function UsersByVersion({ snapshotId }: { readonly snapshotId: number }): ReactNode {
  const t = useWords();
  const { data } = useQuery(sourceQuery(snapshotId, 'appUsageVersions'));
  const report =
    data === undefined ? null : usageCountsSchema.safeParse(JSON.parse(data.json)).data;
  if (!report || report.counts.length === 0) return null;
  const { refreshedOn, period, counts } = report;
  const sorted = counts.toSorted((a, b) => (b.users ?? -1) - (a.users ?? -1));
  return (
    <Disclosure label={t('tenantTable.versions')}>
      {refreshedOn !== null && period !== null && (
        <p>{t('tenantTable.versions.period', { days: period, date: refreshedOn })}</p>
      )}
      <StackedTable
        label={t('tenantTable.versions')}
        columns={columns.map((id) => ({ id, title: t(`tenantTable.versions.${id}`) }))}
        rows={sorted}
        keyOf={({ name }) => name}
        renderCell={(column, { name, users }) => {
          if (column === 'version') return <span translate="no">{name}</span>;
          return users === null ? (
            t('tenantTable.versions.none')
          ) : (
            <FormattedNumber value={users} />
          );
        }}
      />
    </Disclosure>
  );
}
