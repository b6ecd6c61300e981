import { setImmediate as turn } from 'node:timers/promises';
import type { SortKey } from './table.ts';

/** Rows that are looked at before others get their turn: a few milliseconds. */
const rowsAtOnce = 2048;

export interface Arrangement<Row> {
  readonly isWanted: (row: Row) => boolean;
  /** `null`: as they are. */
  readonly key: ((row: Row) => SortKey) | null;
  readonly descending: boolean;
}

/**
 * The indices of the rows that are wanted, in order; those with one key stay as they are. The window
 * shares the process, so that 100,000 rows are gone through in turns.
 */
export async function arrange<Row>(
  rows: readonly Row[],
  { isWanted, key, descending }: Arrangement<Row>,
): Promise<Uint32Array> {
  const wanted = new Uint32Array(rows.length);
  const keys: SortKey[] = [];
  let count = 0;
  for (const [index, row] of rows.entries()) {
    if (index % rowsAtOnce === rowsAtOnce - 1) await turn();
    if (!isWanted(row)) continue;
    wanted[count] = index;
    count += 1;
    if (key !== null) keys[index] = key(row);
  }
  const found = wanted.slice(0, count);
  if (key === null) return found;
  return inOrder(found, (left, right) =>
    compare(keys[left] ?? null, keys[right] ?? null, descending),
  );
}

function compare(left: SortKey, right: SortKey, descending: boolean): number {
  if (left === right) return 0;
  if (left === null) return 1;
  if (right === null) return -1;
  return left < right === descending ? 1 : -1;
}

type Compare = (left: number, right: number) => number;

/** Merge sort from the bottom up: short runs at once, then twice as long ones. */
async function inOrder(indices: Uint32Array, byKey: Compare): Promise<Uint32Array> {
  const order: Compare = (left, right) => byKey(left, right) || left - right;
  let from = indices;
  let to: Uint32Array = new Uint32Array(indices.length);
  for (let start = 0; start < from.length; start += rowsAtOnce) {
    from.subarray(start, start + rowsAtOnce).sort(order);
    await turn();
  }
  for (let width = rowsAtOnce; width < from.length; width *= 2) {
    for (let start = 0; start < from.length; start += 2 * width)
      await merge(from, to, { start, middle: start + width, end: start + 2 * width }, order);
    [from, to] = [to, from];
  }
  return from;
}

interface Runs {
  readonly start: number;
  readonly middle: number;
  readonly end: number;
}

async function merge(
  from: Uint32Array,
  to: Uint32Array,
  { start, middle, end }: Runs,
  order: Compare,
): Promise<void> {
  const leftEnd = Math.min(middle, from.length);
  const rightEnd = Math.min(end, from.length);
  let left = start;
  let right = leftEnd;
  for (let at = start; at < rightEnd; at += 1) {
    if (at % rowsAtOnce === rowsAtOnce - 1) await turn();
    const isLeft =
      left < leftEnd && (right >= rightEnd || order(from[left] ?? 0, from[right] ?? 0) <= 0);
    to[at] = from[isLeft ? left : right] ?? 0;
    if (isLeft) left += 1;
    else right += 1;
  }
}
