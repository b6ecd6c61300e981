import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useEffect } from 'react';
import { call } from './call.ts';
import { hostState } from './hostState.ts';
import { useStore } from '../ui/store.ts';
import { useWords } from '../ui/words.tsx';
import type { ReactNode } from 'react';

const retryMilliseconds = 3000;

/** Says that the service behind the page has ended, and goes away when it answers again. */
export function HostGoneBanner(): ReactNode {
  const t = useWords();
  const gone = useStore(hostState) === 'gone';
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
    </div>
  );
}
