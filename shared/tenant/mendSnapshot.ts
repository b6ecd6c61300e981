import { blankEntry } from './blankEntry.ts';
import type { Fields } from './fields.ts';
import { isRecord } from './readRecord.ts';
import type { RawRecord } from './readRecord.ts';
import { isListSource, sourceDataSchemas, sourceEntrySchema } from './snapshot.ts';
import type { SourceEntry } from './snapshot.ts';
import { sourceFields } from './sourceFields.ts';
import { sourceIds } from './sources.ts';
import type { SourceId } from './sources.ts';

/** Data of one source as far as it can be read, and what could not be. */
interface Mended {
  readonly data: unknown;
  /** Properties that a record lacked, or had with a value of another kind. */
  readonly missing: readonly string[];
  /** Records that are none. */
  readonly skipped: number;
}

/** `null` below: nothing of it can be read. */
function mendRecord(table: Fields, raw: RawRecord, missing: Set<string>): unknown {
  return Object.fromEntries(
    Object.entries(table).map(([name, { schema, absent, optional }]) => {
      const value = raw[name];
      if (value === undefined ? optional : schema.safeParse(value).success) {
        return [name, value ?? absent];
      }
      missing.add(name);
      return [name, absent];
    }),
  );
}

function mendByTable(table: Fields, value: unknown, isList: boolean): Mended | null {
  const records = isList ? value : [value];
  if (!Array.isArray(records)) return null;
  const missing = new Set<string>();
  const kept = records.filter(isRecord).map((raw) => mendRecord(table, raw, missing));
  const skipped = records.length - kept.length;
  if (!isList && skipped > 0) return null;
  return { data: isList ? kept : kept[0], missing: [...missing], skipped };
}

function mendList(id: SourceId, value: unknown): Mended | null {
  if (!Array.isArray(value)) return null;
  const data = value.filter((item) => sourceDataSchemas[id].safeParse([item]).success);
  return { data, missing: [], skipped: value.length - data.length };
}

function mendSource(id: SourceId, value: unknown): Mended | null {
  if (sourceDataSchemas[id].safeParse(value).success) {
    return { data: value, missing: [], skipped: 0 };
  }
  const table = sourceFields[id];
  if (table !== undefined) return mendByTable(table, value, isListSource(id));
  return isListSource(id) ? mendList(id, value) : null;
}

function mendEntry(raw: unknown): SourceEntry | null {
  const parsed = sourceEntrySchema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const id = sourceIds.find((candidate) => isRecord(raw) && raw['id'] === candidate);
  if (id === undefined) return null;
  return { ...blankEntry(id), state: 'failed', reason: 'unexpected-answer' };
}

function marked(entry: SourceEntry, mended: Mended | null): SourceEntry {
  if (mended === null) {
    return { ...entry, state: 'failed', reason: 'unexpected-answer', records: 0, missing: [] };
  }
  const { missing, skipped } = mended;
  const isAsked = entry.state === 'ok' || entry.state === 'partial';
  if (!isAsked || (missing.length === 0 && skipped === 0)) return entry;
  return {
    ...entry,
    state: 'partial',
    // What was already there in part stays that: it says more than a property.
    reason: skipped > 0 ? 'records-skipped' : (entry.reason ?? 'properties-missing'),
    missing: [...new Set([...entry.missing, ...missing])],
  };
}

/**
 * A snapshot of which a part is damaged, or was written by a version that knew other properties: what
 * can't be read is marked as that, source by source, so that no rule takes it for known, and the rest
 * stands. Sources that are not known are left out.
 */
export function mendSnapshot(value: RawRecord): RawRecord {
  const { sources, data } = value;
  if (!Array.isArray(sources) || !isRecord(data)) return value;
  const mended = new Map(
    sourceIds.flatMap((id) => {
      const found = data[id] ?? null;
      return found === null ? [] : [[id, mendSource(id, found)] as const];
    }),
  );
  return {
    ...value,
    sources: sources.flatMap((raw: unknown) => {
      const entry = mendEntry(raw);
      if (entry === null) return [];
      return [mended.has(entry.id) ? marked(entry, mended.get(entry.id) ?? null) : entry];
    }),
    data: Object.fromEntries([...mended].map(([id, one]) => [id, one?.data ?? null])),
  };
}
