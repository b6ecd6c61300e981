/** Pieces of work, a fraction of a millisecond each, that may follow one another at once. */
const turnsAtOnce = 4;

let left = turnsAtOnce;
let isCounting = false;
const waiting: (() => void)[] = [];
let first = 0;

function countAgain(): void {
  left = turnsAtOnce;
  isCounting = false;
  while (left > 0 && first < waiting.length) {
    left -= 1;
    waiting[first]?.();
    first += 1;
  }
  if (first === waiting.length) {
    waiting.length = 0;
    first = 0;
  }
  if (left < turnsAtOnce) beginToCount();
}

function beginToCount(): void {
  if (isCounting) return;
  isCounting = true;
  setImmediate(countAgain);
}

/**
 * Waits for a turn, in order of arrival: hundreds of questions that wait for the same answer would else
 * all go on in one go, and the window would stand still. Who comes alone goes on at once.
 */
export function takeTurn(): Promise<void> {
  beginToCount();
  if (left > 0) {
    left -= 1;
    return Promise.resolve();
  }
  return new Promise((resolve) => {
    waiting.push(resolve);
  });
}
