import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { CallFailed } from '../../app/call.ts';
import { DateTime } from '../../ui/DateTime.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { Page } from '../../app/Page.tsx';
import { PagePending } from '../../app/PagePending.tsx';
import { Section } from '../../ui/Section.tsx';
import { Subject } from '../readiness/Subject.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { checklistsQuery } from './queries.ts';
import { tenantsQuery } from '../../app/tenants.ts';
import { useWords } from '../../ui/words.tsx';
import type { Output } from '../../../shared/contract/index.ts';
import type { ReactNode } from 'react';

type Listed = Output<'checklists.list'>[number];

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    maxWidth: '960px',
  },
  text: { margin: 0 },
  list: { margin: `${tokens.spacingVerticalS} 0 0`, padding: 0, listStyleType: 'none' },
  item: { padding: `${tokens.spacingVerticalXS} 0`, overflowWrap: 'anywhere' },
});

/** Every checklist, and how far each was worked through. */
export function ChecklistsPage(): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const tenants = useQuery(tenantsQuery);
  return (
    <Page title={t('checklists.title')} lead={t('checklists.lead')}>
      <div className={styles.page}>
        {tenants.error instanceof CallFailed && <ErrorMessage error={tenants.error.error} />}
        {tenants.isPending && <PagePending />}
        {tenants.data?.inUse === null && (
          <p className={styles.text}>{t('checklists.withoutTenant')}</p>
        )}
        {tenants.data !== undefined && <List tenant={tenants.data.inUse} />}
      </div>
    </Page>
  );
}

function List({ tenant }: { readonly tenant: string | null }): ReactNode {
  const { data, error } = useQuery(checklistsQuery(tenant));
  if (error instanceof CallFailed) return <ErrorMessage error={error.error} />;
  if (data === undefined) return <PagePending />;
  return data.map((checklist) => <Checklist key={checklist.id} checklist={checklist} />);
}

function Checklist({
  checklist: { id, needs, progress },
}: {
  readonly checklist: Listed;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const title = t(`checklist.${id}.title`);
  return (
    <Section title={title}>
      <p className={styles.text}>{t(`checklist.${id}.lead`)}</p>
      <p className={styles.text}>
        {t(needs === 'tenant' ? 'checklists.wholeTenant' : `checklists.needs.${needs}`)}
        {' · '}
        <TextLink
          to="/checklists/$checklist"
          params={{ checklist: id }}
          aria-label={`${t('checklists.begin')}: ${title}`}
        >
          {t(needs === 'tenant' && progress.length > 0 ? 'checklists.goOn' : 'checklists.begin')}
        </TextLink>
      </p>
      {progress.length > 0 && (
        <ul className={styles.list} aria-label={`${t('checklists.begun')}: ${title}`}>
          {progress.map(({ subject, done, total, changedAt }) => (
            <li key={subject} className={styles.item}>
              <TextLink
                to="/checklists/$checklist"
                params={{ checklist: id }}
                search={subject === null ? {} : { subject }}
              >
                <Subject subject={subject} />
              </TextLink>
              {' · '}
              {t('checklists.progress', { done, total })}
              {' · '}
              {t('checklists.changed')} <DateTime value={changedAt} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
