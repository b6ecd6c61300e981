/**
 * Work under way that several wait for: done once, and given up only when nobody waits any more.
 */
import { takeTurn } from '../dns/turns.ts';

export interface SharedWork<T> {
  /** `start` is called unless work of this key is under way. Rejects with the signal's reason. */
  run(key: string, signal: AbortSignal, start: (signal: AbortSignal) => Promise<T>): Promise<T>;
  isRunning(key: string): boolean;
}

interface Running<T> {
  readonly result: Promise<T>;
  readonly controller: AbortController;
  waiting: number;
}

export function createSharedWork<T>(): SharedWork<T> {
  const running = new Map<string, Running<T>>();

  function begin(key: string, start: (signal: AbortSignal) => Promise<T>): Running<T> {
    const controller = new AbortController();
    const work = {
      controller,
      waiting: 0,
      result: start(controller.signal).finally(() => {
        if (running.get(key) === work) running.delete(key);
      }),
    };
    running.set(key, work);
    return work;
  }

  return {
    isRunning: (key) => running.has(key),
    async run(key, signal, start) {
      signal.throwIfAborted();
      const work = running.get(key) ?? begin(key, start);
      work.waiting += 1;
      const gaveUp = Promise.withResolvers<never>();
      const leave = () => gaveUp.reject(signal.reason as Error);
      signal.addEventListener('abort', leave, { once: true });
      try {
        const result = await Promise.race([work.result, gaveUp.promise]);
        await takeTurn();
        return result;
      } finally {
        signal.removeEventListener('abort', leave);
        work.waiting -= 1;
        if (work.waiting === 0 && running.get(key) === work) {
          running.delete(key);
          work.controller.abort();
          work.result.catch(() => {});
        }
      }
    },
  };
}
