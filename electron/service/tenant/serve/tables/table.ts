import { setImmediate as turn } from 'node:timers/promises';
import type { SnapshotStore } from '../../store/snapshotStore.ts';
import type {
  ListSourceId,
  SourceData,
  SourceEntry,
} from '../../../../../shared/tenant/snapshot.ts';
import type { SourceReason } from '../../../../../shared/tenant/snapshot.ts';
import type { SourceId } from '../../../../../shared/tenant/sources.ts';

/** Numbers by size, texts by `textKey`; what is `null` comes last, whichever way. */
export type SortKey = string | number | null;

/** A long table of a snapshot: where its rows come from, and how they are looked for. */
export interface Table<Row, Filter extends string> {
  /** Sources that rows are made of; while none of them changes, neither does the table. */
  readonly sources: readonly SourceId[];
  rows(reader: TableReader): Promise<TableRows<Row>>;
  /** What a person would look for in a row. */
  readonly texts: (row: Row) => readonly (string | null)[];
  readonly filters: Readonly<Record<Filter, (row: Row) => boolean>>;
  /** By column; others can't be sorted by. */
  readonly keys: Readonly<Record<string, (row: Row) => SortKey>>;
}

export interface TableRows<Row> {
  readonly rows: readonly Row[];
  /** Why there are none, or not all. */
  readonly reason: SourceReason | null;
}

/** A snapshot, source by source. */
export interface TableReader {
  readonly at: Date;
  entry(source: SourceId): SourceEntry;
  /** A long list in stretches, between which others get their turn. */
  stretches<Id extends ListSourceId>(source: Id): AsyncIterable<SourceData<Id>>;
  /** The whole of a source that is short. */
  whole<Id extends SourceId>(source: Id): SourceData<Id> | null;
}

export function createTableReader(
  store: SnapshotStore,
  snapshotId: number,
  entries: readonly SourceEntry[],
  at: Date,
): TableReader {
  return {
    at,
    entry(source) {
      const entry = entries.find(({ id }) => id === source);
      if (entry === undefined) throw new Error(`no entry of ${source}`);
      return entry;
    },
    async *stretches<Id extends ListSourceId>(source: Id) {
      for (const part of store.parts(snapshotId, source)) {
        yield part as SourceData<Id>;
        await turn();
      }
    },
    whole: <Id extends SourceId>(source: Id) =>
      store.data(snapshotId, [source])[source] as SourceData<Id> | null,
  };
}

/** Whether every record is there; properties may still be missing. */
export function hasAllRecords({ state, reason }: SourceEntry): boolean {
  return state === 'ok' || (state === 'partial' && reason === 'properties-missing');
}

/** Names in the order of a dictionary, near enough: without case and accents. */
export function textKey(text: string | null): SortKey {
  return text === null ? null : text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** On, off, not known. */
export function switchKey(value: boolean | null): SortKey {
  return value === null ? null : Number(!value);
}

/** `16.0.9126.2116` before `16.0.19127.20240`. */
export function buildKey(build: string | null): SortKey {
  return build === null ? null : build.replaceAll(/\d+/g, (digits) => digits.padStart(8, '0'));
}
