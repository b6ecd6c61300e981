import { createRecordReader } from '../../../shared/tenant/readRecord.ts';
import { describeSource } from '../../../shared/tenant/sources.ts';
import { failedReading, reading } from './source.ts';
import { lacking, readAll } from './cmdletSource.ts';
import { failed } from '../microsoft/failure.ts';
import type { Fields } from '../../../shared/tenant/fields.ts';
import type { GraphRead } from '../graph/graphClient.ts';
import type { RawRecord } from '../../../shared/tenant/readRecord.ts';
import type { SourceId } from '../../../shared/tenant/sources.ts';
import type { SourceContext, SourceReading, TenantSource } from './source.ts';

/** Graph's answer to the source's own call: one object, read by its table. */
export function graphRecord(id: SourceId, table: Fields): TenantSource {
  return {
    id,
    after: [],
    async read({ graph, signal, output }) {
      const outcome = await graph.get(ownRead(id), signal);
      if (!outcome.ok) return failedReading(outcome.failure);
      const reader = createRecordReader(table);
      const { body, requestId } = outcome.value;
      const record = reader.read(body);
      if (record === null) return failedReading(failed('unexpected-answer').failure);
      output.set(record);
      return reading({ requestId, missing: lacking(reader) });
    },
  };
}

/** Graph's answer to the source's own call: a list in pages, read by its table. */
export function graphList(
  id: SourceId,
  table: Fields,
  query: GraphRead['query'] = {},
): TenantSource {
  return {
    id,
    after: [],
    async read(context) {
      const reader = createRecordReader(table);
      const result = await readPages({ ...ownRead(id), query }, context, (records) =>
        readAll(records, reader),
      );
      return { ...result, missing: lacking(reader) };
    },
  };
}

/** Every page of a list, each record made into ours. */
export async function readPages(
  read: GraphRead,
  { graph, signal, output }: Pick<SourceContext, 'graph' | 'signal' | 'output'>,
  toItems: (records: readonly RawRecord[]) => readonly unknown[],
  pagesMax?: number,
): Promise<SourceReading> {
  const sink = {
    page: (records: readonly RawRecord[]) => output.add(toItems(records)),
    restart: () => output.clear(),
  };
  const outcome = await graph.pages(read, sink, signal, pagesMax);
  if (!outcome.ok) return failedReading(outcome.failure);
  const { requestId, more } = outcome.value;
  return reading({ requestId, flaw: more ? 'limit-reached' : null });
}

/** Path and scopes as the table of sources has them. */
export function ownRead(id: SourceId): GraphRead {
  const { call, scopes } = describeSource(id);
  return { path: call.replace(/^GET \/v1\.0/, ''), scopes };
}
