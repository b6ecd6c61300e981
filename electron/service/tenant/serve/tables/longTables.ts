import { arrange } from './arrange.ts';
import { completeEntries } from '../../store/readStored.ts';
import { createTableReader } from './table.ts';
import { failure, success } from '../../../../../shared/errors.ts';
import type { Result } from '../../../../../shared/errors.ts';
import type { SnapshotStore } from '../../store/snapshotStore.ts';
import type { SourceReason } from '../../../../../shared/tenant/snapshot.ts';
import type { Table, TableRows } from './table.ts';

export interface TableQuestion<Filter extends string> {
  readonly snapshotId: number;
  readonly text: string;
  readonly filter: Filter | null;
  readonly sort: { readonly by: string; readonly descending: boolean } | null;
  readonly offset: number;
  readonly limit: number;
}

export interface TableWindow<Row> {
  readonly total: number;
  readonly all: number;
  readonly rows: Row[];
  readonly reason: SourceReason | null;
}

/** Windows into the long tables of snapshots. The table last looked at is kept at hand. */
export interface LongTables {
  /** Error: `snapshot-missing`. */
  read<Row, Filter extends string>(
    table: Table<Row, Filter>,
    question: TableQuestion<Filter>,
  ): Promise<Result<TableWindow<Row>>>;
  /** Nothing of what was read stays in memory. */
  drop(): void;
}

interface Kept {
  readonly table: unknown;
  /** Of which state of which snapshot. */
  readonly mark: string;
  readonly made: Promise<TableRows<unknown>>;
  /** By question, oldest first. */
  readonly orders: Map<string, Promise<Uint32Array>>;
}

/** Questions about one table whose answers are kept in order: a person goes back and forth. */
const ordersMax = 4;

export function createLongTables(snapshots: () => SnapshotStore, clock: () => Date): LongTables {
  let kept: Kept | null = null;

  function open<Row, Filter extends string>(table: Table<Row, Filter>, snapshotId: number): Kept {
    const store = snapshots();
    const entries = completeEntries(store.entries(snapshotId));
    const own = entries.filter(({ id }) => table.sources.includes(id));
    const mark = JSON.stringify([snapshotId, own]);
    if (kept?.table === table && kept.mark === mark) return kept;
    const made = table.rows(createTableReader(store, snapshotId, entries, clock()));
    const opened: Kept = { table, mark, made, orders: new Map() };
    kept = opened;
    made.catch(() => {
      if (kept === opened) kept = null;
    });
    return opened;
  }

  return {
    async read<Row, Filter extends string>(
      table: Table<Row, Filter>,
      { snapshotId, text, filter, sort, offset, limit }: TableQuestion<Filter>,
    ) {
      if (snapshots().get(snapshotId) === null)
        return failure('snapshot-missing', { tenant: 'none' });
      const { made, orders } = open(table, snapshotId);
      const { rows, reason } = (await made) as TableRows<Row>;
      const question = JSON.stringify([text, filter, sort]);
      const order = orders.get(question) ?? arrange(rows, arrangementOf(table, text, filter, sort));
      orders.delete(question);
      orders.set(question, order);
      for (const old of [...orders.keys()].slice(0, -ordersMax)) orders.delete(old);
      const found = await order;
      const shown = Array.from(found.subarray(offset, offset + limit), (index) => rows[index]);
      return success({
        total: found.length,
        all: rows.length,
        rows: shown.filter((row) => row !== undefined),
        reason,
      });
    },
    drop: () => void (kept = null),
  };
}

function arrangementOf<Row, Filter extends string>(
  table: Table<Row, Filter>,
  text: string,
  filter: Filter | null,
  sort: TableQuestion<Filter>['sort'],
) {
  const wanted = text.trim().toLowerCase();
  const passes = filter === null ? null : table.filters[filter];
  return {
    isWanted: (row: Row) =>
      (passes === null || passes(row)) &&
      (wanted === '' ||
        table.texts(row).some((one) => one !== null && one.toLowerCase().includes(wanted))),
    key: sort !== null && Object.hasOwn(table.keys, sort.by) ? (table.keys[sort.by] ?? null) : null,
    descending: sort?.descending ?? false,
  };
}
