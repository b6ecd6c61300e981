import type { DnsFailureReason, Message, Question } from '../types.ts';

/** A question with the flags that it is asked with. */
export interface Query {
  readonly question: Question;
  /** CD: the resolver leaves the checking to us. */
  readonly checkingDisabled: boolean;
}

export type TransportOutcome =
  | { readonly ok: true; readonly message: Message }
  | { readonly ok: false; readonly reason: DnsFailureReason };

/** One way to one server. */
export interface Transport {
  /**
   * Asks once. Settles at the latest when `signal` aborts, with its reason (`timeout` or
   * `cancelled`); never rejects for what the network does.
   */
  ask(query: Query, signal: AbortSignal): Promise<TransportOutcome>;
  /** Ends what is open; what is still asked fails. */
  close(): void;
}

export function failed(reason: DnsFailureReason): TransportOutcome {
  return { ok: false, reason };
}

/** What a transport is aborted with. */
export type AbortReason = 'timeout' | 'cancelled';

export function abortReason(signal: AbortSignal): AbortReason {
  return signal.reason === 'timeout' ? 'timeout' : 'cancelled';
}

/** What an error of a socket means for the person who asked. */
export function reasonOfError(error: unknown): DnsFailureReason {
  const code = (error as { readonly code?: unknown } | null)?.code;
  return code === 'ECONNREFUSED' ? 'refused-connection' : 'unreachable';
}
