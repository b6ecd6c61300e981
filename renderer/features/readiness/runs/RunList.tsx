import { makeStyles, tokens } from '@fluentui/react-components';
import { useIntl } from 'react-intl';
import { BaselineButton } from './BaselineButton.tsx';
import { DateTime } from '../../../ui/DateTime.tsx';
import { ForgetRunButton } from './ForgetRunButton.tsx';
import { StatusLabel } from '../StatusLabel.tsx';
import { TextLink } from '../../../ui/TextLink.tsx';
import { ruleStatuses } from '../../../../shared/readiness/ruleIds.ts';
import { useWords } from '../../../ui/words.tsx';
import type { ReactNode } from 'react';
import type { RunView } from '../../../../shared/contract/readiness.ts';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} 0`,
    ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
  },
  detail: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** Runs, newest first, with what can be done with each. */
export function RunList({ runs }: { readonly runs: readonly RunView[] }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { formatDate } = useIntl();
  return (
    <ul className={styles.list}>
      {runs.map((run) => {
        const when = formatDate(run.evaluatedAt, { dateStyle: 'medium', timeStyle: 'medium' });
        return (
          <li key={run.id} className={styles.item}>
            <div className={styles.row}>
              <TextLink to="/readiness" search={{ run: run.id }}>
                <DateTime value={run.evaluatedAt} />
              </TextLink>
              {run.baseline !== null && (
                <strong>{t('runs.baseline', { name: run.baseline })}</strong>
              )}
            </div>
            <span className={styles.detail}>
              {t('runs.snapshot')} <DateTime value={run.takenAt} />
              {run.snapshot === null && <> · {t('runs.snapshot.gone')}</>}
            </span>
            <div className={styles.row}>
              {ruleStatuses
                .filter((status) => run.counts[status] > 0)
                .map((status) => (
                  <span key={status}>
                    <StatusLabel status={status} />: {run.counts[status]}
                  </span>
                ))}
            </div>
            <div className={styles.row}>
              <BaselineButton run={run} when={when} />
              <ForgetRunButton run={run} when={when} />
            </div>
          </li>
        );
      })}
    </ul>
  );
}
