import { createRecordReader } from '../../../shared/tenant/readRecord.ts';
import { failed } from '../microsoft/failure.ts';
import { failedReading, reading } from './source.ts';
import type { CmdletInput } from '../exchange/allowedCmdlets.ts';
import type { Fields, RecordOf } from '../../../shared/tenant/fields.ts';
import type { RawRecord, RecordReader } from '../../../shared/tenant/readRecord.ts';
import type { SourceContext, SourceReading, TenantSource } from './source.ts';
import type { SourceId } from '../../../shared/tenant/sources.ts';

/** A cmdlet that prints a list of records. */
export function cmdletList(
  id: SourceId,
  table: Fields,
  input: CmdletInput,
  select: 'select' | 'all' = 'all',
): TenantSource {
  return {
    id,
    after: [],
    async read({ exchange, signal, output }) {
      const reader = createRecordReader(table);
      const sink = {
        page: (records: readonly RawRecord[]) => output.add(readAll(records, reader)),
        restart: () => output.clear(),
      };
      const properties = select === 'all' ? [] : propertiesOf(table);
      const outcome = await exchange.run(input, sink, signal, properties);
      const missing = lacking(reader);
      if (!outcome.ok) return failedReading(outcome.failure, { missing });
      const { requestId, warnings } = outcome.value;
      // A list that is shorter than it should be says so here and nowhere else.
      const cut = warnings.find((warning) => /more results|increase the value/i.test(warning));
      return reading({
        requestId,
        missing,
        detail: cut ?? null,
        flaw: cut === undefined ? null : 'limit-reached',
      });
    },
  };
}

/** A cmdlet that prints one record. */
export function cmdletRecord(id: SourceId, table: Fields, input: CmdletInput): TenantSource {
  return {
    id,
    after: [],
    async read(context) {
      const reader = createRecordReader(table);
      const { record, result } = await readOne(input, reader, context);
      if (record !== null) context.output.set(record);
      return { ...result, missing: record === null ? [] : lacking(reader) };
    },
  };
}

/** Runs a cmdlet that prints one record. `null` with the reason why. */
export async function readOne<Table extends Fields>(
  input: CmdletInput,
  reader: RecordReader<Table>,
  { exchange, signal }: Pick<SourceContext, 'exchange' | 'signal'>,
): Promise<{ readonly record: RecordOf<Table> | null; readonly result: SourceReading }> {
  let first: RawRecord | null = null;
  const sink = {
    page: (records: readonly RawRecord[]) => void (first ??= records[0] ?? null),
    restart: () => void (first = null),
  };
  const outcome = await exchange.run(input, sink, signal);
  if (!outcome.ok) return { record: null, result: failedReading(outcome.failure) };
  const { requestId } = outcome.value;
  const record = first === null ? null : reader.read(first);
  if (record !== null) return { record, result: reading({ requestId }) };
  return { record, result: failedReading(failed('unexpected-answer', { requestId }).failure) };
}

export function readAll<Table extends Fields>(
  records: readonly unknown[],
  reader: RecordReader<Table>,
): RecordOf<Table>[] {
  return records.map((record) => reader.read(record)).filter((record) => record !== null);
}

/** What an answer lacked, and what it had in a form that can't be read: neither can be judged. */
export function lacking(reader: {
  readonly missing: readonly string[];
  readonly unreadable: readonly string[];
}): readonly string[] {
  return [...new Set([...reader.missing, ...reader.unreadable])];
}

function propertiesOf(table: Fields): readonly string[] {
  return Object.values(table).map(({ property }) => property);
}
