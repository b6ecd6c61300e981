import { useWords } from '../../../ui/words.tsx';
import type { ReactNode } from 'react';
import type { Words } from '../../../ui/words.tsx';

/** On, off, or not set: the last is never taken for off. */
export function triStateText(value: boolean | null, t: Words): string {
  if (value === null) return t('tenantTable.unset');
  return t(value ? 'tenantTable.yes' : 'tenantTable.no');
}

export function TriState({ value }: { readonly value: boolean | null }): ReactNode {
  return triStateText(value, useWords());
}

/** Microsoft's word or a name, whole in its tooltip. */
export function Verbatim({ text }: { readonly text: string | null }): ReactNode {
  return (
    <span translate="no" title={text ?? undefined}>
      {text ?? '–'}
    </span>
  );
}
