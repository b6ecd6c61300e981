import type { Outcome } from '../../microsoft/failure.ts';
import type { RawRecord } from '../../../../shared/tenant/readRecord.ts';
import type { SourceContext } from '../source.ts';

export interface TracedMessage {
  readonly id: string;
  readonly recipient: string;
  readonly status: string | null;
  readonly receivedAt: string;
}

export interface Period {
  readonly from: Date;
  readonly to: Date;
}

export type TraceStatus = 'failed' | 'pending';

export interface Listed {
  readonly messages: readonly TracedMessage[];
  /** There would have been others. */
  readonly more: boolean;
  readonly requestId: string | null;
}

/** One of Microsoft's two ways to ask for message traces. */
export interface TraceRoad {
  /** Messages of that status. */
  list(status: TraceStatus, period: Period, context: SourceContext): Promise<Outcome<Listed>>;
  /** What happened to one: records with `event` and `description`. */
  details(message: TracedMessage, context: SourceContext): Promise<Outcome<readonly RawRecord[]>>;
}

/** `null`: not what names a message. Both become parts of a further request. */
export function tracedMessage(
  id: string | null,
  recipient: string | null,
  rest: { readonly status: string | null; readonly receivedAt: string | null },
): TracedMessage | null {
  if (id === null || !/^[\w-]{1,64}$/.test(id)) return null;
  if (recipient === null || !/^[^\s/\\()]{1,256}@[\w.-]{1,253}$/.test(recipient)) return null;
  return { id, recipient, status: rest.status, receivedAt: rest.receivedAt ?? '' };
}
