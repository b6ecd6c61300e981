import { setTimeout as delay } from 'node:timers/promises';

/** Waiting and chance, so that tests need not wait. */
export interface Timing {
  /** Milliseconds of a clock that only goes forward; the wall clock may stand still (`--at`). */
  readonly now: () => number;
  /** Resolves after so many milliseconds, at once when aborted. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** From 0 to 1. */
  readonly random: () => number;
}

export const realTiming: Timing = {
  now: () => performance.now(),
  sleep: (milliseconds, signal) => delay(milliseconds, undefined, { signal }).catch(() => {}),
  random: Math.random,
};
