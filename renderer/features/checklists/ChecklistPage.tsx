import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { CallFailed } from '../../app/call.ts';
import { ChecklistView } from './ChecklistView.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { OutlookCheck } from '../readiness/outlook/OutlookCheck.tsx';
import { Page } from '../../app/Page.tsx';
import { PagePending } from '../../app/PagePending.tsx';
import { ScriptCheck } from '../readiness/script/ScriptCheck.tsx';
import { SubjectForm } from './SubjectForm.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { checklistIds } from '../../../shared/readiness/checklists/checklistIds.ts';
import { checklistQuery, checklistsQuery } from './queries.ts';
import { checklistRoute } from './checklistRoutes.ts';
import { tenantsQuery } from '../../app/tenants.ts';
import { useWords } from '../../ui/words.tsx';
import type { ChecklistId } from '../../../shared/readiness/checklists/checklistIds.ts';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    marginTop: tokens.spacingVerticalM,
    maxWidth: '960px',
  },
  text: { margin: 0 },
});

/** One checklist: for what it is done, and its steps. */
export function ChecklistPage(): ReactNode {
  const t = useWords();
  const { checklist } = checklistRoute.useParams();
  const id = checklistIds.find((each) => each === checklist);
  if (id === undefined) {
    return (
      <Page title={t('checklistPage.unknown.title')}>
        <EmptyState title={t('checklistPage.unknown.text', { checklist })}>
          <TextLink to="/checklists">{t('checklists.title')}</TextLink>
        </EmptyState>
      </Page>
    );
  }
  return <Known id={id} />;
}

function Known({ id }: { readonly id: ChecklistId }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const tenants = useQuery(tenantsQuery);
  return (
    <Page title={t(`checklist.${id}.title`)} lead={t(`checklist.${id}.lead`)}>
      <div className={styles.page}>
        {id === 'public-folders' && <ScriptCheck />}
        {id === 'outlook-clean-up' && <OutlookCheck />}
        {tenants.error instanceof CallFailed && <ErrorMessage error={tenants.error.error} />}
        {tenants.isPending && <PagePending />}
        {tenants.data !== undefined && <OfTenant id={id} tenant={tenants.data.inUse} />}
      </div>
    </Page>
  );
}

function OfTenant({
  id,
  tenant,
}: {
  readonly id: ChecklistId;
  readonly tenant: string | null;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { subject = null } = checklistRoute.useSearch();
  const list = useQuery(checklistsQuery(tenant));
  const needs = list.data?.find((each) => each.id === id)?.needs;
  const place = {
    tenant,
    checklist: id,
    subject: needs === 'tenant' ? null : subject,
  };
  const { data: view, error } = useQuery({
    ...checklistQuery(place),
    enabled: needs !== undefined,
  });
  if (list.error instanceof CallFailed) return <ErrorMessage error={list.error.error} />;
  if (needs === undefined || (view === undefined && error === null)) return <PagePending />;
  return (
    <>
      {tenant === null && <p className={styles.text}>{t('checklists.withoutTenant')}</p>}
      {needs !== 'tenant' && (
        <SubjectForm
          key={subject}
          needs={needs}
          subject={subject}
          subjects={view?.subjects ?? []}
        />
      )}
      {error instanceof CallFailed && <ErrorMessage error={error.error} />}
      {view !== undefined && (needs === 'tenant' || subject !== null) && (
        <ChecklistView place={place} view={view} />
      )}
    </>
  );
}
