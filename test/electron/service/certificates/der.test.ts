import {
  childrenOf,
  countOf,
  DerError,
  expectTlv,
  octetsOf,
} from '../../../../electron/service/certificates/der.ts';
import { describe, expect, test } from 'vitest';
import { indefinite, integer, octetString, sequence } from '../../../support/der.ts';
import { readTlv } from '../../../../electron/service/certificates/der.ts';
import type { Encoding } from '../../../../electron/service/certificates/der.ts';

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');
const read = (text: string, encoding: Encoding = 'der') => {
  const bytes = hex(text);
  return readTlv(bytes, 0, bytes.length, encoding);
};

describe('an element', () => {
  test.for([
    ['05 00', 5, 2, 2, 2],
    ['04 01 ff', 4, 2, 3, 3],
    [`04 81 80 ${'00'.repeat(128)}`, 4, 3, 131, 131],
    [`30 82 01 00 ${'00'.repeat(256)}`, 0x30, 4, 260, 260],
    ['1f 8f 01 01 ff', 0x1f, 4, 5, 5],
  ] as const)('%s is read', ([text, tag, contentStart, contentEnd, end]) => {
    expect(read(text)).toEqual({ tag, start: 0, contentStart, contentEnd, end });
  });

  test.for([
    ['nothing', ''],
    ['a tag alone', '30'],
    ['a length of two octets cut', '30 82 01'],
    ['content cut', '30 03 01 02'],
    ['a long tag cut', '1f 8f'],
  ] as const)('%s is truncated', ([, text]) => {
    for (const encoding of ['der', 'ber'] as const) {
      expect(() => read(text, encoding)).toThrow(expect.objectContaining({ truncated: true }));
    }
  });

  test.for([
    ['a padded length', `30 81 05 ${'00'.repeat(5)}`],
    ['a length with a leading zero octet', `30 82 00 80 ${'00'.repeat(128)}`],
    ['indefinite length', '30 80 00 00'],
    ['a length of five octets', '30 85 00 00 00 00 01 00'],
  ] as const)('%s is not DER, and is BER', ([, text]) => {
    expect(() => read(text)).toThrow(DerError);
    expect(read(text, 'ber').tag).toBe(0x30);
  });

  test.for([
    ['a tag of five octets', '1f 8f 8f 8f 8f 01 00'],
    ['a length of nine octets', '30 89 00 00 00 00 00 00 00 00 01 00'],
    ['the reserved length', '30 ff'],
    ['a length of 2^63', '30 88 7f ff ff ff ff ff ff ff'],
    ['indefinite length of a primitive', '04 80 00 00'],
    ['an end that is missing', '30 80 04 01 05'],
  ] as const)('%s is refused', ([, text]) => {
    for (const encoding of ['der', 'ber'] as const) {
      expect(() => read(text, encoding)).toThrow(DerError);
    }
  });

  test('of indefinite length ends before its end octets, whatever stands inside', () => {
    const inner = indefinite(0x30, octetString(Buffer.alloc(4)), indefinite(0x24));
    const bytes = Buffer.concat([indefinite(0x30, inner, integer(5)), Buffer.alloc(3)]);
    const outer = readTlv(bytes, 0, bytes.length, 'ber');
    expect(outer).toMatchObject({ contentEnd: bytes.length - 5, end: bytes.length - 3 });
    expect(childrenOf(bytes, outer, 'ber').map(({ tag }) => tag)).toEqual([0x30, 0x02]);
  });

  test('nested without end is refused, in a moment', () => {
    const bytes = Buffer.alloc(4_000_000, Buffer.from('3080', 'hex'));
    expect(() => readTlv(bytes, 0, bytes.length, 'ber')).toThrow(DerError);
  });

  test('may not reach beyond its parent', () => {
    const bytes = hex('30 04 04 03 01 02 03');
    const parent = readTlv(bytes, 0, bytes.length);
    expect(() => childrenOf(bytes, parent)).toThrow(DerError);
  });

  test('of another tag than expected is refused', () => {
    const bytes = integer(5);
    expect(expectTlv(bytes, 0, bytes.length, 0x02).end).toBe(3);
    expect(() => expectTlv(bytes, 0, bytes.length, 0x04)).toThrow(DerError);
  });
});

test('more children than allowed are refused', () => {
  const bytes = sequence(integer(1), integer(2), integer(3));
  const parent = readTlv(bytes, 0, bytes.length);
  expect(childrenOf(bytes, parent, 'der', 3).length).toBe(3);
  expect(() => childrenOf(bytes, parent, 'der', 2)).toThrow(DerError);
});

const whole = (bytes: Buffer) => octetsOf(bytes, readTlv(bytes, 0, bytes.length, 'ber'));

test('segments of an octet string are joined, and nothing else is', () => {
  expect(whole(octetString(hex('0102')))).toEqual(hex('0102'));
  const segments = indefinite(0x24, octetString(hex('01')), octetString(hex('0203')));
  expect(whole(segments)).toEqual(hex('010203'));
  expect(() => whole(indefinite(0x24, integer(1)))).toThrow(DerError);
});

const count = (bytes: Buffer) => countOf(bytes, readTlv(bytes, 0, bytes.length));

test('counts are read, negative and empty ones refused', () => {
  expect(count(integer(0))).toBe(0);
  expect(count(integer(5_000_000))).toBe(5_000_000);
  expect(count(integer('00ffffffffffff'))).toBe(0xffffffffffff);
  expect(count(integer('7f'.repeat(32)))).toBeGreaterThan(1e70);
  for (const value of [
    integer('ff'),
    integer(''),
    integer('7f'.repeat(33)),
    octetString(hex('01')),
  ]) {
    expect(() => count(value)).toThrow(DerError);
  }
});
