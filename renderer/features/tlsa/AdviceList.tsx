import { makeStyles, tokens } from '@fluentui/react-components';
import { VerdictIcon } from '../../ui/VerdictIcon.tsx';
import { useWords } from '../../ui/words.tsx';
import type { Advice } from '../../../shared/tlsa/advice.ts';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  text: { margin: 0, maxWidth: '80ch', overflowWrap: 'anywhere' },
  source: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** What is worth knowing before the record is published, warnings first. */
export function AdviceList({ advice }: { readonly advice: readonly Advice[] }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const sorted = [
    ...advice.filter(({ severity }) => severity === 'warning'),
    ...advice.filter(({ severity }) => severity === 'note'),
  ];
  return (
    <ul className={styles.list}>
      {sorted.map(({ code, severity, source, params }) => (
        <li key={code}>
          <VerdictIcon verdict={severity} />
          <p className={styles.text}>
            {t(`tlsa.advice.${code}`, params)}{' '}
            {source !== null && (
              <span className={styles.source} translate="no">
                {source}
              </span>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
