import { silentToken } from './silentToken.ts';
import type { Application } from './application.ts';
import type { Registry } from './registry.ts';
import type { StoredAccount } from './vault.ts';
import type { TenantSession } from './types.ts';

export type Sessions = (account: StoredAccount, application: Application) => TenantSession;

/** Sessions whose tokens are fetched one by one: a refresh token may be good for one use. */
export function createSessions(registry: Registry): Sessions {
  const turns = new Map<string, Promise<unknown>>();

  function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
    const turn = (turns.get(key) ?? Promise.resolve()).then(work);
    const settled = turn.catch(() => {});
    turns.set(key, settled);
    void settled.then(() => turns.get(key) === settled && turns.delete(key));
    return turn;
  }

  return (account, application) => {
    const { id, username, displayName, tenantId, clientId, homeAccountId } = account;
    return {
      account: { id, username, displayName, tenantId },
      cloud: application.cloud,
      fetch: application.fetch,
      async token(request) {
        let claims = request.claims ?? null;
        const result = await inTurn(homeAccountId, () =>
          silentToken(application, account, request, (error, trace) => {
            claims = trace.oauthError?.claims ?? claims;
            const about = { clientId, account: username, tenant: tenantId, scopes: request.scopes };
            return registry.explain(error, trace, about);
          }),
        );
        registry.needs.note(id, result, claims);
        return result;
      },
    };
  };
}
