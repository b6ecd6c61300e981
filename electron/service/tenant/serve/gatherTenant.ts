import { describeSource } from '../../../../shared/tenant/sources.ts';
import { failure } from '../../../../shared/errors.ts';
import { listTenants, nameOfAccount } from './tenants.ts';
import { microsoftTools } from '../microsoftTools.ts';
import { noMicrosoft } from '../noMicrosoft.ts';
import { openOwnDns } from './openOwnDns.ts';
import { readAndKeep } from './readAndKeep.ts';
import { readDemo } from './openDemo.ts';
import type { JobContext } from '../../jobs.ts';
import type { Output } from '../../../../shared/contract/index.ts';
import type { Readings } from './readings.ts';
import type { RecordOutsideCall } from '../../outsideCalls.ts';
import type { Result } from '../../../../shared/errors.ts';
import type { RollingBudget } from '../../microsoft/rollingBudget.ts';
import type { SourceId } from '../../../../shared/tenant/sources.ts';
import type { TenantView } from '../../../../shared/contract/tenant.ts';
import type { TenantWorld } from './tenantWorld.ts';

type Reading = Promise<Result<Output<'tenant.gather'>>>;

export interface GatherRequest {
  /** `null`: what needs no sign-in, for the tenant in use. */
  readonly accountId: string | null;
  readonly sources: readonly SourceId[];
}

/** Errors: `account-unknown`, `sign-in-required`, `snapshot-missing`, those of `openOwnDns`. */
export async function gatherTenant(
  world: TenantWorld,
  readings: Readings,
  traceBudget: (tenantId: string) => RollingBudget,
  { accountId, sources }: GatherRequest,
  job: JobContext,
): Reading {
  if (accountId === null) return gatherInUse(world, readings, sources, job);
  const opened = await world.identity.session(accountId);
  if (!opened.ok) return opened;
  const session = opened.value;
  const { tenantId } = session.account;
  const record = recorder(world);
  const { clock } = world.ports;
  const dns = openOwnDns(world, { tenantId, clock, record });
  if (!dns.ok) return dns;
  using tools = dns.value;
  const all = {
    tenant: { id: tenantId, name: nameOfAccount(session.account) },
    microsoft: microsoftTools({ session, clock, record, traceBudget: traceBudget(tenantId) }),
    dns: tools,
    cloud: session.cloud.id,
    record,
  };
  return await readAndKeep(world, readings, all, sources, job);
}

/** The demo tenant reads all of its sources without an account; of any other the DNS alone is open. */
async function gatherInUse(
  world: TenantWorld,
  readings: Readings,
  sources: readonly SourceId[],
  job: JobContext,
): Reading {
  const { inUse, tenants } = await listTenants(world);
  const tenant = tenants.find(({ key }) => key === inUse);
  if (tenant === undefined) return failure('snapshot-missing', { tenant: 'none' });
  return await gatherWithoutAccount(world, readings, tenant, sources, job);
}

/** Errors: `sign-in-required`, those of `openOwnDns`. */
export async function gatherWithoutAccount(
  world: TenantWorld,
  readings: Readings,
  tenant: TenantView,
  sources: readonly SourceId[],
  job: JobContext,
): Reading {
  if (tenant.demo) return readDemo(world, readings, sources, job);
  const open = sources.filter((id) => describeSource(id).api === 'dns');
  if (open.length === 0) return failure('sign-in-required');
  const record = recorder(world);
  const dns = openOwnDns(world, { tenantId: tenant.key, clock: world.ports.clock, record });
  if (!dns.ok) return dns;
  using tools = dns.value;
  const all = {
    tenant: { id: tenant.id, name: tenant.name },
    microsoft: noMicrosoft,
    dns: tools,
    cloud: world.identity.cloud().id,
    record,
  };
  return await readAndKeep(world, readings, all, open, job);
}

/** Into the audit table. */
export function recorder(world: Pick<TenantWorld, 'history'>): RecordOutsideCall {
  return (call) => void world.history().calls.record(call);
}
