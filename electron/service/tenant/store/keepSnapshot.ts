import type { Snapshot } from '../../../../shared/tenant/snapshot.ts';
import type { SnapshotStore } from './snapshotStore.ts';

/** Keeps a snapshot that is whole already. Returns its id. */
export async function keepSnapshot(store: SnapshotStore, snapshot: Snapshot): Promise<number> {
  const { tenant, takenAt, sources, data } = snapshot;
  const id = store.begin(tenant, takenAt);
  for (const entry of sources) await store.put(id, entry, data[entry.id]);
  store.finish(id, tenant);
  return id;
}
