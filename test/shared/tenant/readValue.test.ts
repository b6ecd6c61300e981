import { assert, date, jsonValue, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  readCount,
  readSetting,
  readText,
  readTexts,
  readTime,
} from '../../../shared/tenant/readValue.ts';

describe('a switch', () => {
  test.each([
    [true, true],
    [false, false],
    [null, null],
    ['True', true],
    ['FALSE', false],
    ['', null],
    [' ', null],
    [{ Value: true }, true],
    [{ value: null, Count: 0 }, null],
  ])('%j is %j', (raw, value) => {
    expect(readSetting(raw)).toBe(value);
  });

  test.each([['yes'], [1], [0], [[]], [[true]], [{}], ['$null'], [{ value: { value: true } }]])(
    '%j is neither set nor unset',
    (raw) => {
      expect(readSetting(raw)).toBeUndefined();
    },
  );
});

describe('a text', () => {
  test.each([
    ['Enabled', 'Enabled'],
    ['', null],
    [null, null],
    [7, '7'],
    [{ Value: 'Enabled' }, 'Enabled'],
    [['a'], undefined],
    [{ Other: 'a' }, undefined],
  ])('%j is %j', (raw, value) => {
    expect(readText(raw)).toBe(value);
  });
});

describe('a list', () => {
  test.each([
    [
      ['a', 'b'],
      ['a', 'b'],
    ],
    [[null], []],
    [null, []],
    ['', []],
    [{ value: ['a', 'b'], Count: 2 }, ['a', 'b']],
    ['SMTP:a@example.com smtp:b@example.com', ['SMTP:a@example.com', 'smtp:b@example.com']],
    ['a@example.com;b@example.com', ['a@example.com', 'b@example.com']],
    ['a, b,c', ['a', 'b', 'c']],
    [['smtp:example.com;1'], ['smtp:example.com;1']],
    ['smtp:example.com;1', ['smtp:example.com;1']],
    ['System.String[]', undefined],
    ['System.Collections.Generic.List`1[System.String]', undefined],
    ['System.Object[]', undefined],
    [[{ a: 1 }], undefined],
    [7, undefined],
  ])('%j is %j', (raw, value) => {
    expect(readTexts(raw)).toEqual(value);
  });
});

describe('a number', () => {
  test.each([
    [2048, 2048],
    ['2048', 2048],
    [' 12 ', 12],
    ['', null],
    [null, null],
    ['1,024', undefined],
    [1.5, undefined],
    [Number.NaN, undefined],
  ])('%j is %j', (raw, value) => {
    expect(readCount(raw)).toBe(value);
  });
});

describe('a time', () => {
  test.each([
    ['2026-07-23T22:01:22.0480000Z', '2026-07-23T22:01:22.048Z'],
    ['2022-09-21T08:07:47.0000000+00:00', '2022-09-21T08:07:47.000Z'],
    ['2026-07-24T18:59:12.0000000', '2026-07-24T18:59:12.000Z'],
    ['2026-07-24T18:59:12+02:00', '2026-07-24T16:59:12.000Z'],
    ['/Date(1777880361000)/', '2026-05-04T07:39:21.000Z'],
    [
      { value: '/Date(1777880361000)/', DateTime: 'Monday, 4 May 2026 07:39:21' },
      '2026-05-04T07:39:21.000Z',
    ],
    ['2026-07-24', '2026-07-24T00:00:00.000Z'],
    ['', null],
    [null, null],
    ['11/20/2026 8:15:10 AM', undefined],
    ['2026-02-30T25:00:00Z', undefined],
    ['/Date(999999999999999)/', undefined],
    [1777880361000, undefined],
  ])('%j is %j', (raw, value) => {
    expect(readTime(raw)).toBe(value);
  });
});

test('nothing that JSON can hold makes a reader throw', () => {
  assert(
    property(jsonValue({ maxDepth: 4 }), (raw) => {
      for (const read of [readSetting, readText, readTexts, readCount, readTime]) read(raw);
    }),
  );
});

test('every moment of .NET survives', () => {
  assert(
    property(
      date({ noInvalidDate: true, min: new Date(0), max: new Date('9999-12-31T23:59:59Z') }),
      (at) => {
        expect(readTime(at.toISOString().replace('Z', '0000Z'))).toBe(at.toISOString());
        expect(readTime(`/Date(${at.getTime()})/`)).toBe(at.toISOString());
      },
    ),
  );
});
