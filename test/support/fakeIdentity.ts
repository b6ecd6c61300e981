import { act } from '@testing-library/react';
import { appError, failure, success } from '../../shared/errors.ts';
import { openPage } from './openPage.tsx';
import type { AccountView, IdentityState, SignInStep } from '../../shared/contract/identity.ts';
import type { Answers, OpenPage } from './openPage.tsx';
import type { ParsedInput } from '../../shared/contract/index.ts';
import type { Result } from '../../shared/errors.ts';

export const clientId = 'c0ffee00-1234-4abc-8def-000000000001';

export function accountOf(username: string, known: Partial<AccountView> = {}): AccountView {
  return {
    id: `id of ${username}`,
    username,
    displayName: null,
    tenantId: '3f0c2a5e-1d4b-4c77-9a10-5b8f6e2d7c01',
    cloud: 'Worldwide',
    clientId,
    active: true,
    guest: false,
    needs: null,
    ...known,
  };
}

/** Somebody who signs in, as the service tells of it: waits until the test says how it ended. */
export interface FakeIdentity {
  readonly answers: Answers;
  /** Sign-ins that were begun. */
  readonly begun: readonly ParsedInput<'identity.signIn'>[];
  /** The app at a path, with these answers and others. */
  readonly open: (path: string, more?: Answers) => OpenPage;
  /** What the newest sign-in waits for. */
  readonly step: (step: SignInStep) => void;
  readonly end: (result: Result<AccountView>) => Promise<void>;
}

export function fakeIdentity(start: Partial<IdentityState> = {}): FakeIdentity {
  let page: OpenPage | null = null;
  let ending: ((result: Result<AccountView>) => void) | null = null;
  const begun: ParsedInput<'identity.signIn'>[] = [];
  let state: IdentityState = {
    registration: { clientId, tenant: null, cloud: 'worldwide' },
    privateCloud: null,
    accounts: [],
    keeping: 'no-store',
    browser: true,
    clockAhead: null,
    ...start,
  };
  const withAccounts = (accounts: readonly AccountView[]) => {
    state = { ...state, accounts: [...accounts] };
    return success(state);
  };
  const begin = async (input: ParsedInput<'identity.signIn'>): Promise<Result<AccountView>> => {
    begun.push(input);
    const { promise, resolve } = Promise.withResolvers<Result<AccountView>>();
    ending = resolve;
    const result = await promise;
    if (result.ok) {
      const others = state.accounts.filter(({ id }) => id !== result.value.id);
      withAccounts([...others.map((one) => ({ ...one, active: false })), result.value]);
    }
    return result;
  };
  const answers: Answers = {
    'identity.state': () => success(state),
    'identity.configure': (registration) => {
      state = { ...state, registration };
      return success(state);
    },
    'identity.signIn': begin,
    'identity.deviceCode': begin,
    'jobs.cancel': () => {
      ending?.({ ok: false, error: appError('cancelled') });
      return success({ cancelled: true });
    },
    'identity.switch': ({ accountId }) =>
      withAccounts(state.accounts.map((one) => ({ ...one, active: one.id === accountId }))),
    'identity.signOut': ({ accountId }) =>
      withAccounts(state.accounts.filter(({ id }) => id !== accountId)),
    'identity.adminConsentLink': ({ accountId, consent }) =>
      state.registration.clientId === null
        ? failure('client-id-missing')
        : success({ link: `https://login.example/${accountId}?scope=${consent.scopes.join('+')}` }),
  };
  return {
    answers,
    begun,
    open(path, more = {}) {
      page = openPage(path, { ...answers, ...more });
      return page;
    },
    step(step) {
      const jobId = begun.at(-1)?.jobId;
      act(() => page?.emit('job.item', { jobId, item: step }));
    },
    end: (result) => act(async () => ending?.(result)),
  };
}
