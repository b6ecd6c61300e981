import {
  Button,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useDeferredValue, useState } from 'react';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorMessage } from '../../../ui/ErrorMessage.tsx';
import { ExportTable } from './ExportTable.tsx';
import { PagePending } from '../../../app/PagePending.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { WindowTable } from '../../../ui/VirtualTable.tsx';
import { useMediaQuery } from '../../../app/theme.ts';
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

export interface LongColumn<Id extends string> {
  readonly id: Id;
  readonly share: number;
  /** Windows as wide as this show it; pixels. */
  readonly from: number;
  readonly sortable: boolean;
}

/** What a table of a tenant shows, and how. */
export interface TableKind<Channel extends TableChannel, Id extends string> {
  readonly channel: Channel;
  readonly title: WordId;
  readonly filters: readonly NonNullable<InputOf<Channel>['filter']>[];
  readonly columns: readonly LongColumn<Id>[];
  readonly keyOf: (row: RowOf<Channel>) => string;
  readonly renderCell: (column: Id, row: RowOf<Channel>) => ReactNode;
  /** The cell of an export, for any column. */
  readonly textOf: (column: Id, row: RowOf<Channel>, t: Words) => string;
}

/** A searchable, filterable, sortable table of a snapshot, however long it is. */
export function LongTable<Channel extends TableChannel, Id extends string>({
  kind,
  snapshotId,
}: {
  readonly kind: TableKind<Channel, Id>;
  readonly snapshotId: number;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const [text, setText] = useState('');
  const [filter, setFilter] = useState('');
  const [order, setOrder] = useState<SortOrder<Id>>({ column: null, descending: false });
  const question = {
    snapshotId,
    text: useDeferredValue(text.trim().slice(0, 200)),
    filter: kind.filters.find((each) => each === filter) ?? null,
    sort: order.column === null ? null : { by: order.column, descending: order.descending },
  } as Question<Channel>;
  const showAll = () => {
    setText('');
    setFilter('');
  };
  return (
    <div className={styles.root}>
      <div className={styles.row}>
        <Field className={styles.field} label={t('tenantTable.find')}>
          <Input
            type="search"
            value={text}
            spellCheck={false}
            onChange={(_, { value }) => setText(value)}
          />
        </Field>
        <SelectField
          className={styles.field}
          label={t('tenantTable.filter')}
          value={filter}
          choices={[
            { value: '', text: t('tenantTable.filter.all') },
            ...kind.filters.map((value) => ({
              value,
              text: t(`tenantTable.filter.${value}` as WordId),
            })),
          ]}
          onChange={setFilter}
        />
        <ExportTable kind={kind} question={question} />
      </div>
      <Rows kind={kind} question={question} order={order} onOrder={setOrder} onShowAll={showAll} />
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
  const shown = useShownColumns(kind.columns);
  if (error !== null) return <ErrorMessage error={error} />;
  if (head === null) return <PagePending />;
  const sort = (column: Id) => {
    const again = order.column === column;
    onOrder(
      again && order.descending
        ? { column: null, descending: false }
        : { column, descending: again },
    );
  };
  const title = t(kind.title);
  return (
    <>
      <Incomplete head={head} />
      <output>{t('tenantTable.count', { total: head.total, all: head.all })}</output>
      {head.total === 0 ? (
        <Nothing head={head} onShowAll={onShowAll} />
      ) : (
        <WindowTable<RowOf<Channel>, Id>
          // Another question is another table: it begins at its top.
          key={JSON.stringify(question)}
          label={t('tenantTable.label', { title, count: head.total })}
          columns={shown.map(({ id, share, sortable }) => ({
            id,
            share,
            sortable,
            title: t(`tenantTable.column.${id}` as WordId),
          }))}
          count={head.total}
          rowAt={rowAt}
          keyOf={kind.keyOf}
          renderCell={kind.renderCell}
          sorted={order}
          onSort={sort}
          onWindow={onWindow}
        />
      )}
    </>
  );
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

/** Those that fit beside each other. */
function useShownColumns<Id extends string>(
  columns: readonly LongColumn<Id>[],
): readonly LongColumn<Id>[] {
  const isMedium = useMediaQuery('(min-width: 720px)');
  const isWide = useMediaQuery('(min-width: 1180px)');
  const width = isWide ? 1180 : isMedium ? 720 : 0;
  return columns.filter(({ from }) => from <= width);
}
