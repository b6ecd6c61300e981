import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { CallFailed } from '../../../app/call.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorMessage } from '../../../ui/ErrorMessage.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { NoTenant } from '../NoTenant.tsx';
import { Page } from '../../../app/Page.tsx';
import { PagePending } from '../../../app/PagePending.tsx';
import { SettingsSection } from './SettingsSection.tsx';
import { SourcesSection } from './SourcesSection.tsx';
import { StorageNotice } from '../StorageNotice.tsx';
import { TenantSection } from './TenantSection.tsx';
import { snapshotQuery } from '../queries.ts';
import { tenantRoute } from '../tenantRoutes.ts';
import { tenantsQuery } from '../../../app/tenants.ts';
import { useWords } from '../../../ui/words.tsx';
import type { ReactNode } from 'react';
import type { TenantView } from '../../../../shared/contract/tenant.ts';

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL },
});

/** The tenant in use, and every setting that is known of it. */
export function TenantPage(): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { data, error } = useQuery(tenantsQuery);
  const inUse = data?.tenants.find(({ key }) => key === data.inUse);
  return (
    <Page title={t('tenantPages.title')} lead={t('tenantPages.lead')}>
      <div className={styles.page}>
        {error instanceof CallFailed && <ErrorMessage error={error.error} />}
        {data === undefined && error === null && <PagePending />}
        {data !== undefined && <StorageNotice storage={data.storage} />}
        {data !== undefined && inUse === undefined && <NoTenant />}
        {data !== undefined && inUse !== undefined && (
          <>
            <TenantSection tenant={inUse} tenants={data.tenants} />
            <Snapshot key={inUse.key} tenant={inUse} />
          </>
        )}
      </div>
    </Page>
  );
}

function Snapshot({ tenant }: { readonly tenant: TenantView }): ReactNode {
  const { snapshot: wanted } = tenantRoute.useSearch();
  const { data, error } = useQuery(snapshotQuery(tenant.key, wanted ?? null));
  if (error instanceof CallFailed) return <ErrorMessage error={error.error} />;
  if (data === undefined) return <PagePending />;
  if (data === null) return wanted === undefined ? null : <Gone />;
  return (
    <>
      <SourcesSection snapshotId={data.snapshot.id} sources={data.sources} />
      <SettingsSection
        snapshotId={data.snapshot.id}
        sources={data.sources}
        settings={data.settings}
      />
    </>
  );
}

/** An address names a reading that was forgotten, or is another tenant's. */
function Gone(): ReactNode {
  const t = useWords();
  return (
    <EmptyState title={t('tenantPages.reading.gone')}>
      <LinkButton to="/tenant" search={{}}>
        {t('tenantPages.reading.newest')}
      </LinkButton>
    </EmptyState>
  );
}
