import { describeSource } from '../../../../shared/tenant/sources.ts';
import { failure } from '../../../../shared/errors.ts';
import { findTenant } from './tenants.ts';
import { gatherTenant, gatherWithoutAccount } from './gatherTenant.ts';
import type { JobContext } from '../../jobs.ts';
import type { Output } from '../../../../shared/contract/index.ts';
import type { Readings } from './readings.ts';
import type { Result } from '../../../../shared/errors.ts';
import type { RollingBudget } from '../../microsoft/rollingBudget.ts';
import type { SourceId } from '../../../../shared/tenant/sources.ts';
import type { TenantWorld } from './tenantWorld.ts';

/**
 * Reads sources of a known tenant anew, by whoever is signed in to it; without anybody, the DNS alone.
 * Errors: `snapshot-missing`, `sign-in-required`, those of `gatherTenant`.
 */
export async function rereadSources(
  world: TenantWorld,
  readings: Readings,
  traceBudget: (tenantId: string) => RollingBudget,
  key: string,
  sources: readonly SourceId[],
  job: JobContext,
): Promise<Result<Output<'tenant.gather'>>> {
  const tenant = await findTenant(world, key);
  if (tenant === null) return failure('snapshot-missing', { tenant: key });
  const { accountId } = tenant;
  if (accountId === null) return gatherWithoutAccount(world, readings, tenant, sources, job);
  const read = await gatherTenant(world, readings, traceBudget, { accountId, sources }, job);
  const open = sources.filter((id) => describeSource(id).api === 'dns');
  return read.ok || open.length === 0 || job.signal.aborted
    ? read
    : gatherWithoutAccount(world, readings, tenant, open, job);
}
