import { createEventSource } from './eventSource.ts';
import { post } from './post.ts';
import type { Companion, EventName } from '../../../shared/contract/index.ts';
import type { Result } from '../../../shared/errors.ts';

type Listener = (payload: unknown) => void;

/**
 * The two functions of the page, over HTTP. `call` resolves with the contract's envelope, also where
 * the session is lost; it rejects when the host does not answer at all, as the window's does.
 */
export function createCompanion(session: Promise<string | null>): Companion {
  const listeners = new Map<string, Set<Listener>>();
  const waiting = new Map<string, (result: Result<unknown>) => void>();
  const source = createEventSource(session, {
    event: (name, payload) => {
      for (const listener of listeners.get(name) ?? []) listener(payload);
    },
    answered: (id) => void collect(id),
    // What was said while nobody listened is made up for: by asking.
    opened: () => {
      for (const id of waiting.keys()) void collect(id);
    },
  });

  async function collect(id: string): Promise<void> {
    const answer = await post(session, '/collect', { id }).catch(() => null);
    if (answer === null || answer === 'pending') return;
    waiting.get(id)?.(answer);
    waiting.delete(id);
  }

  const call = async (channel: string, input: unknown): Promise<Result<unknown>> => {
    await source.ready();
    const id = crypto.randomUUID();
    const answer = await post(session, '/call', { id, channel, input });
    if (answer !== 'pending') return answer;
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      source.listen();
    });
  };

  const on = (event: EventName, listener: Listener): (() => void) => {
    const others = listeners.get(event) ?? new Set();
    listeners.set(event, others.add(listener));
    source.listen();
    return () => void others.delete(listener);
  };

  return Object.freeze({ call, on }) as Companion;
}
