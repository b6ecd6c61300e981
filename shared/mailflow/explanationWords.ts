import type { Words } from '../words/words.ts';
import type { Explanation } from './explanation.ts';

export interface ExplanationSentences {
  readonly meaning: string;
  /** In the order of `next`. */
  readonly next: readonly string[];
}

/** An explanation in words. What the text does not name is `none` to the sentences. */
export function explanationSentences(
  explanation: Pick<Explanation, 'cause' | 'next' | 'params' | 'server' | 'domain'>,
  words: Words,
): ExplanationSentences {
  const { cause, next, params, server, domain } = explanation;
  const named = { ...params, server: server ?? 'none', domain: domain ?? server ?? 'none' };
  return {
    meaning: words(`mailflow.meaning.${cause}`, { ...named, ...params }).trim(),
    next: next.map((step) => words(`mailflow.next.${step}`, named)),
  };
}
