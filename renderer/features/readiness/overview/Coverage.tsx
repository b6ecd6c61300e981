import { makeStyles, tokens } from '@fluentui/react-components';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { ResultList } from './ResultList.tsx';
import { Section } from '../../../ui/Section.tsx';
import { ruleStatuses } from '../../../../shared/readiness/ruleIds.ts';
import { useWords } from '../../../ui/words.tsx';
import type { ReactNode } from 'react';
import type { RuleResult } from '../../../../shared/readiness/rule.ts';
import type { RunView } from '../../../../shared/contract/readiness.ts';

/** More than these are folded away. */
const openMax = 5;

const useStyles = makeStyles({
  text: { margin: `0 0 ${tokens.spacingVerticalM}` },
});

/** What could not be assessed, why, and how it can. */
export function Coverage({
  results,
  run,
}: {
  readonly results: readonly RuleResult[];
  readonly run: RunView;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  if (results.length === 0) {
    return <Section title={t('overview.coverage')}>{t('overview.coverage.none')}</Section>;
  }
  const total = ruleStatuses.reduce((sum, status) => sum + run.counts[status], 0);
  return (
    <Section title={t('overview.coverage')}>
      <p className={styles.text}>
        {t('overview.coverage.count', { count: results.length, total })}
      </p>
      <p className={styles.text}>
        <LinkButton to="/tenant/read">{t('overview.coverage.read')}</LinkButton>
      </p>
      <ResultList as="ul" results={results.slice(0, openMax)} />
      {results.length > openMax && (
        <Disclosure label={t('results.more', { count: results.length - openMax })}>
          <ResultList as="ul" results={results.slice(openMax)} />
        </Disclosure>
      )}
    </Section>
  );
}
