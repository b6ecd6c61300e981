import { describeSource } from '../../../../shared/tenant/sources.ts';
import { findTenant, refOf } from './tenants.ts';
import { readTenant } from '../readTenant.ts';
import { success } from '../../../../shared/errors.ts';
import { tenantKey } from '../store/snapshotStore.ts';
import type { CloudId } from '../../../../shared/identity/clouds.ts';
import type { DnsTools, MicrosoftTools } from '../source.ts';
import type { GatherItem } from '../../../../shared/contract/tenant.ts';
import type { JobContext } from '../../jobs.ts';
import type { Output } from '../../../../shared/contract/index.ts';
import type { Readings } from './readings.ts';
import type { RecordOutsideCall } from '../../outsideCalls.ts';
import type { Result } from '../../../../shared/errors.ts';
import type { Snapshot } from '../../../../shared/tenant/snapshot.ts';
import type { SourceId } from '../../../../shared/tenant/sources.ts';
import type { TenantWorld } from './tenantWorld.ts';

export interface TenantTools {
  readonly tenant: Snapshot['tenant'];
  readonly microsoft: MicrosoftTools;
  readonly dns: DnsTools;
  readonly cloud: CloudId | 'private';
  readonly record: RecordOutsideCall;
}

/** Reads a tenant, says how it goes, keeps it and puts it to use. */
export async function readAndKeep(
  world: TenantWorld,
  readings: Readings,
  tools: TenantTools,
  sources: readonly SourceId[],
  job: JobContext,
): Promise<Result<Output<'tenant.gather'>>> {
  const { ports, emit } = world;
  const key = tenantKey(tools.tenant);
  const chosen = [...new Set(sources)].filter((id) => describeSource(id).api !== 'import');
  const tell = (item: GatherItem) => job.item(item);
  let done = 0;
  job.progress(done, chosen.length);
  const { id, snapshot } = await readings.run(key, job.signal, (signal) =>
    readTenant({
      ...tools,
      chosen,
      clock: ports.clock,
      store: world.snapshots(),
      signal,
      reportBug: ports.reportBug,
      onReading: (source, records) => tell({ kind: 'reading', id: source, records }),
      onDone(entry) {
        if (!chosen.includes(entry.id)) return;
        tell({ kind: 'done', entry });
        job.progress((done += 1), chosen.length);
      },
    }),
  );
  if (id !== null && world.snapshots().get(id) !== null) putToUse(world, key);
  emit('tenant.changed', {});
  return success(await readingOf(world, key, id, snapshot));
}

/** A full disk, where the choice can't be written down, takes nothing from what was read. */
export function putToUse({ settings, ports }: TenantWorld, key: string): void {
  try {
    settings.set({ tenant: key });
  } catch (error) {
    ports.reportBug(error, 'settings.json');
  }
}

/** What a job that made a snapshot answers with. */
export async function readingOf(
  world: TenantWorld,
  key: string,
  id: number | null,
  { tenant, sources }: Pick<Snapshot, 'tenant' | 'sources'>,
): Promise<Output<'tenant.gather'>> {
  const stored = id === null ? null : world.snapshots().get(id);
  const view = (await findTenant(world, key)) ?? {
    key,
    ...tenant,
    demo: false,
    accountId: null,
    newest: null,
    snapshots: 0,
  };
  return { tenant: view, snapshot: stored === null ? null : refOf(stored), sources: [...sources] };
}
