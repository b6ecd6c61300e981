import { failure } from '../../shared/errors.ts';
import type { Result } from '../../shared/errors.ts';
import type { Invocation } from './command.ts';
import { worstExitCode } from './exitCode.ts';
import type { ExitCode } from './exitCode.ts';
import { interrupted } from './io.ts';
import type { JsonLine } from './output.ts';

/** What one item gave. */
export interface ItemOutcome {
  readonly lines: readonly JsonLine[];
  readonly text: string;
  readonly exit: ExitCode;
}

export interface ItemsPlan<Item> {
  /** Items may come slowly (lines of stdin); no more are taken than can be worked on. */
  readonly items: Iterable<Item> | AsyncIterable<Item>;
  readonly concurrency: number;
  /** As the person gave it; `item` of error@1. */
  readonly name: (item: Item) => string;
  /** `id` of error@1, for items that carry one. */
  readonly id?: (item: Item) => string | null;
  readonly work: (item: Item, signal: AbortSignal) => Promise<Result<ItemOutcome>>;
}

/** Under `--ordered`, items done but waiting for an earlier one; bounds the memory of a long list. */
const waitingMax = 256;

/**
 * Works on items, some at a time, and prints each when it is done, or in input order under
 * `--ordered`. An item that fails becomes error@1 and the others go on; a bug in one is `internal`.
 */
export async function runItems<Item>(
  invocation: Pick<Invocation, 'io' | 'output'> & {
    readonly values: { readonly ordered: boolean };
  },
  plan: ItemsPlan<Item>,
): Promise<ExitCode> {
  const { io, output } = invocation;
  const codes = new Set<ExitCode>();
  const problems: unknown[] = [];
  let running = 0;
  /** Resolved whenever an item is done: a race over all of them would grow with every item. */
  let freed = Promise.withResolvers<void>();
  const waiting = new Map<number, () => Promise<void>>();
  let next = 0;
  let printing = Promise.resolve();

  const isFull = (limit: number): boolean => running >= limit || waiting.size >= waitingMax;

  const print = (item: Item, result: Result<ItemOutcome>) => async () => {
    if (io.signal.aborted) return;
    if (result.ok) {
      codes.add(result.value.exit);
      await output.print(result.value.lines, result.value.text);
    } else {
      codes.add(await output.error(result.error, plan.name(item), plan.id?.(item) ?? null));
    }
  };

  function queue(job: () => Promise<void>): void {
    printing = printing.then(job);
  }

  function done(index: number, job: () => Promise<void>): void {
    if (!invocation.values.ordered) {
      queue(job);
      return;
    }
    waiting.set(index, job);
    for (let ready = waiting.get(next); ready !== undefined; ready = waiting.get(next)) {
      waiting.delete(next++);
      queue(ready);
    }
  }

  async function start(item: Item, index: number): Promise<void> {
    done(index, print(item, await settle(invocation, plan, item)));
    await printing;
  }

  let index = 0;
  for await (const item of plan.items) {
    if (io.signal.aborted) break;
    running += 1;
    void start(item, index++)
      .catch((error: unknown) => problems.push(error))
      .finally(() => {
        running -= 1;
        freed.resolve();
        freed = Promise.withResolvers();
      });
    while (isFull(plan.concurrency)) await freed.promise;
    if (problems.length > 0) break;
  }
  while (isFull(1)) await freed.promise;
  if (problems.length > 0) throw problems[0];
  await printing;
  if (io.signal.reason === interrupted) codes.add(130);
  return worstExitCode(codes);
}

async function settle<Item>(
  { io, output }: Pick<Invocation, 'io' | 'output'>,
  plan: ItemsPlan<Item>,
  item: Item,
): Promise<Result<ItemOutcome>> {
  try {
    return await plan.work(item, io.signal);
  } catch (error) {
    if (io.signal.aborted) return failure('cancelled');
    await output.message(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return failure('internal');
  }
}
