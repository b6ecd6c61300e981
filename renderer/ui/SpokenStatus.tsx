import { useHiddenStyles } from './VisuallyHidden.tsx';
import type { ReactNode } from 'react';

/** A live region that is read aloud and not seen. */
export function SpokenStatus({ children }: { readonly children: ReactNode }): ReactNode {
  return <output className={useHiddenStyles().root}>{children}</output>;
}
