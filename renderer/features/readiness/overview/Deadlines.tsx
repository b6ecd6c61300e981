import { makeStyles, tokens } from '@fluentui/react-components';
import { Deadline, dayOf } from '../Deadline.tsx';
import { Section } from '../../../ui/Section.tsx';
import { TextLink } from '../../../ui/TextLink.tsx';
import { timelineEntry } from '../../../ui/timeline.ts';
import { titleOfRule } from '../../../../shared/readiness/describe.ts';
import { useWords } from '../../../ui/words.tsx';
import type { Output } from '../../../../shared/contract/index.ts';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  text: { margin: 0 },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: {
    ...timelineEntry,
    padding: `6px 0 6px ${tokens.spacingHorizontalXL}`,
  },
  rules: { margin: '2px 0 0', padding: 0, listStyleType: 'none' },
});

type Dated = Output<'readiness.overview'>['deadlines'];

/** Dates may differ by hours; a person has days. */
function byDay(deadlines: Dated): Dated {
  const days = Map.groupBy(deadlines, ({ at }) => dayOf(at));
  return [...days.values()].map((some) => ({
    at: some.at(-1)?.at ?? '',
    results: some.flatMap(({ results }) => results),
  }));
}

/** Dates that concern what was found, along time. */
export function Deadlines({ deadlines }: { readonly deadlines: Dated }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  return (
    <Section title={t('overview.deadlines')}>
      {deadlines.length === 0 && <p className={styles.text}>{t('overview.deadlines.none')}</p>}
      <ol className={styles.list}>
        {byDay(deadlines).map(({ at, results }) => (
          <li key={at} className={styles.item}>
            <strong>
              <Deadline at={at} />
            </strong>
            <ul className={styles.rules}>
              {[...Map.groupBy(results, ({ rule }) => rule)].map(([rule, { length: count }]) => (
                <li key={rule}>
                  <TextLink to="/readiness/$rule" params={{ rule }}>
                    {titleOfRule(rule, t)}
                  </TextLink>{' '}
                  ({t('overview.deadlines.subjects', { count })})
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </Section>
  );
}
