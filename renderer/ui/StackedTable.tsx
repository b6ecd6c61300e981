import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Fragment } from 'react';
import type { ReactNode } from 'react';

const narrow = '@media (max-width: 719px)';

const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    // Too narrow for columns: each row becomes a block of its own.
    [narrow]: { '&, & tbody, & tr, & td': { display: 'block' } },
  },
  headRow: { [narrow]: { display: 'none' } },
  head: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground2,
    fontWeight: tokens.fontWeightSemibold,
    textAlign: 'start',
  },
  row: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  withDetail: { borderBottom: 'none' },
  cell: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
  },
  // Where the row of headings is not shown, each cell names its own.
  own: { display: 'none', color: tokens.colorNeutralForeground2, [narrow]: { display: 'inline' } },
  sized: { tableLayout: 'fixed' },
});

export interface StackedColumn<Id extends string> {
  readonly id: Id;
  readonly title: string;
  /** Per cent of the width, where all columns have one. */
  readonly share?: number;
}

/** A table of facts, each row a block of its own where the window is too narrow for columns. */
export function StackedTable<Row, Id extends string>({
  label,
  columns,
  rows,
  keyOf,
  renderCell,
  renderDetail,
}: {
  readonly label: string;
  readonly columns: readonly StackedColumn<Id>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly renderCell: (column: Id, row: Row) => ReactNode;
  /** What stands below a row, as wide as the table. */
  readonly renderDetail?: ((row: Row) => ReactNode) | undefined;
}): ReactNode {
  const styles = useStyles();
  const isSized = columns.every(({ share }) => share !== undefined);
  return (
    <table className={mergeClasses(styles.table, isSized && styles.sized)} aria-label={label}>
      {isSized && (
        <colgroup>
          {columns.map(({ id, share }) => (
            <col key={id} style={{ width: `${share}%` }} />
          ))}
        </colgroup>
      )}
      <thead className={styles.headRow}>
        <tr>
          {columns.map(({ id, title }) => (
            <th key={id} scope="col" className={styles.head}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Fragment key={keyOf(row)}>
            <tr className={mergeClasses(styles.row, renderDetail && styles.withDetail)}>
              {columns.map(({ id, title }, index) => (
                <td key={id} className={styles.cell}>
                  {index > 0 && <span className={styles.own}>{title}: </span>}
                  {renderCell(id, row)}
                </td>
              ))}
            </tr>
            {renderDetail && (
              <tr className={styles.row}>
                <td colSpan={columns.length} className={styles.cell}>
                  {renderDetail(row)}
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}
