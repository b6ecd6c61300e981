import { EventEmitter } from 'node:events';

/** What is not here is not silently something else. */
export function notInTheDouble(what: string): Error {
  return new Error(`not in the double: ${what}`);
}

/**
 * `target`, and an error for every property that it does not have, but for the names that JavaScript
 * itself asks of a value (awaiting, printing). Uses nothing from outside: pages get its source.
 */
export function closed<T extends object>(name: string, target: T): T {
  const check = (self: T, property: string | symbol): void => {
    const asked = typeof property === 'symbol' || ['then', 'toJSON'].includes(property);
    if (property in self || asked) return;
    throw new Error(`not in the double: ${name}.${property}`);
  };
  return new Proxy(target, {
    get(self, property) {
      check(self, property);
      return Reflect.get(self, property) as unknown;
    },
    set(self, property, value) {
      check(self, property);
      return Reflect.set(self, property, value);
    },
  });
}

/** An exported name of `electron` that the double does not have: any use of it says so. */
export function absent(name: string): unknown {
  function refuse(): never {
    throw notInTheDouble(name);
  }
  return new Proxy(refuse, { get: refuse, set: refuse, apply: refuse, construct: refuse });
}

type Listener = Parameters<EventEmitter['on']>[1];

/** An emitter for the events named, with blanks between; listening to any other is refused. */
export function emitterOf(name: string, known: string) {
  const emitter = new EventEmitter();
  const listen =
    (how: 'on' | 'once') =>
    (event: string, listener: Listener): void => {
      if (!known.split(' ').includes(event)) throw notInTheDouble(`${name} event ${event}`);
      emitter[how](event, listener);
    };
  return { on: listen('on'), once: listen('once'), emit: emitter.emit.bind(emitter) };
}

export type Emitter = ReturnType<typeof emitterOf>;

/** An event that its listener may prevent. */
export function preventable<T extends object>(properties: T) {
  const event = {
    ...properties,
    defaultPrevented: false,
    preventDefault: () => void (event.defaultPrevented = true),
  };
  return event;
}
