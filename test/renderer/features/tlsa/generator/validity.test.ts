import { expect, test } from 'vitest';
import { validityState } from '../../../../../renderer/features/tlsa/generator/validity.ts';

const now = new Date('2026-11-23T12:00:00Z');

test.each([
  ['2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z', 'valid'],
  ['2026-01-01T00:00:00Z', '2026-12-20T00:00:00Z', 'ends-soon'],
  ['2026-01-01T00:00:00Z', '2026-11-23T11:59:59Z', 'expired'],
  ['2026-01-01T00:00:00Z', '2026-11-23T12:00:00Z', 'ends-soon'],
  ['2026-11-23T12:00:00Z', '2027-11-23T12:00:00Z', 'valid'],
  ['2026-11-23T12:00:01Z', '2027-11-23T12:00:00Z', 'not-yet-valid'],
  [null, '2027-01-01T00:00:00Z', 'unreadable'],
  ['2026-01-01T00:00:00Z', null, 'unreadable'],
])('a certificate from %s to %s is %s', (notBefore, notAfter, state) => {
  expect(validityState({ notBefore, notAfter }, now)).toBe(state);
});
