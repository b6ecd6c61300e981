import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCallHandler } from '../../../electron/main/callHandler.ts';
import type { CallHandlerOptions } from '../../../electron/main/callHandler.ts';
import { createRateLimit } from '../../../electron/service/callLimits.ts';

const mainFrame = { origin: 'app://companion', detached: false };
const trusted = { sender: { id: 1, mainFrame }, senderFrame: mainFrame };

function handler(options: Partial<CallHandlerOptions> = {}) {
  const asked: unknown[] = [];
  const handle = createCallHandler({
    windows: new Set([1]),
    mayCall: () => true,
    router: {
      handle: async (channel, input) => {
        asked.push([channel, input]);
        return { ok: true, value: null };
      },
    },
    ...options,
  });
  return { handle, asked };
}

describe('calls of the page', () => {
  test('go to the router as they are', async () => {
    const { handle, asked } = handler();
    expect(await handle(trusted, 'app.info', {})).toEqual({ ok: true, value: null });
    expect(asked).toEqual([['app.info', {}]]);
  });

  test('SECURITY: S17 from elsewhere reach nothing', async () => {
    const { handle, asked } = handler();
    const foreign = { origin: 'https://outside.example', detached: false };
    for (const event of [
      { ...trusted, senderFrame: null },
      { sender: { id: 2, mainFrame }, senderFrame: mainFrame },
      { sender: { id: 1, mainFrame: foreign }, senderFrame: foreign },
    ]) {
      await expect(handle(event, 'app.info', {})).rejects.toThrow('not accepted');
    }
    expect(asked).toEqual([]);
  });

  test('SECURITY: S21 too many of one channel are refused, others go on', async () => {
    const mayCall = createRateLimit(() => 0, { burst: 2, perSecond: 1 });
    const { handle, asked } = handler({ mayCall });
    const codes: unknown[] = [];
    for (const channel of ['app.info', 'app.info', 'app.info', 'jobs.list']) {
      const answer = await handle(trusted, channel, {});
      codes.push(answer.ok ? 'ok' : answer.error.code);
    }
    expect(codes).toEqual(['ok', 'ok', 'rate-limited', 'ok']);
    expect(asked).toHaveLength(3);
  });

  test('SECURITY: S21 names that nobody knows share one budget, so that none can be made up', async () => {
    const keys = new Set<string>();
    const { handle } = handler({ mayCall: (key) => keys.add(key).size > 0 });
    for (let index = 0; index < 100; index += 1) await handle(trusted, `made.up.${index}`, {});
    await handle(trusted, { toString: () => 'app.info' }, {});
    expect([...keys]).toEqual(['1 ']);
  });

  test('SECURITY: S21 too large a value is refused before anything reads it', async () => {
    const { handle, asked } = handler();
    const answer = await handle(trusted, 'settings.set', { theme: 'x'.repeat(7 * 1024 * 1024) });
    expect(answer).toMatchObject({ ok: false, error: { code: 'input-too-large' } });
    expect(asked).toEqual([]);
  });

  test('SECURITY: S21 whatever a page of ours says, it gets an answer', async () => {
    const { handle } = handler();
    await fc.assert(
      fc.asyncProperty(fc.anything(), fc.anything(), async (channel, input) => {
        expect(typeof (await handle(trusted, channel, input)).ok).toBe('boolean');
      }),
    );
  });
});
