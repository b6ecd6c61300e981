import { makeStyles, tokens } from '@fluentui/react-components';
import { Deadline } from './Deadline.tsx';
import { StatusLabel } from './StatusLabel.tsx';
import { Subject } from './Subject.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { describeResult } from '../../../shared/readiness/describe.ts';
import { ruleSearch } from './ruleSearch.ts';
import { useWords } from '../../ui/words.tsx';
import type { ReactNode } from 'react';
import type { RuleResult } from '../../../shared/readiness/rule.ts';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: `2px ${tokens.spacingHorizontalL}`,
    '@media (min-width: 720px)': { gridTemplateColumns: '160px minmax(0, 1fr)' },
  },
  text: { minWidth: 0, overflowWrap: 'anywhere' },
  message: { margin: '2px 0 0' },
  detail: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** One result in a list: how it stands, of what, why, by when; it leads to its rule. */
export function ResultLine({
  result,
  runId,
  titled = true,
}: {
  readonly result: RuleResult;
  /** Of an earlier run; `null`: of the newest. */
  readonly runId: number | null;
  /** `false`: the title stands above. */
  readonly titled?: boolean;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { title, message } = describeResult(result, t);
  const { rule, subject, severity, deadline } = result;
  const name = <Subject subject={subject} />;
  return (
    <div className={styles.root}>
      <div>
        <StatusLabel status={result.status} />
      </div>
      <div className={styles.text}>
        <TextLink to="/readiness/$rule" params={{ rule }} search={ruleSearch(subject, runId)}>
          {titled ? title : name}
        </TextLink>
        {titled && subject !== null && <> · {name}</>}
        <p className={styles.message}>{message}</p>
        <span className={styles.detail}>
          {t('readinessPage.severity', { severity: t(`readiness.severity.${severity}`) })}
          {deadline !== null && (
            <>
              {' · '}
              {t('readinessPage.deadline')} <Deadline at={deadline} />
            </>
          )}
        </span>
      </div>
    </div>
  );
}
