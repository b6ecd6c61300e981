import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { WebLimits } from './limits.ts';

/** Names a session inside the host; says nothing about its secret. */
export type SessionId = number;

export interface Sessions {
  /** A new one-time token, 256 bits, base64url. The oldest unused one gives way to too many. */
  issueToken(): string;
  /**
   * Opens a session under the secret that the page has chosen; false where the token is unknown or was
   * used before. The same trade once more is granted: a page that was reloaded did not see the first.
   */
  trade(token: string, secret: string): boolean;
  /** The session that the secret belongs to, `null` for none. */
  find(secret: string): SessionId | null;
}

interface Session {
  readonly id: SessionId;
  readonly digest: Buffer;
  /** Digest of the token that opened it. */
  readonly openedBy: Buffer;
  usedAt: number;
}

/**
 * Tokens and session secrets. Only digests are kept, and compared in constant time.
 * The session that was used least recently gives way to too many.
 */
export function createSessions(limits: Pick<WebLimits, 'sessions' | 'openTokens'>): Sessions {
  const tokens: Buffer[] = [];
  const sessions: Session[] = [];
  let counter = 0;

  return {
    issueToken() {
      const token = randomBytes(32).toString('base64url');
      tokens.push(digest(token));
      if (tokens.length > limits.openTokens) tokens.shift();
      return token;
    },
    trade(token, secret) {
      const [openedBy, wanted] = [digest(token), digest(secret)];
      const same = sessions.find((known) => timingSafeEqual(known.digest, wanted));
      if (same !== undefined) return timingSafeEqual(same.openedBy, openedBy);
      const index = tokens.findIndex((known) => timingSafeEqual(known, openedBy));
      if (index === -1) return false;
      tokens.splice(index, 1);
      counter += 1;
      if (sessions.length >= limits.sessions) {
        sessions.sort((a, b) => a.usedAt - b.usedAt);
        sessions.shift();
      }
      sessions.push({ id: counter, digest: wanted, openedBy, usedAt: performance.now() });
      return true;
    },
    find(secret) {
      const wanted = digest(secret);
      const session = sessions.find((known) => timingSafeEqual(known.digest, wanted));
      if (session === undefined) return null;
      session.usedAt = performance.now();
      return session.id;
    },
  };
}

function digest(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
