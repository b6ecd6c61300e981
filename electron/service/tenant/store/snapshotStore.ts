import { setImmediate as turn } from 'node:timers/promises';
import { createOlderSnapshots } from './olderSnapshots.ts';
import { emptySnapshotData, isListSource } from '../../../../shared/tenant/snapshot.ts';
import { snapshotMark } from './snapshotMark.ts';
import { sourceIds } from '../../../../shared/tenant/sources.ts';
import { demoTenantId } from '../../../../shared/tenant/demo.ts';
import type { DatabaseSync } from 'node:sqlite';
import type { Snapshot, SnapshotData, SourceEntry } from '../../../../shared/tenant/snapshot.ts';
import type { SourceId } from '../../../../shared/tenant/sources.ts';

/** A snapshot without its data. */
export interface StoredSnapshot {
  readonly id: number;
  /** What snapshots of one tenant have in common (`tenantKey`). */
  readonly tenant: string;
  readonly tenantId: string | null;
  readonly name: string;
  readonly takenAt: string;
  /** `false`: it is being taken, or the app ended in the middle of it. */
  readonly finished: boolean;
}

export interface SnapshotStore {
  begin(tenant: Snapshot['tenant'], takenAt: string): number;
  /** Writes one source, a part at a time. Returns the entry as it was kept: there may be no room. */
  put(id: number, entry: SourceEntry, data: unknown): Promise<SourceEntry>;
  /** Takes a source over from another snapshot as it is. Returns the entry as `put` does. */
  copy(id: number, entry: SourceEntry, from: number): Promise<SourceEntry>;
  finish(id: number, tenant: Snapshot['tenant']): void;
  /** Newest first; the demo tenant's only when asked for. */
  list(scope?: 'real' | 'all'): StoredSnapshot[];
  get(id: number): StoredSnapshot | null;
  /** The newest that is finished, of this tenant or of any but the demo tenant (`null`). */
  newest(tenant: string | null): StoredSnapshot | null;
  entries(id: number): SourceEntry[];
  /** The data of these sources; the others are `null`. */
  data(id: number, sources: readonly SourceId[]): SnapshotData;
  /** What is kept of one source, part by part: stretches of a list, else the one value. */
  parts(id: number, source: SourceId): Iterable<unknown>;
  remove(id: number): void;
  /** Deletes every snapshot of a tenant. Returns how many there were. */
  forget(tenant: string): number;
}

/** The tenant's id, else its name: two imports under one name belong together. */
export function tenantKey({ id, name }: Snapshot['tenant']): string {
  return (id ?? name).trim().toLowerCase();
}

/** Records of a list in one row: some 300 KiB. */
const recordsPerPart = 1000;

