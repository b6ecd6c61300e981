import type { Timing } from './timing.ts';

/**
 * What all calls to one API share: how many run at a time, and the pause that a 429 asks for, which
 * counts for every call and not for the one alone that met it.
 */
export interface Gate {
  /** Waits for a place and for the pause to end. `null`: aborted meanwhile. */
  enter(signal: AbortSignal): Promise<(() => void) | null>;
  /** No call begins before so many milliseconds have passed. */
  pause(milliseconds: number): void;
}

export function createGate(placesMax: number, timing: Timing): Gate {
  const waiting = new Set<() => void>();
  let taken = 0;
  let pausedUntil = 0;

  function place(signal: AbortSignal): Promise<boolean> {
    if (taken < placesMax) {
      taken += 1;
      return Promise.resolve(true);
    }
    return new Promise((resolve) => {
      const take = (): void => {
        signal.removeEventListener('abort', leave);
        resolve(true);
      };
      const leave = (): void => {
        waiting.delete(take);
        resolve(false);
      };
      waiting.add(take);
      signal.addEventListener('abort', leave, { once: true });
    });
  }

  function release(): void {
    const [next] = waiting;
    if (next === undefined) {
      taken -= 1;
      return;
    }
    waiting.delete(next);
    next();
  }

  return {
    async enter(signal) {
      if (signal.aborted || !(await place(signal))) return null;
      for (;;) {
        const rest = pausedUntil - timing.now();
        if (signal.aborted) {
          release();
          return null;
        }
        if (rest <= 0) return release;
        await timing.sleep(rest, signal);
      }
    },
    pause(milliseconds) {
      pausedUntil = Math.max(pausedUntil, timing.now() + milliseconds);
    },
  };
}
