import { monitorEventLoopDelay } from 'node:perf_hooks';

/** One way of doing the same work. */
export interface Side {
  readonly name: string;
  /** Does it once; gives how many it did. */
  readonly run: () => Promise<number>;
  /** Before each run, not counted. */
  readonly prepare?: () => Promise<void>;
}

/** Per second, best of `rounds`; the sides take turns, so that a busy moment meets all of them. */
export async function bestRates(
  sides: readonly Side[],
  rounds: number,
): Promise<ReadonlyMap<string, number>> {
  const rates = new Map<string, number>();
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, run, prepare } of sides) {
      await prepare?.();
      globalThis.gc?.();
      const started = performance.now();
      const count = await run();
      const rate = (1000 * count) / (performance.now() - started);
      rates.set(name, Math.max(rate, rates.get(name) ?? 0));
    }
  }
  return rates;
}

/** `work` for each item, `width` at a time, in order of the list. */
export async function inParallel<T, R>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const waiting = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of waiting) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results;
}

export interface LoopDelay {
  /** Milliseconds. */
  readonly p99: number;
  readonly max: number;
}

/** How long other work had to wait for its turn while `work` ran. */
export async function loopDelay(work: () => Promise<unknown>): Promise<LoopDelay> {
  const histogram = monitorEventLoopDelay({ resolution: 1 });
  histogram.enable();
  await work();
  // A moment for the last delay to be seen.
  await new Promise((resolve) => setTimeout(resolve, 2));
  histogram.disable();
  const milliseconds = (nanoseconds: number): number => nanoseconds / 1e6;
  return { p99: milliseconds(histogram.percentile(99)), max: milliseconds(histogram.max) };
}

/**
 * How long this thread itself was busy in one round of its event loop while `work` ran: the same
 * question, whatever else the machine had to do.
 */
export async function loopWork(work: () => Promise<unknown>): Promise<LoopDelay> {
  const rounds: number[] = [];
  let isDone = false;
  let before = process.threadCpuUsage();
  const round = (): void => {
    const { user, system } = process.threadCpuUsage(before);
    before = process.threadCpuUsage();
    rounds.push((user + system) / 1000);
    if (!isDone) setImmediate(round);
  };
  setImmediate(round);
  await work();
  isDone = true;
  // Rounds in which nothing was to be done say nothing.
  const busy = rounds.filter((milliseconds) => milliseconds > 0.1).toSorted((a, b) => a - b);
  return { p99: busy[Math.floor(busy.length * 0.99)] ?? 0, max: busy.at(-1) ?? 0 };
}

/** Octets in use after a full collection, in V8's heap and outside it. */
export function settledMemory(): number {
  if (globalThis.gc === undefined) throw new Error('run it by npm run bench');
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Least squares. */
export function slope(points: readonly (readonly [x: number, y: number])[]): number {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const middleX = mean(points.map(([x]) => x));
  const middleY = mean(points.map(([, y]) => y));
  const covariance = points.reduce((sum, [x, y]) => sum + (x - middleX) * (y - middleY), 0);
  const variance = points.reduce((sum, [x]) => sum + (x - middleX) ** 2, 0);
  return covariance / variance;
}

export interface Report {
  readonly line: (name: string, figure: string) => void;
  /** A line with what the documentation promises; when that is missed the program exits 1. */
  readonly bound: (name: string, figure: string, holds: boolean, promise: string) => void;
}

function line(name: string, figure: string): void {
  console.log(`${name.padEnd(58)} ${figure}`);
}

export function createReport(): Report {
  return {
    line,
    bound(name, figure, holds, promise) {
      line(name, `${figure} (${promise}${holds ? '' : ': MISSED'})`);
      if (!holds) process.exitCode = 1;
    },
  };
}
