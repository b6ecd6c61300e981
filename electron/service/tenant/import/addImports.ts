import { emptySnapshotData, snapshotSchemaName } from '../../../../shared/tenant/snapshot.ts';
import { importedSources } from './importedSources.ts';
import { notAsked } from '../sourceEntry.ts';
import { sourceIds } from '../../../../shared/tenant/sources.ts';
import type { ImportedFile } from './readImport.ts';
import type { Snapshot } from '../../../../shared/tenant/snapshot.ts';

/** A new snapshot: what was known, with the files' sources in place of older ones. */
export function addImports(
  files: readonly ImportedFile[],
  tenant: Snapshot['tenant'],
  base: Snapshot | null,
  at: Date,
): Snapshot {
  const entries = new Map(base?.sources.map((entry) => [entry.id, entry]) ?? []);
  const data: Record<string, unknown> = { ...(base?.data ?? emptySnapshotData) };
  for (const [id, part] of importedSources(files, at)) {
    entries.set(id, part.entry);
    data[id] = part.data;
  }
  return {
    schema: snapshotSchemaName,
    tenant,
    takenAt: at.toISOString(),
    sources: sourceIds.map((id) => entries.get(id) ?? notAsked(id, 'not-imported')),
    data: data as unknown as Snapshot['data'],
  };
}
