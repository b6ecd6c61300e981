import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowPixels, rowWindow, rowsInSight } from '../../../renderer/ui/rowWindow.ts';

const sight = rowsInSight * rowPixels;
/** Pixels of all that stands for `count` rows. */
const heightOf = (count: number) => {
  const { first, end, above, below } = rowWindow(0, count);
  return above + (end - first) * rowPixels + below;
};
const counts = fc.oneof(fc.nat(200), fc.nat(100_000), fc.nat(5_000_000));
/** How far down, from 0 to 1. */
const places = fc.double({ min: 0, max: 1, noNaN: true });

test('at most 100 rows are made, wherever one is', () => {
  fc.assert(
    fc.property(counts, places, (count, place) => {
      const { first, end } = rowWindow(place * heightOf(count), count);
      expect(first).toBeGreaterThanOrEqual(0);
      expect(end).toBeLessThanOrEqual(count);
      expect(end - first).toBeLessThanOrEqual(100);
    }),
  );
});

test('what is in sight is filled with rows, wherever one is', () => {
  fc.assert(
    fc.property(counts, places, (count, place) => {
      const top = place * Math.max(0, heightOf(count) - sight);
      const { first, end, above, below } = rowWindow(top, count);
      expect(above).toBeGreaterThanOrEqual(0);
      expect(below).toBeGreaterThanOrEqual(0);
      const made = above + (end - first) * rowPixels;
      expect(above).toBeLessThanOrEqual(top);
      expect(made).toBeGreaterThanOrEqual(Math.min(top + sight, made + below));
    }),
  );
});

test('the first and the last row are at the ends, and no table is higher than a browser lays out', () => {
  fc.assert(
    fc.property(counts, (count) => {
      const height = heightOf(count);
      expect(height).toBeLessThanOrEqual(16_000_000);
      expect(rowWindow(0, count).first).toBe(0);
      expect(rowWindow(Math.max(0, height - sight), count).end).toBe(count);
    }),
  );
});

test('a pixel of scrolling is a pixel of rows, where the browser can lay all of them out', () => {
  const { first, above } = rowWindow(50_000 * rowPixels, 100_000);
  expect(above).toBe(first * rowPixels);
  expect(heightOf(100_000)).toBe(100_000 * rowPixels);
});
