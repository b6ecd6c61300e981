/** Where the page keeps its session: this tab alone, until it is closed. No other port can read it. */
const storageName = 'companion-session';
const tokenStart = '#token=';

/**
 * The session of this tab, or `null` where there is none: no link, or one that was used before.
 * Takes the one-time token out of the address first, before anything else can read it there.
 */
export async function openSession(): Promise<string | null> {
  const { hash, pathname } = window.location;
  if (!hash.startsWith(tokenStart)) {
    watchForFreshLink();
    return sessionStorage.getItem(storageName);
  }
  window.history.replaceState(null, '', pathname);
  watchForFreshLink();
  const response = await fetch('/session', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ token: hash.slice(tokenStart.length) }),
  });
  if (!response.ok) return sessionStorage.getItem(storageName);
  const { session } = (await response.json()) as { readonly session: string };
  sessionStorage.setItem(storageName, session);
  return session;
}

/** A fresh link that is pasted into an open tab changes only the fragment, and loads nothing by itself. */
function watchForFreshLink(): void {
  window.addEventListener('hashchange', (event) => {
    if (!window.location.hash.startsWith(tokenStart)) return;
    event.stopImmediatePropagation();
    window.location.reload();
  });
}
