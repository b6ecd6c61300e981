/**
 * What `graph`, `exchange` and `tenant` see of a sign-in: a session of one account in one tenant. It
 * gives tokens for two resources, and the road (proxy, roots) that requests take.
 */
import type { Cloud } from '../../../shared/identity/clouds.ts';
import type { Fetch } from '../ports.ts';
import type { Resource, Scope } from '../../../shared/identity/permissions.ts';
import type { Result } from '../../../shared/errors.ts';

export interface Account {
  /** This app's name for the account in this tenant; opaque. */
  readonly id: string;
  /** User principal name, as Exchange wants it in `X-AnchorMailbox`. */
  readonly username: string;
  readonly displayName: string | null;
  /** The tenant that tokens are for (`tid`), a GUID; a guest's differs from that of the account. */
  readonly tenantId: string;
}

export interface TokenRequest {
  readonly resource: Resource;
  /**
   * Delegated scopes that the call needs, without the resource's name: `['Policy.Read.All']`. Each
   * must be in the token's `scp`, else the answer is `consent-required`.
   */
  readonly scopes: readonly Scope[];
  /** Of a 401 (`readClaimsChallenge`): asks for a token that meets it, past the cache. */
  readonly claims?: string;
  /** Past the cache: after a 401 without a challenge, once. */
  readonly renew?: boolean;
  readonly signal?: AbortSignal;
}

/**
 * A token that nothing prints: `JSON.stringify`, `String` and `console.log` show `[token]`.
 */
export interface AccessToken {
  /** The token's `scp`, decoded; not what was asked for. */
  readonly scopes: readonly string[];
  readonly expiresAt: Date;
  /** The value of the `Authorization` header. The one way to the token; for requests alone. */
  authorization(): string;
}

export interface TenantSession {
  readonly account: Account;
  readonly cloud: Cloud;
  /** Never follows a redirect; see `Fetch`. */
  readonly fetch: Fetch;
  /**
   * A token from the cache, else from the refresh token, never from a person.
   * Errors: `sign-in-required`, `consent-required` and the others of `shared/identity/aadsts.ts`,
   * `network-*`, `service-unavailable`, `clock-wrong`, `cancelled`.
   */
  token(request: TokenRequest): Promise<Result<AccessToken>>;
}
