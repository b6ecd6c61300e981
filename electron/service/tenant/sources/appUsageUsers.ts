import { appUsageUserFields } from '../../../../shared/tenant/records/graph.ts';
import { createRecordReader } from '../../../../shared/tenant/readRecord.ts';
import { failedReading, reading } from '../source.ts';
import { lacking } from '../cmdletSource.ts';
import { reportRead } from '../usageReport.ts';
import type { TenantSource } from '../source.ts';

const rowsAtOnce = 1000;

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
    const outcome = await graph.report(
      reportRead('appUsageUsers'),
      (record) => {
        rows.push(reader.read(record));
        if (rows.length < rowsAtOnce) return;
        output.add(rows);
        rows = [];
      },
      () => {
        rows = [];
        output.clear();
      },
      signal,
    );
    output.add(rows);
    const missing = lacking(reader);
    if (!outcome.ok) return failedReading(outcome.failure, { missing });
    const areConcealed = known.reportSettings?.displayConcealedNames === true;
    return reading({
      requestId: outcome.value.requestId,
      missing,
      flaw: areConcealed ? 'names-concealed' : null,
    });
  },
};
