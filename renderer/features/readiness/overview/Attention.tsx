import { makeStyles, tokens } from '@fluentui/react-components';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ResultLine } from '../ResultLine.tsx';
import { Section } from '../../../ui/Section.tsx';
import { TextLink } from '../../../ui/TextLink.tsx';
import { useWords } from '../../../ui/words.tsx';
import type { ReactNode } from 'react';
import type { RunView } from '../../../../shared/contract/readiness.ts';
import type { RuleResult } from '../../../../shared/readiness/rule.ts';

/** What one can take in at once. */
const shownMax = 10;

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: {
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  more: { margin: `${tokens.spacingVerticalM} 0 0` },
});

export function Attention({
  results,
  run,
}: {
  readonly results: readonly RuleResult[];
  readonly run: RunView;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const more = results.length - shownMax;
  const known = run.counts.pass + run.counts.waived > 0;
  return (
    <Section title={t('overview.attention')}>
      {results.length === 0 && (
        <EmptyState title={t(`overview.attention.${known ? 'none' : 'unknown'}.title`)}>
          {t(`overview.attention.${known ? 'none' : 'unknown'}.text`)}
        </EmptyState>
      )}
      <ol className={styles.list}>
        {results.slice(0, shownMax).map((result, index) => (
          // A rule may have several results of one subject; the list is made anew as a whole.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index} className={styles.item}>
            <ResultLine result={result} runId={null} />
          </li>
        ))}
      </ol>
      {more > 0 && (
        <p className={styles.more}>
          <TextLink to="/readiness">{t('overview.attention.more', { count: more })}</TextLink>
        </p>
      )}
    </Section>
  );
}
