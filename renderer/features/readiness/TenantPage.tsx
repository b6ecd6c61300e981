import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { CallFailed } from '../../app/call.ts';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { NoTenant } from './NoTenant.tsx';
import { Page } from '../../app/Page.tsx';
import { PagePending } from '../../app/PagePending.tsx';
import { tenantsQuery } from '../../app/tenants.ts';
import type { ReactNode } from 'react';
import type { TenantView } from '../../../shared/contract/tenant.ts';

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    marginTop: tokens.spacingVerticalM,
  },
});

/** A page about the tenant in use; without one it shows the ways to one. */
export function TenantPage({
  title,
  lead,
  children,
}: {
  readonly title: string;
  readonly lead?: string;
  readonly children: (tenant: TenantView) => ReactNode;
}): ReactNode {
  const styles = useStyles();
  const { data, error } = useQuery(tenantsQuery);
  const tenant = data?.tenants.find(({ key }) => key === data.inUse);
  return (
    <Page title={title} {...(lead !== undefined && { lead })}>
      {error instanceof CallFailed && <ErrorMessage error={error.error} />}
      {data === undefined && error === null && <PagePending />}
      {data !== undefined && tenant === undefined && <NoTenant />}
      {tenant !== undefined && <div className={styles.page}>{children(tenant)}</div>}
    </Page>
  );
}
