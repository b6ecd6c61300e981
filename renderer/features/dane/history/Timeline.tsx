import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { DateTime } from '../../../ui/DateTime.tsx';
import { TextLink } from '../../../ui/TextLink.tsx';
import { VerdictLabel } from '../VerdictLabel.tsx';
import { checksPerSubjectMax } from '../../../../shared/limits.ts';
import { timelineEntry } from '../../../ui/timeline.ts';
import { useWords } from '../../../ui/words.tsx';
import type { CheckPlace } from '../../../../shared/dane/run.ts';
import type { Output } from '../../../../shared/contract/index.ts';
import type { ReactNode } from 'react';

export type VerdictAt = Output<'dane.history.ofSubject'>['checks'][number];

const useStyles = makeStyles({
  lead: { margin: `0 0 ${tokens.spacingVerticalS}` },
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    maxHeight: '22em',
    overflowY: 'auto',
  },
  item: {
    ...timelineEntry,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: `0 ${tokens.spacingHorizontalM}`,
    padding: `6px ${tokens.spacingHorizontalS} 6px ${tokens.spacingHorizontalXL}`,
  },
  shown: {
    // A background would take the contrast from the links and icons on it.
    outline: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    outlineOffset: '-1px',
    borderRadius: tokens.borderRadiusMedium,
    '::after': { backgroundColor: tokens.colorCompoundBrandForeground1 },
  },
  changed: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** The verdicts of one subject along time, each a link to its check. */
export function Timeline({
  subject,
  place,
  checks,
  shown,
}: {
  readonly subject: string;
  readonly place: CheckPlace;
  readonly checks: readonly VerdictAt[];
  readonly shown: VerdictAt;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  return (
    <>
      <p className={styles.lead}>
        {t('history.timeline.lead', { count: checks.length })}
        {checks.length >= checksPerSubjectMax && ` ${t('history.timeline.full')}`}
      </p>
      <ol className={styles.list}>
        {checks.map(({ id, checkedAt, verdict, previousVerdict }) => (
          <li key={id} className={mergeClasses(styles.item, id === shown.id && styles.shown)}>
            <TextLink
              to="/history/$subject"
              params={{ subject }}
              search={{ check: id, ...(place === 'lab' && { place }) }}
              aria-current={id === shown.id ? 'true' : undefined}
              resetScroll={false}
            >
              <DateTime value={checkedAt} />
            </TextLink>
            <VerdictLabel verdict={verdict} />
            {previousVerdict !== null && previousVerdict !== verdict && (
              <span className={styles.changed}>{t('history.timeline.changed')}</span>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
