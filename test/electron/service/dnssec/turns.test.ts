import { describe, expect, it } from 'vitest';
import { takeTurn } from '../../../../electron/service/dnssec/turns.ts';

describe('taking turns', () => {
  it('lets other work in between, in order of arrival', async () => {
    const order: (number | 'other')[] = [];
    const all = Array.from({ length: 12 }, async (_, index) => {
      await takeTurn();
      order.push(index);
    });
    const other = new Promise<void>((resolve) => {
      setImmediate(() => {
        order.push('other');
        resolve();
      });
    });
    await Promise.all([...all, other]);
    expect(order.filter((entry) => entry !== 'other')).toEqual(all.map((_, index) => index));
    expect(order.indexOf('other')).toBeLessThan(order.indexOf(11));
  });

  it('keeps nobody waiting who comes alone', async () => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    let isDone = false;
    void takeTurn().then(() => (isDone = true));
    await Promise.resolve();
    await Promise.resolve();
    expect(isDone).toBe(true);
  });
});
