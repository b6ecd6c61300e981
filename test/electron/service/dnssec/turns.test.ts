import { expect, it } from 'vitest';
import { takeTurn } from '../../../../electron/service/dnssec/turns.ts';

function later(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

it('lets other work go on while hundreds wait, and serves them in order', async () => {
  const order: number[] = [];
  const all = Array.from({ length: 400 }, async (_, index) => {
    await takeTurn();
    order.push(index);
  });
  const seen: number[] = [];
  while (order.length < 400) {
    await later();
    seen.push(order.length);
  }
  await Promise.all(all);
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  const steps = seen.map((count, index) => count - (seen[index - 1] ?? 0));
  expect(Math.max(...steps)).toBeLessThanOrEqual(10);
});

it('keeps nobody waiting who comes alone', async () => {
  await later();
  await later();
  let isLater = false;
  setImmediate(() => {
    isLater = true;
  });
  await takeTurn();
  expect(isLater).toBe(false);
});
