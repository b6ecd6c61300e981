import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { AuditFilters } from './AuditFilters.tsx';
import { AuditTable } from './AuditTable.tsx';
import { BundleSection } from './BundleSection.tsx';
import { Page } from '../../../app/Page.tsx';
import { Section } from '../../../ui/Section.tsx';
import { tenantsQuery } from '../../../app/tenants.ts';
import { noFilter } from './auditFilter.ts';
import { useWords } from '../../../ui/words.tsx';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL },
  calls: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
});

/** Every call that left this computer, and a bundle for whoever helps. */
export function AuditPage(): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const [filter, setFilter] = useState(noFilter);
  const { data } = useQuery(tenantsQuery);
  return (
    <Page title={t('auditPage.title')} lead={t('auditPage.lead')}>
      <div className={styles.page}>
        <Section title={t('auditPage.table')}>
          <div className={styles.calls}>
            <AuditFilters filter={filter} tenants={data?.tenants ?? []} onFilter={setFilter} />
            <AuditTable key={JSON.stringify(filter)} filter={filter} />
          </div>
        </Section>
        <BundleSection />
      </div>
    </Page>
  );
}
