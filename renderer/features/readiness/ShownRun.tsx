import {
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { CallFailed } from '../../app/call.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { JudgeButton } from './JudgeButton.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { PagePending } from '../../app/PagePending.tsx';
import { TenantCard } from './TenantCard.tsx';
import { resultsQuery, runsQuery } from './queries.ts';
import { useAutoJudging } from './useJudging.ts';
import { useWords } from '../../ui/words.tsx';
import type { ReactNode } from 'react';
import type { RuleResult } from '../../../shared/readiness/rule.ts';
import type { RunView } from '../../../shared/contract/readiness.ts';
import type { TenantView } from '../../../shared/contract/tenant.ts';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** A run of the tenant with its results: the one that the address names, else the newest. */
export function ShownRun({
  tenant,
  runId,
  children,
}: {
  readonly tenant: TenantView;
  readonly runId: number | undefined;
  readonly children: (run: RunView, results: readonly RuleResult[]) => ReactNode;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { data: runs, error } = useQuery(runsQuery(tenant.key));
  useAutoJudging(tenant, runs && (runs[0] ?? null));
  if (error instanceof CallFailed) return <ErrorMessage error={error.error} />;
  if (runs === undefined) return <PagePending />;
  const [newest] = runs;
  const shown = runs.find(({ id }) => id === runId) ?? newest;
  if (newest === undefined || shown === undefined) {
    return (
      <>
        <TenantCard tenant={tenant} run={null} />
        <EmptyState title={t('readinessPage.notJudged.title')}>
          {t('readinessPage.notJudged.text')}
        </EmptyState>
        <div className={styles.actions}>
          <JudgeButton tenant={tenant} first />
        </div>
      </>
    );
  }
  return (
    <>
      {shown !== newest && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{t('results.old')}</MessageBarBody>
          <MessageBarActions>
            <LinkButton to="." search={{}}>
              {t('results.newest')}
            </LinkButton>
          </MessageBarActions>
        </MessageBar>
      )}
      <TenantCard tenant={tenant} run={shown} />
      <Results run={shown}>{children}</Results>
    </>
  );
}

function Results({
  run,
  children,
}: {
  readonly run: RunView;
  readonly children: (run: RunView, results: readonly RuleResult[]) => ReactNode;
}): ReactNode {
  const { data, error } = useQuery(resultsQuery(run.id));
  if (error instanceof CallFailed) return <ErrorMessage error={error.error} />;
  if (data === undefined) return <PagePending />;
  return children(data.run, data.results);
}
