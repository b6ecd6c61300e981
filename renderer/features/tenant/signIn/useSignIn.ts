import { useQueryClient } from '@tanstack/react-query';
import { createBrowserRun, createCodeRun } from '../runs.ts';
import { identityKey, tenantKey } from '../../../app/tenants.ts';
import { useAnnounce } from '../../../ui/Announcer.tsx';
import { useFeatureStore } from '../../../ui/featureStore.tsx';
import { useWords } from '../../../ui/words.tsx';
import type { Input } from '../../../../shared/contract/index.ts';

export type SignInWish = Omit<Input<'identity.signIn'>, 'jobId'>;

/**
 * Signs in with the browser, or with a code; one way at a time. Resolves with whether it came to its
 * end. What it waits for shows `SignInProgress`.
 */
export function useSignIn(byBrowser: boolean): (wish: SignInWish) => Promise<boolean> {
  const t = useWords();
  const announce = useAnnounce();
  const client = useQueryClient();
  const browser = useFeatureStore(createBrowserRun);
  const code = useFeatureStore(createCodeRun);
  return async (wish) => {
    const [run, other] = byBrowser ? [browser, code] : [code, browser];
    other.clear();
    const ended = await run.start(wish);
    await client.invalidateQueries({ queryKey: identityKey });
    void client.invalidateQueries({ queryKey: tenantKey });
    if (ended?.kind !== 'done') return false;
    announce(t('signInPage.signedIn', { username: ended.value.username }));
    return true;
  };
}
