import { describe, expect, test } from 'vitest';
import { isTrustedSender } from '../../../../electron/main/security/senderGuard.ts';
import { lookAlikes } from './lookAlikes.ts';

const windows = new Set([7]);
const frame = (origin: string, detached = false) => ({ origin, detached });

describe('who may call (SECURITY: S17)', () => {
  test('the main frame of a window of ours, with a page of ours in it', () => {
    const mainFrame = frame('app://companion');
    expect(isTrustedSender({ sender: { id: 7, mainFrame }, senderFrame: mainFrame }, windows)).toBe(
      true,
    );
  });

  test('nobody else: each condition alone is enough to refuse', () => {
    const good = frame('app://companion');
    const gone = frame('app://companion', true);
    const child = frame('app://companion');
    const refused = [
      { sender: { id: 8, mainFrame: good }, senderFrame: good },
      { sender: { id: 7, mainFrame: good }, senderFrame: null },
      { sender: { id: 7, mainFrame: good }, senderFrame: child },
      { sender: { id: 7, mainFrame: gone }, senderFrame: gone },
      ...[...lookAlikes, 'https://outside.example'].map((origin) => {
        const mainFrame = frame(origin);
        return { sender: { id: 7, mainFrame }, senderFrame: mainFrame };
      }),
    ];
    expect(refused.filter((event) => isTrustedSender(event, windows))).toEqual([]);
    const event = { sender: { id: 7, mainFrame: good }, senderFrame: good };
    expect(isTrustedSender(event, new Set())).toBe(false);
  });
});
