import { describe, expect, it } from 'vitest';
import { createLimiter } from '../../../../electron/service/dns/limiter.ts';

const never = new AbortController().signal;

describe('a limit on what is under way', () => {
  it('lets in as many as there are places, and the next in their order', async () => {
    const limiter = createLimiter(2);
    const entered: number[] = [];
    const leave: (() => void)[] = [];
    const all = [0, 1, 2, 3].map(async (index) => {
      const release = await limiter.enter(never);
      entered.push(index);
      if (release !== null) leave.push(release);
    });
    await Promise.all(all.slice(0, 2));
    expect(entered).toEqual([0, 1]);
    leave.shift()?.();
    await all[2];
    expect(entered).toEqual([0, 1, 2]);
    leave.shift()?.();
    await all[3];
    expect(entered).toEqual([0, 1, 2, 3]);
  });

  it('frees a place once, however often it is left', async () => {
    const limiter = createLimiter(1);
    const release = await limiter.enter(never);
    release?.();
    release?.();
    await limiter.enter(never);
    const controller = new AbortController();
    const second = limiter.enter(controller.signal);
    controller.abort();
    expect(await second).toBe(null);
  });

  it('does not give a place to who stopped waiting', async () => {
    const limiter = createLimiter(1);
    const release = await limiter.enter(never);
    const controller = new AbortController();
    const impatient = limiter.enter(controller.signal);
    const patient = limiter.enter(never);
    controller.abort();
    release?.();
    expect(await impatient).toBe(null);
    expect(await patient).not.toBe(null);
    expect(await limiter.enter(controller.signal)).toBe(null);
  });
});
