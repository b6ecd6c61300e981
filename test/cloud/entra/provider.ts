import { Provider, interactionPolicy } from 'oidc-provider';
import { createMemory } from './memory.ts';
import { page } from './pages.ts';
import { generateKeyPairSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { OidcContext } from 'oidc-provider';
import type { CloudTenant, Origins, Scenario } from '../types.ts';
import type { Directory } from './directory.ts';
import type { Resource } from '../../../shared/identity/permissions.ts';

/** What a request to the token endpoint is about, beside what the protocol's standard says. */
export interface TokenContext {
  readonly segment: string;
  readonly resource: Resource;
}

export interface EntraProvider {
  readonly provider: Provider;
  readonly publicKey: KeyObject;
}

/** What oidc-provider's pages are written to. */
interface PageContext {
  body: string;
}

/** Parameters of ours that travel with an authorization: the path's tenant, and the scopes as sent. */
export const ownParams = ['x_segment', 'x_scope', 'login_hint'] as const;
export const signInScope = 'openid profile offline_access';
/** The one scope that every resource has, as far as the standard's part is concerned. */
const resourceScope = 'access';

/**
 * oidc-provider in the shape of Entra. Signing in, codes, PKCE, refresh rotation and the device flow
 * are its own; tenants, consent and `scp` come from the directory.
 */
export function createProvider(
  scenario: Scenario,
  origins: Origins,
  directory: Directory,
  contexts: WeakMap<IncomingMessage, TokenContext>,
  accessTokenSeconds: number,
): EntraProvider {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const audiences: readonly string[] = [origins.graph, origins.exchange];

  function tenantOf(req: IncomingMessage, oid: string): CloudTenant | undefined {
    const user = directory.user(oid);
    if (user === undefined) return undefined;
    return directory.tenantFor(user, contexts.get(req)?.segment ?? 'organizations');
  }

  const provider = new Provider(`${origins.authority}/entra`, {
    clients: [
      {
        client_id: scenario.app.clientId,
        application_type: 'native',
        token_endpoint_auth_method: 'none',
        redirect_uris: ['http://localhost'],
        grant_types: [
          'authorization_code',
          'refresh_token',
          'urn:ietf:params:oauth:grant-type:device_code',
        ],
        response_types: ['code'],
      },
    ],
    jwks: {
      keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'k1', use: 'sig', alg: 'RS256' }],
    },
    adapter: createMemory(),
    cookies: { keys: ['a key of the simulated cloud'] },
    pkce: { required: () => true },
    scopes: ['openid', 'profile', 'offline_access'],
    claims: { openid: ['sub'], profile: ['name', 'preferred_username', 'oid', 'tid'] },
    conformIdTokenClaims: false,
    extraParams: [...ownParams],
    issueRefreshToken: () => true,
    rotateRefreshToken: true,
    ttl: {
      AccessToken: accessTokenSeconds,
      IdToken: 3600,
      RefreshToken: 86_400,
      Session: 3600,
      Grant: 86_400,
      Interaction: 600,
      DeviceCode: 900,
    },
    routes: {
      authorization: '/oauth2/v2.0/authorize',
      token: '/oauth2/v2.0/token',
      device_authorization: '/oauth2/v2.0/devicecode',
      code_verification: '/deviceauth',
      jwks: '/discovery/v2.0/keys',
    },
    findAccount: (ctx: OidcContext, oid: string) => {
      const user = directory.user(oid);
      if (user === undefined) return undefined;
      const tid = tenantOf(ctx.req, oid)?.id ?? user.tenantId;
      const claims = { sub: oid, oid, tid, preferred_username: user.upn, name: user.name };
      return { accountId: oid, claims: () => claims };
    },
    loadExistingGrant: async (ctx: OidcContext) => {
      const { client, session } = ctx.oidc;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope(signInScope);
      for (const audience of audiences) grant.addResourceScope(audience, resourceScope);
      await grant.save();
      return grant;
    },
    interactions: {
      url: (_ctx: OidcContext, { uid }: { uid: string }) => `/interaction/${uid}`,
      policy: policyOf(directory),
    },
    features: {
      devInteractions: { enabled: false },
      deviceFlow: {
        enabled: true,
        userCodeInputSource: (ctx: PageContext, form: string, _out: unknown, error: unknown) => {
          const problem = error === undefined ? '' : '<p role="alert">That code did not work.</p>';
          ctx.body = page(
            'Enter code',
            `${problem}${form}<button form="op.deviceInputForm">Next</button>`,
          );
        },
        userCodeConfirmSource: (ctx: PageContext, form: string) => {
          ctx.body = page(
            'Are you trying to sign in?',
            `${form}<button form="op.deviceConfirmForm">Continue</button>`,
          );
        },
        successSource: (ctx: PageContext) => {
          ctx.body = page('Signed in', '<p>You have signed in. You may now close this window.</p>');
        },
      },
      claimsParameter: { enabled: true },
      userinfo: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => undefined,
        useGrantedResource: () => false,
        getResourceServerInfo: (_ctx: OidcContext, audience: string) => ({
          scope: resourceScope,
          audience,
          accessTokenTTL: accessTokenSeconds,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
    extraTokenClaims: (ctx: OidcContext, token: { accountId: string }) => {
      const user = directory.user(token.accountId);
      const resource = contexts.get(ctx.req)?.resource;
      if (user === undefined || resource === undefined) return {};
      return {
        tid: tenantOf(ctx.req, user.oid)?.id,
        oid: user.oid,
        upn: user.upn,
        name: user.name,
        scp: directory.consented(user, resource).join(' '),
      };
    },
  });
  return { provider, publicKey };
}

/** Asks for consent when a scope of the request has none, and never for another reason. */
function policyOf(directory: Directory) {
  const policy = interactionPolicy.base();
  const consent = policy.get('consent');
  const requested = consent.checks.splice(0, 1);
  consent.checks.length = 0;
  consent.checks.push(
    ...requested,
    new interactionPolicy.Check('scopes', 'a scope has no consent', 'consent_required', (ctx) => {
      const user = directory.user(ctx.oidc.session.accountId);
      const request = directory.parse(ctx.oidc.params['x_scope'] ?? '');
      if (user === undefined || typeof request === 'number') return false;
      return directory.missing(user, request).length > 0;
    }),
  );
  return policy;
}
