import { failure, success } from '../errors.ts';
import type { Result } from '../errors.ts';

/** What may stand behind EHLO (RFC 5321 §4.1.1.1): a name or an address literal. Error: `hello-invalid`. */
export function parseHelloName(text: string): Result<string> {
  const name = text.trim();
  return /^[\w.:[\]-]{1,255}$/.test(name)
    ? success(name)
    : failure('hello-invalid', { value: text.slice(0, 100) });
}
