import { inspect } from 'node:util';
import type { AccessToken } from './types.ts';

const shown = '[token]';

/**
 * Wraps a token so that it shows nowhere by accident.
 * SECURITY: S24
 */
export function createAccessToken(
  token: string,
  scopes: readonly string[],
  expiresAt: Date,
): AccessToken {
  const wrapped = {
    scopes,
    expiresAt,
    authorization: () => `Bearer ${token}`,
    toString: () => shown,
    toJSON: () => shown,
    [inspect.custom]: () => shown,
  };
  return Object.freeze(wrapped);
}

/**
 * The delegated scopes in a token (`scp`; RFC 9068 §2.2.3 has `scope`, as other clouds may), which can differ from what was asked for and from what the
 * answer beside it says. A token that can't be read, as other clouds may give, is taken at the word of
 * its answer.
 */
export function scopesOf(token: string, answered: readonly string[]): readonly string[] {
  const payload = token.split('.')[1];
  if (payload !== undefined) {
    try {
      const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as unknown;
      if (typeof claims === 'object' && claims !== null) {
        const { scp, scope } = claims as { readonly scp?: unknown; readonly scope?: unknown };
        const granted = scp ?? scope;
        return typeof granted === 'string' ? bare(granted.split(' ')) : [];
      }
    } catch {
      // Not a JSON Web Token.
    }
  }
  return bare(answered);
}

/** Without the resource's name, which some servers put before each. */
function bare(scopes: readonly string[]): readonly string[] {
  return scopes
    .map((scope) => scope.slice(scope.lastIndexOf('/') + 1))
    .filter((scope) => scope !== '');
}
