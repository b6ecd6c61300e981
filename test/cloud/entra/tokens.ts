import { verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { Api, Origins, TokenClaims } from '../types.ts';

/** The scopes that a token's payload names. */
export function scopesIn(payload: Readonly<Record<string, unknown>>): string[] {
  const { scp } = payload;
  return typeof scp === 'string' ? scp.split(' ').filter((scope) => scope !== '') : [];
}

export type Inspected =
  | { readonly state: 'accepted'; readonly claims: TokenClaims }
  /** `claims`: what a new token must meet; `null`: just no good. */
  | { readonly state: 'refused'; readonly claims: object | null };

/** Every token and code that was given out, and what has become of it. */
export interface Tokens {
  /** A secret that must turn up nowhere. */
  note(secret: string): void;
  refreshToken(token: string, oid: string): void;
  /** Who holds the refresh token; `revoked`: it was one. */
  holder(token: string): { readonly oid: string; readonly revoked: boolean } | null;
  inspect(token: string, api: Api): Inspected;
  challenge(token: string): object;
  revoke(oid: string): void;
  secrets(): readonly string[];
}

export function createTokens(publicKey: KeyObject, origins: Origins): Tokens {
  const secrets = new Set<string>();
  const refreshTokens = new Map<string, { readonly oid: string; revoked: boolean }>();
  const challenged = new Map<string, object>();
  const revokedAt = new Map<string, number>();

  const challenge = (token: string): object => {
    const claims = {
      access_token: {
        nbf: { essential: true, value: String(Math.floor(Date.now() / 1000)) },
      },
    };
    challenged.set(token, claims);
    return claims;
  };

  return {
    note: (secret) => void secrets.add(secret),
    refreshToken: (token, oid) => void refreshTokens.set(token, { oid, revoked: false }),
    holder: (token) => refreshTokens.get(token) ?? null,
    challenge,
    inspect(token, api) {
      const known = challenged.get(token);
      if (known !== undefined) return { state: 'refused', claims: known };
      const payload = signedPayload(token, publicKey);
      const audience = api === 'graph' ? origins.graph : origins.exchange;
      if (payload === null || payload['aud'] !== audience || !secrets.has(token))
        return { state: 'refused', claims: null };
      if (Number(payload['exp']) * 1000 <= Date.now()) return { state: 'refused', claims: null };
      const claims: TokenClaims = {
        aud: audience,
        tid: String(payload['tid']),
        oid: String(payload['oid']),
        upn: String(payload['upn']),
        scp: scopesIn(payload),
      };
      if ((revokedAt.get(claims.oid) ?? 0) >= Number(payload['iat']))
        return { state: 'refused', claims: challenge(token) };
      return { state: 'accepted', claims };
    },
    revoke(oid) {
      revokedAt.set(oid, Math.floor(Date.now() / 1000));
      for (const token of refreshTokens.values()) if (token.oid === oid) token.revoked = true;
    },
    secrets: () => [...secrets],
  };
}

function signedPayload(token: string, key: KeyObject): Record<string, unknown> | null {
  const [head, body, signature, ...more] = token.split('.');
  if (head === undefined || body === undefined || signature === undefined || more.length > 0)
    return null;
  const holds = verify(
    'sha256',
    Buffer.from(`${head}.${body}`),
    key,
    Buffer.from(signature, 'base64url'),
  );
  return holds ? payloadOf(token) : null;
}

export function payloadOf(token: string): Record<string, unknown> {
  const body = token.split('.')[1] ?? '';
  return JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as Record<string, unknown>;
}
