import { array, assert, constantFrom, integer, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCsvParser } from '../../../shared/csv/createCsvParser.ts';
import { createCsvReader } from '../../../shared/csv/createCsvReader.ts';

function parse(...pieces: readonly string[]) {
  const rows: (readonly string[])[] = [];
  const parser = createCsvParser((cells) => rows.push(cells));
  for (const piece of pieces) parser.write(piece);
  const { rows: count, problem } = parser.end();
  return { rows, count, problem };
}

describe('cells', () => {
  test.each([
    [
      'a,b\r\n1,2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a;b\n1,5;2\n',
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    [
      'a\tb\r1\t2\r',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      '\ufeffa,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      '"a","b"\n"1 ""x""","2\r\n3"\n',
      [
        ['a', 'b'],
        ['1 "x"', '2\r\n3'],
      ],
    ],
    [
      'a,b\n,\n',
      [
        ['a', 'b'],
        ['', ''],
      ],
    ],
    [
      'a,b\n\n\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'sep=;\r\na;b\r\n1;2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\nO"Brien,"x"y\n',
      [
        ['a', 'b'],
        ['O"Brien', 'xy'],
      ],
    ],
    [
      '"a;b;c",d\n1,2',
      [
        ['a;b;c', 'd'],
        ['1', '2'],
      ],
    ],
    ['', []],
    ['\n', []],
    ['one', [['one']]],
    [
      'a,""\n"",b',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
  ])('%j are %j', (text, rows) => {
    expect(parse(text)).toMatchObject({ rows, problem: null, count: rows.length });
  });

  test('of a file that ends within quotes are told to be not whole', () => {
    expect(parse('a,b\n1,"2\n3,4\n')).toMatchObject({ problem: 'quote-open', count: 1 });
  });

  test('of a megabyte and more end the reading', () => {
    const long = 'x'.repeat(400_000);
    expect(parse('a,b\n1,"', long, long, long, '"\n2,3\n')).toMatchObject({
      problem: 'cell-too-long',
      count: 1,
    });
  });
});

const cell = string({
  unit: constantFrom('a', 'é', '"', ',', ';', '\t', '\r', '\n', ' ', '€', '0'),
});

test('whatever was written comes back, in pieces of any size, with any delimiter and line end', () => {
  assert(
    property(
      array(array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
      constantFrom(',', ';', '\t'),
      constantFrom('\n', '\r\n', '\r'),
      integer({ min: 1, max: 7 }),
      (data, delimiter, lineEnd, size) => {
        const header = ['first', 'second', 'third'];
        const lines = [header, ...data].map((row) =>
          row.map((value) => `"${value.replaceAll('"', '""')}"`).join(delimiter),
        );
        const text = lines.join(lineEnd);
        const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, index) =>
          text.slice(index * size, (index + 1) * size),
        );
        expect(parse(...pieces).rows).toEqual([header, ...data]);
      },
    ),
  );
});

test('no text at all makes it throw', () => {
  assert(
    property(array(string(), { maxLength: 5 }), (pieces) => {
      parse(...pieces);
    }),
  );
});

function read(text: string) {
  const records: object[] = [];
  const reader = createCsvReader((record) => records.push({ ...record }));
  reader.write(text);
  return { ...reader.end(), all: records };
}

describe('records', () => {
  test('have the names of the first line', () => {
    expect(read('Name , Value\na,1\nb,2,3\nc\n')).toEqual({
      columns: ['Name', 'Value'],
      records: 3,
      problem: null,
      all: [{ Name: 'a', Value: '1' }, { Name: 'b', Value: '2' }, { Name: 'c' }],
    });
  });

  test('begin after the type line of Windows PowerShell', () => {
    expect(read('#TYPE Selected.System.Object\r\n"A","B"\r\n"1","2"\r\n').all).toEqual([
      { A: '1', B: '2' },
    ]);
  });

  test('of columns without a name or with one twice keep the first', () => {
    expect(read('A,A,,B\n1,2,3,4\n').all).toEqual([{ A: '1', B: '4' }]);
  });

  test('may be called like what every object has', () => {
    expect(read('__proto__,constructor\n1,2\n').all).toEqual([
      Object.fromEntries([
        ['__proto__', '1'],
        ['constructor', '2'],
      ]),
    ]);
  });
});
