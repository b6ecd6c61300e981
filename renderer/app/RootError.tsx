import { Button } from '@fluentui/react-components';
import { Page } from './Page.tsx';
import { useWords } from '../ui/words.tsx';
import type { ReactNode } from 'react';

/** The frame itself failed: what is left is to load the page anew. */
export function RootError(): ReactNode {
  const t = useWords();
  return (
    <main>
      <Page title={t('app.pageError.title')} lead={t('error.internal.action')}>
        <Button appearance="primary" onClick={() => window.location.reload()}>
          {t('app.reload')}
        </Button>
      </Page>
    </main>
  );
}
