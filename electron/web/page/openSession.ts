/** Where the page keeps its session: this tab alone, until it is closed. No other port can read it. */
const storageName = 'companion-session';
const tokenStart = '#token=';

/**
 * The session of this tab, or `null` where there is none: no link, or one that was used before.
 * Takes the one-time token out of the address first, before anything else can read it there.
 */
export async function openSession(): Promise<string | null> {
  const { hash, pathname } = window.location;
  const token = hash.startsWith(tokenStart) ? hash.slice(tokenStart.length) : null;
  if (token !== null) window.history.replaceState(null, '', pathname);
  watchForFreshLink();
  const fresh = token === null ? null : await trade(token);
  if (fresh === null) return withStorage((storage) => storage.getItem(storageName));
  withStorage((storage) => storage.setItem(storageName, fresh));
  return fresh;
}

async function trade(token: string): Promise<string | null> {
  const response = await fetch('/session', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  return response.ok ? ((await response.json()) as { readonly session: string }).session : null;
}

/** A browser may be set to allow a page no storage: then a reload needs a fresh link. */
function withStorage<T>(use: (storage: Storage) => T): T | null {
  try {
    return use(window.sessionStorage);
  } catch {
    return null;
  }
}

/** A fresh link that is pasted into an open tab changes only the fragment, and loads nothing by itself. */
function watchForFreshLink(): void {
  window.addEventListener('hashchange', (event) => {
    if (!window.location.hash.startsWith(tokenStart)) return;
    event.stopImmediatePropagation();
    window.location.reload();
  });
}
