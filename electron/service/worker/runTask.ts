import { availableParallelism } from 'node:os';
import { failure, success } from '../../../shared/errors.ts';
import { Worker } from 'node:worker_threads';
import type { Result } from '../../../shared/errors.ts';
import type { TaskInput, TaskName, TaskOutput } from './tasks.ts';

/** Threads at a time. The window and Node's own pool want a core as well. */
const threadsMax = Math.max(1, Math.min(4, availableParallelism() - 1));
const idleMilliseconds = 10_000;
const heapMiB = 512;

/** The entry lies beside this file, or in `out/worker/` where this file is part of a bundle. */
const entry = new URL(
  import.meta.url.endsWith('.ts') ? './workerEntry.ts' : '../worker/worker.mjs',
  import.meta.url,
);

interface IdleThread {
  readonly worker: Worker;
  readonly ending: NodeJS.Timeout;
}

const idle: IdleThread[] = [];
/** Those whose turn comes next, in order. */
const waiting = new Set<() => void>();
let busy = 0;

/**
 * Runs a task of `tasks.ts` in another thread. Aborting ends that thread at once, whatever it is
 * computing. Errors: `cancelled`. Rejects when the task throws, which is a bug.
 */
export async function runTask<Name extends TaskName>(
  name: Name,
  input: TaskInput<Name>,
  signal: AbortSignal,
): Promise<Result<TaskOutput<Name>>> {
  if (!(await placeFor(signal))) return failure('cancelled');
  try {
    // It may have been aborted since its turn came.
    if (signal.aborted) return failure('cancelled');
    return await askThread(takeThread(), { name, input }, signal);
  } finally {
    passPlaceOn();
  }
}

interface Message<Name extends TaskName> {
  readonly name: Name;
  readonly input: TaskInput<Name>;
}

async function askThread<Name extends TaskName>(
  worker: Worker,
  message: Message<Name>,
  signal: AbortSignal,
): Promise<Result<TaskOutput<Name>>> {
  try {
    const answer = await answerOf(worker, message, signal);
    if (answer === aborted) {
      void worker.terminate();
      return failure('cancelled');
    }
    putAside(worker);
    return success(answer as TaskOutput<Name>);
  } catch (error) {
    void worker.terminate();
    throw error;
  }
}

/** Waits for its turn; `false` when aborted before. */
function placeFor(signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return Promise.resolve(false);
  if (busy < threadsMax) {
    busy += 1;
    return Promise.resolve(true);
  }
  return new Promise((resolve) => {
    const take = (): void => {
      signal.removeEventListener('abort', leave);
      resolve(true);
    };
    const leave = (): void => {
      waiting.delete(take);
      resolve(false);
    };
    waiting.add(take);
    signal.addEventListener('abort', leave, { once: true });
  });
}

function passPlaceOn(): void {
  const [next] = waiting;
  if (next === undefined) {
    busy -= 1;
    return;
  }
  waiting.delete(next);
  next();
}

/** A thread costs some 30 ms to start: one that is idle is used again. */
function takeThread(): Worker {
  const rested = idle.pop();
  if (rested === undefined) {
    return new Worker(entry, {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: heapMiB },
    });
  }
  clearTimeout(rested.ending);
  rested.worker.ref();
  return rested.worker;
}

/** An idle thread keeps no program alive, and ends when it is not asked again soon. */
function putAside(worker: Worker): void {
  worker.unref();
  const thread: IdleThread = {
    worker,
    ending: setTimeout(() => {
      idle.splice(idle.indexOf(thread), 1);
      void worker.terminate();
    }, idleMilliseconds).unref(),
  };
  idle.push(thread);
}

const aborted = Symbol('aborted');

function answerOf(
  worker: Worker,
  message: Message<TaskName>,
  signal: AbortSignal,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void): void => {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      signal.removeEventListener('abort', onAbort);
      finish();
    };
    const onMessage = (answer: unknown): void => settle(() => resolve(answer));
    const onError = (error: unknown): void => settle(() => reject(error));
    const onExit = (code: number): void =>
      settle(() => reject(new Error(`worker thread ended with ${code}`)));
    const onAbort = (): void => settle(() => resolve(aborted));
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    signal.addEventListener('abort', onAbort);
    worker.postMessage(message, []);
  });
}
