import { describe, expect, it } from 'vitest';
import { createSessions } from '../../../electron/web/sessions.ts';

const limits = { sessions: 3, openTokens: 2 };

describe('sessions', () => {
  it('are found by their secret, and by nothing else', () => {
    const sessions = createSessions(limits);
    const token = sessions.issueToken();
    expect(sessions.trade(token, 'Secret')).toBe(true);
    expect(sessions.find('Secret')).not.toBeNull();
    for (const other of [token, '', 'ecret', 'Secret=', 'SECRET'])
      expect(sessions.find(other)).toBeNull();
  });

  it('have an identity each', () => {
    const sessions = createSessions(limits);
    const ids = ['a', 'b', 'c'].map((secret) => {
      sessions.trade(sessions.issueToken(), secret);
      return sessions.find(secret);
    });
    expect(new Set(ids).size).toBe(3);
  });

  it('keep only so many unused tokens: the newest', () => {
    const sessions = createSessions(limits);
    const [first = '', second = '', third = ''] = [1, 2, 3].map(() => sessions.issueToken());
    expect(sessions.trade(first, 'a')).toBe(false);
    expect(sessions.trade(second, 'b')).toBe(true);
    expect(sessions.trade(third, 'c')).toBe(true);
  });

  it('are only so many: the one that was used least recently ends', () => {
    const sessions = createSessions(limits);
    for (const secret of ['a', 'b', 'c']) sessions.trade(sessions.issueToken(), secret);
    expect(sessions.find('a')).not.toBeNull();
    sessions.trade(sessions.issueToken(), 'd');
    expect(sessions.find('b')).toBeNull();
    for (const secret of ['a', 'c', 'd']) expect(sessions.find(secret)).not.toBeNull();
  });
});
