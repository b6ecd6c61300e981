import { once } from 'node:events';

/** A message of the Chrome DevTools Protocol, https://chromedevtools.github.io/devtools-protocol/. */
interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
  readonly sessionId?: string;
}

type Listener = (params: never) => void;

export interface Cdp {
  send<T = unknown>(method: string, params?: object): Promise<T>;
  on(method: string, listener: Listener): void;
}

export interface CdpConnection extends Cdp {
  session(sessionId: string): Cdp;
}

/** One web socket to Chromium, and the sessions that share it. */
export async function connectCdp(endpoint: string): Promise<CdpConnection> {
  const socket = new WebSocket(endpoint);
  await once(socket, 'open');
  const waiting = new Map<number, PromiseWithResolvers<never>>();
  const listeners = new Map<string, Listener[]>();
  let count = 0;

  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as Message;
    if (message.id === undefined) {
      const key = `${message.sessionId ?? ''} ${message.method ?? ''}`;
      for (const listener of listeners.get(key) ?? []) listener(message.params as never);
      return;
    }
    const caller = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error) caller?.reject(new Error(message.error.message));
    else caller?.resolve(message.result as never);
  });

  const session = (sessionId: string): Cdp => ({
    send(method, params = {}) {
      count += 1;
      const answer = Promise.withResolvers<never>();
      waiting.set(count, answer);
      const address = sessionId === '' ? {} : { sessionId };
      socket.send(JSON.stringify({ id: count, method, params, ...address }));
      return answer.promise;
    },
    on(method, listener) {
      const key = `${sessionId} ${method}`;
      listeners.set(key, [...(listeners.get(key) ?? []), listener]);
    },
  });
  return { ...session(''), session };
}

/** What Chromium says when the page, its request or its target has gone on without the answer. */
const gone =
  /^(Invalid InterceptionId|No target with given id|Session with given id not found|Browser window not found)/;

/** A page may reload or close at any moment: what it no longer waits for is no fault of anybody's. */
export async function unlessGone(sent: Promise<unknown>): Promise<void> {
  await sent.catch((error: unknown) => {
    if (!(error instanceof Error && gone.test(error.message))) throw error;
  });
}
