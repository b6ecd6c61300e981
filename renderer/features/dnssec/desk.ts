import { createStore } from '../../ui/store.ts';
import { questionKey } from './question.ts';
import { startJob } from '../../app/call.ts';
import type { AppError } from '../../../shared/errors.ts';
import type { ChainQuestion } from './question.ts';
import type { Store } from '../../ui/store.ts';
import type { ValidationView } from '../../../shared/contract/dnssec.ts';

/** One question that was asked here, and what came of it. */
export interface ChainSession {
  readonly question: ChainQuestion;
  /** Empty: those of the settings. */
  readonly resolvers: readonly string[];
  readonly state:
    | { readonly kind: 'running' }
    | { readonly kind: 'done'; readonly view: ValidationView }
    | { readonly kind: 'failed'; readonly error: AppError };
}

/** What the form holds, as typed and chosen. */
export interface ChainDraft {
  readonly name: string;
  /** One of the common types, or `other`. */
  readonly type: string;
  readonly otherType: string;
  /** `settings`, `system`, a public resolver's id, or `other`. */
  readonly resolver: string;
  readonly otherResolver: string;
}

interface DeskState {
  readonly draft: ChainDraft;
  readonly sessions: ReadonlyMap<string, ChainSession>;
}

/** The form and what was asked from it; questions go on while other pages are shown. */
export interface ChainDesk {
  readonly store: Store<DeskState>;
  readonly change: (change: Partial<ChainDraft>) => void;
  readonly start: (question: ChainQuestion, resolvers: readonly string[]) => void;
  readonly stop: (question: ChainQuestion) => void;
}

/** Results kept; the oldest go first. */
const sessionsMax = 20;

export function createDesk(): ChainDesk {
  const store = createStore<DeskState>({
    draft: { name: '', type: 'A', otherType: '', resolver: 'settings', otherResolver: '' },
    sessions: new Map(),
  });
  const running = new Map<string, () => void>();

  function put(session: ChainSession): void {
    store.set((state) => {
      const key = questionKey(session.question);
      const others = [...state.sessions].filter(([other]) => other !== key);
      return {
        ...state,
        sessions: new Map([...others, [key, session] as const].slice(-sessionsMax)),
      };
    });
  }

  async function run(question: ChainQuestion, resolvers: readonly string[]): Promise<void> {
    const key = questionKey(question);
    const job = startJob('dnssec.validate', { ...question, resolvers: [...resolvers] }, () => {});
    running.set(key, job.cancel);
    const result = await job.result;
    running.delete(key);
    const state: ChainSession['state'] = result.ok
      ? { kind: 'done', view: result.value }
      : { kind: 'failed', error: result.error };
    put({ question, resolvers, state });
  }

  return {
    store,
    change: (change) => store.set((state) => ({ ...state, draft: { ...state.draft, ...change } })),
    start(question, resolvers) {
      if (running.has(questionKey(question))) return;
      put({ question, resolvers, state: { kind: 'running' } });
      void run(question, resolvers);
    },
    stop: (question) => running.get(questionKey(question))?.(),
  };
}
