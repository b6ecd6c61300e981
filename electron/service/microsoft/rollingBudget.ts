/** So many calls in so much time, over everything that shares it. */
export interface RollingBudget {
  /** Counts one call; `false`: there is none left at present. */
  take(): boolean;
}

export function createRollingBudget(
  callsMax: number,
  milliseconds: number,
  now: () => number,
): RollingBudget {
  const taken: number[] = [];
  return {
    take() {
      const at = now();
      while (taken[0] !== undefined && taken[0] <= at - milliseconds) taken.shift();
      if (taken.length >= callsMax) return false;
      taken.push(at);
      return true;
    },
  };
}
