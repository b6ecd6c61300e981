import { makeStyles, tokens } from '@fluentui/react-components';
import { ResultLine } from '../ResultLine.tsx';
import type { ReactNode } from 'react';
import type { RuleResult } from '../../../../shared/readiness/rule.ts';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: {
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

/** Results of the newest run; `ol` where their order says something. */
export function ResultList({
  as: List,
  results,
}: {
  readonly as: 'ol' | 'ul';
  readonly results: readonly RuleResult[];
}): ReactNode {
  const styles = useStyles();
  return (
    <List className={styles.list}>
      {results.map((result, index) => (
        // A rule may have several results of one subject; the list is made anew as a whole.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index} className={styles.item}>
          <ResultLine result={result} runId={null} />
        </li>
      ))}
    </List>
  );
}
