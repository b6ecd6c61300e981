import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { CallFailed } from '../../../app/call.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorMessage } from '../../../ui/ErrorMessage.tsx';
import { NoTenant } from '../NoTenant.tsx';
import { OutlookCheck } from '../outlook/OutlookCheck.tsx';
import { Page } from '../../../app/Page.tsx';
import { PagePending } from '../../../app/PagePending.tsx';
import { RuleKnowledge } from './RuleKnowledge.tsx';
import { RuleResults } from './RuleResults.tsx';
import { ScriptCheck } from '../script/ScriptCheck.tsx';
import { Section } from '../../../ui/Section.tsx';
import { ShownRun } from '../ShownRun.tsx';
import { TextLink } from '../../../ui/TextLink.tsx';
import { checklistOf } from '../checklistOf.ts';
import { describeRule } from '../../../../shared/readiness/describe.ts';
import { ruleIds } from '../../../../shared/readiness/ruleIds.ts';
import { ruleRoute } from '../readinessRoutes.ts';
import { tenantsQuery } from '../../../app/tenants.ts';
import { useWords } from '../../../ui/words.tsx';
import type { ReactNode } from 'react';
import type { RuleId } from '../../../../shared/readiness/ruleIds.ts';

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    marginTop: tokens.spacingVerticalM,
  },
  text: { margin: 0, maxWidth: '80ch' },
  checklist: { margin: `${tokens.spacingVerticalM} 0 0` },
});

/** One rule: why it matters, how each subject stands, what to do. */
export function RulePage(): ReactNode {
  const t = useWords();
  const { rule } = ruleRoute.useParams();
  const id = ruleIds.find((each) => each === rule);
  if (id === undefined) {
    return (
      <Page title={t('rulePage.unknown.title')}>
        <EmptyState title={t('rulePage.unknown.text', { rule })}>
          <TextLink to="/readiness">{t('readinessPage.all')}</TextLink>
        </EmptyState>
      </Page>
    );
  }
  return <KnownRule id={id} />;
}

function KnownRule({ id }: { readonly id: RuleId }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { title, why } = describeRule(id, t);
  const checklist = checklistOf(id);
  return (
    <Page title={title}>
      <div className={styles.page}>
        <Section title={t('rulePage.why')}>
          <p className={styles.text}>{why}</p>
          {checklist !== null && (
            <p className={styles.checklist}>
              {t('rulePage.checklist.text')}{' '}
              <TextLink to="/checklists/$checklist" params={{ checklist }}>
                {t(`checklist.${checklist}.title`)}
              </TextLink>
            </p>
          )}
        </Section>
        {id === 'public-folders.sync-script' && <ScriptCheck />}
        {(id === 'outlook.blocked' || id === 'outlook.unsupported') && <OutlookCheck />}
        <OfTenant id={id} />
        <RuleKnowledge id={id} />
      </div>
    </Page>
  );
}

/** How the tenant in use stands. */
function OfTenant({ id }: { readonly id: RuleId }): ReactNode {
  const { run: runId } = ruleRoute.useSearch();
  const { data, error } = useQuery(tenantsQuery);
  if (error instanceof CallFailed) return <ErrorMessage error={error.error} />;
  if (data === undefined) return <PagePending />;
  const tenant = data.tenants.find(({ key }) => key === data.inUse);
  if (tenant === undefined) return <NoTenant />;
  return (
    <ShownRun key={tenant.key} tenant={tenant} runId={runId}>
      {(run, results) => (
        <RuleResults
          tenant={tenant}
          run={run}
          results={results.filter(({ rule }) => rule === id)}
        />
      )}
    </ShownRun>
  );
}
