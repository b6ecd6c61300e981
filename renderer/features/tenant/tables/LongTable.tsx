import { Button, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useMemo, useState } from 'react';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorMessage } from '../../../ui/ErrorMessage.tsx';
import { ExportTable } from './ExportTable.tsx';
import { PagePending } from '../../../app/PagePending.tsx';
import { SearchField } from '../../../ui/SearchField.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { WindowTable } from '../../../ui/VirtualTable.tsx';
import { useWindow } from './useWindow.ts';
import { useWords } from '../../../ui/words.tsx';
import type { Input as InputOf, Output } from '../../../../shared/contract/index.ts';
import type { Question, RowOf, TableChannel } from './useWindow.ts';
import type { ReactNode } from 'react';
import type { SortOrder } from '../../../ui/VirtualTable.tsx';
import type { WordId } from '../../../../shared/words/en.ts';
import type { Words } from '../../../ui/words.tsx';

const useStyles = makeStyles({
  root: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'end',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  },
  field: { flex: '0 1 300px', minWidth: 0 },
});

/** Pixels that a share of one needs at least. */
const sharePixels = 36;

export interface LongColumn<Id extends string> {
  readonly id: Id;
  readonly share: number;
  readonly sortable: boolean;
}

/** What a table of a tenant shows, and how. */
export interface TableKind<Channel extends TableChannel, Id extends string> {
  readonly channel: Channel;
  readonly title: WordId;
  readonly filters: readonly NonNullable<InputOf<Channel>['filter']>[];
  readonly columns: readonly LongColumn<Id>[];
  readonly renderCell: (column: Id, row: RowOf<Channel>, t: Words) => ReactNode;
  /** The cell of an export, for any column. */
  readonly textOf: (column: Id, row: RowOf<Channel>, t: Words) => string;
}

/** What the address of a table's page says of it. */
export interface TableSearch {
  readonly find?: string | undefined;
  readonly filter?: string | undefined;
}

/** A searchable, filterable, sortable table of a snapshot, however long it is. */
export function LongTable<Channel extends TableChannel, Id extends string>({
  kind,
  snapshotId,
  search: { find = '', filter },
  onSearch,
}: {
  readonly kind: TableKind<Channel, Id>;
  readonly snapshotId: number;
  readonly search: TableSearch;
  readonly onSearch: (search: TableSearch) => void;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const [order, setOrder] = useState<SortOrder<Id>>({ column: null, descending: false });
  const known = kind.filters.find((each) => each === filter) ?? null;
  const question = {
    snapshotId,
    text: find.trim(),
    filter: known,
    sort: order.column === null ? null : { by: order.column, descending: order.descending },
  } as Question<Channel>;
  return (
    <div className={styles.root}>
      <div className={styles.row}>
        <SearchField
          className={styles.field}
          label={t('tenantTable.find')}
          value={find}
          onSearch={(text) => onSearch({ find: text, filter })}
        />
        <SelectField
          className={styles.field}
          label={t('tenantTable.filter')}
          value={known ?? ''}
          choices={[
            { value: '', text: t('tenantTable.filter.all') },
            ...kind.filters.map((value) => ({
              value,
              text: t(`tenantTable.filter.${value}` as WordId),
            })),
          ]}
          onChange={(value) => onSearch({ find, filter: value })}
        />
        <ExportTable kind={kind} question={question} />
      </div>
      <Rows
        kind={kind}
        question={question}
        order={order}
        onOrder={setOrder}
        onShowAll={() => onSearch({})}
      />
    </div>
  );
}

function Rows<Channel extends TableChannel, Id extends string>({
  kind,
  question,
  order,
  onOrder,
  onShowAll,
}: {
  readonly kind: TableKind<Channel, Id>;
  readonly question: Question<Channel>;
  readonly order: SortOrder<Id>;
  readonly onOrder: (order: SortOrder<Id>) => void;
  readonly onShowAll: () => void;
}): ReactNode {
  const t = useWords();
  const { head, error, rowAt, onWindow } = useWindow(kind.channel, question);
  const columns = useMemo(
    () =>
      kind.columns.map((column) => ({
        ...column,
        title: t(`tenantTable.column.${column.id}` as WordId),
      })),
    [kind, t],
  );
  const renderCell = useCallback(
    (id: Id, row: RowOf<Channel>) => kind.renderCell(id, row, t),
    [kind, t],
  );
  if (error !== null) return <ErrorMessage error={error} />;
  if (head === null) return <PagePending />;
  return (
    <>
      <Incomplete head={head} />
      <output>{t('tenantTable.count', { total: head.total, all: head.all })}</output>
      {head.total === 0 ? (
        <Nothing head={head} onShowAll={onShowAll} />
      ) : (
        <WindowTable<RowOf<Channel>, Id>
          label={t('tenantTable.label', { title: t(kind.title), count: head.total })}
          columns={columns}
          count={head.total}
          of={JSON.stringify(question)}
          minWidth={columns.reduce((sum, { share }) => sum + share, 0) * sharePixels}
          rowAt={rowAt}
          renderCell={renderCell}
          sorted={order}
          onSort={(column) => onOrder(nextOrder(order, column))}
          onWindow={onWindow}
        />
      )}
    </>
  );
}

/** Ascending, descending, as they came. */
function nextOrder<Id extends string>(order: SortOrder<Id>, column: Id): SortOrder<Id> {
  const again = order.column === column;
  return again && order.descending
    ? { column: null, descending: false }
    : { column, descending: again };
}

type Head = Pick<Output<TableChannel>, 'total' | 'all' | 'reason'>;

function Incomplete({ head: { all, reason } }: { readonly head: Head }): ReactNode {
  const t = useWords();
  if (reason === null || all === 0) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        {t('tenantTable.incomplete', { reason: t(`tenant.reason.${reason}`) })}
      </MessageBarBody>
    </MessageBar>
  );
}

/** Nothing to show: it was not read, there is nothing, or nothing fits. */
function Nothing({
  head: { all, reason },
  onShowAll,
}: {
  readonly head: Head;
  readonly onShowAll: () => void;
}): ReactNode {
  const t = useWords();
  if (all > 0) {
    return (
      <EmptyState title={t('tenantTable.noMatch')}>
        <Button size="small" onClick={onShowAll}>
          {t('tenantTable.showAll')}
        </Button>
      </EmptyState>
    );
  }
  if (reason !== null) {
    return <EmptyState title={t('tenantTable.notRead')}>{t(`tenant.reason.${reason}`)}</EmptyState>;
  }
  return <EmptyState title={t('tenantTable.empty')}>{t('tenantTable.empty.text')}</EmptyState>;
}
