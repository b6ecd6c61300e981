import { createStore } from '../../../ui/store.ts';
import { initialOptions } from '../draft.ts';
import { startJob } from '../../../app/call.ts';
import type { AppError } from '../../../../shared/errors.ts';
import type { CheckOptions } from '../../../../shared/dane/run.ts';
import type { KeptCheck } from '../../../../shared/contract/dane.ts';
import type { OptionsDraft } from '../draft.ts';
import type { Store } from '../../../ui/store.ts';
import type { TraceEntry } from '../../../../shared/dane/check.ts';

/** One check that was started here, and how far it is. */
export interface CheckSession {
  readonly target: string;
  readonly options: CheckOptions;
  readonly steps: readonly TraceEntry[];
  readonly state: SessionState;
}

export type SessionState =
  | { readonly kind: 'running' }
  | { readonly kind: 'done'; readonly kept: KeptCheck }
  | { readonly kind: 'failed'; readonly error: AppError };

export interface DeskState {
  readonly text: string;
  readonly options: OptionsDraft;
  readonly optionsOpen: boolean;
  readonly sessions: ReadonlyMap<string, CheckSession>;
}

/** The form and the checks that were started from it; they go on while other pages are shown. */
export interface CheckDesk {
  readonly store: Store<DeskState>;
  readonly change: (change: Partial<Omit<DeskState, 'sessions'>>) => void;
  readonly changeOptions: (change: Partial<OptionsDraft>) => void;
  /** `target` as results call it. A check of the same that still runs is left to run. */
  readonly start: (target: string, options: CheckOptions) => void;
  readonly stop: (target: string, place: CheckOptions['place']) => void;
}

/** A session is found by what it is about, not by how it is made. */
export function sessionKey(target: string, place: CheckOptions['place']): string {
  return `${place} ${target}`;
}

/** Steps come many at a time: they are shown together. */
const gatherMilliseconds = 50;

export function createDesk(): CheckDesk {
  const store = createStore<DeskState>({
    text: '',
    options: initialOptions,
    optionsOpen: false,
    sessions: new Map(),
  });
  const running = new Map<string, () => void>();

  function update(key: string, change: (session: CheckSession) => CheckSession): void {
    store.set((state) => {
      const session = state.sessions.get(key);
      if (session === undefined) return state;
      return { ...state, sessions: new Map(state.sessions).set(key, change(session)) };
    });
  }

  function gatherSteps(key: string): (step: TraceEntry) => void {
    let gathered: TraceEntry[] = [];
    return (step) => {
      gathered.push(step);
      if (gathered.length > 1) return;
      setTimeout(() => {
        const fresh = gathered;
        gathered = [];
        update(key, (session) => ({ ...session, steps: [...session.steps, ...fresh] }));
      }, gatherMilliseconds);
    };
  }

  async function run(key: string, target: string, options: CheckOptions): Promise<void> {
    const job = startJob('dane.check', { target, options }, () => {}, gatherSteps(key));
    running.set(key, job.cancel);
    const result = await job.result;
    running.delete(key);
    const state: SessionState = result.ok
      ? { kind: 'done', kept: result.value }
      : { kind: 'failed', error: result.error };
    update(key, (session) => ({ ...session, state }));
  }

  return {
    store,
    change: (change) => store.set((state) => ({ ...state, ...change })),
    changeOptions: (change) =>
      store.set((state) => ({ ...state, options: { ...state.options, ...change } })),
    start(target, options) {
      const key = sessionKey(target, options.place);
      if (running.has(key)) return;
      const session: CheckSession = { target, options, steps: [], state: { kind: 'running' } };
      store.set((state) => ({ ...state, sessions: new Map(state.sessions).set(key, session) }));
      void run(key, target, options);
    },
    stop: (target, place) => running.get(sessionKey(target, place))?.(),
  };
}
