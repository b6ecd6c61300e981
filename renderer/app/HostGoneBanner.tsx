import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useEffect } from 'react';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { appError } from '../../shared/errors.ts';
import { call } from './call.ts';
import { hostState } from './hostState.ts';
import { useStore } from '../ui/store.ts';
import { useWords } from '../ui/words.tsx';
import type { ReactNode } from 'react';

const retryMilliseconds = 3000;

/** Says that the service behind the page has ended, or knows the page no more; goes when it answers. */
export function HostGoneBanner(): ReactNode {
  const t = useWords();
  const state = useStore(hostState);
  const gone = state === 'gone';
  useEffect(() => {
    if (!gone) return undefined;
    const timer = setInterval(() => void call('app.info', {}), retryMilliseconds);
    return () => clearInterval(timer);
  }, [gone]);
  return (
    <div role="alert">
      {gone && (
        <MessageBar intent="error" shape="square" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{t('app.hostGone.title')}</MessageBarTitle>
            {t('app.hostGone.text')}
          </MessageBarBody>
        </MessageBar>
      )}
      {state === 'session-lost' && <ErrorMessage error={appError('session-lost')} />}
    </div>
  );
}
