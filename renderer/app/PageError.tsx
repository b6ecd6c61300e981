import { Button } from '@fluentui/react-components';
import { useRouter } from '@tanstack/react-router';
import { TextLink } from '../ui/TextLink.tsx';
import { CallFailed } from './call.ts';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Page } from './Page.tsx';
import { appError } from '../../shared/errors.ts';
import { useWords } from '../ui/words.tsx';
import type { ErrorComponentProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** A page that failed: the frame stands, nothing of the other pages is lost, one can try again. */
export function PageError({ error, reset }: ErrorComponentProps): ReactNode {
  const t = useWords();
  const router = useRouter();
  return (
    <Page title={t('app.pageError.title')}>
      <ErrorMessage error={error instanceof CallFailed ? error.error : appError('internal')} />
      <p>
        <Button
          appearance="primary"
          onClick={() => {
            reset();
            void router.invalidate();
          }}
        >
          {t('app.tryAgain')}
        </Button>
      </p>
      <p>
        <TextLink to="/" inline>
          {t('app.backToStart')}
        </TextLink>
      </p>
    </Page>
  );
}
