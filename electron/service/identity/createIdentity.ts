import { auditedBrowser } from './auditedFetch.ts';
import { authorityOf, fullScopes } from './application.ts';
import { createRegistry } from './registry.ts';
import { createSessions } from './sessions.ts';
import { discard, placeFor, signIn } from './signIn.ts';
import { failure, success } from '../../../shared/errors.ts';
import { signInWithBrowser } from './browserSignIn.ts';
import { signInWithCode } from './deviceCodeSignIn.ts';
import type {
  AccountView,
  IdentityState,
  ScopeRequest,
} from '../../../shared/contract/identity.ts';
import type { Cloud } from '../../../shared/identity/clouds.ts';
import type { IdentityOptions, Registry } from './registry.ts';
import type { Result } from '../../../shared/errors.ts';
import type { SignInContext, SignInRequest } from './signIn.ts';
import type { StoredAccount } from './vault.ts';
import type { TenantSession } from './types.ts';

/** Who is signed in, and sessions for what graph and exchange ask. */
export interface Identity {
  state(): Promise<IdentityState>;
  /** By the system's browser, within `limit` milliseconds. */
  signIn(
    request: SignInRequest,
    context: SignInContext & { readonly limit?: number },
  ): Promise<Result<AccountView>>;
  signInWithCode(request: SignInRequest, context: SignInContext): Promise<Result<AccountView>>;
  switchTo(accountId: string): Promise<Result<IdentityState>>;
  /** Its tokens are forgotten, in every tenant; sessions in browsers stay. */
  signOut(accountId: string): Promise<Result<IdentityState>>;
  /** Tokens alone; whoever keeps more of a tenant forgets it on its own. */
  forgetTenant(tenantId: string): Promise<void>;
  /** Of the account, or of the active one (`null`). Errors: `sign-in-required`, `account-unknown`. */
  session(accountId: string | null): Promise<Result<TenantSession>>;
  adminConsentLink(accountId: string | null, consent: ScopeRequest): Promise<Result<string>>;
  /** The cloud in use. */
  cloud(): Cloud;
  /** Resolves when what changed is on disk. */
  settled(): Promise<void>;
}

export function createIdentity(options: IdentityOptions): Identity {
  const registry = createRegistry(options);
  const sessionOf = createSessions(registry);
  const { vault, accounts, needs } = registry;

  async function stateAfterChange(): Promise<IdentityState> {
    await vault.settled();
    options.changed();
    return stateOf(registry);
  }

  async function viewed(result: Promise<Result<StoredAccount>>): Promise<Result<AccountView>> {
    const signedIn = await result;
    return signedIn.ok ? success(viewOf(registry, signedIn.value)) : signedIn;
  }

  return {
    cloud: () => registry.cloud(),
    settled: () => vault.settled(),
    async state() {
      await vault.open();
      return stateOf(registry);
    },
    async signIn(request, { limit, ...context }) {
      const { clock, openBrowser } = options.ports;
      if (openBrowser === undefined) return failure('browser-unavailable');
      const open = auditedBrowser(openBrowser, clock, options.record);
      return viewed(
        signIn(registry, request, context, (application, asked, waiting) =>
          signInWithBrowser(application, asked, open, waiting, limit),
        ),
      );
    },
    signInWithCode: (request, context) =>
      viewed(
        signIn(registry, request, context, (application, asked, waiting) =>
          signInWithCode(application, asked, waiting, ({ account }) => {
            void discard(registry, application, account?.homeAccountId ?? '');
          }),
        ),
      ),
    async switchTo(accountId) {
      await vault.open();
      if (!accounts.switchTo(accountId)) return failure('account-unknown');
      return success(await stateAfterChange());
    },
    async signOut(accountId) {
      await vault.open();
      const account = accounts.get(accountId);
      const application = account === undefined ? null : await registry.applicationOf(account);
      if (account === undefined || application === null) return failure('account-unknown');
      await accounts.remove(account, application);
      needs.clear(accountId);
      return success(await stateAfterChange());
    },
    async forgetTenant(tenantId) {
      await vault.open();
      for (const account of accounts.list().filter((one) => one.tenantId === tenantId)) {
        const application = await registry.applicationOf(account);
        if (application !== null) await accounts.removeTenant(account, application);
        needs.clear(account.id);
      }
      await stateAfterChange();
    },
    async session(accountId) {
      await vault.open();
      const account = accountId === null ? accounts.active() : accounts.get(accountId);
      const application = account === undefined ? null : await registry.applicationOf(account);
      if (account !== undefined && application !== null)
        return success(sessionOf(account, application));
      return failure(accountId === null ? 'sign-in-required' : 'account-unknown');
    },
    async adminConsentLink(accountId, { resource, scopes }) {
      await vault.open();
      const account = accountId === null ? undefined : accounts.get(accountId);
      const place = placeFor(registry, account);
      if (!place.ok) return place;
      const { cloud, clientId, tenant } = place.value;
      const query = new URLSearchParams({
        client_id: clientId,
        scope: fullScopes(cloud, resource, scopes).join(' '),
        redirect_uri: 'http://localhost',
      });
      return success(`${authorityOf(cloud, tenant)}/v2.0/adminconsent?${query.toString()}`);
    },
  };
}

function stateOf(registry: Registry): IdentityState {
  const { options, accounts, vault } = registry;
  return {
    registration: options.registration(),
    privateCloud: options.privateCloud?.name ?? null,
    accounts: accounts
      .list()
      .filter((account) => registry.cloudOf(account) !== null)
      .map((account) => viewOf(registry, account)),
    keeping: vault.keeping(),
    browser: options.ports.openBrowser !== undefined,
    clockAhead: registry.clockAhead(),
  };
}

function viewOf(registry: Registry, account: StoredAccount): AccountView {
  const { id, username, displayName, tenantId, clientId, homeAccountId } = account;
  return {
    id,
    username,
    displayName,
    tenantId,
    cloud: registry.cloudOf(account)?.name ?? '',
    clientId,
    active: id === registry.accounts.active()?.id,
    guest: !homeAccountId.endsWith(`.${tenantId}`),
    needs: registry.needs.get(id)?.error ?? null,
  };
}
