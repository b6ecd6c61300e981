/**
 * Limits on what a page may ask, before anything is parsed. A page of ours stays far below them; they
 * are there for one that is not ours any more.
 *
 * SECURITY: S21
 */

/** Calls of one channel at once, and how many a second come back. */
const burst = 60;
const perSecond = 30;

/**
 * Counts by key and says whether one more may pass. `now` in milliseconds, never running backwards.
 */
export function createRateLimit(
  now: () => number,
  { burst, perSecond }: { readonly burst: number; readonly perSecond: number },
): (key: string) => boolean {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return (key) => {
    const at = now();
    const bucket = buckets.get(key) ?? { tokens: burst, at };
    const tokens = Math.min(burst, bucket.tokens + ((at - bucket.at) / 1000) * perSecond);
    const passes = tokens >= 1;
    buckets.set(key, { tokens: passes ? tokens - 1 : tokens, at });
    return passes;
  };
}

export const callRate = { burst, perSecond } as const;

/** The largest legitimate call carries one certificate file of 4 MiB, in Base64. */
const charactersMax = 6 * 1024 * 1024;
const valuesMax = 100_000;

/**
 * Whether a value that structured clone delivered is small enough to be looked at, and made of what
 * the contract is made of: texts, numbers, booleans, null, lists and plain objects. Walks without
 * recursion and stops at the limit, so that a value that holds itself ends there too.
 */
export function isWithinLimits(value: unknown): boolean {
  const waiting: unknown[] = [value];
  let values = 0;
  let characters = 0;
  while (waiting.length > 0) {
    const next = waiting.pop();
    values += 1;
    if (typeof next === 'string') characters += next.length;
    else if (typeof next === 'object' && next !== null) {
      if (!isPlain(next)) return false;
      for (const [key, child] of Object.entries(next)) {
        characters += key.length;
        waiting.push(child);
      }
    }
    if (values + waiting.length > valuesMax || characters > charactersMax) return false;
  }
  return true;
}

function isPlain(value: object): boolean {
  return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
}
