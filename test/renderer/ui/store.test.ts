import { expect, test } from 'vitest';
import { createStore } from '../../../renderer/ui/store.ts';

test('a store tells its listeners of changes, and of nothing else', () => {
  const store = createStore({ count: 0 });
  const heard: number[] = [];
  const stop = store.subscribe(() => heard.push(store.get().count));
  store.set(({ count }) => ({ count: count + 1 }));
  store.set((state) => state);
  store.set(({ count }) => ({ count: count + 1 }));
  stop();
  store.set(() => ({ count: 9 }));
  expect(heard).toEqual([1, 2]);
});
