import { parseType } from '../../electron/service/dns/codes.ts';
import { parseName } from '../../electron/service/dns/name.ts';
import type { DomainName, Question } from '../../electron/service/dns/types.ts';

/** A name that a test knows to be one. */
export function name(text: string): DomainName {
  const parsed = parseName(text);
  if (!parsed.ok) throw new Error(`no name: ${text}`);
  return parsed.value;
}

export function question(text: string, typeText: string): Question {
  const type = parseType(typeText);
  if (type === null) throw new Error(`no type: ${typeText}`);
  return { name: name(text), type };
}
