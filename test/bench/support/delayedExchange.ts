import { setTimeout as wait } from 'node:timers/promises';
import { nameKey } from '../../../electron/service/dns/name.ts';
import type { DnsOutcome, Exchange } from '../../../electron/service/dns/types.ts';

/** What one validation asked, in the order of cause and effect. */
export interface AskedQuestions {
  readonly exchange: Exchange;
  readonly queries: () => number;
  /**
   * Round trips that lie one after another up to now: a question is one later than the latest answer
   * that had come when it was sent.
   */
  readonly roundTrips: () => number;
}

/**
 * Makes exchanges whose answers all take `milliseconds`. Each question is really asked once; so an
 * answer of the first round trip never comes after one of the second.
 */
export function delayedExchanges(exchange: Exchange, milliseconds: number): () => AskedQuestions {
  const known = new Map<string, Promise<DnsOutcome>>();
  return () => {
    let queries = 0;
    let roundTrips = 0;
    return {
      queries: () => queries,
      roundTrips: () => roundTrips,
      async exchange(question) {
        queries += 1;
        const own = roundTrips + 1;
        const key = `${question.type} ${nameKey(question.name)}`;
        const outcome = known.get(key) ?? exchange(question);
        known.set(key, outcome);
        const answer = await outcome;
        await wait(milliseconds);
        roundTrips = Math.max(roundTrips, own);
        return answer;
      },
    };
  };
}
