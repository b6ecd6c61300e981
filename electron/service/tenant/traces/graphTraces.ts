import { describeSource } from '../../../../shared/tenant/sources.ts';
import { ownRead } from '../graphSource.ts';
import { recordsOf, textOf } from '../read/raw.ts';
import { tracedMessage } from './traceRoad.ts';
import type { GraphRead } from '../../graph/graphClient.ts';
import type { Outcome } from '../../microsoft/failure.ts';
import type { RawRecord } from '../../../../shared/tenant/readRecord.ts';
import type { TracedMessage, TraceRoad } from './traceRoad.ts';

const perPage = 1000;
const pagesMax = 2;

/** Graph's message traces, which the worldwide cloud has. */
export const graphTraces: TraceRoad = {
  async list(status, { from, to }, { graph, signal, traceBudget }) {
    const period = `receivedDateTime ge ${from.toISOString()} and receivedDateTime le ${to.toISOString()}`;
    const read: GraphRead = {
      ...ownRead('messageTraces'),
      query: { $filter: `${period} and status eq '${status}'`, $top: String(perPage) },
    };
    const messages: TracedMessage[] = [];
    const sink = {
      page: (records: readonly RawRecord[]) =>
        void messages.push(...records.map(readMessage).filter((message) => message !== null)),
      restart: () => void (messages.length = 0),
    };
    traceBudget.take();
    const outcome = await graph.pages(read, sink, signal, pagesMax);
    return outcome.ok
      ? { ok: true, value: { ...outcome.value, messages } }
      : inTracesWords(outcome);
  },

  async details({ id, recipient }, { graph, signal }) {
    const quoted = encodeURIComponent(recipient.replaceAll("'", "''")).replaceAll("'", '%27');
    const path = `/admin/exchange/tracing/messageTraces/${id}/getDetailsByRecipient(recipientAddress='${quoted}')`;
    const { scopes } = describeSource('messageTraces');
    const outcome = await graph.get({ path, scopes }, signal);
    return outcome.ok
      ? { ok: true, value: recordsOf(outcome.value.body['value']) }
      : inTracesWords(outcome);
  },
};

function readMessage(raw: RawRecord): TracedMessage | null {
  return tracedMessage(textOf(raw['id']), textOf(raw['recipientAddress']), {
    status: textOf(raw['status']),
    receivedAt: textOf(raw['receivedDateTime']),
  });
}

/** Until the tenant has tracing's own service principal, Graph answers 401. */
function inTracesWords(outcome: Outcome<unknown> & { readonly ok: false }): Outcome<never> {
  const { failure } = outcome;
  return failure.reason === 'token-refused'
    ? { ok: false, failure: { ...failure, reason: 'trace-principal-missing' } }
    : outcome;
}
