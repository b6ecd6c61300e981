/** Asks questions: each once while its answer is young, and once at a time. */
import { rcode, rrType } from '../dns/codes.ts';
import { nameKey } from '../dns/name.ts';
import { parseSoa } from '../dns/rdata/parse.ts';
import { cachedAnswersMax, cacheSecondsMax, failureCacheSeconds } from './limits.ts';
import { createSharedWork } from './sharedWork.ts';
import { createTimedCache } from './timedCache.ts';
import type { DnsAnswer, DnsFailure, DomainName, Exchange, Message } from '../dns/types.ts';
import type { Inquiry } from './inquiry.ts';
import type { ValidationReason } from './reasons.ts';

/** An answer that says something: NOERROR, NXDOMAIN or YXDOMAIN. Or why there is none. */
export type Asked =
  | { readonly ok: true; readonly answer: DnsAnswer }
  | {
      readonly ok: false;
      readonly reason: ValidationReason;
      readonly failure: DnsFailure | null;
      /** The answer that says nothing (SERVFAIL, REFUSED). */
      readonly answer: DnsAnswer | null;
    };

export interface Answers {
  /** Rejects when `inquiry.signal` is aborted, and never else. */
  ask(name: DomainName, type: number, inquiry: Inquiry): Promise<Asked>;
}

const secondsToMilliseconds = 1000;

export function createAnswers(exchange: Exchange, clock: () => Date): Answers {
  const cache = createTimedCache<Asked>(cachedAnswersMax);
  const underWay = createSharedWork<Asked>();

  async function send(key: string, name: DomainName, type: number, signal: AbortSignal) {
    const outcome = await exchange({ name, type }, signal);
    const asked = outcome.ok ? judge(outcome.answer) : noAnswer(outcome.failure);
    const seconds = asked.ok ? lifetime(asked.answer.message) : failureCacheSeconds;
    const isCancelled = !outcome.ok && outcome.failure.reason === 'cancelled';
    if (!isCancelled) {
      cache.set(key, asked, new Date(clock().getTime() + seconds * secondsToMilliseconds));
    }
    return asked;
  }

  return {
    async ask(name, type, inquiry) {
      inquiry.signal.throwIfAborted();
      const key = `${type} ${nameKey(name)}`;
      const known = cache.get(key, clock());
      if (known !== null) return known;
      if (!underWay.isRunning(key)) {
        if (inquiry.queries.left <= 0) return tooManyQueries;
        inquiry.queries.left -= 1;
      }
      return underWay.run(key, inquiry.signal, (signal) => send(key, name, type, signal));
    },
  };
}

const tooManyQueries: Asked = { ok: false, reason: 'limit-queries', failure: null, answer: null };

function noAnswer(failure: DnsFailure): Asked {
  return { ok: false, reason: 'no-answer', failure, answer: null };
}

/** SERVFAIL, REFUSED and the like say nothing of the data (RFC 4035 §4.3: indeterminate). */
function judge(answer: DnsAnswer): Asked {
  const code = answer.message.rcode;
  if (code === rcode.NOERROR || code === rcode.NXDOMAIN || code === rcode.YXDOMAIN) {
    return { ok: true, answer };
  }
  const reason =
    code === rcode.SERVFAIL ? 'servfail' : code === rcode.REFUSED ? 'refused' : 'error-rcode';
  return { ok: false, reason, failure: null, answer };
}

/** Seconds that an answer may be kept (RFC 2181 §5.2, RFC 2308 §5). */
function lifetime(message: Message): number {
  const soa = message.authorities.find((record) => record.type === rrType.SOA);
  const minimum = soa === undefined ? undefined : parseSoa(soa.rdata)?.minimum;
  const ttls = [...message.answers, ...message.authorities].map((record) => record.ttl);
  if (ttls.length === 0) return 0;
  return Math.min(cacheSecondsMax, ...ttls, ...(minimum === undefined ? [] : [minimum]));
}
