import { emptySnapshotData, isListSource } from '../../../shared/tenant/snapshot.ts';
import type { Snapshot, SnapshotData, SourceEntry } from '../../../shared/tenant/snapshot.ts';
import type { SourceId } from '../../../shared/tenant/sources.ts';
import type { SourceOutput } from './source.ts';

/** What has come of each source. */
export interface Collection {
  /** `onRecords` hears how many there are, whenever more come. */
  output(id: SourceId, onRecords: (count: number) => void): SourceOutput;
  /** How many records; one value counts as one. */
  count(id: SourceId): number;
  /** `null`: nothing. */
  data(id: SourceId): unknown;
  /** The source is done. A list without entries means that there is none; `null`, that it is not known. */
  settle(entry: SourceEntry): void;
  all(): SnapshotData;
}

/** Begins with what `base` has of sources other than the chosen ones. */
export function createCollection(base: Snapshot | null, chosen: readonly SourceId[]): Collection {
  const found = new Map<SourceId, unknown>();
  for (const [id, data] of Object.entries(base?.data ?? {}) as [SourceId, unknown][])
    if (data !== null && !chosen.includes(id)) found.set(id, data);

  function listOf(id: SourceId): unknown[] {
    if (!isListSource(id)) throw new Error(`${id} is one value`);
    const list = (found.get(id) ?? []) as unknown[];
    found.set(id, list);
    return list;
  }

  return {
    output: (id, onRecords) => ({
      add(items) {
        const list = listOf(id);
        for (const item of items) list.push(item);
        onRecords(list.length);
      },
      clear: () => void found.delete(id),
      set(value) {
        if (isListSource(id)) throw new Error(`${id} is a list`);
        found.set(id, value);
      },
    }),
    count(id) {
      const data = found.get(id);
      return Array.isArray(data) ? data.length : Number(data !== undefined);
    },
    data: (id) => found.get(id) ?? null,
    settle({ id, state }) {
      if (state === 'failed' || state === 'not-asked') found.delete(id);
      else if (isListSource(id)) listOf(id);
    },
    all: () =>
      Object.fromEntries(
        Object.keys(emptySnapshotData).map((id) => [id, found.get(id as SourceId) ?? null]),
      ) as unknown as SnapshotData,
  };
}
