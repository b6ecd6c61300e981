import { auditedDns } from './auditedDns.ts';
import { gather } from './gather.ts';
import { readStored } from './store/readStored.ts';
import { sourceIds } from '../../../shared/tenant/sources.ts';
import { tenantKey } from './store/snapshotStore.ts';
import type { CloudId } from '../../../shared/identity/clouds.ts';
import type { DnsTools, MicrosoftTools } from './source.ts';
import type { RecordOutsideCall } from '../outsideCalls.ts';
import type { Snapshot, SourceEntry } from '../../../shared/tenant/snapshot.ts';
import type { SnapshotStore } from './store/snapshotStore.ts';
import type { SourceId } from '../../../shared/tenant/sources.ts';

export interface TenantReading {
  readonly tenant: Snapshot['tenant'];
  readonly chosen: readonly SourceId[];
  readonly microsoft: MicrosoftTools;
  readonly dns: DnsTools;
  readonly cloud: CloudId | 'private';
  readonly clock: () => Date;
  readonly record: RecordOutsideCall;
  /** `null`: nothing is kept. */
  readonly store: SnapshotStore | null;
  readonly signal: AbortSignal;
  readonly reportBug: (error: unknown, where: string) => void;
  readonly onReading: (id: SourceId, records: number) => void;
  readonly onDone: (entry: SourceEntry) => void;
}

export interface ReadTenant {
  /** In the store; `null`: it was not kept. */
  readonly id: number | null;
  readonly snapshot: Snapshot;
}

/**
 * Reads a tenant into a new snapshot and keeps each source as it comes, so that nothing is lost whatever
 * ends the app. Sources that were not chosen are taken over from the newest snapshot of the tenant.
 */
export async function readTenant(reading: TenantReading): Promise<ReadTenant> {
  const { store, tenant, clock, chosen, onDone, record } = reading;
  const before = store?.newest(tenantKey(tenant)) ?? null;
  const others = sourceIds.filter((id) => !chosen.includes(id));
  const base = store === null || before === null ? null : readStored(store, before, others);
  const id = beginIn(store, tenant, clock());
  const snapshot = await gather({
    ...reading,
    base,
    dns: auditedDns(reading.dns, { tenantId: tenantKey(tenant), clock, record }),
    events: {
      reading: reading.onReading,
      async done(entry, data) {
        const kept = store === null || id === null ? entry : await store.put(id, entry, data);
        onDone(kept);
        return kept;
      },
    },
  });
  if (store !== null && id !== null) finishIn(store, id, snapshot.tenant);
  return { id, snapshot };
}

/** `null`: there is no room, or no store; the reading goes on without. */
function beginIn(store: SnapshotStore | null, tenant: Snapshot['tenant'], at: Date): number | null {
  try {
    return store?.begin(tenant, at.toISOString()) ?? null;
  } catch {
    return null;
  }
}

/** Where not even this has room, the snapshot stays unfinished; what came of it is there. */
function finishIn(store: SnapshotStore, id: number, tenant: Snapshot['tenant']): void {
  try {
    store.finish(id, tenant);
  } catch {
    // It says of itself that it is not finished.
  }
}
