import { Button, makeStyles } from '@fluentui/react-components';
import { useInfiniteQuery } from '@tanstack/react-query';
import { CallFailed, ask } from '../../../app/call.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorMessage } from '../../../ui/ErrorMessage.tsx';
import { PagePending } from '../../../app/PagePending.tsx';
import { StackedTable } from '../../../ui/StackedTable.tsx';
import { noFilter } from './auditFilter.ts';
import { tenantKey } from '../../../app/tenants.ts';
import { useWords } from '../../../ui/words.tsx';
import type { AuditFilter } from './auditFilter.ts';
import type { OutsideCallView } from '../../../../shared/contract/tenant.ts';
import type { ReactNode } from 'react';

const useStyles = makeStyles({ older: { justifySelf: 'start' } });

const callsAtOnce = 100;

const columns = ['at', 'api', 'call', 'outcome', 'milliseconds', 'requestId'] as const;
type Column = (typeof columns)[number];
const shares: Readonly<Record<Column, number>> = {
  at: 16,
  api: 12,
  call: 32,
  outcome: 12,
  milliseconds: 8,
  requestId: 20,
};

/** The calls that fit the filter, the newest first; older ones when asked for. */
export function AuditTable({ filter }: { readonly filter: AuditFilter }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [...tenantKey, 'audit', filter],
    queryFn: ({ pageParam }) =>
      ask('tenant.audit', { ...filter, limit: callsAtOnce, before: pageParam }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ calls }) =>
      calls.length < callsAtOnce ? null : (calls.at(-1)?.id ?? null),
  });
  if (error instanceof CallFailed) return <ErrorMessage error={error.error} />;
  if (data === undefined) return <PagePending />;
  const calls = data.pages.flatMap((page) => page.calls);
  if (calls.length === 0) {
    const isFiltered = JSON.stringify(filter) !== JSON.stringify(noFilter);
    return (
      <EmptyState title={t(isFiltered ? 'auditPage.noMatch' : 'auditPage.none')}>
        {t(isFiltered ? 'auditPage.noMatch.text' : 'auditPage.none.text')}
      </EmptyState>
    );
  }
  return (
    <>
      <output>
        {t('auditPage.count', { shown: calls.length, total: data.pages[0]?.total ?? 0 })}
      </output>
      <StackedTable
        label={t('auditPage.table')}
        columns={columns.map((id) => ({
          id,
          title: t(`auditPage.column.${id}`),
          share: shares[id],
        }))}
        rows={calls}
        keyOf={({ id }) => String(id)}
        renderCell={(column, call) => <Cell column={column} call={call} />}
      />
      {hasNextPage && (
        <Button
          className={styles.older}
          disabledFocusable={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {t('auditPage.older')}
        </Button>
      )}
    </>
  );
}

function Cell({
  column,
  call,
}: {
  readonly column: Column;
  readonly call: OutsideCallView;
}): ReactNode {
  const t = useWords();
  switch (column) {
    case 'at':
      return (
        <time dateTime={call.at} translate="no">
          {call.at.replace('T', ' ').replace(/\.\d+/, '').replace('Z', '')}
        </time>
      );
    case 'api':
      return t(`auditPage.api.${call.api}`);
    case 'milliseconds':
      return t('auditPage.milliseconds', { value: Math.round(call.milliseconds) });
    case 'requestId':
      return call.requestId === null ? (
        t('tenantPages.evidence.requestId.none')
      ) : (
        <code translate="no">{call.requestId}</code>
      );
    case 'call':
    case 'outcome':
      return <code translate="no">{call[column]}</code>;
    default:
      return column satisfies never;
  }
}
