import type { AppError } from '../../shared/errors.ts';
import type { WordId } from '../../shared/words/en.ts';
import type { Words } from './words.tsx';

/** What is wrong, and what to do. Every code has both in the catalogue; a test holds it to that. */
export function errorText(
  t: Words,
  { code, params }: AppError,
): { readonly message: string; readonly action: string } {
  return {
    message: t(`error.${code}.message` as WordId, params),
    action: t(`error.${code}.action` as WordId, params),
  };
}
