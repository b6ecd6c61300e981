import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useWords } from '../../../ui/words.tsx';
import type { ReactNode } from 'react';
import type { TraceEntry } from '../../../../shared/dane/check.ts';

const narrow = '@media (max-width: 719px)';

const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    // Too narrow for columns: each row becomes a block of its own.
    [narrow]: { '&, & tbody, & tr, & td': { display: 'block' } },
  },
  headRow: { [narrow]: { display: 'none' } },
  head: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground2,
    textAlign: 'start',
    whiteSpace: 'nowrap',
  },
  cell: {
    padding: `2px ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
  },
  wide: { width: '45%' },
  number: { textAlign: 'end' },
});

const columns = ['step', 'question', 'server', 'status', 'time'] as const;

/** Every question and connection in the order in which they ended. */
export function TraceTable({ trace }: { readonly trace: readonly TraceEntry[] }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  return (
    <table className={styles.table} aria-label={t('daneCheck.evidence.trace')}>
      <thead className={styles.headRow}>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" className={styles.head}>
              {t(`daneCheck.trace.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody translate="no">
        {trace.map(({ step, question, server, status, reason, ms }, index) => (
          // A trace never changes.
          // oxlint-disable-next-line react/no-array-index-key
          <tr key={index}>
            <td className={styles.cell}>{step}</td>
            <td className={mergeClasses(styles.cell, styles.wide)}>{question}</td>
            <td className={styles.cell}>{server ?? '–'}</td>
            <td className={styles.cell}>{[status, reason].filter(Boolean).join(': ')}</td>
            <td className={mergeClasses(styles.cell, styles.number)}>{ms}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
