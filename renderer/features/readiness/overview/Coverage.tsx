import { makeStyles, tokens } from '@fluentui/react-components';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { ResultLine } from '../ResultLine.tsx';
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
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: {
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
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
      <List results={results.slice(0, openMax)} />
      {results.length > openMax && (
        <Disclosure label={t('results.more', { count: results.length - openMax })}>
          <List results={results.slice(openMax)} />
        </Disclosure>
      )}
    </Section>
  );
}

function List({ results }: { readonly results: readonly RuleResult[] }): ReactNode {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {results.map((result, index) => (
        // A rule may have several results of one subject; the list is made anew as a whole.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index} className={styles.item}>
          <ResultLine result={result} runId={null} />
        </li>
      ))}
    </ul>
  );
}
