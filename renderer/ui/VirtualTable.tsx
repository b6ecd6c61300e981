import { makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownRegular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUpRegular } from '@fluentui/react-icons/svg/arrow-up';
import { memo, useEffect, useRef, useState } from 'react';
import { ScrollArea } from './ScrollArea.tsx';
import { isSameWindow, rowPixels, rowWindow, rowsInSight } from './rowWindow.ts';
import type { ReactNode } from 'react';

export interface VirtualColumn<Id extends string> {
  readonly id: Id;
  readonly title: string;
  /** Share of the width. */
  readonly share: number;
  readonly sortable: boolean;
}

export interface SortOrder<Id extends string> {
  /** `null`: as they came. */
  readonly column: Id | null;
  readonly descending: boolean;
}

const useStyles = makeStyles({
  scroll: {
    maxHeight: `${(rowsInSight + 1) * rowPixels}px`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    // The heading lies over the first rows: what gets the focus is scrolled out from under it.
    scrollPaddingTop: `${rowPixels}px`,
    // Rows above that come and go must not move those in sight.
    overflowAnchor: 'none',
  },
  table: { width: '100%', borderCollapse: 'separate', borderSpacing: 0, tableLayout: 'fixed' },
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    height: '36px',
    padding: `0 ${tokens.spacingHorizontalS}`,
    backgroundColor: tokens.colorNeutralBackground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground2,
    fontWeight: tokens.fontWeightSemibold,
    textAlign: 'start',
  },
  sort: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minHeight: '28px',
    maxWidth: '100%',
    padding: 0,
    border: 'none',
    backgroundColor: 'transparent',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  cell: {
    height: `${rowPixels}px`,
    padding: `0 ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  gap: { padding: 0, border: 'none' },
});

interface TableParts<Row, Id extends string> {
  readonly label: string;
  readonly columns: readonly VirtualColumn<Id>[];
  readonly renderCell: (column: Id, row: Row) => ReactNode;
  readonly sorted: SortOrder<Id>;
  readonly onSort: (column: Id) => void;
}

/**
 * A table of which only the rows near the sight are made, however many there are. All rows are of one
 * height, and show what fits on one line.
 */
export function VirtualTable<Row, Id extends string>({
  rows,
  keyOf,
  ...parts
}: TableParts<Row, Id> & {
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
}): ReactNode {
  return (
    <WindowTable
      {...parts}
      count={rows.length}
      rowAt={(index) => rows[index]}
      keyAt={(index) => keyOf(rows[index] as Row)}
    />
  );
}

/** As `VirtualTable`, of rows that come as they are scrolled to. */
export function WindowTable<Row, Id extends string>({
  label,
  columns,
  count,
  of = '',
  minWidth,
  rowAt,
  keyAt = String,
  renderCell,
  sorted,
  onSort,
  onWindow,
}: TableParts<Row, Id> & {
  readonly count: number;
  /** Whose rows they are: with others, the table goes back to its top. */
  readonly of?: string;
  /** Pixels; where there is less room, the table scrolls sideways as well. */
  readonly minWidth?: number;
  /** `undefined`: it has not come yet. */
  readonly rowAt: (index: number) => Row | undefined;
  readonly keyAt?: (index: number) => string;
  /** Says which rows are near the sight: the first, and the one behind the last. */
  readonly onWindow?: (first: number, end: number) => void;
}): ReactNode {
  const styles = useStyles();
  const area = useRef<HTMLElement>(null);
  const [top, setTop] = useState(0);
  const { first, end, above, below } = rowWindow(top, count);
  useEffect(() => onWindow?.(first, end), [onWindow, first, end]);
  const shownOf = useRef(of);
  useEffect(() => {
    if (shownOf.current !== of && area.current !== null) area.current.scrollTop = 0;
    shownOf.current = of;
  }, [of]);
  const follow = () => {
    const now = area.current?.scrollTop ?? 0;
    // Within one window nothing has to be made.
    setTop((old) => (isSameWindow(rowWindow(old, count), rowWindow(now, count)) ? old : now));
  };
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  return (
    <ScrollArea label={label} className={styles.scroll} area={area} onScroll={follow}>
      <table
        className={styles.table}
        style={{ minWidth }}
        aria-label={label}
        aria-rowcount={count + 1}
      >
        <colgroup>
          {columns.map(({ id, share }) => (
            <col key={id} style={{ width: `${(100 * share) / whole}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <HeaderCell key={column.id} column={column} sorted={sorted} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap pixels={above} columns={columns.length} />
          {Array.from({ length: end - first }, (_, offset) => first + offset).map((index) => (
            <MadeRow
              key={keyAt(index)}
              index={index}
              row={rowAt(index)}
              columns={columns}
              renderCell={renderCell as (column: string, row: unknown) => ReactNode}
            />
          ))}
          <Gap pixels={below} columns={columns.length} />
        </tbody>
      </table>
    </ScrollArea>
  );
}

/** A row, made once as long as it stays what it is. */
const MadeRow = memo(function MadeRow({
  index,
  row,
  columns,
  renderCell,
}: {
  readonly index: number;
  readonly row: unknown;
  readonly columns: readonly VirtualColumn<string>[];
  readonly renderCell: (column: string, row: unknown) => ReactNode;
}): ReactNode {
  const styles = useStyles();
  return (
    <tr aria-rowindex={index + 2}>
      {columns.map(({ id }) => (
        <td key={id} className={styles.cell}>
          {row === undefined ? '…' : renderCell(id, row)}
        </td>
      ))}
    </tr>
  );
});

/** Stands for rows that are not made. */
function Gap({
  pixels,
  columns,
}: {
  readonly pixels: number;
  readonly columns: number;
}): ReactNode {
  const styles = useStyles();
  if (pixels <= 0) return null;
  return (
    <tr aria-hidden>
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- it holds nothing */}
      <td colSpan={columns} className={styles.gap} style={{ height: `${pixels}px` }} />
    </tr>
  );
}

function HeaderCell<Id extends string>({
  column: { id, title, sortable },
  sorted,
  onSort,
}: {
  readonly column: VirtualColumn<Id>;
  readonly sorted: SortOrder<Id>;
  readonly onSort: (column: Id) => void;
}): ReactNode {
  const styles = useStyles();
  const isSorted = sorted.column === id;
  const direction = sorted.descending ? 'descending' : 'ascending';
  if (!sortable) {
    return (
      <th scope="col" className={styles.head}>
        {title}
      </th>
    );
  }
  return (
    <th scope="col" className={styles.head} aria-sort={isSorted ? direction : 'none'}>
      <button type="button" className={styles.sort} onClick={() => onSort(id)}>
        {title}
        {isSorted && (sorted.descending ? <ArrowDownRegular /> : <ArrowUpRegular />)}
      </button>
    </th>
  );
}
