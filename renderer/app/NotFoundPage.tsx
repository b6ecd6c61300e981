import { Link } from '@tanstack/react-router';
import { Page } from './Page.tsx';
import { useWords } from '../ui/words.tsx';
import type { ReactNode } from 'react';

export function NotFoundPage(): ReactNode {
  const t = useWords();
  return (
    <Page title={t('app.notFound.title')} lead={t('app.notFound.text')}>
      <Link to="/">{t('app.backToStart')}</Link>
    </Page>
  );
}
