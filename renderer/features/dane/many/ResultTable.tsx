import { Button, makeStyles } from '@fluentui/react-components';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { TextLink } from '../../../ui/TextLink.tsx';
import { VerdictIcon } from '../../../ui/VerdictIcon.tsx';
import { ShortVerdictLabel } from '../VerdictLabel.tsx';
import { VirtualTable } from '../../../ui/VirtualTable.tsx';
import { errorText } from '../../../ui/errorText.ts';
import { exchangeCodeOf } from './exchangeCodeOf.ts';
import { findingSentences } from '../../../../shared/dane/findingWords.ts';
import { noFilter } from './batch.ts';
import { searchOfOptions } from '../search.ts';
import { sortableColumns } from './rows.ts';
import { useMediaQuery } from '../../../app/theme.ts';
import { useWords } from '../../../ui/words.tsx';
import type { Batch, BatchRun } from './batch.ts';
import type { ManyItem } from '../../../../shared/contract/dane.ts';
import type { ReactNode } from 'react';
import type { RowOrder, SortableColumn } from './rows.ts';

const useStyles = makeStyles({ plain: { overflowWrap: 'anywhere' } });

const columnIds = ['domain', 'verdict', 'main', 'exchange', 'servers', 'before'] as const;
type ColumnId = (typeof columnIds)[number];

const shares: Readonly<Record<ColumnId, number>> = {
  domain: 3,
  verdict: 2.4,
  main: 6,
  exchange: 1.5,
  servers: 3,
  before: 2.4,
};

/** What fits beside each other as the window gets narrower. */
const narrowColumns: readonly ColumnId[] = ['domain', 'verdict'];
const mediumColumns: readonly ColumnId[] = ['domain', 'verdict', 'main', 'exchange'];

/** Results as they come, sorted and filtered as the person likes. */
export function ResultTable({
  rows,
  run,
  order,
  batch,
}: {
  readonly rows: readonly ManyItem[];
  readonly run: BatchRun;
  readonly order: RowOrder;
  readonly batch: Batch;
}): ReactNode {
  const t = useWords();
  const wide = useMediaQuery('(min-width: 1180px)');
  const medium = useMediaQuery('(min-width: 720px)');
  const ids = wide ? columnIds : medium ? mediumColumns : narrowColumns;
  if (rows.length === 0) {
    return run.items.length === 0 ? null : (
      <EmptyState title={t('many.noMatch')}>
        <Button size="small" onClick={() => batch.change({ filter: noFilter })}>
          {t('many.showAll')}
        </Button>
      </EmptyState>
    );
  }
  const columns = ids.map((id) => ({
    id,
    title: t(`many.column.${id}`),
    share: shares[id],
    sortable: isSortable(id),
  }));
  const sort = (column: ColumnId) => {
    if (!isSortable(column)) return;
    const again = order.column === column;
    batch.change({
      order:
        again && order.descending
          ? { column: null, descending: false }
          : { column, descending: again },
    });
  };
  return (
    <VirtualTable
      label={t('many.table', { count: rows.length })}
      columns={columns}
      rows={rows}
      keyOf={({ target }) => target}
      renderCell={(id, item) => <Cell id={id} item={item} run={run} />}
      sorted={order}
      onSort={sort}
    />
  );
}

function isSortable(id: ColumnId): id is SortableColumn {
  return sortableColumns.some((each) => each === id);
}

function Cell({
  id,
  item,
  run,
}: {
  readonly id: ColumnId;
  readonly item: ManyItem;
  readonly run: BatchRun;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  if (item.kind === 'refused') return <RefusedCell id={id} item={item} />;
  const { row } = item;
  switch (id) {
    case 'domain':
      return (
        <TextLink
          className={styles.plain}
          translate="no"
          title={row.domain}
          to="/dane/$target"
          params={{ target: row.domain }}
          search={searchOfOptions(run.options)}
        >
          {row.domain}
        </TextLink>
      );
    case 'verdict':
      return <ShortVerdictLabel verdict={row.verdict} />;
    case 'main': {
      const text = row.main === null ? t('many.main.none') : findingSentences(row.main, t).message;
      return <span title={text}>{text}</span>;
    }
    case 'exchange':
      return <span translate="no">{exchangeCodeOf(item) ?? ''}</span>;
    case 'servers': {
      const [first = ''] = row.hosts;
      return (
        <span title={row.hosts.join(', ')}>
          {t('many.servers', { first, count: row.hostCount, more: row.hostCount - 1 })}
        </span>
      );
    }
    case 'before':
      if (row.previousVerdict === null) return t('many.before.first');
      return row.previousVerdict === row.verdict ? (
        t('many.before.same')
      ) : (
        <ShortVerdictLabel verdict={row.previousVerdict} />
      );
    default:
      return id satisfies never;
  }
}

function RefusedCell({
  id,
  item,
}: {
  readonly id: ColumnId;
  readonly item: Extract<ManyItem, { kind: 'refused' }>;
}): ReactNode {
  const t = useWords();
  const { message } = errorText(t, item.error);
  switch (id) {
    case 'domain':
      return <span translate="no">{item.target}</span>;
    case 'verdict':
      return <VerdictIcon verdict="unknown" word={t('many.verdict.refused')} />;
    case 'main':
      return <span title={message}>{message}</span>;
    case 'exchange':
    case 'servers':
    case 'before':
      return null;
    default:
      return id satisfies never;
  }
}
