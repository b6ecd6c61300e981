/** Work on files, a few at a time, by the id of the file. */
export interface ReadingQueue {
  readonly add: (id: string, read: ReadTask) => void;
  /** Ends what is under way for the file. */
  readonly cancel: (id: string) => void;
  /** Ends it, or forgets it before it begins. */
  readonly drop: (id: string) => void;
}

/** Gives away how it is cancelled as soon as it can be. */
export type ReadTask = (cancellable: (cancel: () => void) => void) => Promise<void>;

/** `max` at the same time: a slow file holds up no other. */
export function createReadingQueue(max: number): ReadingQueue {
  const waiting: { readonly id: string; readonly read: ReadTask }[] = [];
  const running = new Map<string, () => void>();

  function startNext(): void {
    if (running.size >= max) return;
    const next = waiting.shift();
    if (next === undefined) return;
    const { id, read } = next;
    running.set(id, () => {});
    void read((cancel) => running.set(id, cancel)).finally(() => {
      running.delete(id);
      startNext();
    });
    startNext();
  }

  return {
    add(id, read) {
      waiting.push({ id, read });
      startNext();
    },
    cancel: (id) => running.get(id)?.(),
    drop(id) {
      running.get(id)?.();
      const index = waiting.findIndex((entry) => entry.id === id);
      if (index !== -1) waiting.splice(index, 1);
    },
  };
}
