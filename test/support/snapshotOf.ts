import type { Fields, RecordOf } from '../../shared/tenant/fields.ts';
import { emptySnapshotData, snapshotSchemaName } from '../../shared/tenant/snapshot.ts';
import type { Snapshot, SnapshotData, SourceEntry } from '../../shared/tenant/snapshot.ts';
import { sourceIds, sources } from '../../shared/tenant/sources.ts';
import type { SourceId } from '../../shared/tenant/sources.ts';

/** A record of which nothing is known but what is given. */
export function recordOf<Table extends Fields>(
  fields: Table,
  known: Partial<RecordOf<Table>>,
): RecordOf<Table> {
  const absent = Object.entries(fields).map(([name, field]) => [name, field.absent]);
  return { ...Object.fromEntries(absent), ...known } as RecordOf<Table>;
}

type Entries = Partial<Record<SourceId, Partial<SourceEntry>>>;

/** A snapshot of what is given; the other sources were not asked. */
export function snapshotOf(data: Partial<SnapshotData>, entries: Entries = {}): Snapshot {
  return {
    schema: snapshotSchemaName,
    tenant: { id: '7d1f6c9a-3c50-4a57-9d9e-000000000001', name: 'Contoso' },
    takenAt: '2026-11-23T09:00:00Z',
    sources: sourceIds.map((id): SourceEntry => {
      const isRead = (data[id] ?? null) !== null;
      return {
        id,
        state: isRead ? 'ok' : 'not-asked',
        reason: isRead ? null : 'not-chosen',
        call: sources[id].call,
        at: isRead ? '2026-11-23T09:00:00Z' : null,
        requestId: null,
        origin: sources[id].api,
        records: 1,
        missing: [],
        detail: null,
        ...entries[id],
      };
    }),
    data: { ...emptySnapshotData, ...data },
  };
}
