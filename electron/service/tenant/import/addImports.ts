import { emptySnapshotData, snapshotSchemaName } from '../../../../shared/tenant/snapshot.ts';
import { failure, success } from '../../../../shared/errors.ts';
import { notAsked } from '../sourceEntry.ts';
import { sourceIds } from '../../../../shared/tenant/sources.ts';
import type { ImportedFile, ImportedSource } from './readImport.ts';
import type { Result } from '../../../../shared/errors.ts';
import type { Snapshot, SourceEntry, SourceReason } from '../../../../shared/tenant/snapshot.ts';

/**
 * Whether the files can belong to the tenant: what they and the snapshot say of its initial domain must
 * be one. Error: `tenant-mixed`, naming the first file that does not fit.
 */
export function refuseMixed(files: readonly ImportedFile[], base: Snapshot | null): Result<null> {
  const known = base === null ? [] : tenantsOf(base);
  let expected = known[0] ?? null;
  for (const { name, tenants } of files) {
    for (const found of tenants) {
      expected ??= found;
      if (found !== expected && !known.includes(found))
        return failure('tenant-mixed', { name, found, expected });
    }
  }
  return success(null);
}

function tenantsOf({ data }: Snapshot): readonly string[] {
  const initial = [
    data.organizationConfig?.organizationalUnitRoot,
    data.transportConfig?.organizationalUnitRoot,
    ...(data.acceptedDomains ?? []).flatMap((domain) => [
      domain.organizationalUnitRoot,
      domain.isInitial === true ? domain.domainName : null,
    ]),
    ...(data.organization?.verifiedDomains ?? []).map(({ isInitial, name }) =>
      isInitial === true ? name : null,
    ),
  ];
  const names = initial.flatMap((name) => (typeof name === 'string' ? [name.toLowerCase()] : []));
  return [...new Set(names)];
}

/** A new snapshot: what was known, with the files' sources in place of older ones. */
export function addImports(
  files: readonly ImportedFile[],
  tenant: Snapshot['tenant'],
  base: Snapshot | null,
  at: Date,
): Snapshot {
  const entries = new Map(base?.sources.map((entry) => [entry.id, entry]) ?? []);
  const data: Record<string, unknown> = { ...(base?.data ?? emptySnapshotData) };
  for (const { name, sources } of files) {
    for (const source of sources) {
      entries.set(source.id, importedEntry(source, name, at));
      data[source.id] = source.data;
    }
  }
  return {
    schema: snapshotSchemaName,
    tenant,
    takenAt: at.toISOString(),
    sources: sourceIds.map((id) => entries.get(id) ?? notAsked(id, 'not-imported')),
    data: data as unknown as Snapshot['data'],
  };
}

function importedEntry(
  { id, data, records, missing, skipped }: ImportedSource,
  name: string,
  at: Date,
): SourceEntry {
  const reason: SourceReason | null =
    missing.length > 0 ? 'properties-missing' : skipped > 0 ? 'records-skipped' : null;
  const state = data === null ? 'failed' : reason === null ? 'ok' : 'partial';
  return {
    id,
    state,
    reason: data === null ? 'unexpected-answer' : reason,
    call: name,
    at: at.toISOString(),
    requestId: null,
    origin: 'import',
    records,
    missing: [...missing],
    detail: null,
  };
}
