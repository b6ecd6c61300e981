/** Politeness: connections to one address at once, and new ones in all. */

const perAddressMax = 2;
const perSecondMax = 20;
const second = 1000;

export interface Gate {
  /**
   * Waits until a connection may be opened, in order of arrival. Gives the function to call when it
   * is closed, or `null` when `signal` aborted first.
   */
  enter(address: string, signal: AbortSignal): Promise<(() => void) | null>;
}

interface Waiting {
  readonly address: string;
  readonly admit: () => void;
}

export function createGate(now: () => number = () => performance.now()): Gate {
  const open = new Map<string, number>();
  /** When the connections of the last second were opened. */
  let opened: number[] = [];
  let queue: Waiting[] = [];
  let timer: NodeJS.Timeout | undefined;

  function admitNext(): void {
    const time = now();
    opened = opened.filter((at) => time - at < second);
    queue = queue.filter((waiting) => {
      const busy = open.get(waiting.address) ?? 0;
      if (busy >= perAddressMax || opened.length >= perSecondMax) return true;
      open.set(waiting.address, busy + 1);
      opened.push(time);
      waiting.admit();
      return false;
    });
    clearTimeout(timer);
    const [oldest] = opened;
    if (queue.length > 0 && opened.length >= perSecondMax && oldest !== undefined) {
      timer = setTimeout(admitNext, Math.max(1, Math.ceil(oldest + second - time)));
    }
  }

  function leaver(address: string): () => void {
    let hasLeft = false;
    return () => {
      if (hasLeft) return;
      hasLeft = true;
      const busy = (open.get(address) ?? 1) - 1;
      if (busy === 0) open.delete(address);
      else open.set(address, busy);
      admitNext();
    };
  }

  return {
    enter(address, signal) {
      if (signal.aborted) return Promise.resolve(null);
      return new Promise((resolve) => {
        const waiting: Waiting = {
          address,
          admit() {
            signal.removeEventListener('abort', leave);
            resolve(leaver(address));
          },
        };
        const leave = (): void => {
          queue = queue.filter((other) => other !== waiting);
          resolve(null);
        };
        signal.addEventListener('abort', leave, { once: true });
        queue.push(waiting);
        admitNext();
      });
    },
  };
}
