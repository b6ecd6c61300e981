import { makeStyles, tokens } from '@fluentui/react-components';
import { DateTime } from '../../../ui/DateTime.tsx';
import { DiffList } from '../runs/DiffList.tsx';
import { Section } from '../../../ui/Section.tsx';
import { TextLink } from '../../../ui/TextLink.tsx';
import { useWords } from '../../../ui/words.tsx';
import type { Output } from '../../../../shared/contract/index.ts';
import type { ReactNode } from 'react';
import type { RunView } from '../../../../shared/contract/readiness.ts';

const shownMax = 8;

const useStyles = makeStyles({ text: { margin: `0 0 ${tokens.spacingVerticalS}` } });

/** What is different since the baseline, or the run before. */
export function ChangesSince({
  run,
  changes,
}: {
  readonly run: RunView;
  readonly changes: Output<'readiness.overview'>['changes'];
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  if (changes === null) {
    return <Section title={t('overview.changes')}>{t('overview.changes.first')}</Section>;
  }
  const { since, entries } = changes;
  return (
    <Section title={t('overview.changes')}>
      <p className={styles.text}>
        {t('overview.changes.since')} <DateTime value={since.evaluatedAt} />
        {since.baseline !== null && (
          <> · {t('overview.changes.baseline', { name: since.baseline })}</>
        )}
      </p>
      {entries.length === 0 && <p className={styles.text}>{t('overview.changes.none')}</p>}
      <DiffList entries={entries.slice(0, shownMax)} />
      <p className={styles.text}>
        <TextLink to="/runs" search={{ from: since.id, to: run.id }}>
          {t('overview.changes.all')}
        </TextLink>
      </p>
    </Section>
  );
}
