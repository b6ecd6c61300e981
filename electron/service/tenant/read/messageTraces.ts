import { readTime } from '../../../../shared/tenant/readValue.ts';
import { textOf } from './raw.ts';
import type { RawRecord } from '../../../../shared/tenant/readRecord.ts';
import type { TracedMessage } from '../traces/traceRoad.ts';
import type { TraceFailure } from '../../../../shared/tenant/records/graph.ts';

/** Exchange's codes for STARTTLS, certificate, TLSA and DNSSEC; the words behind them may change. */
const daneCode = /\b([45]\.7\.32[1-5])\b[\s:,-]*([a-z]+(?:-[a-z]+)*)?/i;
const serverName = /LastAttemptedServerName=([\w.-]{1,253})/i;

/** What the events of a message say of DANE and DNSSEC: each code and server once, its last event. */
export function readTraceFailures(
  events: readonly RawRecord[],
  { id, recipient, status, receivedAt }: TracedMessage,
): TraceFailure[] {
  const failures = new Map<string, TraceFailure>();
  for (const event of events) {
    const description = textOf(event['description']) ?? '';
    const [, code, reason] = daneCode.exec(description) ?? [];
    if (code === undefined) continue;
    const server = serverName.exec(description)?.[1]?.toLowerCase() ?? null;
    failures.set(`${code} ${server}`, {
      messageTraceId: id,
      receivedAt: readTime(receivedAt) ?? null,
      recipientDomain: recipient.slice(recipient.lastIndexOf('@') + 1).toLowerCase(),
      status,
      event: textOf(event['event']),
      code,
      reason: reason?.toLowerCase() ?? null,
      server,
    });
  }
  return [...failures.values()];
}
