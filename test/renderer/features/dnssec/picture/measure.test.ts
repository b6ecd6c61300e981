import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  shortenMiddle,
  textWidth,
  wrapText,
} from '../../../../../renderer/features/dnssec/picture/measure.ts';

const text = fc.oneof(fc.string({ maxLength: 120 }), fc.string({ unit: 'binary', maxLength: 80 }));
const width = fc.integer({ min: 40, max: 700 });

test('lines are no wider than they may be, and nothing is lost', () => {
  fc.assert(
    fc.property(text, width, fc.boolean(), (words, limit, strong) => {
      const lines = wrapText(words, limit, 14, strong);
      for (const line of lines) {
        const isOneLetter = Array.from(line).length <= 1;
        expect(isOneLetter || textWidth(line, 14, strong) <= limit).toBe(true);
      }
      expect(lines.join('').replaceAll(' ', '')).toBe(words.replaceAll(' ', ''));
    }),
  );
});

test('words that fit stay whole', () => {
  const text = 'Key 12345 signs the keys of the zone';
  const lines = wrapText(text, 90, 14, false);
  expect(lines.length).toBeGreaterThan(2);
  expect(lines.join(' ')).toBe(text);
});

test('a name that is too long keeps its beginning and its end', () => {
  fc.assert(
    fc.property(text, width, (name, limit) => {
      const shown = shortenMiddle(name, limit, 15, true);
      if (textWidth(name, 15, true) <= limit) expect(shown).toBe(name);
      else {
        const [start = '', end = ''] = shown.split('…').length === 2 ? shown.split('…') : ['', ''];
        expect(name.startsWith(start) && name.endsWith(end)).toBe(true);
      }
    }),
  );
  const name = `${'a'.repeat(60)}.${'b'.repeat(60)}.example`;
  const shown = shortenMiddle(name, 200, 15, true);
  expect(shown).toMatch(/^aaa.*….*b\.example$/);
  expect(textWidth(shown, 15, true)).toBeLessThanOrEqual(200);
});
