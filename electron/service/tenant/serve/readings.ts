/** Readings that are going on, so that forgetting a tenant ends them before it deletes. */
export interface Readings {
  run<T>(key: string, signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** Of one tenant, or of all (`null`). Resolves when none goes on. */
  end(key: string | null): Promise<void>;
}

export function createReadings(): Readings {
  const running = new Set<{
    readonly key: string;
    readonly controller: AbortController;
    readonly done: Promise<unknown>;
  }>();
  return {
    async run(key, signal, work) {
      const controller = new AbortController();
      const done = work(AbortSignal.any([signal, controller.signal]));
      const reading = { key, controller, done };
      running.add(reading);
      try {
        return await done;
      } finally {
        running.delete(reading);
      }
    },
    async end(key) {
      const ending = [...running].filter((reading) => key === null || reading.key === key);
      for (const { controller } of ending) controller.abort();
      await Promise.allSettled(ending.map(({ done }) => done));
    },
  };
}
