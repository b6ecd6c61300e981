import { makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownRegular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUpRegular } from '@fluentui/react-icons/svg/arrow-up';
import { useEffect, useState } from 'react';
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

const rowPixels = 44;
/** Rows beyond the edges, so that the keyboard finds a next one and scrolling shows no gaps. */
const marginRows = 12;
const rowsInSight = 14;

const useStyles = makeStyles({
  scroll: {
    maxHeight: `${(rowsInSight + 1) * rowPixels}px`,
    overflowY: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    // The heading lies over the first rows: what gets the focus is scrolled out from under it.
    scrollPaddingTop: `${rowPixels}px`,
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
  row: { ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover } },
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
  readonly keyOf: (row: Row) => string;
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
  ...parts
}: TableParts<Row, Id> & { readonly rows: readonly Row[] }): ReactNode {
  return <WindowTable {...parts} count={rows.length} rowAt={(index) => rows[index]} />;
}

/** As `VirtualTable`, of rows that come as they are scrolled to. */
export function WindowTable<Row, Id extends string>({
  label,
  columns,
  count,
  rowAt,
  keyOf,
  renderCell,
  sorted,
  onSort,
  onWindow,
}: TableParts<Row, Id> & {
  readonly count: number;
  /** `undefined`: it has not come yet. */
  readonly rowAt: (index: number) => Row | undefined;
  /** Says which rows are near the sight: the first, and the one behind the last. */
  readonly onWindow?: (first: number, end: number) => void;
}): ReactNode {
  const styles = useStyles();
  const [top, setTop] = useState(0);
  const first = Math.max(0, Math.min(Math.floor(top / rowPixels) - marginRows, count - 1));
  const end = Math.min(count, first + rowsInSight + 2 * marginRows);
  useEffect(() => onWindow?.(first, end), [onWindow, first, end]);
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  return (
    <div
      className={styles.scroll}
      onScroll={({ currentTarget }) => setTop(currentTarget.scrollTop)}
    >
      <table className={styles.table} aria-label={label} aria-rowcount={count + 1}>
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
          <Gap rows={first} columns={columns.length} />
          {Array.from({ length: end - first }, (_, index) => {
            const row = rowAt(first + index);
            return (
              <tr
                key={row === undefined ? first + index : keyOf(row)}
                aria-rowindex={first + index + 2}
                className={styles.row}
              >
                {columns.map(({ id }) => (
                  <td key={id} className={styles.cell}>
                    {row === undefined ? '…' : renderCell(id, row)}
                  </td>
                ))}
              </tr>
            );
          })}
          <Gap rows={count - end} columns={columns.length} />
        </tbody>
      </table>
    </div>
  );
}

/** Stands for rows that are not made. */
function Gap({ rows, columns }: { readonly rows: number; readonly columns: number }): ReactNode {
  const styles = useStyles();
  if (rows <= 0) return null;
  return (
    <tr aria-hidden>
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- it holds nothing */}
      <td colSpan={columns} className={styles.gap} style={{ height: `${rows * rowPixels}px` }} />
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
