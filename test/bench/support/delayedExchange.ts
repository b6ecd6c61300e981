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

export interface DelayedExchanges {
  /** Asks without delay, and remembers the answers. */
  readonly known: Exchange;
  /** Its answers all take as long. */
  readonly delayed: () => AskedQuestions;
}

/**
 * Each question is really asked once. Ask it by `known` before: a resolver that takes longer than
 * `milliseconds` over an answer would else make it look like one of the next round trip.
 */
export function delayedExchanges(exchange: Exchange, milliseconds: number): DelayedExchanges {
  const outcomes = new Map<string, Promise<DnsOutcome>>();
  const known: Exchange = (question) => {
    const key = `${question.type} ${nameKey(question.name)}`;
    const outcome = outcomes.get(key) ?? exchange(question);
    outcomes.set(key, outcome);
    return outcome;
  };
  return {
    known,
    delayed() {
      let queries = 0;
      let roundTrips = 0;
      return {
        queries: () => queries,
        roundTrips: () => roundTrips,
        async exchange(question) {
          queries += 1;
          const own = roundTrips + 1;
          const [answer] = await Promise.all([known(question), wait(milliseconds)]);
          roundTrips = Math.max(roundTrips, own);
          return answer;
        },
      };
    },
  };
}
