/** Shorter runs of letters and digits are words, names and ids. */
const tokenRun = /[\w-]{40,}={0,2}/g;

/**
 * What others say of a failure, without what could be a token: a server or a proxy may send back what it
 * was sent.
 * SECURITY: S24
 */
export function hideTokens(text: string): string {
  return text
    .replace(/\beyJ[\w-]{8,}(?:\.[\w-]*){0,4}/g, '[token]')
    .replace(/\b(Bearer|Basic)\s+[\w.~+/=-]{8,}/gi, '$1 [token]')
    .replace(tokenRun, (run) => (/\d/.test(run) ? '[token]' : run));
}
