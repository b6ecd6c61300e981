import { cmdletTraces } from '../traces/cmdletTraces.ts';
import { eitherRoad } from '../eitherRoad.ts';
import { failedReading, reading } from '../source.ts';
import { graphTraces } from '../traces/graphTraces.ts';
import { readTraceFailures } from '../read/messageTraces.ts';
import type { CallFailure } from '../../microsoft/failure.ts';
import type { SourceContext, SourceReading } from '../source.ts';
import type { TraceFailure } from '../../../../shared/tenant/records/graph.ts';
import type { TracedMessage, TraceRoad } from '../traces/traceRoad.ts';

/** The most that one query may span. */
const days = 10;
const detailsMax = 80;

/** Mail that did not arrive or still waits because of DANE or DNSSEC: by its codes 4.7.321 to 5.7.325. */
export const messageTraces = eitherRoad('messageTraces', {
  first: (context) => readTraces(graphTraces, context),
  second: (context) => readTraces(cmdletTraces, context),
});

async function readTraces(road: TraceRoad, context: SourceContext): Promise<SourceReading> {
  const to = context.clock();
  const from = new Date(to.getTime() - days * 86_400_000);
  const found = new Map<string, TracedMessage>();
  let requestId: string | null = null;
  let more = false;
  // Graph takes one value of a property and passes over an `or`.
  for (const status of ['failed', 'pending'] as const) {
    const listed = await road.list(status, { from, to }, context);
    if (!listed.ok) return failedReading(listed.failure);
    ({ requestId } = listed.value);
    more ||= listed.value.more;
    for (const message of listed.value.messages)
      found.set(`${message.id} ${message.recipient}`, message);
  }
  const messages = [...found.values()].toSorted((a, b) => b.receivedAt.localeCompare(a.receivedAt));
  const { failures, failure, done, gone } = await examine(
    road,
    messages.slice(0, detailsMax),
    context,
  );
  context.output.set({
    from: from.toISOString(),
    to: to.toISOString(),
    messages: messages.length,
    examined: done,
    failures,
  });
  if (failure !== null) return failedReading(failure);
  if (more || messages.length > done + gone) return reading({ requestId, flaw: 'limit-reached' });
  return reading({ requestId, flaw: gone > 0 ? 'some-failed' : null });
}

async function examine(
  road: TraceRoad,
  messages: readonly TracedMessage[],
  context: SourceContext,
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
  for (const message of messages) {
    if (!context.traceBudget.take()) break;
    const outcome = await road.details(message, context);
    if (!outcome.ok) {
      // What concerns all of them ends the search.
      if (outcome.failure.reason !== 'request-refused')
        return { failures, failure: outcome.failure, done, gone };
      gone += 1;
      continue;
    }
    done += 1;
    failures.push(...readTraceFailures(outcome.value, message));
  }
  return { failures, failure: null, done, gone };
}
