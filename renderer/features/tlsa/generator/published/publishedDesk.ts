import { createStore } from '../../../../ui/store.ts';
import { defaultCheckOptions } from '../../../../../shared/dane/run.ts';
import { startJob } from '../../../../app/call.ts';
import type { AppError } from '../../../../../shared/errors.ts';
import type { CheckPlace } from '../../../../../shared/dane/run.ts';
import type { Published } from '../../../../../shared/dane/published.ts';
import type { Store } from '../../../../ui/store.ts';

/** Of whom the records are wanted. */
export interface PublishedQuestion {
  readonly host: string;
  readonly port: number;
  readonly place: CheckPlace;
}

export interface PublishedLookup {
  readonly question: PublishedQuestion;
  readonly outcome:
    | { readonly kind: 'running' }
    | { readonly kind: 'failed'; readonly error: AppError }
    | { readonly kind: 'done'; readonly published: Published };
}

/** The last look at what is published; it outlives the page. */
export interface PublishedDesk {
  /** `null`: nobody has looked. */
  readonly store: Store<PublishedLookup | null>;
  readonly look: (question: PublishedQuestion) => void;
  readonly stop: () => void;
}

function nothingToCancel(): void {}

export function createPublishedDesk(): PublishedDesk {
  const store = createStore<PublishedLookup | null>(null);
  let cancel: () => void = nothingToCancel;

  async function run(lookup: PublishedLookup): Promise<void> {
    const { host, port, place } = lookup.question;
    const job = startJob(
      'dane.published',
      { host, port, options: { ...defaultCheckOptions, place } },
      () => {},
    );
    cancel = job.cancel;
    const result = await job.result;
    // Somebody may have asked for another host meanwhile.
    store.set((now) => {
      if (now !== lookup) return now;
      const { question } = lookup;
      return result.ok
        ? { question, outcome: { kind: 'done', published: result.value } }
        : { question, outcome: { kind: 'failed', error: result.error } };
    });
  }

  return {
    store,
    look(question) {
      cancel();
      const lookup: PublishedLookup = { question, outcome: { kind: 'running' } };
      store.set(() => lookup);
      void run(lookup);
    },
    stop: () => cancel(),
  };
}
