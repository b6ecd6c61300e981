import { useQuery } from '@tanstack/react-query';
import { makeStyles, tokens } from '@fluentui/react-components';
import { CallFailed } from '../../../app/call.ts';
import { Compare } from './Compare.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorMessage } from '../../../ui/ErrorMessage.tsx';
import { JudgeButton } from '../JudgeButton.tsx';
import { PagePending } from '../../../app/PagePending.tsx';
import { RunList } from './RunList.tsx';
import { Section } from '../../../ui/Section.tsx';
import { TenantPage } from '../TenantPage.tsx';
import { Waivers } from './Waivers.tsx';
import { runsQuery } from '../queries.ts';
import { useWords } from '../../../ui/words.tsx';
import type { ReactNode } from 'react';
import type { TenantView } from '../../../../shared/contract/tenant.ts';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** Every run of the tenant, any two compared, and what is waived. */
export function RunsPage(): ReactNode {
  const t = useWords();
  return (
    <TenantPage title={t('runs.title')} lead={t('runs.lead')}>
      {(tenant) => <Runs key={tenant.key} tenant={tenant} />}
    </TenantPage>
  );
}

function Runs({ tenant }: { readonly tenant: TenantView }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { data: runs, error } = useQuery(runsQuery(tenant.key));
  if (error instanceof CallFailed) return <ErrorMessage error={error.error} />;
  if (runs === undefined) return <PagePending />;
  return (
    <>
      <div className={styles.actions}>
        <JudgeButton tenant={tenant} first={runs.length === 0} />
      </div>
      {runs.length === 0 ? (
        <EmptyState title={t('runs.none.title')}>{t('readinessPage.notJudged.text')}</EmptyState>
      ) : (
        <>
          <Compare runs={runs} />
          <Section title={t('runs.kept')}>
            <RunList runs={runs} />
          </Section>
        </>
      )}
      <Section title={t('runs.waivers')}>
        <Waivers tenant={tenant.key} />
      </Section>
    </>
  );
}
