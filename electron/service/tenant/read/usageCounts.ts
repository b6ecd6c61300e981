import { countOf, textOf } from './raw.ts';
import type { CsvRecord } from '../../../../shared/csv/createCsvReader.ts';
import type { UsageCounts } from '../../../../shared/tenant/records/graph.ts';

/** Columns that Microsoft adds later are kept under the names that it gives them. */
export function readUsageCounts(row: CsvRecord): UsageCounts {
  const { 'Report Refresh Date': refreshed, 'Report Period': period, ...counts } = row;
  return {
    refreshedOn: textOf(refreshed ?? null),
    period: countOf(period ?? null),
    counts: Object.entries(counts).map(([name, users]) => ({ name, users: countOf(users) })),
  };
}
