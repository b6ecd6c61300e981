/** The part of Electron's `ipcRenderer` that is used. */
export interface Roads {
  invoke(road: string, ...values: readonly unknown[]): Promise<unknown>;
  on(road: string, listener: (event: unknown, ...values: unknown[]) => void): unknown;
}

export interface Bridge {
  call(channel: unknown, input: unknown): Promise<unknown>;
  on(event: unknown, listener: unknown): () => void;
}

export interface ContractNames {
  readonly channels: readonly string[];
  readonly events: readonly string[];
}

/**
 * `window.companion`: two functions, and names of the contract only. A listener gets the payload and
 * never Electron's event, whose `sender` would be the whole of `ipcRenderer`.
 *
 * SECURITY: S20
 */
export function createBridge(
  roads: Roads,
  { channels, events }: ContractNames,
  road: { readonly call: string; readonly event: string },
): Readonly<Bridge> {
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  roads.on(road.event, (_event, name, payload) => {
    for (const listener of listeners.get(String(name)) ?? []) listener(payload);
  });

  return Object.freeze({
    call(channel: unknown, input: unknown) {
      if (typeof channel !== 'string' || !channels.includes(channel)) {
        return Promise.reject(new TypeError('No such channel'));
      }
      return roads.invoke(road.call, channel, input);
    },
    on(event: unknown, listener: unknown) {
      if (typeof event !== 'string' || !events.includes(event)) {
        throw new TypeError('No such event');
      }
      if (typeof listener !== 'function') throw new TypeError('A listener is a function');
      // A function of its own: the same listener may be added twice, and each is removed alone.
      const own = (payload: unknown): void => {
        (listener as (payload: unknown) => void)(payload);
      };
      const set = listeners.get(event) ?? new Set();
      listeners.set(event, set.add(own));
      return () => {
        set.delete(own);
      };
    },
  });
}
