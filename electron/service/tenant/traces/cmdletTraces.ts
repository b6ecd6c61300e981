import { textOf } from '../read/raw.ts';
import { tracedMessage } from './traceRoad.ts';
import type { CmdletInput } from '../../exchange/allowedCmdlets.ts';
import type { CmdletRun } from '../../exchange/exchangeClient.ts';
import type { Outcome } from '../../microsoft/failure.ts';
import type { RawRecord } from '../../../../shared/tenant/readRecord.ts';
import type { SourceContext } from '../source.ts';
import type { TracedMessage, TraceRoad, TraceStatus } from './traceRoad.ts';

/** The most that `Get-MessageTraceV2` gives; there is no link to more. */
const rowsMax = 5000;
const statusWords: Readonly<Record<TraceStatus, string>> = { failed: 'Failed', pending: 'Pending' };
/** Codes that a text is searched for, and how much around one is kept of it. */
const anyDaneCode = /\b[45]\.7\.32[1-5]\b/;
const around = 1500;

/** Exchange's own cmdlets for message traces, for whom Graph's are not there. */
export const cmdletTraces: TraceRoad = {
  async list(status, { from, to }, context) {
    const parameters = {
      StartDate: from.toISOString(),
      EndDate: to.toISOString(),
      Status: statusWords[status],
      ResultSize: rowsMax,
    };
    context.traceBudget.take();
    const { outcome, records } = await run({ cmdlet: 'Get-MessageTraceV2', parameters }, context);
    if (!outcome.ok) return outcome;
    const { requestId, warnings } = outcome.value;
    const messages = records.map(readMessage).filter((message) => message !== null);
    // A list that is cut says so in a warning and nowhere else.
    return { ok: true, value: { messages, requestId, more: isCut(records.length, warnings) } };
  },

  async details({ id, recipient }, context) {
    const parameters = { MessageTraceId: id, RecipientAddress: recipient };
    const input: CmdletInput = { cmdlet: 'Get-MessageTraceDetailV2', parameters };
    const { outcome, records } = await run(input, context);
    return outcome.ok ? { ok: true, value: records.map(asEvent) } : outcome;
  },
};

async function run(
  input: CmdletInput,
  { exchange, signal }: SourceContext,
): Promise<{ readonly outcome: Outcome<CmdletRun>; readonly records: readonly RawRecord[] }> {
  const records: RawRecord[] = [];
  const sink = {
    page: (some: readonly RawRecord[]) => void records.push(...some),
    restart: () => void (records.length = 0),
  };
  return { outcome: await exchange.run(input, sink, signal), records };
}

function isCut(rows: number, warnings: readonly string[]): boolean {
  return rows >= rowsMax || warnings.some((warning) => /more results/i.test(warning));
}

function readMessage(raw: RawRecord): TracedMessage | null {
  return tracedMessage(textOf(raw['MessageTraceId']), textOf(raw['RecipientAddress']), {
    status: textOf(raw['Status'])?.toLowerCase() ?? null,
    receivedAt: textOf(raw['Received']),
  });
}

/** The code stands in `Detail`, or in the long XML of `Data`. */
function asEvent({ Event: event, Detail: detail, Data: data }: RawRecord): RawRecord {
  const texts = [detail, data].filter((text) => typeof text === 'string');
  const telling = texts.find((text) => anyDaneCode.test(text)) ?? '';
  const at = Math.max(0, telling.search(anyDaneCode) - around);
  return { event, description: telling.slice(at, at + 2 * around) };
}
