import { makeStyles, tokens } from '@fluentui/react-components';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ResultList } from './ResultList.tsx';
import { Section } from '../../../ui/Section.tsx';
import { TextLink } from '../../../ui/TextLink.tsx';
import { useWords } from '../../../ui/words.tsx';
import type { ReactNode } from 'react';
import type { RunView } from '../../../../shared/contract/readiness.ts';
import type { RuleResult } from '../../../../shared/readiness/rule.ts';

/** What one can take in at once. */
const shownMax = 10;

const useStyles = makeStyles({
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
      <ResultList as="ol" results={results.slice(0, shownMax)} />
      {more > 0 && (
        <p className={styles.more}>
          <TextLink to="/readiness">{t('overview.attention.more', { count: more })}</TextLink>
        </p>
      )}
    </Section>
  );
}
