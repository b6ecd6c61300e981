/** Long tables are put in order in turns; what comes out is what one sort at once would give. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arrange } from '../../../../../../electron/service/tenant/serve/tables/arrange.ts';
import {
  buildKey,
  switchKey,
  textKey,
} from '../../../../../../electron/service/tenant/serve/tables/table.ts';
import type { SortKey } from '../../../../../../electron/service/tenant/serve/tables/table.ts';

interface Row {
  readonly key: number | null;
  readonly at: number;
}

const rowsOf = (keys: readonly (number | null)[]): readonly Row[] =>
  keys.map((key, at) => ({ key, at }));

const byKey = (row: Row): SortKey => row.key;
const isWanted = ({ key }: Row) => (key ?? 0) % 1000 === 0;

describe('rows in order', () => {
  test('are what a stable sort gives, empty ones last whichever way, however many', async () => {
    const keys = fc.array(fc.option(fc.integer({ min: 0, max: 40 })), { maxLength: 60 });
    // Enough of them for several runs and an odd one at the end.
    const many = fc
      .tuple(keys, fc.integer({ min: 1, max: 260 }))
      .map(([some, times]) => Array.from({ length: times }, () => some).flat());
    await fc.assert(
      fc.asyncProperty(many, fc.boolean(), async (given, descending) => {
        const rows = rowsOf(given);
        const found = await arrange(rows, { isWanted: () => true, key: byKey, descending });
        const expected = [...rows].sort(({ key: left }, { key: right }) => {
          if (left === right) return 0;
          if (left === null || right === null) return left === null ? 1 : -1;
          return descending ? right - left : left - right;
        });
        expect([...found]).toEqual(expected.map(({ at }) => at));
      }),
      { numRuns: 60 },
    );
  });

  test('are those that are wanted, and stay as they are without a column', async () => {
    const rows = rowsOf(Array.from({ length: 5000 }, (_, at) => 5000 - at));
    const plain = await arrange(rows, { isWanted, key: null, descending: false });
    expect([...plain].map((at) => rows[at]?.key)).toEqual([5000, 4000, 3000, 2000, 1000]);
    const sorted = await arrange(rows, { isWanted, key: byKey, descending: false });
    expect([...sorted].map((at) => rows[at]?.key)).toEqual([1000, 2000, 3000, 4000, 5000]);
  });
});

describe('keys', () => {
  test('of builds go by their numbers', () => {
    const builds = ['16.0.19127.20240', '16.0.9126.2116', '15.0.4971.1000', '16.0.19127.1'];
    const sorted = [...builds].sort((left, right) =>
      String(buildKey(left)) < String(buildKey(right)) ? -1 : 1,
    );
    expect(sorted).toEqual([
      '15.0.4971.1000',
      '16.0.9126.2116',
      '16.0.19127.1',
      '16.0.19127.20240',
    ]);
  });

  test('of names pass over case and accents', () => {
    expect(textKey('Ärger')).toBe('arger');
    expect(textKey(null)).toBeNull();
  });

  test('of switches: on, then off; not known is neither', () => {
    expect([true, false, null].map(switchKey)).toEqual([0, 1, null]);
  });
});
