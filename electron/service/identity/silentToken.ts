import { failure, success } from '../../../shared/errors.ts';
import { authorityOf, fullScopes } from './application.ts';
import { createAccessToken, scopesOf } from './accessToken.ts';
import { createTrace } from './msalNetwork.ts';
import { missingScopes } from '../../../shared/identity/permissions.ts';
import type { AccessToken, TokenRequest } from './types.ts';
import type { AppError, Result } from '../../../shared/errors.ts';
import type { Application } from './application.ts';
import type { StoredAccount } from './vault.ts';
import type { Trace } from './msalNetwork.ts';

export type Explain = (error: unknown, trace: Trace) => AppError;

/**
 * A token without the person: from the cache, else by the refresh token. What the token really allows
 * is read from it, since Entra may answer with a good token that lacks the scope. Where the scope by
 * its name has no consent, a larger one that holds it may: then everything consented is asked for.
 */
export async function silentToken(
  application: Application,
  account: StoredAccount,
  request: TokenRequest,
  explain: Explain,
): Promise<Result<AccessToken>> {
  const named = await acquire(application, account, request, request.scopes, explain);
  if (named.ok || (named.error.code !== 'consent-required' && named.error.code !== 'scope-unknown'))
    return named;
  const whole = await acquire(application, account, request, ['.default'], explain);
  return whole.ok ? whole : named;
}

async function acquire(
  { client, cloud, network, find }: Application,
  account: StoredAccount,
  request: TokenRequest,
  scopes: readonly string[],
  explain: Explain,
): Promise<Result<AccessToken>> {
  const trace = createTrace(request.signal ?? null);
  if (request.signal?.aborted === true) return failure('cancelled');
  try {
    const known = await find(account);
    if (known === null) return failure('sign-in-required');
    const result = await network.traced(trace, () =>
      client.acquireTokenSilent({
        account: known,
        authority: authorityOf(cloud, account.tenantId),
        scopes: fullScopes(cloud, request.resource, scopes),
        ...(request.claims === undefined ? {} : { claims: request.claims }),
        ...(request.renew === true ? { forceRefresh: true } : {}),
      }),
    );
    const granted = scopesOf(result.accessToken, result.scopes);
    const missing = missingScopes(request.scopes, granted);
    if (missing.length > 0) {
      const params = { number: 0, account: account.username, scopes: missing.join(' ') };
      return failure('consent-required', params);
    }
    const expiresAt = result.expiresOn ?? new Date(0);
    return success(createAccessToken(result.accessToken, granted, expiresAt));
  } catch (error) {
    return { ok: false, error: explain(error, trace) };
  }
}
