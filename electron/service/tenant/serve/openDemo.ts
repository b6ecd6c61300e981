import { demoTenantId } from '../../../../shared/tenant/demo.ts';
import { readAndKeep } from './readAndKeep.ts';
import { sourceIds } from '../../../../shared/tenant/sources.ts';
import type { JobContext } from '../../jobs.ts';
import type { Output } from '../../../../shared/contract/index.ts';
import type { Readings } from './readings.ts';
import type { Result } from '../../../../shared/errors.ts';
import type { SourceId } from '../../../../shared/tenant/sources.ts';
import type { TenantWorld } from './tenantWorld.ts';

/** Contoso by the code that reads a true tenant. Nothing leaves this machine, so no call is recorded. */
export async function readDemo(
  world: TenantWorld,
  readings: Readings,
  sources: readonly SourceId[],
  job: JobContext,
): Promise<Result<Output<'tenant.gather'>>> {
  const { microsoft, dns } = await world.openDemo();
  using _dns = dns;
  const tools = {
    tenant: { id: demoTenantId, name: 'Contoso' },
    microsoft,
    dns,
    cloud: 'worldwide' as const,
    record() {},
  };
  return await readAndKeep(world, readings, tools, sources, job);
}

/** Reads all of it anew; earlier readings of it are nobody's history and go away. */
export async function openDemo(
  world: TenantWorld,
  readings: Readings,
  job: JobContext,
): Promise<Result<Output<'tenant.openDemo'>>> {
  const read = await readDemo(world, readings, sourceIds, job);
  if (!read.ok || read.value.snapshot === null) return read;
  const store = world.snapshots();
  const { id } = read.value.snapshot;
  for (const one of store.list('all'))
    if (one.tenant === demoTenantId && one.id < id) store.remove(one.id);
  const tenant = { ...read.value.tenant, snapshots: 1 };
  return { ok: true, value: { ...read.value, tenant } };
}
