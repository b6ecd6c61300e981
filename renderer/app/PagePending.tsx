import { Spinner } from '@fluentui/react-components';
import { useWords } from '../ui/words.tsx';
import type { ReactNode } from 'react';

export function PagePending(): ReactNode {
  return <Spinner label={useWords()('app.loading')} />;
}
