import { createStore } from '../../../ui/store.ts';
import { initialOptions } from '../draft.ts';
import { startJob } from '../../../app/call.ts';
import type { AppError } from '../../../../shared/errors.ts';
import type { CheckOptions } from '../../../../shared/dane/run.ts';
import type { JobProgress } from '../../../app/call.ts';
import type { ManyItem } from '../../../../shared/contract/dane.ts';
import type { OptionsDraft } from '../draft.ts';
import type { RowFilter, RowOrder } from './rows.ts';
import type { Store } from '../../../ui/store.ts';

/** One run over a list, and what it has found so far, in the order in which it came. */
export interface BatchRun {
  readonly targets: readonly string[];
  readonly options: CheckOptions;
  readonly items: readonly ManyItem[];
  readonly progress: JobProgress;
  readonly state: 'running' | 'done' | 'stopped' | { readonly failed: AppError };
}

export interface BatchState {
  readonly text: string;
  readonly options: OptionsDraft;
  readonly optionsOpen: boolean;
  readonly run: BatchRun | null;
  readonly filter: RowFilter;
  readonly order: RowOrder;
}

/** The page that checks many; a run goes on while other pages are shown. */
export interface Batch {
  readonly store: Store<BatchState>;
  readonly change: (change: Partial<Omit<BatchState, 'run'>>) => void;
  readonly changeOptions: (change: Partial<OptionsDraft>) => void;
  readonly start: (targets: readonly string[], options: CheckOptions) => void;
  readonly stop: () => void;
  /** Goes on with what a stopped run has not come to. */
  readonly goOn: () => void;
  /** Back to the list. What was checked stays in the history. */
  readonly clear: () => void;
}

export const noFilter: RowFilter = { text: '', verdicts: [] };
const asTheyCome: RowOrder = { column: null, descending: false };

function nothingToCancel(): void {}

/** Results come many at a time: they are shown together. */
const gatherMilliseconds = 100;

export function createBatch(): Batch {
  const store = createStore<BatchState>({
    text: '',
    options: initialOptions,
    optionsOpen: false,
    run: null,
    filter: noFilter,
    order: asTheyCome,
  });
  let cancel: () => void = nothingToCancel;
  /** Of the run that the store shows; what is left of an earlier one is not its own. */
  let turn = 0;

  function update(ofTurn: number, change: (run: BatchRun) => BatchRun): void {
    if (ofTurn !== turn) return;
    store.set((state) => (state.run === null ? state : { ...state, run: change(state.run) }));
  }

  function gatherItems(ofTurn: number): (item: ManyItem) => void {
    let gathered: ManyItem[] = [];
    return (item) => {
      gathered.push(item);
      if (gathered.length > 1) return;
      setTimeout(() => {
        const fresh = gathered;
        gathered = [];
        update(ofTurn, (run) => ({ ...run, items: [...run.items, ...fresh] }));
      }, gatherMilliseconds);
    };
  }

  async function work(targets: readonly string[], options: CheckOptions): Promise<void> {
    turn += 1;
    const mine = turn;
    const before = store.get().run?.items.length ?? 0;
    const job = startJob(
      'dane.checkMany',
      { targets: [...targets], options },
      ({ done }) =>
        update(mine, (run) => ({
          ...run,
          progress: { done: before + done, total: run.targets.length },
        })),
      gatherItems(mine),
    );
    cancel = job.cancel;
    const result = await job.result;
    const state: BatchRun['state'] = result.ok
      ? 'done'
      : result.error.code === 'cancelled'
        ? 'stopped'
        : { failed: result.error };
    update(mine, (run) => ({ ...run, state }));
  }

  return {
    store,
    change: (change) => store.set((state) => ({ ...state, ...change })),
    changeOptions: (change) =>
      store.set((state) => ({ ...state, options: { ...state.options, ...change } })),
    start(targets, options) {
      const progress = { done: 0, total: targets.length };
      const run: BatchRun = { targets, options, items: [], progress, state: 'running' };
      store.set((state) => ({ ...state, run, filter: noFilter, order: asTheyCome }));
      void work(targets, options);
    },
    stop: () => cancel(),
    goOn() {
      const { run } = store.get();
      if (run === null || run.state === 'running') return;
      store.set((state) => ({ ...state, run: { ...run, state: 'running' } }));
      void work(targetsLeft(run), run.options);
    },
    clear() {
      turn += 1;
      store.set((state) => ({ ...state, run: null }));
    },
  };
}

/** What a run has not come to. */
export function targetsLeft({ targets, items }: BatchRun): readonly string[] {
  const done = new Set(items.map(({ target }) => target));
  return targets.filter((target) => !done.has(target));
}
