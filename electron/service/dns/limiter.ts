export interface Limiter {
  /**
   * Waits for a place, in order of arrival. Gives the function that frees it again, or `null` when
   * `signal` aborted first.
   */
  enter(signal: AbortSignal): Promise<(() => void) | null>;
}

/** At most `places` at a time. */
export function createLimiter(places: number): Limiter {
  let free = places;
  const queue = new Set<() => void>();

  function leaver(): () => void {
    let hasLeft = false;
    return () => {
      if (hasLeft) return;
      hasLeft = true;
      const [next] = queue;
      if (next === undefined) free += 1;
      else next();
    };
  }

  return {
    async enter(signal) {
      if (signal.aborted) return null;
      if (free > 0) {
        free -= 1;
        return leaver();
      }
      return new Promise((resolve) => {
        const settle = (place: (() => void) | null): void => {
          queue.delete(admit);
          signal.removeEventListener('abort', onAbort);
          resolve(place);
        };
        const admit = (): void => settle(leaver());
        const onAbort = (): void => settle(null);
        queue.add(admit);
        signal.addEventListener('abort', onAbort);
      });
    },
  };
}
