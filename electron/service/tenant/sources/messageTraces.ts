import { describeSource } from '../../../../shared/tenant/sources.ts';
import { failedReading, reading } from '../source.ts';
import { ownRead } from '../graphSource.ts';
import { readTraceFailures } from '../read/messageTraces.ts';
import { recordsOf, textOf } from '../read/raw.ts';
import type { CallFailure } from '../../microsoft/failure.ts';
import type { GraphRead } from '../../graph/graphClient.ts';
import type { RawRecord } from '../../../../shared/tenant/readRecord.ts';
import type { SourceContext, TenantSource } from '../source.ts';
import type { TraceFailure } from '../../../../shared/tenant/records/graph.ts';

/** The most that one query may span. */
const days = 10;
const perPage = 1000;
const pagesMax = 2;
const detailsMax = 80;

interface Message {
  readonly id: string;
  readonly recipient: string;
  readonly status: string | null;
  readonly receivedAt: string;
}

/** Mail that did not arrive or still waits because of DANE or DNSSEC: by its codes 4.7.321 to 5.7.325. */
export const messageTraces: TenantSource = {
  id: 'messageTraces',
  after: [],
  async read(context) {
    const to = context.clock();
    const from = new Date(to.getTime() - days * 86_400_000);
    const found = new Map<string, Message>();
    let requestId: string | null = null;
    let more = false;
    // Graph takes one value of a property and passes over an `or`.
    for (const status of ['failed', 'pending']) {
      const listed = await listMessages(status, from, to, found, context);
      if (!listed.ok) return failedReading(inTracesWords(listed.failure));
      ({ requestId } = listed.value);
      more ||= listed.value.more;
    }
    const messages = [...found.values()].toSorted((a, b) =>
      b.receivedAt.localeCompare(a.receivedAt),
    );
    const examined = messages.slice(0, detailsMax);
    const { failures, failure, done, gone } = await examine(examined, context);
    context.output.set({
      from: from.toISOString(),
      to: to.toISOString(),
      messages: messages.length,
      examined: done,
      failures,
    });
    if (failure !== null) return failedReading(inTracesWords(failure));
    if (more || messages.length > done + gone) return reading({ requestId, flaw: 'limit-reached' });
    return reading({ requestId, flaw: gone > 0 ? 'some-failed' : null });
  },
};

function listMessages(
  status: string,
  from: Date,
  to: Date,
  found: Map<string, Message>,
  { graph, signal, traceBudget }: SourceContext,
) {
  const period = `receivedDateTime ge ${from.toISOString()} and receivedDateTime le ${to.toISOString()}`;
  const read: GraphRead = {
    ...ownRead('messageTraces'),
    query: { $filter: `${period} and status eq '${status}'`, $top: String(perPage) },
  };
  const mine = new Set<string>();
  const sink = {
    page(records: readonly RawRecord[]) {
      for (const message of records.map(readMessage)) {
        if (message === null) continue;
        const key = `${message.id} ${message.recipient}`;
        if (found.has(key)) continue;
        found.set(key, message);
        mine.add(key);
      }
    },
    restart() {
      for (const key of mine) found.delete(key);
    },
  };
  traceBudget.take();
  return graph.pages(read, sink, signal, pagesMax);
}

function readMessage(raw: RawRecord): Message | null {
  const id = textOf(raw['id']);
  const recipient = textOf(raw['recipientAddress']);
  // Both become parts of a request's path.
  if (id === null || !/^[\w-]{1,64}$/.test(id)) return null;
  if (recipient === null || !/^[^\s/\\()]{1,256}@[\w.-]{1,253}$/.test(recipient)) return null;
  return {
    id,
    recipient,
    status: textOf(raw['status']),
    receivedAt: textOf(raw['receivedDateTime']) ?? '',
  };
}

async function examine(
  messages: readonly Message[],
  { graph, signal, traceBudget }: SourceContext,
): Promise<{
  readonly failures: readonly TraceFailure[];
  readonly failure: CallFailure | null;
  readonly done: number;
  /** No longer in the logs. */
  readonly gone: number;
}> {
  const failures: TraceFailure[] = [];
  let done = 0;
  let gone = 0;
  for (const { id, recipient, status, receivedAt } of messages) {
    if (!traceBudget.take()) break;
    const quoted = encodeURIComponent(recipient.replaceAll("'", "''")).replaceAll("'", '%27');
    const path = `/admin/exchange/tracing/messageTraces/${id}/getDetailsByRecipient(recipientAddress='${quoted}')`;
    const outcome = await graph.get(
      { path, scopes: describeSource('messageTraces').scopes },
      signal,
    );
    if (!outcome.ok) {
      // What concerns all of them ends the search.
      if (outcome.failure.reason !== 'request-refused')
        return { failures, failure: outcome.failure, done, gone };
      gone += 1;
      continue;
    }
    done += 1;
    const details = recordsOf(outcome.value.body['value']);
    failures.push(...readTraceFailures(details, { id, recipient, status, receivedAt }));
  }
  return { failures, failure: null, done, gone };
}

/** Until the tenant has tracing's own service principal, Graph answers 401. */
function inTracesWords(failure: CallFailure): CallFailure {
  return failure.reason === 'token-refused'
    ? { ...failure, reason: 'trace-principal-missing' }
    : failure;
}
