/** Where the page keeps its session: this tab alone, until it is closed. No other port can read it. */
const sessionName = 'companion-session';
/** A trade that the host has not confirmed: a reload in its midst makes it again. */
const tradeName = 'companion-trade';
const tokenStart = '#token=';

interface Trade {
  readonly token: string;
  /** Of the session that the token is to open: 256 bits, chosen here. */
  readonly session: string;
}

/**
 * The session of this tab, or `null` where there is none: no link, or one that was used before.
 * Takes the one-time token out of the address first, before anything else can read it there.
 */
export async function openSession(): Promise<string | null> {
  const { hash, pathname } = window.location;
  const token = hash.startsWith(tokenStart) ? hash.slice(tokenStart.length) : null;
  if (token !== null) {
    window.history.replaceState(null, '', pathname);
    store(tradeName, JSON.stringify({ token, session: newSecret() } satisfies Trade));
  }
  watchForFreshLink();
  const trade = stored(tradeName);
  if (trade === null) return stored(sessionName);
  const { session } = JSON.parse(trade) as Trade;
  const response = await fetch('/session', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: trade,
  });
  if (response.ok) store(sessionName, session);
  store(tradeName, null);
  return stored(sessionName);
}

function newSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** A browser may be set to allow a page no storage: then a reload needs a fresh link. */
const memory = new Map<string, string>();

function stored(name: string): string | null {
  try {
    return window.sessionStorage.getItem(name);
  } catch {
    return memory.get(name) ?? null;
  }
}

function store(name: string, value: string | null): void {
  try {
    if (value === null) window.sessionStorage.removeItem(name);
    else window.sessionStorage.setItem(name, value);
  } catch {
    if (value === null) memory.delete(name);
    else memory.set(name, value);
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
