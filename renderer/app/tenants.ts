import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ask } from './call.ts';
import { useCompanionEvent } from './useCompanionEvent.ts';
import type { TenantView } from '../../shared/contract/tenant.ts';

/** Everything that changes with a tenant or what is kept of it begins with this. */
export const tenantKey = ['tenant'] as const;
export const identityKey = ['identity'] as const;

export const tenantsQuery = queryOptions({
  queryKey: [...tenantKey, 'list'],
  queryFn: () => ask('tenant.list', {}),
});

export const identityQuery = queryOptions({
  queryKey: [...identityKey, 'state'],
  queryFn: () => ask('identity.state', {}),
});

/** For the frame: what the service says of changes reaches every page. */
export function useTenantSync(): void {
  const client = useQueryClient();
  useCompanionEvent('tenant.changed', () => void client.invalidateQueries({ queryKey: tenantKey }));
  useCompanionEvent('identity.changed', () => {
    void client.invalidateQueries({ queryKey: identityKey });
    void client.invalidateQueries({ queryKey: tenantKey });
  });
}

/** The tenant that the pages are about; `null`: none, or not known yet. */
export function useTenantInUse(): TenantView | null {
  const { data } = useQuery(tenantsQuery);
  return data?.tenants.find(({ key }) => key === data.inUse) ?? null;
}

export function useSwitchTenant() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (key: string) => ask('tenant.use', { key }),
    onSuccess: () => client.invalidateQueries({ queryKey: tenantKey }),
  });
}
