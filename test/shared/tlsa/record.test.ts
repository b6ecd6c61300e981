import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import { hexSchema } from '../../../shared/tlsa/record.ts';

const isHex = (text: string) => hexSchema.safeParse(text).success;

test('octets in lower-case hex pass, whatever they are', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (octets) => {
      expect(isHex(Buffer.from(octets).toString('hex'))).toBe(true);
    }),
  );
});

test.for(['a', 'abc', 'AB', '0g', 'ab ', ' ab', 'ab\n', 'ａｂ', '0x00', '\0\0', '😀'])(
  '%j is refused',
  (text) => {
    expect(isHex(text)).toBe(false);
  },
);

test('any other text is refused', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      expect(isHex(text)).toBe(/^(?:[0-9a-f]{2})*$/.test(text));
    }),
  );
});
