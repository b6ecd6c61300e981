import { snapshotSchemaName } from '../../../../shared/tenant/snapshot.ts';
import { notAsked } from '../sourceEntry.ts';
import { sourceIds } from '../../../../shared/tenant/sources.ts';
import type { Snapshot, SourceEntry } from '../../../../shared/tenant/snapshot.ts';
import type { SnapshotStore, StoredSnapshot } from './snapshotStore.ts';
import type { SourceId } from '../../../../shared/tenant/sources.ts';

/** A stored snapshot as a whole, or with the data of some sources alone. */
export function readStored(
  store: SnapshotStore,
  { id, tenantId, name, takenAt }: StoredSnapshot,
  wanted: readonly SourceId[] = sourceIds,
): Snapshot {
  return {
    schema: snapshotSchemaName,
    tenant: { id: tenantId, name },
    takenAt,
    sources: completeEntries(store.entries(id)),
    data: store.data(id, wanted),
  };
}

/** One for every source: those that did not exist when the snapshot was taken were not asked. */
export function completeEntries(entries: readonly SourceEntry[]): SourceEntry[] {
  const known = new Map(entries.map((entry) => [entry.id, entry]));
  return sourceIds.map((id) => known.get(id) ?? notAsked(id, 'not-chosen'));
}
