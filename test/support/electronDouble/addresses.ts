/**
 * Chromium can't be taught a scheme from outside, and `app:` has no origin in it. So what main calls
 * `app://companion` is `https://companion.invalid` in the double's Chromium: a secure origin under a
 * name that never resolves (RFC 6761 §6.4), whose every request is answered before it leaves the
 * browser. Addresses are put into main's words on the way to main, and back on the way to Chromium.
 */
const appOrigin = 'app://companion';
export const pageOrigin = 'https://companion.invalid';

/** As main knows it. */
export function outward(url: string): string {
  return replaced(url, pageOrigin, appOrigin);
}

/** As Chromium knows it. */
export function inward(url: string): string {
  return replaced(url, appOrigin, pageOrigin);
}

function replaced(url: string, from: string, to: string): string {
  const blob = url.startsWith('blob:') ? 'blob:' : '';
  const rest = url.slice(blob.length);
  return rest === from || rest.startsWith(`${from}/`) ? blob + to + rest.slice(from.length) : url;
}
