import { en } from '../words/en.ts';
import type { WordId } from '../words/en.ts';
import type { Words } from '../words/words.ts';
import type { Finding } from './check.ts';

export interface FindingSentences {
  readonly message: string;
  /** What to do; `null`: nothing. */
  readonly fix: string | null;
}

export function findingSentences(
  { code, where, params }: Pick<Finding, 'code' | 'where' | 'params'>,
  words: Words,
): FindingSentences {
  const { host, ip, keyType } = where;
  const values = { host: host ?? '', ip: ip ?? '', keyType: keyType ?? '', ...params };
  const fixId = `dane.fix.${code}`;
  return {
    message: words(`dane.finding.${code}`, values),
    fix: Object.hasOwn(en, fixId) ? words(fixId as WordId, values) : null,
  };
}
