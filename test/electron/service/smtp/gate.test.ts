import { describe, expect, it, vi } from 'vitest';
import { createGate } from '../../../../electron/service/smtp/gate.ts';

const signal = new AbortController().signal;

describe('the gate before servers', () => {
  it('lets two connections at a time to one address, in order', async () => {
    const gate = createGate();
    const order: string[] = [];
    const enter = async (name: string) => {
      const leave = await gate.enter('192.0.2.1', signal);
      order.push(name);
      return leave!;
    };
    const [first] = await Promise.all([enter('a'), enter('b')]);
    const third = enter('c');
    const other = await gate.enter('192.0.2.2', signal);
    expect(other).not.toBeNull();
    expect(order).toEqual(['a', 'b']);
    first();
    await third;
    expect(order).toEqual(['a', 'b', 'c']);
  });

  it('opens at most twenty in any second', async () => {
    vi.useFakeTimers();
    try {
      let now = 0;
      const gate = createGate(() => now);
      const opened: number[] = [];
      for (let index = 0; index < 50; index += 1) {
        void gate.enter(`192.0.2.${index}`, signal).then(() => opened.push(now));
      }
      for (; now < 3000; now += 10) await vi.advanceTimersByTimeAsync(10);
      expect(opened).toHaveLength(50);
      for (const time of opened) {
        expect(opened.filter((at) => at >= time && at < time + 1000).length).toBeLessThanOrEqual(
          20,
        );
      }
    } finally {
      vi.useRealTimers();
    }
  });

  it('forgets who gives up', async () => {
    const gate = createGate();
    const leave = [await gate.enter('a', signal), await gate.enter('a', signal)];
    const controller = new AbortController();
    const waiting = gate.enter('a', controller.signal);
    controller.abort();
    expect(await waiting).toBeNull();
    leave[0]!();
    expect(await gate.enter('a', signal)).not.toBeNull();
  });
});
