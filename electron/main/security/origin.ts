/**
 * The one origin that the window ever shows: a scheme of our own instead of `file:`, which would give
 * every local file the page's rights.
 *
 * SECURITY: S1 SECURITY: S18
 */
export const appScheme = 'app';
const appHost = 'companion';
export const appOrigin = `${appScheme}://${appHost}`;
export const startUrl = `${appOrigin}/index.html`;

/**
 * Whether an address belongs to the app itself. Compared part by part after parsing, never by prefix:
 * `app://companion.evil` and `https://evil/?app://companion` begin or end like ours.
 */
export function isOwnUrl(text: string): boolean {
  const url = URL.parse(text);
  return (
    url !== null &&
    url.protocol === `${appScheme}:` &&
    url.host === appHost &&
    url.username === '' &&
    url.password === ''
  );
}

/** Whether an address is a `blob:` that a page of ours made. */
export function isOwnBlob(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && url.protocol === 'blob:' && isOwnUrl(url.pathname);
}
