import { isListSource } from '../../../../shared/tenant/snapshot.ts';
import { identityOf } from './recognize.ts';
import type { ImportedFile, ImportedSource } from './readImport.ts';
import type { SourceEntry, SourceReason } from '../../../../shared/tenant/snapshot.ts';
import type { SourceId } from '../../../../shared/tenant/sources.ts';

export interface ImportedPart {
  readonly entry: SourceEntry;
  readonly data: unknown;
}

/** What the files give, source by source. Lists of one kind in several files are one list. */
export function importedSources(
  files: readonly ImportedFile[],
  at: Date,
): ReadonlyMap<SourceId, ImportedPart> {
  const found = new Map<SourceId, { readonly source: ImportedSource; readonly names: string[] }>();
  for (const { name, sources } of files) {
    for (const source of sources) {
      const before = found.get(source.id);
      if (before === undefined || !isListSource(source.id))
        found.set(source.id, { source, names: [name] });
      else
        found.set(source.id, {
          source: joined(before.source, source),
          names: [...before.names, name],
        });
    }
  }
  return new Map(
    Array.from(found, ([id, { source, names }]) => [
      id,
      {
        entry: entryOf(source, [...new Set(names)].join(', ').slice(0, callMax), at),
        data: source.data,
      },
    ]),
  );
}

const callMax = 400;

/** Who stands in both is taken from the later file. */
function joined(before: ImportedSource, source: ImportedSource): ImportedSource {
  const identity = identityOf(source.id);
  const later = source.data as readonly Readonly<Record<string, unknown>>[];
  const known = new Set(identity === null ? [] : later.map((one) => one[identity]));
  const data = (before.data as typeof later).filter(
    (one) => identity === null || !known.has(one[identity]),
  );
  for (const one of later) data.push(one);
  return {
    id: source.id,
    data,
    records: data.length,
    missing: [...new Set([...before.missing, ...source.missing])],
    skipped: before.skipped + source.skipped,
  };
}

function entryOf(
  { id, data, records, missing, skipped }: ImportedSource,
  call: string,
  at: Date,
): SourceEntry {
  const reason: SourceReason | null =
    missing.length > 0 ? 'properties-missing' : skipped > 0 ? 'records-skipped' : null;
  const state = data === null ? 'failed' : reason === null ? 'ok' : 'partial';
  return {
    id,
    state,
    reason: data === null ? 'unexpected-answer' : reason,
    call,
    at: at.toISOString(),
    requestId: null,
    origin: 'import',
    records,
    missing: [...missing],
    detail: null,
  };
}
