import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { ResultCard } from './ResultCard.tsx';
import { Section } from '../../../ui/Section.tsx';
import { ruleRoute } from '../readinessRoutes.ts';
import { useWords } from '../../../ui/words.tsx';
import type { ReactNode } from 'react';
import type { RuleResult } from '../../../../shared/readiness/rule.ts';
import type { RunView } from '../../../../shared/contract/readiness.ts';
import type { TenantView } from '../../../../shared/contract/tenant.ts';

const step = 20;

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  more: { marginTop: tokens.spacingVerticalM },
});

/** Each subject of a rule; the one that the address names comes first. */
export function RuleResults({
  tenant,
  run,
  results,
}: {
  readonly tenant: TenantView;
  readonly run: RunView;
  readonly results: readonly RuleResult[];
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { subject } = ruleRoute.useSearch();
  const [shown, setShown] = useState(step);
  const sorted = results.toSorted(
    (a, b) => Number(b.subject === subject) - Number(a.subject === subject),
  );
  const left = results.length - shown;
  return (
    <Section title={t('rulePage.results')}>
      {results.length === 0 && t('rulePage.results.none')}
      <ul className={styles.list}>
        {sorted.slice(0, shown).map((result, index) => (
          // A rule may have several results of one subject; waived, a result stays where it is.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={`${result.subject ?? ''} ${index}`}>
            <ResultCard result={result} tenant={tenant} run={run} />
          </li>
        ))}
      </ul>
      {left > 0 && (
        <Button className={styles.more} onClick={() => setShown((count) => count + 5 * step)}>
          {t('results.more', { count: Math.min(left, 5 * step) })}
        </Button>
      )}
    </Section>
  );
}
