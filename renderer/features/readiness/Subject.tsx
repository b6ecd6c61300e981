import { useWords } from '../../ui/words.tsx';
import type { ReactNode } from 'react';

/** What a result is about, in its own letters. */
export function Subject({ subject }: { readonly subject: string | null }): ReactNode {
  const t = useWords();
  if (subject === null) return t('readinessPage.wholeTenant');
  // A connector's name may be in another direction than ours.
  return <bdi translate="no">{subject}</bdi>;
}
