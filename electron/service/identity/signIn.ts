import { authorityOf, fullScopes } from './application.ts';
import { failure, success } from '../../../shared/errors.ts';
import { forget } from './accounts.ts';
import { permissions } from '../../../shared/identity/permissions.ts';
import type { Application } from './application.ts';
import type { AuthenticationResult } from '@azure/msal-node';
import type { Cloud } from '../../../shared/identity/clouds.ts';
import type { Registry } from './registry.ts';
import type { Result } from '../../../shared/errors.ts';
import type { ScopeRequest, SignInStep } from '../../../shared/contract/identity.ts';
import type { StoredAccount } from './vault.ts';
import type { Trace } from './msalNetwork.ts';
import type { AppError } from '../../../shared/errors.ts';

export interface SignInRequest {
  /** `null`: whoever the person chooses. */
  readonly accountId: string | null;
  readonly consent: ScopeRequest | null;
}

export interface SignInContext {
  readonly signal: AbortSignal;
  readonly onStep: (step: SignInStep) => void;
}

/** One sign-in that a person is to do. */
export interface Asked {
  readonly authority: string;
  readonly scopes: readonly string[];
  readonly loginHint: string | null;
  readonly claims: string | null;
}

export interface Waiting extends SignInContext {
  readonly clock: () => Date;
  /** Says why an operation of msal failed. */
  readonly explain: (error: unknown, trace: Trace) => AppError;
}

/** By browser, or by code. */
export type SignInWay = (
  application: Application,
  asked: Asked,
  waiting: Waiting,
) => Promise<Result<AuthenticationResult>>;

const signInScopes = permissions.filter(({ atSignIn }) => atSignIn).map(({ scope }) => scope);

/** What both ways of signing in begin and end with. */
export async function signIn(
  registry: Registry,
  { accountId, consent }: SignInRequest,
  context: SignInContext,
  way: SignInWay,
): Promise<Result<StoredAccount>> {
  const { vault, accounts, needs, options } = registry;
  await vault.open();
  const account = accountId === null ? undefined : accounts.get(accountId);
  if (accountId !== null && account === undefined) return failure('account-unknown');
  const place = placeFor(registry, account);
  if (!place.ok) return place;
  const { cloud, clientId, tenant } = place.value;
  const application = await registry.application(cloud, clientId);
  const { resource, scopes } = consent ?? { resource: 'graph', scopes: signInScopes };
  const about = { clientId, account: account?.username ?? '', tenant, scopes };
  const result = await way(
    application,
    {
      authority: authorityOf(cloud, tenant),
      scopes: fullScopes(cloud, resource, scopes),
      loginHint: account?.username ?? null,
      claims: account === undefined ? null : (needs.get(account.id)?.claims ?? null),
    },
    {
      ...context,
      clock: options.ports.clock,
      explain: (error, trace) => registry.explain(error, trace, about),
    },
  );
  if (!result.ok) return result;
  const { username = '', homeAccountId = '' } = result.value.account ?? {};
  if (account !== undefined && homeAccountId !== account.homeAccountId) {
    await discard(registry, application, homeAccountId);
    return failure('account-differs', { expected: account.username, actual: username });
  }
  const added = accounts.add(application, result.value);
  needs.clear(added.id);
  await vault.settled();
  options.changed();
  return success(added);
}

export interface Place {
  readonly cloud: Cloud;
  readonly clientId: string;
  readonly tenant: string | null;
}

/** Where to sign in: where the account is, else where the settings point. */
export function placeFor(registry: Registry, account: StoredAccount | undefined): Result<Place> {
  const { clientId, tenant } = registry.options.registration();
  if (account !== undefined) {
    const cloud = registry.cloudOf(account);
    if (cloud === null) return failure('account-unknown');
    return success({ cloud, clientId: account.clientId, tenant: account.tenantId });
  }
  if (clientId === null) return failure('client-id-missing');
  const cloud = registry.cloud();
  return success({ cloud, clientId, tenant: tenant ?? cloud.tenant });
}

/** Drops the tokens of somebody who was not to be signed in, unless they were before. */
export async function discard(
  { accounts }: Registry,
  application: Application,
  homeAccountId: string,
): Promise<void> {
  if (accounts.list().some((account) => account.homeAccountId === homeAccountId)) return;
  await forget(application, (account) => account.homeAccountId === homeAccountId);
}
