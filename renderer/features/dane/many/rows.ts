import { exchangeCodeOf } from './exchangeCodeOf.ts';
import { verdicts } from '../../../../shared/dane/verdict.ts';
import type { DomainVerdict } from '../../../../shared/dane/verdict.ts';
import type { SortOrder } from '../../../ui/VirtualTable.tsx';
import type { ManyItem } from '../../../../shared/contract/dane.ts';

/** A verdict, or that nothing could be checked at all. */
export type RowVerdict = DomainVerdict | 'refused';

export const rowVerdicts: readonly RowVerdict[] = ['refused', ...verdicts, 'no-mail'];

export interface RowFilter {
  readonly text: string;
  /** Empty: all. */
  readonly verdicts: readonly RowVerdict[];
}

export const sortableColumns = ['domain', 'verdict', 'servers', 'exchange'] as const;
export type SortableColumn = (typeof sortableColumns)[number];

export type RowOrder = SortOrder<SortableColumn>;

export function verdictOf(item: ManyItem): RowVerdict {
  return item.kind === 'checked' ? item.row.verdict : 'refused';
}

/** How many there are of each verdict, the worst first; those that do not occur are left out. */
export function countVerdicts(items: readonly ManyItem[]): ReadonlyMap<RowVerdict, number> {
  const counts = Map.groupBy(items, verdictOf);
  return new Map(
    rowVerdicts.flatMap((verdict) => {
      const count = counts.get(verdict)?.length ?? 0;
      return count === 0 ? [] : [[verdict, count] as const];
    }),
  );
}

function contains(item: ManyItem, text: string): boolean {
  const names = item.kind === 'checked' ? [item.row.domain, ...item.row.hosts] : [item.target];
  return names.some((name) => name.includes(text));
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

const comparisons: Readonly<Record<SortableColumn, (a: ManyItem, b: ManyItem) => number>> = {
  domain: (a, b) => compareText(a.target, b.target),
  verdict: (a, b) => rowVerdicts.indexOf(verdictOf(a)) - rowVerdicts.indexOf(verdictOf(b)),
  servers: (a, b) => hostCount(a) - hostCount(b),
  exchange: (a, b) => compareText(exchangeCodeOf(a) ?? '~', exchangeCodeOf(b) ?? '~'),
};

function hostCount(item: ManyItem): number {
  return item.kind === 'checked' ? item.row.hostCount : -1;
}

/** What the table shows, in its order; what is equal stays as it came. */
export function shownRows(
  items: readonly ManyItem[],
  { text, verdicts: wanted }: RowFilter,
  { column, descending }: RowOrder,
): readonly ManyItem[] {
  const needle = text.trim().toLowerCase();
  const found = items.filter(
    (item) =>
      (wanted.length === 0 || wanted.includes(verdictOf(item))) &&
      (needle === '' || contains(item, needle)),
  );
  if (column === null) return found;
  const compare = comparisons[column];
  return found.toSorted((a, b) => (descending ? -compare(a, b) : compare(a, b)));
}
