/**
 * Shares the event loop. Hundreds of answers may come in one round of it, and hundreds of questions may
 * wait for the same answer: if all went on in one go, the window would stand still.
 */

/** Time for pieces of work that follow one another before all others get their turn, milliseconds. */
const sliceLength = 2;
/** Who may go on at once in one round: none of them has done its work when the next one asks. */
const atOnceMax = 4;
/** Pieces in one round of the event loop; what takes long enough ends a slice before. */
const piecesMax = 250;

const waiting: (() => void)[] = [];
let first = 0;
/** `null`: nothing has begun in this round. */
let sliceEnd: number | null = null;
let atOnce = 0;

/** Called in an immediate of its own, so that the work is done before the next looks at the clock. */
function letOneGoOn(): void {
  if (first === waiting.length || !hasTime()) return;
  waiting[first]?.();
  first += 1;
}

function beginRound(): void {
  sliceEnd = null;
  atOnce = 0;
  waiting.splice(0, first);
  first = 0;
  const count = Math.min(waiting.length, piecesMax);
  for (let piece = 0; piece < count; piece += 1) setImmediate(letOneGoOn);
}

function hasTime(): boolean {
  const now = performance.now();
  if (sliceEnd === null) {
    sliceEnd = now + sliceLength;
    setImmediate(beginRound);
  }
  return now < sliceEnd;
}

/** Waits for a turn, in order of arrival. Who comes alone goes on at once. */
export function takeTurn(): Promise<void> {
  if (first === waiting.length && hasTime() && atOnce < atOnceMax) {
    atOnce += 1;
    return Promise.resolve();
  }
  return new Promise((resolve) => {
    waiting.push(resolve);
  });
}

/** Does something when its turn has come. What is given later is done later. */
export async function inTurn(work: () => void): Promise<void> {
  await takeTurn();
  work();
}
