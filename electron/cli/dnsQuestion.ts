import { failure, success } from '../../shared/errors.ts';
import { parseType } from '../service/dns/codes.ts';
import { parseQueryName } from '../service/dns/queryName.ts';
import { usageError } from './options.ts';
import type { AppError, Result } from '../../shared/errors.ts';
import type { Question } from '../service/dns/types.ts';

/** An error with the item that it is of; `null`: of the command as a whole. */
interface QuestionError extends AppError {
  readonly item: string | null;
}

/** `NAME TYPE`, as `dns lookup` and `dnssec validate` take them. */
export function parseQuestion(positionals: readonly string[]): Result<Question, QuestionError> {
  const [nameText, typeText, extra] = positionals;
  if (nameText === undefined || typeText === undefined) {
    const argument = nameText === undefined ? 'NAME' : 'TYPE';
    return of(null, usageError({ problem: 'missingArgument', argument }));
  }
  if (extra !== undefined) {
    return of(null, usageError({ problem: 'unexpectedArgument', argument: extra }));
  }
  const item = `${nameText} ${typeText}`;
  const name = parseQueryName(nameText);
  if (!name.ok) return of(item, name);
  const type = parseType(typeText);
  if (type === null) return of(item, failure('type-unknown', { type: typeText.slice(0, 40) }));
  return success({ name: name.value, type });
}

function of(
  item: string | null,
  { error }: { readonly error: AppError },
): { readonly ok: false; readonly error: QuestionError } {
  return { ok: false, error: { ...error, item } };
}
