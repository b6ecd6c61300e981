import { appUsageUserFields } from '../../../../shared/tenant/records/graph.ts';
import { createRecordReader } from '../../../../shared/tenant/readRecord.ts';
import { failedReading, reading } from '../source.ts';
import { lacking } from '../cmdletSource.ts';
import { reportRead } from '../usageReport.ts';
import type { TenantSource } from '../source.ts';

const rowsAtOnce = 1000;

/** What stands for a name that is hidden; tells of it where the setting could not be read. */
const isHash = /^[0-9a-f]{32,}$/i;

/**
 * Which kinds of app each person reads mail with. Where the tenant hides names in reports, a hash
 * stands in their place: good for counting and nothing else.
 */
export const appUsageUsers: TenantSource = {
  id: 'appUsageUsers',
  after: ['reportSettings'],
  async read({ graph, signal, output, known }) {
    const reader = createRecordReader(appUsageUserFields);
    let rows: unknown[] = [];
    let count = 0;
    let hashes = 0;
    const outcome = await graph.report(
      reportRead('appUsageUsers'),
      (record) => {
        const row = reader.read(record);
        count += 1;
        if (isHash.test(row?.userPrincipalName ?? '')) hashes += 1;
        rows.push(row);
        if (rows.length < rowsAtOnce) return;
        output.add(rows);
        rows = [];
      },
      () => {
        rows = [];
        count = 0;
        hashes = 0;
        output.clear();
      },
      signal,
    );
    output.add(rows);
    const missing = lacking(reader);
    if (!outcome.ok) return failedReading(outcome.failure, { missing });
    const areConcealed =
      known.reportSettings?.displayConcealedNames ?? (count > 0 && hashes === count);
    return reading({
      requestId: outcome.value.requestId,
      missing,
      flaw: areConcealed ? 'names-concealed' : null,
    });
  },
};
