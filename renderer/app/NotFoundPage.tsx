import { TextLink } from '../ui/TextLink.tsx';
import { Page } from './Page.tsx';
import { useWords } from '../ui/words.tsx';
import type { ReactNode } from 'react';

export function NotFoundPage(): ReactNode {
  const t = useWords();
  return (
    <Page title={t('app.notFound.title')} lead={t('app.notFound.text')}>
      <TextLink to="/" inline>
        {t('app.backToStart')}
      </TextLink>
    </Page>
  );
}
