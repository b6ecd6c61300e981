import { en } from '../../shared/words/en.ts';
import type { AppError } from '../../shared/errors.ts';
import type { WordId } from '../../shared/words/en.ts';

export type WordParams = Readonly<Record<string, string | number>>;

/** Sentences of the one catalogue, as plain text. */
export interface Words {
  (id: WordId, params?: WordParams): string;
}

export interface ErrorSentences {
  /** What is wrong. */
  readonly message: string;
  /** What to do. */
  readonly action: string;
}

/** What to do may differ on a command line: then `cli.error.<code>.action` says it. */
export function errorSentences(words: Words, { code, params }: AppError): ErrorSentences {
  const own = `cli.error.${code}.action`;
  const action = Object.hasOwn(en, own) ? own : `error.${code}.action`;
  return {
    message: words(`error.${code}.message` as WordId, params),
    action: words(action as WordId, params),
  };
}
