import { notAsked } from '../sourceEntry.ts';
import { sourceIds } from '../../../../shared/tenant/sources.ts';
import type { ImportedPart } from '../import/importedSources.ts';
import type { Snapshot, SourceEntry } from '../../../../shared/tenant/snapshot.ts';
import type { SnapshotStore } from './snapshotStore.ts';
import type { SourceId } from '../../../../shared/tenant/sources.ts';

export interface ImportToKeep {
  readonly tenant: Snapshot['tenant'];
  readonly takenAt: string;
  readonly parts: ReadonlyMap<SourceId, ImportedPart>;
  /** The snapshot that the other sources are taken over from; `null`: there is none. */
  readonly base: number | null;
}

/**
 * Keeps a new snapshot with the files' sources in place of older ones, whole or not at all. `null`:
 * there was no room, or it was stopped.
 */
export async function keepImport(
  store: SnapshotStore,
  { tenant, takenAt, parts, base }: ImportToKeep,
  signal: AbortSignal,
): Promise<{ readonly id: number; readonly sources: readonly SourceEntry[] } | null> {
  const known = new Map(
    base === null ? [] : store.entries(base).map((entry) => [entry.id, entry] as const),
  );
  const sources: SourceEntry[] = [];
  let id: number | null = null;
  try {
    id = store.begin(tenant, takenAt);
    for (const source of sourceIds) {
      if (signal.aborted) throw signal.reason;
      const part = parts.get(source);
      const older = known.get(source);
      const isOlder = part === undefined && older !== undefined && base !== null;
      const entry = part?.entry ?? older ?? notAsked(source, 'not-imported');
      const kept = isOlder
        ? await store.copy(id, entry, base)
        : await store.put(id, entry, part?.data ?? null);
      if (kept !== entry) throw new Error('no room');
      sources.push(entry);
    }
    store.finish(id, tenant);
    return { id, sources };
  } catch {
    if (id !== null) removeRest(store, id);
    return null;
  }
}

function removeRest(store: SnapshotStore, id: number): void {
  try {
    store.remove(id);
  } catch {
    // It stays unfinished, and is not taken for whole.
  }
}
