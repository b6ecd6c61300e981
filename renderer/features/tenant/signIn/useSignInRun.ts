import { createBrowserRun, createCodeRun } from '../runs.ts';
import { useFeatureStore } from '../../../ui/featureStore.tsx';
import { useStore } from '../../../ui/store.ts';
import type { JobRun, JobRunState } from '../../../app/jobRun.ts';
import type { SignInStep } from '../../../../shared/contract/identity.ts';

type SignInChannel = 'identity.signIn' | 'identity.deviceCode';

export interface SignInRun {
  readonly state: JobRunState<SignInChannel>;
  /** What it waits for; `null`: nothing yet. */
  readonly step: SignInStep | null;
  readonly cancel: JobRun<SignInChannel>['cancel'];
}

/** The newest sign-in, whichever way. */
export function useSignInRun(): SignInRun {
  const browser = useFeatureStore(createBrowserRun);
  const code = useFeatureStore(createCodeRun);
  const byBrowser = { state: useStore(browser.state), steps: useStore(browser.items) };
  const byCode = { state: useStore(code.state), steps: useStore(code.items) };
  // One way at a time: starting one clears the other.
  const isCode = byCode.state.kind !== 'idle';
  const { state, steps } = isCode ? byCode : byBrowser;
  return { state, step: steps.at(-1) ?? null, cancel: (isCode ? code : browser).cancel };
}
