import { makeStyles, tokens } from '@fluentui/react-components';
import { DateTime } from '../../../ui/DateTime.tsx';
import { TextLink } from '../../../ui/TextLink.tsx';
import { VerdictLabel } from '../VerdictLabel.tsx';
import { useWords } from '../../../ui/words.tsx';
import type { CheckPlace } from '../../../../shared/dane/run.ts';
import type { Output } from '../../../../shared/contract/index.ts';
import type { ReactNode } from 'react';

export type Subject = Output<'dane.history.list'>['subjects'][number];

const useStyles = makeStyles({
  list: { margin: `0 0 ${tokens.spacingVerticalM}`, padding: 0, listStyleType: 'none' },
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalL,
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (min-width: 720px)': { gridTemplateColumns: 'minmax(0, 1fr) auto' },
  },
  name: { overflowWrap: 'anywhere', justifySelf: 'start' },
  detail: {
    gridColumn: '1 / -1',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
});

/** Subjects with their newest verdict, each a link. */
export function SubjectList({
  subjects,
  place,
  to,
}: {
  readonly subjects: readonly Subject[];
  readonly place: CheckPlace;
  readonly to: '/dane/$target' | '/history/$subject';
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const search = place === 'lab' ? { place } : {};
  return (
    <ul className={styles.list}>
      {subjects.map(({ id, subject, verdict, previousVerdict, checkedAt, count }) => (
        <li key={id} className={styles.item}>
          <TextLink
            className={styles.name}
            translate="no"
            to={to}
            params={{ target: subject, subject }}
            search={search}
          >
            {subject}
          </TextLink>
          <VerdictLabel verdict={verdict} />
          <span className={styles.detail}>
            <DateTime value={checkedAt} />
            {' · '}
            {t('history.count', { count })}
            {previousVerdict !== null && previousVerdict !== verdict && (
              <> · {t('history.before', { verdict: t(`dane.verdict.${previousVerdict}`) })}</>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
