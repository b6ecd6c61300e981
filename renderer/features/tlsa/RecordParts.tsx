import { makeStyles, tokens } from '@fluentui/react-components';
import { explainRecord } from '../../../shared/tlsa/explainRecord.ts';
import { useWords } from '../../ui/words.tsx';
import type { ParsedRecord } from '../../../shared/tlsa/parseRecord.ts';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  list: { margin: 0 },
  part: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: `2px ${tokens.spacingHorizontalL}`,
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ':first-child': { borderTopStyle: 'none', paddingTop: 0 },
    '@media (min-width: 720px)': {
      gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 5fr)',
    },
  },
  term: { display: 'grid', gap: '2px', minWidth: 0 },
  field: { color: tokens.colorNeutralForeground2 },
  value: {
    fontFamily: tokens.fontFamilyMonospace,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  meaning: { margin: 0, maxWidth: '80ch', overflowWrap: 'anywhere' },
});

/** Every part of a record, in the order in which it is written, and what it means. */
export function RecordParts({ parsed }: { readonly parsed: ParsedRecord }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  return (
    <dl className={styles.list}>
      {explainRecord(parsed).map(({ field, value, name, meaning }) => (
        <div key={field} className={styles.part}>
          <dt className={styles.term}>
            <span className={styles.field}>{t(`tlsa.field.${field}`)}</span>
            <span className={styles.value} translate="no">
              {shortened(String(value))}
              {name !== null && ` – ${name}`}
            </span>
          </dt>
          <dd className={styles.meaning}>{t(meaning.id, meaning.params)}</dd>
        </div>
      ))}
    </dl>
  );
}

const shownMax = 160;

/** Full data fill pages; their beginning tells as much. */
function shortened(value: string): string {
  return value.length > shownMax ? `${value.slice(0, shownMax)}…` : value;
}
