/** Pixels of every row. */
export const rowPixels = 44;
export const rowsInSight = 14;
/** Rows beyond the edges, so that the keyboard finds a next one and scrolling shows no gaps. */
const marginRows = 8;
/** The window moves by this many rows at once, so that scrolling by a pixel makes nothing anew. */
const stepRows = 4;
/** Browsers lay out nothing beyond some height: Firefox 17.9 million pixels, Chromium 33.5 million. */
const heightMax = 16_000_000;

/** Rows near the sight, and the pixels that stand for those before and behind them. */
export interface RowWindow {
  readonly first: number;
  /** The one behind the last. */
  readonly end: number;
  readonly above: number;
  readonly below: number;
}

/**
 * What to make of `count` rows when the sight begins `scrollTop` pixels below the first. More rows than a
 * browser can lay out share the height that it can: then a pixel of scrolling is more than a pixel of rows.
 */
export function rowWindow(scrollTop: number, count: number): RowWindow {
  const whole = count * rowPixels;
  const height = Math.min(whole, heightMax);
  const sight = rowsInSight * rowPixels;
  const isSqueezed = whole > height;
  const top = isSqueezed
    ? Math.min(scrollTop * ((whole - sight) / (height - sight)), whole - sight)
    : scrollTop;
  const wanted = Math.min(Math.floor(top / rowPixels) - marginRows, count - rowsInSight);
  const first = Math.max(0, Math.floor(wanted / stepRows) * stepRows);
  const end = Math.min(count, first + rowsInSight + 2 * marginRows + stepRows);
  const before = first * rowPixels;
  const above = isSqueezed ? Math.max(0, Math.min(scrollTop, height) - (top - before)) : before;
  return { first, end, above, below: Math.max(0, height - above - (end - first) * rowPixels) };
}

export function isSameWindow(one: RowWindow, other: RowWindow): boolean {
  return one.first === other.first && one.end === other.end && one.above === other.above;
}
