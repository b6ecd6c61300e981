import { createEventSource } from './eventSource.ts';
import { post, sessionLost } from './post.ts';
import type { Companion, EventName } from '../../../shared/contract/index.ts';
import type { Result } from '../../../shared/errors.ts';

type Listener = (payload: unknown) => void;

/** A call whose answer has not come. `deferred`: the host has it and will say when to collect. */
interface OpenCall {
  deferred: boolean;
  readonly resolve: (result: Result<unknown>) => void;
  readonly reject: (reason: Error) => void;
}

/**
 * The two functions of the page, over HTTP. `call` resolves with the contract's envelope, also where
 * the session is lost; it rejects when the host does not answer at all, as the window's does.
 */
export function createCompanion(session: Promise<string | null>): Companion {
  const listeners = new Map<string, Set<Listener>>();
  const calls = new Map<string, OpenCall>();

  const source = createEventSource(session, {
    event: (name, payload) => {
      for (const listener of listeners.get(name) ?? []) listener(payload);
    },
    answered: (id) => void collect(id),
    // What was said while the stream was down is made up for by asking.
    opened: () => {
      for (const [id, call] of calls) if (call.deferred) void collect(id);
    },
    lost: () => endDeferred((call) => call.resolve(sessionLost)),
    unreachable: () => endDeferred((call) => call.reject(new Error('The host does not answer.'))),
  });

  async function collect(id: string): Promise<void> {
    const answer = await post(session, '/collect', { id }).catch(() => 'pending' as const);
    if (answer === 'pending') return;
    calls.get(id)?.resolve(answer);
    calls.delete(id);
  }

  function endDeferred(end: (call: OpenCall) => void): void {
    for (const [id, call] of calls) {
      if (!call.deferred) continue;
      end(call);
      calls.delete(id);
    }
  }

  async function call(channel: string, input: unknown): Promise<Result<unknown>> {
    await source.ready();
    const id = crypto.randomUUID();
    const { promise, resolve, reject } = Promise.withResolvers<Result<unknown>>();
    const open: OpenCall = { deferred: false, resolve, reject };
    calls.set(id, open);
    const answer = await post(session, '/call', { id, channel, input }).catch((error: unknown) => {
      calls.delete(id);
      throw error;
    });
    if (answer !== 'pending') {
      calls.delete(id);
      return answer;
    }
    open.deferred = true;
    source.listen();
    // The answer may have come between the host's two messages.
    void collect(id);
    return promise;
  }

  function on(event: EventName, listener: Listener): () => void {
    const others = listeners.get(event) ?? new Set();
    listeners.set(event, others.add(listener));
    source.listen();
    return () => void others.delete(listener);
  }

  return Object.freeze({ call, on }) as Companion;
}
