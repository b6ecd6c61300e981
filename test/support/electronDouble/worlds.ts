/**
 * What the double puts into a page before the page's own scripts: Electron's preload world (an
 * isolated world of Chromium, as in Electron), `contextBridge` between it and the page's world, and
 * `ipcRenderer` to main. Functions here are sent as source text; they may use nothing from outside.
 */

import { closed } from './absent.ts';

type Closed = typeof closed;

/** The name of the isolated world, by which Chromium tells its execution contexts apart. */
export const preloadWorld = 'electron-double-preload';
export const toMain = 'electronDoubleToMain';

interface Side {
  readonly encode: (value: unknown) => unknown;
  readonly decode: (value: unknown) => unknown;
}

/**
 * One side of the bridge between two worlds that share the page's DOM and no object. Plain values
 * are copied; functions and promises stand for themselves, as Electron's contextBridge has it.
 */
function bridgeSide(here: string, there: string): Side {
  type Known = (...values: unknown[]) => unknown;
  const functions: Known[] = [];
  let reply = { threw: false, value: null as unknown };

  const say = (message: object): boolean =>
    globalThis.dispatchEvent(new CustomEvent(there, { detail: JSON.stringify(message) }));
  const remember = (value: Known): number => functions.push(value) - 1;

  const side: Side = {
    encode(value) {
      if (typeof value === 'function') return { call: remember(value as Known) };
      if (value instanceof Error) return { error: value.message };
      if (value instanceof Promise) {
        return {
          promise: remember(
            (resolve, reject) => void value.then(resolve as never, reject as never),
          ),
        };
      }
      if (Object.values(value ?? {}).some((part) => typeof part === 'function')) {
        return {
          parts: Object.entries(value as object).map(([key, part]) => [key, side.encode(part)]),
        };
      }
      return { value };
    },
    decode(encoded) {
      const it = encoded as {
        call?: number;
        promise?: number;
        error?: string;
        parts?: [string, unknown][];
        value?: unknown;
      };
      const call = (...values: unknown[]): unknown => {
        say({ id: it.call ?? it.promise, values: values.map(side.encode) });
        const value = side.decode(reply.value);
        if (reply.threw) throw value;
        return value;
      };
      if (it.call !== undefined) return call;
      if (it.promise !== undefined) return new Promise((...settle) => call(...settle));
      if (it.error !== undefined) return new Error(it.error);
      if (it.parts === undefined) return it.value;
      return Object.fromEntries(it.parts.map(([key, part]) => [key, side.decode(part)]));
    },
  };

  globalThis.addEventListener(here, (event) => {
    const message = JSON.parse((event as CustomEvent<string>).detail) as {
      id: number;
      values: unknown[];
      reply?: typeof reply;
    };
    if (message.reply !== undefined) {
      ({ reply } = message);
      return;
    }
    try {
      const value = functions[message.id]?.(...message.values.map(side.decode));
      say({ reply: { threw: false, value: side.encode(value) } });
    } catch (error) {
      say({ reply: { threw: true, value: side.encode(error) } });
    }
  });
  return side;
}

/** In the page's world: takes what the preload script exposes, and denies windows as Electron does. */
function pageWorld(bridge: Side, expose: string): void {
  globalThis.addEventListener(expose, (event) => {
    const { name, value } = JSON.parse((event as CustomEvent<string>).detail) as {
      name: string;
      value: unknown;
    };
    const exposed = Object.freeze(bridge.decode(value));
    Object.defineProperty(globalThis, name, { value: exposed, enumerable: true });
  });
  // Chromium would return a window that the double then closes; in Electron a denied one is `null`.
  const open = globalThis.open.bind(globalThis);
  const value = (url?: string): null => (open(url, '_blank', 'noopener'), null);
  Object.defineProperty(globalThis, 'open', { value });
}

/** In the isolated world: the `electron` that a sandboxed preload script can load. */
function preloadElectron(bridge: Side, closed: Closed, expose: string, binding: string): object {
  type Listener = (event: object, ...values: unknown[]) => void;
  const calls: PromiseWithResolvers<unknown>[] = [];
  const listeners: (readonly [string, Listener])[] = [];
  /** Called by the double, from main. */
  Object.assign(globalThis, {
    electronDouble: {
      settle(id: number, ok: boolean, value: unknown) {
        if (ok) calls[id]?.resolve(value);
        else calls[id]?.reject(new Error(String(value)));
      },
      receive(channel: string, values: unknown[]) {
        for (const [name, listener] of listeners) if (name === channel) listener({}, ...values);
      },
    },
  });
  const ipcRenderer = closed('ipcRenderer', {
    invoke(channel: string, ...values: unknown[]) {
      const call = Promise.withResolvers<unknown>();
      const id = calls.push(call) - 1;
      const send = Reflect.get(globalThis, binding) as (text: string) => void;
      send(JSON.stringify({ id, channel, values }));
      return call.promise;
    },
    on(channel: string, listener: Listener) {
      listeners.push([channel, listener]);
    },
  });
  const contextBridge = closed('contextBridge', {
    exposeInMainWorld(name: string, value: unknown) {
      const detail = JSON.stringify({ name, value: bridge.encode(value) });
      globalThis.dispatchEvent(new CustomEvent(expose, { detail }));
    },
  });
  return closed('electron in preload', { contextBridge, ipcRenderer });
}

/** Source for the page's world. To be registered before the preload world's. */
export function pageWorldSource(secret: string): string {
  return `if (globalThis === globalThis.top) (${pageWorld.toString()})(
    (${bridgeSide.toString()})('${secret}-page', '${secret}-preload'), '${secret}-expose');`;
}

/** The preload bundle, unmodified, in the wrapper that a CommonJS loader puts around a file. */
export function preloadWorldSource(secret: string, bundle: string): string {
  return `if (globalThis === globalThis.top) (function (require, module, exports) {${bundle}
})((name) => {
    if (name !== 'electron') throw new Error('module not found: ' + name);
    return (${preloadElectron.toString()})(
      (${bridgeSide.toString()})('${secret}-preload', '${secret}-page'), ${closed.toString()},
      '${secret}-expose', '${toMain}');
  }, { exports: {} }, {});`;
}
