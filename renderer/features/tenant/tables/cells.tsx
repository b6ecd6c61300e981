import type { ReactNode } from 'react';
import type { WordId } from '../../../../shared/words/en.ts';
import type { Words } from '../../../ui/words.tsx';

/** On, off, or neither: the last is never taken for off. */
export function triStateText(value: boolean | null, t: Words, neither: WordId): string {
  if (value === null) return t(neither);
  return t(value ? 'tenantTable.yes' : 'tenantTable.no');
}

/** A word of ours, whole in its tooltip. */
export function word(text: string): ReactNode {
  return <span title={text}>{text}</span>;
}

/** Microsoft's word or a name, whole in its tooltip; where there is none, that is said in words. */
export function verbatim(text: string | null, none: string): ReactNode {
  if (text === null) return word(none);
  return (
    <span translate="no" title={text}>
      {text}
    </span>
  );
}