export function createSnapshotStore(database: DatabaseSync): SnapshotStore {
  const columns = `id, tenant, tenant_id AS tenantId, name, taken_at AS takenAt, finished`;
  const begin = database.prepare(
    'INSERT INTO snapshots (tenant, tenant_id, name, taken_at, schema, finished) VALUES (?, ?, ?, ?, ?, 0)',
  );
  const finish = database.prepare('UPDATE snapshots SET name = ?, finished = 1 WHERE id = ?');
  const putEntry = database.prepare(
    'INSERT OR REPLACE INTO snapshot_sources (snapshot_id, source, entry) VALUES (?, ?, ?)',
  );
  const putPart = database.prepare(
    'INSERT INTO snapshot_parts (snapshot_id, source, part, body) VALUES (?, ?, ?, ?)',
  );
  const copyParts = database.prepare(
    `INSERT INTO snapshot_parts (snapshot_id, source, part, body)
     SELECT ?1, source, part, body FROM snapshot_parts WHERE snapshot_id = ?2 AND source = ?3`,
  );
  const dropParts = database.prepare(
    'DELETE FROM snapshot_parts WHERE snapshot_id = ? AND source = ?',
  );
  const all = database.prepare(`SELECT ${columns} FROM snapshots ORDER BY taken_at DESC, id DESC`);
  const byId = database.prepare(`SELECT ${columns} FROM snapshots WHERE id = ?`);
  const newest = database.prepare(
    `SELECT ${columns} FROM snapshots WHERE finished = 1 AND tenant = coalesce(?1, tenant)
       AND (tenant <> ?2 OR ?1 IS NOT NULL)
     ORDER BY taken_at DESC, id DESC LIMIT 1`,
  );
  const entries = database.prepare('SELECT entry FROM snapshot_sources WHERE snapshot_id = ?');
  const part = database.prepare(
    'SELECT body FROM snapshot_parts WHERE snapshot_id = ? AND source = ? AND part = ?',
  );
  const schemaOf = database.prepare('SELECT schema FROM snapshots WHERE id = ?');
  const remove = database.prepare('DELETE FROM snapshots WHERE id = ?');
  const forget = database.prepare('DELETE FROM snapshots WHERE tenant = ?');

  async function putData(id: number, source: SourceId, data: unknown): Promise<void> {
    dropParts.run(id, source);
    if (data === null) return;
    if (!isListSource(source)) {
      putPart.run(id, source, 0, JSON.stringify(data));
      return;
    }
    const list = data as readonly unknown[];
    for (let part = 0; part === 0 || part * recordsPerPart < list.length; part += 1) {
      const at = part * recordsPerPart;
      putPart.run(id, source, part, JSON.stringify(list.slice(at, at + recordsPerPart)));
      // A hundred parts take a second, in which a window must still answer.
      await turn();
    }
  }

  /** What could not be written whole is not kept in part; that it is missing may still fit. */
  function withoutRoom(id: number, entry: SourceEntry): SourceEntry {
    const kept: SourceEntry = { ...entry, state: 'failed', reason: 'storage-full', records: 0 };
    try {
      dropParts.run(id, entry.id);
      putEntry.run(id, entry.id, JSON.stringify(kept));
    } catch {
      // Not even that.
    }
    return kept;
  }

  function entriesOf(id: number): SourceEntry[] {
    return entries.all(id).map((row) => JSON.parse(String(row['entry'])) as SourceEntry);
  }

  function* partsOf(id: number, source: SourceId): Generator {
    // By number, so that others may write while a long list is read in turns.
    for (let number = 0; ; number += 1) {
      const row = part.get(id, source, number);
      if (row === undefined) return;
      yield JSON.parse(String(row['body']));
    }
  }

  function dataOf(id: number, source: SourceId): unknown {
    const bodies = [...partsOf(id, source)];
    if (!isListSource(source)) return bodies[0] ?? null;
    return bodies.length === 0 ? null : (bodies as unknown[][]).flat();
  }

  const older = createOlderSnapshots(
    (id) => {
      const row = schemaOf.get(id);
      return row === undefined ? null : String(row['schema']);
    },
    (id) => {
      const { tenantId, name, takenAt } = stored(byId.get(id) ?? {});
      return {
        tenant: { id: tenantId, name },
        takenAt,
        sources: entriesOf(id),
        data: Object.fromEntries(sourceIds.map((source) => [source, dataOf(id, source)])),
      };
    },
  );

  async function put(id: number, entry: SourceEntry, data: unknown): Promise<SourceEntry> {
    try {
      await putData(id, entry.id, data);
      putEntry.run(id, entry.id, JSON.stringify(entry));
      return entry;
    } catch {
      return withoutRoom(id, entry);
    }
  }

  return {
    begin: (tenant, takenAt) =>
      Number(
        begin.run(tenantKey(tenant), tenant.id, tenant.name, takenAt, snapshotMark())
          .lastInsertRowid,
      ),
    put,
    async copy(id, entry, from) {
      const upgraded = older.get(from);
      if (upgraded !== null) return put(id, entry, upgraded.data[entry.id]);
      try {
        dropParts.run(id, entry.id);
        copyParts.run(id, from, entry.id);
        putEntry.run(id, entry.id, JSON.stringify(entry));
        return entry;
      } catch {
        return withoutRoom(id, entry);
      }
    },
    finish: (id, { name }) => void finish.run(name, id),
    list: (scope = 'real') =>
      all
        .all()
        .map(stored)
        .filter(({ tenant }) => scope === 'all' || tenant !== demoTenantId),
    get(id) {
      const row = byId.get(id);
      return row === undefined ? null : stored(row);
    },
    newest(tenant) {
      const row = newest.get(tenant, demoTenantId);
      return row === undefined ? null : stored(row);
    },
    entries: (id) => [...(older.get(id)?.sources ?? entriesOf(id))],
    data(id, sources) {
      const upgraded = older.get(id);
      const of = (source: SourceId): unknown =>
        upgraded === null ? dataOf(id, source) : upgraded.data[source];
      return {
        ...emptySnapshotData,
        ...Object.fromEntries(sources.map((source) => [source, of(source)])),
      };
    },
    parts(id, source) {
      const upgraded = older.get(id);
      return upgraded === null ? partsOf(id, source) : partsIn(upgraded.data[source]);
    },
    remove: (id) => void remove.run(id),
    forget(tenant) {
      const count = Number(forget.run(tenant).changes);
      // Nor does anything of it stay in the log of the database.
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      return count;
    },
  };
}

function stored(row: Record<string, unknown>): StoredSnapshot {
  return { ...(row as unknown as StoredSnapshot), finished: row['finished'] === 1 };
}

/** As `partsOf` gives them. */
function* partsIn(data: unknown): Generator {
  if (data === null) return;
  if (!Array.isArray(data)) {
    yield data;
    return;
  }
  for (let at = 0; at === 0 || at < data.length; at += recordsPerPart)
    yield data.slice(at, at + recordsPerPart);
}
