import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { CallFailed } from '../../../app/call.ts';
import { DateTime } from '../../../ui/DateTime.tsx';
import { ErrorMessage } from '../../../ui/ErrorMessage.tsx';
import { LongTable } from './LongTable.tsx';
import { NoTenant } from '../NoTenant.tsx';
import { Page } from '../../../app/Page.tsx';
import { PagePending } from '../../../app/PagePending.tsx';
import { tenantsQuery } from '../../../app/tenants.ts';
import { useWords } from '../../../ui/words.tsx';
import type { ReactNode } from 'react';
import type { TableChannel } from './useWindow.ts';
import type { TableKind, TableSearch } from './LongTable.tsx';
import type { WordId } from '../../../../shared/words/en.ts';

const useStyles = makeStyles({
  of: { margin: `0 0 ${tokens.spacingVerticalM}`, color: tokens.colorNeutralForeground2 },
});

/** A page with one long table of the tenant in use. */
export function TablePage<Channel extends TableChannel, Id extends string>({
  kind,
  lead,
  search,
  onSearch,
  renderBefore,
}: {
  readonly kind: TableKind<Channel, Id>;
  readonly lead: WordId;
  readonly search: TableSearch;
  readonly onSearch: (search: TableSearch) => void;
  /** What stands before the table, of the snapshot that it shows. */
  readonly renderBefore?: (snapshotId: number) => ReactNode;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { data, error } = useQuery(tenantsQuery);
  const inUse = data?.tenants.find(({ key }) => key === data.inUse);
  const newest = inUse?.newest ?? null;
  return (
    <Page title={t(kind.title)} lead={t(lead)}>
      {error instanceof CallFailed && <ErrorMessage error={error.error} />}
      {data === undefined && error === null && <PagePending />}
      {data !== undefined && newest === null && <NoTenant />}
      {inUse !== undefined && newest !== null && (
        <>
          <p className={styles.of}>
            <strong translate="no">{inUse.name}</strong>
            {inUse.demo && <> · {t('tenantPages.demo')}</>} · {t('tenantPages.readAt')}{' '}
            <DateTime value={newest.takenAt} />
          </p>
          {renderBefore?.(newest.id)}
          <LongTable
            key={newest.id}
            kind={kind}
            snapshotId={newest.id}
            search={search}
            onSearch={onSearch}
          />
        </>
      )}
    </Page>
  );
}
