/** What was learnt, until it is too old; bounded, the oldest goes first. */
export interface TimedCache<T> {
  get(key: string, now: Date): T | null;
  set(key: string, value: T, until: Date): void;
}

export function createTimedCache<T>(entriesMax: number): TimedCache<T> {
  const entries = new Map<string, { readonly value: T; readonly until: number }>();
  return {
    get(key, now) {
      const entry = entries.get(key);
      if (entry === undefined) return null;
      if (entry.until > now.getTime()) return entry.value;
      entries.delete(key);
      return null;
    },
    set(key, value, until) {
      entries.delete(key);
      entries.set(key, { value, until: until.getTime() });
      if (entries.size <= entriesMax) return;
      const [oldest] = entries.keys();
      if (oldest !== undefined) entries.delete(oldest);
    },
  };
}
