import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { Button } from '@fluentui/react-components';
import { ResultLine } from '../ResultLine.tsx';
import { Section } from '../../../ui/Section.tsx';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import { useWords } from '../../../ui/words.tsx';
import type { ReactNode } from 'react';
import type { RuleGroup } from './filterResults.ts';

/** Subjects shown at first: a tenant may have hundreds of domains. */
const step = 20;

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: {
    padding: `${tokens.spacingVerticalS} 0`,
    ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  },
});

/** The results of one rule. */
export function RuleGroupSection({
  group,
  runId,
}: {
  readonly group: RuleGroup;
  readonly runId: number | null;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const [shown, setShown] = useState(step);
  const left = group.results.length - shown;
  return (
    <Section title={group.title}>
      <ul className={styles.list}>
        {group.results.slice(0, shown).map((result, index) => (
          // A rule may have several results of one subject; the list is made anew as a whole.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index} className={styles.item}>
            <ResultLine result={result} runId={runId} titled={false} />
          </li>
        ))}
      </ul>
      {left > 0 && (
        <Button size="small" onClick={() => setShown((count) => count + 5 * step)}>
          {t('results.more', { count: Math.min(left, 5 * step) })}
          <VisuallyHidden> {group.title}</VisuallyHidden>
        </Button>
      )}
    </Section>
  );
}
