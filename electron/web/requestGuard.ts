/** What the guard looks at. `hosts`: every `Host` header as sent, since a second one is an attack. */
export interface RequestFacts {
  readonly method: string;
  /** The request target as sent: `/`, `/call`, `http://other/`, `*`. */
  readonly target: string;
  readonly hosts: readonly string[];
  readonly origin: string | undefined;
  /** `Sec-Fetch-Site`, `-Mode` and `-Dest`, which a page's script can't set. */
  readonly fetchSite: string | undefined;
  readonly fetchMode: string | undefined;
  readonly fetchDest: string | undefined;
  readonly contentType: string | undefined;
}

export interface Refusal {
  readonly status: 400 | 403 | 405 | 415;
  readonly reason: 'host' | 'target' | 'method' | 'origin' | 'site' | 'content-type';
}

/**
 * Whether a request may be looked at further, from its first lines alone. `null`: it may.
 * - `Host` must be this very address and port: a name that was rebound to 127.0.0.1 is refused.
 * - A page of another origin, another port of this machine included, may neither call nor embed.
 *   `own-page` must come from our own origin; `own-program` (the control road) from no page at all.
 * - Only GET and HEAD for files and POST for calls; a body is JSON, which no foreign form can send.
 */
export function refuse(
  facts: RequestFacts,
  authority: string,
  sender: 'own-page' | 'own-program',
): Refusal | null {
  if (facts.hosts.length !== 1 || facts.hosts[0] !== authority)
    return { status: 403, reason: 'host' };
  if (!facts.target.startsWith('/')) return { status: 400, reason: 'target' };
  if (facts.method === 'GET' || facts.method === 'HEAD') return refuseReading(facts, authority);
  if (facts.method !== 'POST') return { status: 405, reason: 'method' };
  const origin = sender === 'own-page' ? `http://${authority}` : undefined;
  if (facts.origin !== origin) return { status: 403, reason: 'origin' };
  const sites = sender === 'own-page' ? [undefined, 'same-origin'] : [undefined];
  if (!sites.includes(facts.fetchSite)) return { status: 403, reason: 'site' };
  if (!/^application\/json(; ?charset=utf-8)?$/i.test(facts.contentType ?? ''))
    return { status: 415, reason: 'content-type' };
  return null;
}

/** A link in another page may open ours (it has no session then), but not load a part of it. */
function refuseReading(facts: RequestFacts, authority: string): Refusal | null {
  if (facts.origin !== undefined && facts.origin !== `http://${authority}`)
    return { status: 403, reason: 'origin' };
  const opensPage = facts.fetchMode === 'navigate' && facts.fetchDest === 'document';
  const own = [undefined, 'same-origin', 'none'].includes(facts.fetchSite);
  return own || opensPage ? null : { status: 403, reason: 'site' };
}
