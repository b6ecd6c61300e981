import { describe, expect, it } from 'vitest';
import { setTimeout as sleep } from 'node:timers/promises';
import { createCalls } from '../../../electron/web/calls.ts';
import { success } from '../../../shared/errors.ts';
import type { Result } from '../../../shared/errors.ts';

const limits = { holdMilliseconds: 30, callsPerSession: 3, uncollectedMilliseconds: 100 };

/** A router whose calls end when they are told to: `quick` at once, others by `finish`. */
function slowRouter() {
  const running = new Map<string, (result: Result<unknown>) => void>();
  return {
    router: {
      handle: (channel: unknown) =>
        channel === 'quick'
          ? Promise.resolve(success('quick'))
          : new Promise<Result<unknown>>((resolve) => {
              running.set(String(channel), resolve);
            }),
    },
    finish: (channel: string) => running.get(channel)?.(success(channel)),
  };
}

describe('calls', () => {
  it('that are quick are answered where they were made', async () => {
    const calls = createCalls(slowRouter().router, limits, () => {});
    expect(await calls.start(1, 'a', 'quick', {})).toEqual({ ok: true, value: 'quick' });
    expect(calls.collect(1, 'a')).toBe('unknown');
  });

  it('that take long are announced, and collected by their own session alone', async () => {
    const { router, finish } = slowRouter();
    const announced: unknown[] = [];
    const calls = createCalls(router, limits, (session, id) => announced.push([session, id]));
    expect(await calls.start(1, 'a', 'slow', {})).toBe('pending');
    expect(calls.collect(1, 'a')).toBe('pending');
    finish('slow');
    await sleep(5);
    expect(announced).toEqual([[1, 'a']]);
    expect(calls.collect(2, 'a')).toBe('unknown');
    expect(calls.collect(1, 'a')).toEqual({ ok: true, value: 'slow' });
    expect(calls.collect(1, 'a'), 'an answer that was lost on its way').not.toBe('unknown');
    calls.forget(1, 'a');
    expect(calls.collect(1, 'a')).toBe('unknown');
  });

  it('that nobody collects are forgotten', async () => {
    const { router, finish } = slowRouter();
    const calls = createCalls(router, limits, () => {});
    await calls.start(1, 'a', 'slow', {});
    finish('slow');
    await sleep(limits.uncollectedMilliseconds + 50);
    expect(calls.collect(1, 'a')).toBe('unknown');
  });

  it('are only so many in a session; another session has its own', async () => {
    const { router } = slowRouter();
    const calls = createCalls(router, limits, () => {});
    const started = await Promise.all(['a', 'b', 'c'].map((id) => calls.start(1, id, id, {})));
    expect(started).toEqual(['pending', 'pending', 'pending']);
    expect(await calls.start(1, 'd', 'd', {})).toMatchObject({ error: { code: 'rate-limited' } });
    expect(await calls.start(2, 'd', 'd', {})).toBe('pending');
  });

  it('do not take the id of one that runs', async () => {
    const { router } = slowRouter();
    const calls = createCalls(router, limits, () => {});
    await calls.start(1, 'a', 'slow', {});
    expect(await calls.start(1, 'a', 'quick', {})).toMatchObject({
      error: { code: 'input-invalid' },
    });
  });
});
