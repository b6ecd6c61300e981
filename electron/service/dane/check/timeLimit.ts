/** A time that is up for one domain, while what it waits for goes on for others. */
export interface TimeLimit extends Disposable {
  /** Aborted when the time is up, or when the caller gives up. */
  readonly signal: AbortSignal;
  /** `null`: not in time. */
  within<T>(work: Promise<T>): Promise<T | null>;
}

export function timeLimit(milliseconds: number, outer: AbortSignal): TimeLimit {
  const controller = new AbortController();
  const { promise: up, resolve } = Promise.withResolvers<null>();
  const end = (): void => {
    controller.abort();
    resolve(null);
  };
  const timer = setTimeout(end, milliseconds);
  outer.addEventListener('abort', end, { once: true });
  if (outer.aborted) end();
  return {
    signal: controller.signal,
    within: (work) => Promise.race([work, up]),
    [Symbol.dispose]() {
      clearTimeout(timer);
      outer.removeEventListener('abort', end);
    },
  };
}
