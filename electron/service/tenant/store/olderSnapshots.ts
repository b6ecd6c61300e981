import { emptySnapshotData } from '../../../../shared/tenant/snapshot.ts';
import { readSnapshot } from '../../../../shared/tenant/readSnapshot.ts';
import { snapshotMark } from './snapshotMark.ts';
import type { Snapshot, SourceEntry } from '../../../../shared/tenant/snapshot.ts';

/** A snapshot as it lies in the database. */
export interface RawSnapshot {
  readonly tenant: Snapshot['tenant'];
  readonly takenAt: string;
  readonly sources: readonly SourceEntry[];
  readonly data: Readonly<Record<string, unknown>>;
}

export interface OlderSnapshots {
  /** `null`: this version of the app wrote it, so that it can be read as it is. */
  get(id: number): Pick<Snapshot, 'sources' | 'data'> | null;
}

/**
 * Snapshots that an older version of the app stored, as this version would have: migrated, and what it did
 * not know yet marked as missing. What is stored stays as it is.
 */
export function createOlderSnapshots(
  markOf: (id: number) => string | null,
  read: (id: number) => RawSnapshot,
): OlderSnapshots {
  let last: { readonly key: string; readonly upgraded: Upgraded } | null = null;
  return {
    get(id) {
      const mark = markOf(id);
      if (mark === null || mark === snapshotMark()) return null;
      const key = `${id} ${mark}`;
      if (last?.key !== key) last = { key, upgraded: upgrade(read(id), mark) };
      return last.upgraded;
    },
  };
}

type Upgraded = Pick<Snapshot, 'sources' | 'data'>;

function upgrade({ sources, ...raw }: RawSnapshot, mark: string): Upgraded {
  const schema = mark.split(' ', 1)[0];
  const found = readSnapshot({ ...raw, sources, schema }, '');
  if (found.ok) return found.value;
  // Nothing of it can be read here: it is not taken for known.
  return {
    sources: sources.map((entry) => ({
      ...entry,
      state: 'failed' as const,
      reason: 'unexpected-answer' as const,
      records: 0,
      missing: [],
    })),
    data: emptySnapshotData,
  };
}
