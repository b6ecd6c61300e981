import { auditedFetch } from './auditedFetch.ts';
import { createMsalNetwork } from './msalNetwork.ts';
import { createNodeFetch } from '../nodeFetch.ts';
import type { AccountInfo, PublicClientApplication } from '@azure/msal-node';
import type { Cloud } from '../../../shared/identity/clouds.ts';
import type { Fetch } from '../ports.ts';
import type { IdentityOptions } from './registry.ts';
import type { MsalNetwork } from './msalNetwork.ts';
import type { Resource } from '../../../shared/identity/permissions.ts';
import type { StoredAccount, Vault } from './vault.ts';

/** One registration in one cloud, with its accounts. */
export interface Application {
  readonly key: string;
  readonly cloud: Cloud;
  readonly clientId: string;
  readonly client: PublicClientApplication;
  readonly network: MsalNetwork;
  readonly fetch: Fetch;
  /** msal's view of an account; `null`: its tokens are gone. */
  readonly find: (account: StoredAccount) => Promise<AccountInfo | null>;
  /** Drops the tokens for one tenant, not the refresh tokens, which are for every tenant. */
  readonly forgetTenant: (tenantId: string) => Promise<void>;
}

export function applicationKey(cloud: Cloud, clientId: string): string {
  return `${cloud.id === 'private' ? cloud.authority : cloud.id} ${clientId}`;
}

/** Loads msal when somebody is to sign in, or was: it takes longer than the rest of the service. */
export async function createApplication(
  cloud: Cloud,
  clientId: string,
  { ports, record }: Pick<IdentityOptions, 'ports' | 'record'>,
  vault: Vault,
  seenDate: (date: string) => void,
): Promise<Application> {
  const { LogLevel, PublicClientApplication } = await import('@azure/msal-node');
  const key = applicationKey(cloud, clientId);
  // A cloud with roots of its own: the host's road knows only the system's.
  const fetch =
    cloud.ca === null && ports.fetch !== undefined
      ? ports.fetch
      : createNodeFetch({ ca: cloud.ca });
  const network = createMsalNetwork(auditedFetch(fetch, ports.clock, record), seenDate);
  const client = new PublicClientApplication({
    auth: {
      clientId,
      authority: authorityOf(cloud, cloud.tenant),
      // Real clouds are known to msal.
      ...(cloud.id === 'private' ? { knownAuthorities: [new URL(cloud.authority).host] } : {}),
      clientCapabilities: ['CP1'],
    },
    cache: {
      cachePlugin: {
        // msal empties its memory before it asks: what is kept is what it knows.
        async beforeCacheAccess({ tokenCache }) {
          const kept = vault.content().caches[key];
          if (kept !== undefined) tokenCache.deserialize(kept);
        },
        async afterCacheAccess({ tokenCache, cacheHasChanged }) {
          if (!cacheHasChanged) return;
          const serialized = tokenCache.serialize();
          vault.change((content) => ({
            ...content,
            caches: { ...content.caches, [key]: serialized },
          }));
        },
      },
    },
    system: {
      networkClient: network,
      loggerOptions: { logLevel: LogLevel.Error, piiLoggingEnabled: false, loggerCallback() {} },
    },
  });
  return {
    key,
    cloud,
    clientId,
    client,
    network,
    fetch,
    async find({ homeAccountId, tenantId }) {
      const own = (await client.getAllAccounts()).filter(
        (account) => account.homeAccountId === homeAccountId,
      );
      return own.find((account) => account.tenantId === tenantId) ?? own[0] ?? null;
    },
    async forgetTenant(tenantId) {
      const rest = withoutTenant(vault.content().caches[key] ?? '{}', tenantId);
      client.clearCache();
      vault.change((content) => ({ ...content, caches: { ...content.caches, [key]: rest } }));
    },
  };
}

/** msal's serialized cache without the tokens whose realm is the tenant. */
function withoutTenant(cache: string, tenantId: string): string {
  const sections = JSON.parse(cache) as Readonly<
    Record<string, Readonly<Record<string, { readonly realm?: string }>>>
  >;
  return JSON.stringify(
    Object.fromEntries(
      Object.entries(sections).map(([section, entries]) => [
        section,
        section === 'AccessToken' || section === 'IdToken'
          ? Object.fromEntries(
              Object.entries(entries).filter(([, { realm }]) => realm !== tenantId),
            )
          : entries,
      ]),
    ),
  );
}

export function authorityOf(cloud: Cloud, tenant: string | null): string {
  return `${cloud.authority}/${tenant ?? 'organizations'}`;
}

/** Scopes as Entra wants them: with the name of the resource before them. */
export function fullScopes(cloud: Cloud, resource: Resource, scopes: readonly string[]): string[] {
  return scopes.map((scope) => `${cloud[resource]}/${scope}`);
}
