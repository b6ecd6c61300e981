import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { WebLimits } from './limits.ts';

/** Names a session inside the host; says nothing about its secret. */
export type SessionId = number;

export interface Sessions {
  /** A new one-time token, 256 bits, base64url. The oldest unused one gives way to too many. */
  issueToken(): string;
  /** The secret of a new session; `null` where the token is unknown or was used before. */
  trade(token: string): string | null;
  /** The session that the secret belongs to, `null` for none. */
  find(secret: string): SessionId | null;
}

interface Session {
  readonly id: SessionId;
  readonly digest: Buffer;
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
      const token = newSecret();
      tokens.push(digest(token));
      if (tokens.length > limits.openTokens) tokens.shift();
      return token;
    },
    trade(token) {
      const wanted = digest(token);
      const index = tokens.findIndex((known) => timingSafeEqual(known, wanted));
      if (index === -1) return null;
      tokens.splice(index, 1);
      const secret = newSecret();
      counter += 1;
      if (sessions.length >= limits.sessions) {
        sessions.sort((a, b) => a.usedAt - b.usedAt);
        sessions.shift();
      }
      sessions.push({ id: counter, digest: digest(secret), usedAt: performance.now() });
      return secret;
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

function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

function digest(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
