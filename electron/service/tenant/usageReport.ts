import { failed } from '../microsoft/failure.ts';
import { failedReading, reading } from './source.ts';
import { ownRead } from './graphSource.ts';
import { readUsageCounts } from './read/usageCounts.ts';
import type { CsvRecord } from '../../../shared/csv/createCsvReader.ts';
import type { GraphRead } from '../graph/graphClient.ts';
import type { SourceId } from '../../../shared/tenant/sources.ts';
import type { TenantSource } from './source.ts';

type ReportSource = Extract<SourceId, 'appUsageVersions' | 'appUsageCounts' | 'appUsageUsers'>;

/** Reports are asked for by period; D30 is what the admin centre shows. */
export function reportRead(id: ReportSource): GraphRead {
  const { path, scopes } = ownRead(id);
  return { path: `${path}(period='D30')`, scopes };
}

/** A report of one row: how many people, by column. */
export function usageCounts(id: ReportSource): TenantSource {
  return {
    id,
    after: [],
    async read({ graph, signal, output }) {
      const rows: CsvRecord[] = [];
      const outcome = await graph.report(
        reportRead(id),
        (record) => void (rows.length === 0 && rows.push(record)),
        () => void (rows.length = 0),
        signal,
      );
      if (!outcome.ok) return failedReading(outcome.failure);
      const { requestId } = outcome.value;
      const [row] = rows;
      if (row === undefined)
        return failedReading(failed('unexpected-answer', { requestId }).failure);
      output.set(readUsageCounts(row));
      return reading({ requestId });
    },
  };
}
