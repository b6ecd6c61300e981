import { call } from '../../app/call.ts';
import { createStore } from '../../ui/store.ts';
import { encodeFile } from '../tlsa/generator/certificateFile.ts';
import type { AppError, Result } from '../../../shared/errors.ts';
import type { Explanation } from '../../../shared/mailflow/explanation.ts';
import type { Input } from '../../../shared/contract/index.ts';
import type { Store } from '../../ui/store.ts';

export interface BounceState {
  readonly text: string;
  /** Of the file that is explained; `null`: the text is. */
  readonly fileName: string | null;
  readonly outcome:
    | { readonly kind: 'nothing' | 'working' }
    | { readonly kind: 'explained'; readonly explanations: readonly Explanation[] }
    | { readonly kind: 'failed'; readonly error: AppError };
}

/** What was pasted, and what it means; it outlives the page. */
export interface BounceDesk {
  readonly store: Store<BounceState>;
  readonly setText: (text: string) => void;
  readonly addFile: (file: File) => void;
}

/** While somebody types, there is no hurry. */
const typingMilliseconds = 250;

export function createBounceDesk(): BounceDesk {
  const store = createStore<BounceState>({
    text: '',
    fileName: null,
    outcome: { kind: 'nothing' },
  });
  /** An answer that comes late is not shown for a text that came after. */
  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function explain(input: Promise<Result<Input<'mailflow.explain'>>>): Promise<void> {
    turn += 1;
    const mine = turn;
    const read = await input;
    const result = read.ok ? await call('mailflow.explain', read.value) : read;
    if (mine !== turn) return;
    store.set((state) => ({
      ...state,
      outcome: result.ok
        ? { kind: 'explained', explanations: result.value }
        : { kind: 'failed', error: result.error },
    }));
  }

  return {
    store,
    setText(text) {
      clearTimeout(timer);
      turn += 1;
      const isEmpty = text.trim() === '';
      store.set(() => ({
        text,
        fileName: null,
        outcome: { kind: isEmpty ? 'nothing' : 'working' },
      }));
      if (isEmpty) return;
      timer = setTimeout(
        () => void explain(Promise.resolve({ ok: true, value: { kind: 'text', text } })),
        typingMilliseconds,
      );
    },
    addFile(file) {
      clearTimeout(timer);
      store.set(() => ({ text: '', fileName: file.name, outcome: { kind: 'working' } }));
      void explain(
        encodeFile(file).then((content) =>
          content.ok ? { ok: true, value: { kind: 'file', content: content.value } } : content,
        ),
      );
    },
  };
}
