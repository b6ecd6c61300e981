import { describe, expect, it } from 'vitest';
import { takeTurn } from '../../../../electron/service/dns/turns.ts';

/** Keeps the thread busy. */
function work(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

function untilImmediate(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

describe('taking turns', () => {
  it('lets other work in after a few milliseconds, and goes on in order of arrival', async () => {
    const order: (number | 'other')[] = [];
    const all = Array.from({ length: 12 }, async (_, index) => {
      await takeTurn();
      work(1);
      order.push(index);
    });
    while (!order.includes(11)) {
      await untilImmediate();
      order.push('other');
    }
    await Promise.all(all);
    expect(order.filter((entry) => entry !== 'other')).toEqual(all.map((_, index) => index));
    const between = order.slice(0, order.indexOf(11)).filter((entry) => entry === 'other');
    expect(between.length).toBeGreaterThanOrEqual(4);
  });

  it('gets to everyone, however many come and whatever they take turns for again', async () => {
    let done = 0;
    await Promise.all(
      Array.from({ length: 2000 }, async () => {
        for (let again = 0; again < 3; again += 1) await takeTurn();
        done += 1;
      }),
    );
    expect(done).toBe(2000);
  });

  it('keeps nobody waiting who comes alone', async () => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    await untilImmediate();
    let isDone = false;
    void takeTurn().then(() => (isDone = true));
    await Promise.resolve();
    await Promise.resolve();
    expect(isDone).toBe(true);
  });
});
