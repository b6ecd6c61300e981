import { failure } from '../../shared/errors.ts';
import type { Result } from '../../shared/errors.ts';
import type { Router } from '../service/router.ts';
import type { SessionId } from './sessions.ts';
import type { WebLimits } from './limits.ts';

/** `pending`: the answer comes later and is then collected. `unknown`: no such call, or no longer. */
export type Answer = Result<unknown> | 'pending' | 'unknown';

export interface Calls {
  /** Runs a call; `pending` when it takes longer than a connection should be held for it. */
  start(session: SessionId, id: string, channel: string, input: unknown): Promise<Answer>;
  collect(session: SessionId, id: string): Answer;
  /** The answer has reached the page. */
  forget(session: SessionId, id: string): void;
}

interface Call {
  answer: Result<unknown> | null;
}

/**
 * Calls in progress. A browser grants a port six connections for all tabs together, so six long jobs
 * would leave none to cancel them with: a long call gives its connection back, and its page collects
 * the answer when the event stream says so. A page that goes away cancels nothing, as in the window:
 * a job ends by itself, by `jobs.cancel`, or with the host.
 */
export function createCalls(
  router: Router,
  limits: Pick<WebLimits, 'holdMilliseconds' | 'callsPerSession' | 'uncollectedMilliseconds'>,
  answered: (session: SessionId, id: string) => void,
): Calls {
  const sessions = new Map<SessionId, Map<string, Call>>();
  const callsOf = (session: SessionId): Map<string, Call> => {
    const found = sessions.get(session) ?? new Map<string, Call>();
    sessions.set(session, found);
    return found;
  };
  const forget = (session: SessionId, id: string): void => {
    const calls = sessions.get(session);
    calls?.delete(id);
    if (calls?.size === 0) sessions.delete(session);
  };

  const keepAnswer = async (
    session: SessionId,
    id: string,
    call: Call,
    work: Promise<Result<unknown>>,
  ): Promise<void> => {
    call.answer = await work;
    answered(session, id);
    setTimeout(() => forget(session, id), limits.uncollectedMilliseconds).unref();
  };

  return {
    async start(session, id, channel, input) {
      const calls = callsOf(session);
      if (calls.has(id))
        return failure('input-invalid', { channel, path: 'id', problem: 'in use' });
      if (calls.size >= limits.callsPerSession) return failure('rate-limited', { channel });
      const call: Call = { answer: null };
      calls.set(id, call);
      const work = router.handle(channel, input);
      const first = await withinTime(work, limits.holdMilliseconds);
      if (first !== 'late') {
        forget(session, id);
        return first;
      }
      void keepAnswer(session, id, call, work);
      return 'pending';
    },
    collect(session, id) {
      const call = sessions.get(session)?.get(id);
      return call === undefined ? 'unknown' : (call.answer ?? 'pending');
    },
    forget,
  };
}

async function withinTime<T>(work: Promise<T>, milliseconds: number): Promise<T | 'late'> {
  const { promise, resolve } = Promise.withResolvers<'late'>();
  const timer = setTimeout(resolve, milliseconds, 'late');
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}
