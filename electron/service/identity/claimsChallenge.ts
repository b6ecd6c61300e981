/** Characters of a challenge; real ones have some hundreds. */
const challengeMax = 16_384;

/**
 * The claims that a 401 asks for (`WWW-Authenticate: Bearer …, error="insufficient_claims",
 * claims="<Base64>"`), as JSON text for `TokenRequest.claims`; `null`: none, or not readable.
 * Source: Microsoft identity platform, "Claims challenges, claims requests and client capabilities".
 */
export function readClaimsChallenge(wwwAuthenticate: string | null): string | null {
  if (wwwAuthenticate === null || wwwAuthenticate.length > challengeMax) return null;
  const encoded = /\bclaims="([A-Za-z0-9+/_=-]+)"/.exec(wwwAuthenticate)?.[1];
  if (encoded === undefined) return null;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  try {
    const claims: unknown = JSON.parse(text);
    return typeof claims === 'object' && claims !== null ? text : null;
  } catch {
    return null;
  }
}
