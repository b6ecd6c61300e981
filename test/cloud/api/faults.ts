import type { Fault, Faults } from '../types.ts';

interface Pending {
  readonly fault: Fault;
  after: number;
  times: number;
}

export interface FaultSwitch extends Faults {
  /**
   * The fault that the next request meets, if any; counts it. Asked with its names, the narrowest
   * first.
   */
  take(...names: readonly string[]): Fault | null;
}

export function createFaults(): FaultSwitch {
  const pending = new Map<string, Pending[]>();

  function takeFrom(key: string): Fault | null {
    const [first, ...rest] = pending.get(key) ?? [];
    if (first === undefined) return null;
    if (first.after > 0) {
      first.after -= 1;
      return null;
    }
    first.times -= 1;
    if (first.times <= 0) pending.set(key, rest);
    return first.fault;
  }

  return {
    set(route, fault, { times = Number.POSITIVE_INFINITY, after = 0 } = {}) {
      pending.set(route, [...(pending.get(route) ?? []), { fault, after, times }]);
    },
    clear: () => pending.clear(),
    take(...names) {
      for (const name of [...names, '*']) {
        const fault = takeFrom(name);
        if (fault !== null) return fault;
      }
      return null;
    },
  };
}
