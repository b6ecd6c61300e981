import { createStore } from '../ui/store.ts';
import { startJob } from './call.ts';
import type { AppError } from '../../shared/errors.ts';
import type { Input, Output } from '../../shared/contract/index.ts';
import type { JobChannelName, JobItem, JobProgress } from './call.ts';
import type { Store } from '../ui/store.ts';

export type JobRunState<Name extends JobChannelName> =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly progress: JobProgress | null }
  | { readonly kind: 'failed'; readonly error: AppError }
  | { readonly kind: 'done'; readonly value: Output<Name> };

/** A job that goes on while other pages are shown: one at a time, the newest. */
export interface JobRun<Name extends JobChannelName> {
  readonly state: Store<JobRunState<Name>>;
  /** What the newest run has said so far. */
  readonly items: Store<readonly JobItem<Name>[]>;
  /** Ends the run before it. Resolves with the state that it ended in, or `null` after a newer one. */
  readonly start: (input: Omit<Input<Name>, 'jobId'>) => Promise<JobRunState<Name> | null>;
  readonly cancel: () => void;
  readonly clear: () => void;
}

export function createJobRun<Name extends JobChannelName>(channel: Name): JobRun<Name> {
  const state = createStore<JobRunState<Name>>({ kind: 'idle' });
  const items = createStore<readonly JobItem<Name>[]>([]);
  let turn = 0;
  let cancel: (() => void) | null = null;
  const stop = (): void => {
    cancel?.();
    cancel = null;
  };
  return {
    state,
    items,
    async start(input) {
      stop();
      turn += 1;
      const mine = turn;
      items.set(() => []);
      state.set(() => ({ kind: 'running', progress: null }));
      const job = startJob(
        channel,
        input,
        (progress) =>
          state.set((old) =>
            mine === turn && old.kind === 'running' ? { kind: 'running', progress } : old,
          ),
        (item) => items.set((old) => (mine === turn ? [...old, item] : old)),
      );
      cancel = job.cancel;
      const result = await job.result;
      if (mine !== turn) return null;
      cancel = null;
      const ended: JobRunState<Name> = result.ok
        ? { kind: 'done', value: result.value }
        : { kind: 'failed', error: result.error };
      state.set(() => ended);
      return ended;
    },
    cancel: () => cancel?.(),
    clear() {
      stop();
      turn += 1;
      items.set(() => []);
      state.set(() => ({ kind: 'idle' }));
    },
  };
}
