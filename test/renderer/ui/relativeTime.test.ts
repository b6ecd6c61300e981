import { describe, expect, test } from 'vitest';
import { relativeTime } from '../../../renderer/ui/relativeTime.ts';

const now = new Date('2026-11-23T12:00:00Z');
const from = (then: string) => relativeTime(new Date(then), now);

describe('the distance of two moments', () => {
  test.each([
    ['2026-11-23T12:00:00Z', 0, 'second'],
    ['2026-11-23T12:01:59Z', 119, 'second'],
    ['2026-11-23T12:02:00Z', 2, 'minute'],
    ['2026-11-25T11:59:00Z', 47, 'hour'],
    ['2026-11-25T12:00:00Z', 2, 'day'],
    ['2027-01-20T12:00:00Z', 58, 'day'],
    ['2027-06-01T12:00:00Z', 6, 'month'],
    ['2028-05-23T12:00:00Z', 17, 'month'],
    ['2031-11-24T12:00:00Z', 5, 'year'],
    ['2026-11-20T12:00:00Z', -3, 'day'],
    ['2016-11-20T12:00:00Z', -10, 'year'],
  ])('to %s is %i %ss', (then, amount, unit) => {
    expect(from(then)).toEqual({ amount, unit });
  });

  test('is never said to be longer than it is', () => {
    expect(from('2026-11-26T11:59:59Z')).toEqual({ amount: 2, unit: 'day' });
  });
});
