import { expect, test } from 'vitest';
import { createReadingQueue } from '../../../../../renderer/features/tlsa/generator/readingQueue.ts';

/** A queue of two, and tasks that end when they are told to. */
function start() {
  const queue = createReadingQueue(2);
  const log: string[] = [];
  const ends = new Map<string, () => void>();
  const add = (id: string) =>
    queue.add(id, async (cancellable) => {
      log.push(`${id} begins`);
      const { promise, resolve } = Promise.withResolvers<void>();
      ends.set(id, resolve);
      cancellable(() => {
        log.push(`${id} is cancelled`);
        resolve();
      });
      await promise;
    });
  const end = async (id: string) => {
    ends.get(id)?.();
    await settled();
  };
  return { queue, log, add, end };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

test('a few at a time, the others in the order in which they came', async () => {
  const { log, add, end } = start();
  for (const id of ['a', 'b', 'c', 'd']) add(id);
  expect(log).toEqual(['a begins', 'b begins']);
  await end('b');
  expect(log).toEqual(['a begins', 'b begins', 'c begins']);
  await end('a');
  expect(log.at(-1)).toBe('d begins');
});

test('what is dropped before its turn never begins', async () => {
  const { queue, log, add, end } = start();
  for (const id of ['a', 'b', 'c', 'd']) add(id);
  queue.drop('c');
  await end('a');
  expect(log).toEqual(['a begins', 'b begins', 'd begins']);
});

test('what is cancelled makes room for the next', async () => {
  const { queue, log, add } = start();
  for (const id of ['a', 'b', 'c']) add(id);
  queue.cancel('a');
  await settled();
  expect(log).toEqual(['a begins', 'b begins', 'a is cancelled', 'c begins']);
});
