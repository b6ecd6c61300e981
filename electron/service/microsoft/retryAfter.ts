/**
 * Milliseconds that `Retry-After` asks for: seconds, or an HTTP date (RFC 9110 §10.2.3), which counts
 * from the answer's own `Date` where it has one: this computer's clock may be wrong. `null`: none.
 */
export function retryAfter(headers: Headers): number | null {
  const wait = headers.get('retry-after')?.trim();
  if (wait === undefined) return null;
  if (/^\d{1,9}(?:\.\d{1,9})?$/.test(wait)) return Math.ceil(Number(wait) * 1000);
  const at = Date.parse(wait);
  const sent = Date.parse(headers.get('date') ?? '');
  if (Number.isNaN(at)) return null;
  return Math.max(0, at - (Number.isNaN(sent) ? Date.now() : sent));
}
