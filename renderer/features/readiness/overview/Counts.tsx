import { makeStyles, tokens } from '@fluentui/react-components';
import { Section } from '../../../ui/Section.tsx';
import { StatusLabel } from '../StatusLabel.tsx';
import { TextLink } from '../../../ui/TextLink.tsx';
import { ruleStatuses } from '../../../../shared/readiness/ruleIds.ts';
import { useWords } from '../../../ui/words.tsx';
import type { ReactNode } from 'react';
import type { RunView } from '../../../../shared/contract/readiness.ts';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXL}`,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
});

/** How many results there are of each status; each leads to them. */
export function Counts({ run }: { readonly run: RunView }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  return (
    <Section title={t('overview.counts')}>
      <ul className={styles.list}>
        {ruleStatuses
          .filter((status) => run.counts[status] > 0)
          .map((status) => (
            <li key={status}>
              <TextLink to="/readiness" search={{ status }}>
                <StatusLabel status={status} />: {run.counts[status]}
              </TextLink>
            </li>
          ))}
      </ul>
    </Section>
  );
}
