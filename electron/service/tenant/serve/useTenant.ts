import { failure, success } from '../../../../shared/errors.ts';
import { findTenant, listTenants } from './tenants.ts';
import type { Result } from '../../../../shared/errors.ts';
import type { Tenants } from '../../../../shared/contract/tenant.ts';
import type { TenantWorld } from './tenantWorld.ts';

/** Error: `snapshot-missing`, of a tenant that nothing is known of. */
export async function useTenant(world: TenantWorld, key: string): Promise<Result<Tenants>> {
  if ((await findTenant(world, key)) === null) return failure('snapshot-missing', { tenant: key });
  world.settings.set({ tenant: key });
  world.emit('tenant.changed', {});
  return success(await listTenants(world));
}
