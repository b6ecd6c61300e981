import { failedReading, reading } from '../source.ts';
import { ownRead } from '../graphSource.ts';
import { readGraphDomain, readServiceRecord } from '../read/graphDomain.ts';
import { recordsOf } from '../read/raw.ts';
import type { BatchEntry } from '../../graph/batch.ts';
import type { GraphDomain } from '../../../../shared/tenant/records/graph.ts';
import type { RawRecord } from '../../../../shared/tenant/readRecord.ts';
import type { TenantSource } from '../source.ts';

/** The tenant's domains, and for each that is verified the records that Microsoft wants in its zone. */
export const domains: TenantSource = {
  id: 'domains',
  after: [],
  async read({ graph, signal, output }) {
    const found: GraphDomain[] = [];
    const read = ownRead('domains');
    const sink = {
      page: (records: readonly RawRecord[]) =>
        void found.push(...records.map(readGraphDomain).filter((domain) => domain !== null)),
      restart: () => void (found.length = 0),
    };
    const listed = await graph.pages(read, sink, signal);
    output.add(found);
    if (!listed.ok) return failedReading(listed.failure);
    const { requestId } = listed.value;

    const verified = found.filter(({ isVerified }) => isVerified === true);
    const paths = verified.map(
      ({ id }) => `/domains/${encodeURIComponent(id)}/serviceConfigurationRecords`,
    );
    const answers = await graph.batch(paths, read.scopes, signal);
    if (!answers.ok)
      return failedReading(answers.failure, { missing: ['serviceConfigurationRecords'] });
    const entries = new Map(verified.map(({ id }, index) => [id, answers.value[index]]));
    output.clear();
    output.add(found.map((domain) => withRecords(domain, entries.get(domain.id))));
    const refused = answers.value.find((entry) => !entry.ok);
    if (refused === undefined) return reading({ requestId });
    return reading({ requestId, flaw: 'some-failed', detail: refused.failure.detail });
  },
};

function withRecords(domain: GraphDomain, entry: BatchEntry | undefined): GraphDomain {
  if (entry?.ok !== true) return domain;
  const records = recordsOf(entry.body['value']).map(readServiceRecord);
  return { ...domain, serviceConfigurationRecords: records };
}
