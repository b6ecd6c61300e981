/* oxlint-disable react/no-array-index-key -- made anew as a whole, never sorted or added to */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useWords } from '../../../ui/words.tsx';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  table: {
    width: '100%',
    marginBottom: tokens.spacingVerticalL,
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
  caption: {
    paddingBottom: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    textAlign: 'start',
  },
  cell: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    // Words stay whole; only what has no place to break at is broken anywhere.
    overflowWrap: 'break-word',
    textAlign: 'start',
    verticalAlign: 'top',
    ':last-child': { paddingInlineEnd: 0 },
  },
  head: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
  long: { overflowWrap: 'anywhere' },
  omitted: { margin: `calc(-1 * ${tokens.spacingVerticalM}) 0 ${tokens.spacingVerticalL}` },
});

type Column =
  | 'keyTag'
  | 'algorithm'
  | 'digest'
  | 'fits'
  | 'role'
  | 'signs'
  | 'signedBy'
  | 'valid'
  | 'used'
  | 'record';

const longColumns: ReadonlySet<Column> = new Set(['digest', 'record', 'signedBy']);

/** A small table of facts; columns by their word. */
export function DataTable({
  caption,
  columns,
  rows,
  omitted = 0,
}: {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Readonly<Partial<Record<Column, ReactNode>>>[];
  /** How many are not shown. */
  readonly omitted?: number;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  return (
    <>
      <table className={styles.table}>
        <caption className={styles.caption}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={mergeClasses(styles.cell, styles.head)}>
                {t(`dnssecPage.details.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={String(index)}>
              {columns.map((column) => (
                <td
                  key={column}
                  className={mergeClasses(styles.cell, longColumns.has(column) && styles.long)}
                >
                  {row[column]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {omitted > 0 && (
        <p className={styles.omitted}>{t('dnssecPage.details.omitted', { count: omitted })}</p>
      )}
    </>
  );
}
