import type { ExplainedPart } from '../../../shared/tlsa/explainRecord.ts';
import type { Words } from '../../ui/words.tsx';

/** What a part of a record means, in words. */
export function meaning(t: Words, part: ExplainedPart): string {
  return t(part.meaning.id, part.meaning.params);
}
