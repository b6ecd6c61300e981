import { describe, expect, it } from 'vitest';
import { createSessions } from '../../../electron/web/sessions.ts';

const limits = { sessions: 3, openTokens: 2 };

describe('sessions', () => {
  it('are found by their secret, and by nothing else', () => {
    const sessions = createSessions(limits);
    const token = sessions.issueToken();
    const secret = sessions.trade(token) ?? '';
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    expect(sessions.find(secret)).not.toBeNull();
    for (const other of [token, '', secret.slice(1), `${secret}=`, secret.toUpperCase()])
      expect(sessions.find(other)).toBeNull();
  });

  it('have an identity each', () => {
    const sessions = createSessions(limits);
    const ids = [1, 2, 3].map(() => sessions.find(sessions.trade(sessions.issueToken()) ?? ''));
    expect(new Set(ids).size).toBe(3);
  });

  it('keep only so many unused tokens: the newest', () => {
    const sessions = createSessions(limits);
    const [first = '', second = '', third = ''] = [1, 2, 3].map(() => sessions.issueToken());
    expect(sessions.trade(first)).toBeNull();
    expect(sessions.trade(second)).not.toBeNull();
    expect(sessions.trade(third)).not.toBeNull();
  });

  it('are only so many: the one that was used least recently ends', () => {
    const sessions = createSessions(limits);
    const open = (): string => sessions.trade(sessions.issueToken()) ?? '';
    const [a, b, c] = [open(), open(), open()] as const;
    expect(sessions.find(a)).not.toBeNull();
    const d = open();
    expect(sessions.find(b)).toBeNull();
    for (const secret of [a, c, d]) expect(sessions.find(secret)).not.toBeNull();
  });
});
