import { useQuery } from '@tanstack/react-query';
import { makeStyles, tokens } from '@fluentui/react-components';
import { Attention } from './Attention.tsx';
import { CallFailed } from '../../../app/call.ts';
import { ChangesSince } from './ChangesSince.tsx';
import { Counts } from './Counts.tsx';
import { Coverage } from './Coverage.tsx';
import { Deadlines } from './Deadlines.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorMessage } from '../../../ui/ErrorMessage.tsx';
import { JudgeButton } from '../JudgeButton.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { PagePending } from '../../../app/PagePending.tsx';
import { SaveReport } from '../SaveReport.tsx';
import { TenantCard } from '../TenantCard.tsx';
import { TenantPage } from '../TenantPage.tsx';
import { overviewQuery } from '../queries.ts';
import { useAutoJudging } from '../useJudging.ts';
import { useWords } from '../../../ui/words.tsx';
import type { Output } from '../../../../shared/contract/index.ts';
import type { ReactNode } from 'react';
import type { RunView } from '../../../../shared/contract/readiness.ts';
import type { TenantView } from '../../../../shared/contract/tenant.ts';

const useStyles = makeStyles({
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    '@media print': { display: 'none' },
  },
});

/** What needs attention first. */
export function OverviewPage(): ReactNode {
  const t = useWords();
  return (
    <TenantPage title={t('overview.title')} lead={t('overview.lead')}>
      {(tenant) => <Overview key={tenant.key} tenant={tenant} />}
    </TenantPage>
  );
}

function Overview({ tenant }: { readonly tenant: TenantView }): ReactNode {
  const { data, error } = useQuery(overviewQuery(tenant.key));
  useAutoJudging(tenant, data?.run);
  if (error instanceof CallFailed) return <ErrorMessage error={error.error} />;
  if (data === undefined) return <PagePending />;
  return (
    <>
      <TenantCard tenant={tenant} run={data.run} />
      {data.run === null ? (
        <NotJudged tenant={tenant} />
      ) : (
        <Judged tenant={tenant} run={data.run} overview={data} />
      )}
    </>
  );
}

function NotJudged({ tenant }: { readonly tenant: TenantView }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  return (
    <>
      <EmptyState title={t('readinessPage.notJudged.title')}>
        {t('readinessPage.notJudged.text')}
      </EmptyState>
      <div className={styles.actions}>
        <JudgeButton tenant={tenant} first />
        <LinkButton to="/tenant/read">{t('readinessPage.read')}</LinkButton>
      </div>
    </>
  );
}

function Judged({
  tenant,
  run,
  overview,
}: {
  readonly tenant: TenantView;
  readonly run: RunView;
  readonly overview: Output<'readiness.overview'>;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  return (
    <>
      <div className={styles.actions}>
        <JudgeButton tenant={tenant} />
        <LinkButton to="/readiness">{t('readinessPage.all')}</LinkButton>
        <SaveReport run={run} />
      </div>
      <Attention results={overview.attention} run={run} />
      <Deadlines deadlines={overview.deadlines} />
      <Coverage results={overview.unassessed} run={run} />
      <ChangesSince run={run} changes={overview.changes} />
      <Counts run={run} />
    </>
  );
}
