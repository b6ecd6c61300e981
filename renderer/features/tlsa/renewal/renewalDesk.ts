import { createStore } from '../../../ui/store.ts';
import { defaultCheckOptions } from '../../../../shared/dane/run.ts';
import { encodeFile } from '../generator/certificateFile.ts';
import { startJob } from '../../../app/call.ts';
import type { AppError } from '../../../../shared/errors.ts';
import type { CheckPlace } from '../../../../shared/dane/run.ts';
import type { RolloverCheck } from '../../../../shared/dane/rollover.ts';
import type { Store } from '../../../ui/store.ts';

export interface RenewalState {
  readonly host: string;
  readonly port: string;
  readonly place: CheckPlace;
  readonly file: File | null;
  readonly outcome:
    | { readonly kind: 'nothing' | 'running' }
    | { readonly kind: 'password'; readonly wrong: boolean }
    | { readonly kind: 'failed'; readonly error: AppError }
    | { readonly kind: 'done'; readonly result: RolloverCheck };
}

/** The form and the answer; they outlive the page, passwords don't. */
export interface RenewalDesk {
  readonly store: Store<RenewalState>;
  readonly change: (change: Partial<Omit<RenewalState, 'outcome'>>) => void;
  readonly check: (port: number, password: string | null) => void;
  readonly stop: () => void;
}

function nothingToCancel(): void {}

export function createRenewalDesk(): RenewalDesk {
  const store = createStore<RenewalState>({
    host: '',
    port: '25',
    place: 'internet',
    file: null,
    outcome: { kind: 'nothing' },
  });
  let cancel: () => void = nothingToCancel;
  /** What was asked before the form changed is not shown any more. */
  let turn = 0;

  async function run(
    file: File,
    port: number,
    password: string | null,
  ): Promise<RenewalState['outcome']> {
    const content = await encodeFile(file);
    if (!content.ok) return { kind: 'failed', error: content.error };
    const { host, place } = store.get();
    const job = startJob(
      'rollover.check',
      {
        host,
        port,
        name: file.name,
        content: content.value,
        password,
        options: { ...defaultCheckOptions, place },
      },
      () => {},
    );
    cancel = job.cancel;
    const result = await job.result;
    if (result.ok) return { kind: 'done', result: result.value };
    if (result.error.code === 'pkcs12-password-required') return { kind: 'password', wrong: false };
    if (result.error.code === 'pkcs12-password-wrong') return { kind: 'password', wrong: true };
    return { kind: 'failed', error: result.error };
  }

  async function runFor(mine: number, work: Promise<RenewalState['outcome']>): Promise<void> {
    const outcome = await work;
    if (mine === turn) store.set((state) => ({ ...state, outcome }));
  }

  return {
    store,
    change(change) {
      turn += 1;
      cancel();
      store.set((state) => ({ ...state, ...change, outcome: { kind: 'nothing' } }));
    },
    check(port, password) {
      const { file } = store.get();
      if (file === null) return;
      turn += 1;
      const mine = turn;
      store.set((state) => ({ ...state, outcome: { kind: 'running' } }));
      void runFor(mine, run(file, port, password));
    },
    stop: () => cancel(),
  };
}
