/** Works on items, so many at a time, in their order, until all are done or it is stopped. */
export async function inParallel<Item>(
  items: readonly Item[],
  placesMax: number,
  signal: AbortSignal,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = items[Symbol.iterator]();
  async function worker(): Promise<void> {
    for (const item of waiting) {
      if (signal.aborted) return;
      await work(item);
    }
  }
  await Promise.all(Array.from({ length: placesMax }, worker));
}
