import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { genericLine, presentation, zoneLine } from '../../../shared/tlsa/formatRecord.ts';
import { parseTlsaRecord, splitRecords } from '../../../shared/tlsa/parseRecord.ts';
import { arbitraryRecord, arbitraryTtl } from '../../support/arbitraryTlsa.ts';
import {
  rfc6698Full,
  rfc6698Sha256,
  rfc6698Sha512,
  rfc7671Full,
  rfc7671Sha256,
  rfc7671Sha512,
} from '../../support/tlsaExamples.ts';
import { patience } from '../../support/patience.ts';

const digest = 'd2abde240d7cd3ee6b4b28c54df034b97983a1d16e8a410e4561cb106618e971';
const record = { usage: 3, selector: 1, matchingType: 1, data: digest };

function read(text: string) {
  const result = parseTlsaRecord(text);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function problemOf(text: string): Record<string, unknown> {
  const result = parseTlsaRecord(text);
  if (result.ok) return { accepted: result.value };
  expect(result.error.code).toBe('tlsa-record-invalid');
  return result.error.params;
}

describe('the records of RFC 6698 §2.3', () => {
  it('reads the SHA-256 of a CA certificate', () => {
    expect(read(rfc6698Sha256)).toEqual({
      owner: '_443._tcp.www.example.com.',
      ttl: null,
      record: { usage: 0, selector: 0, matchingType: 1, data: digest },
    });
  });

  it('reads the SHA-512 of a public key', () => {
    expect(read(rfc6698Sha512).record).toMatchObject({ usage: 1, selector: 1, matchingType: 2 });
    expect(read(rfc6698Sha512).record.data).toHaveLength(128);
  });

  it('says where the full certificate breaks off', () => {
    expect(problemOf(rfc6698Full)).toEqual({ problem: 'dataNotHex', found: '.', position: 30 });
  });
});

describe('the records of RFC 7671 §9', () => {
  it('are one key under three matching types', () => {
    const key = Buffer.from(read(rfc7671Full).record.data, 'hex');
    const hash = (algorithm: string) => createHash(algorithm).update(key).digest('hex');
    expect(read(rfc7671Full).record).toMatchObject({ usage: 3, selector: 1, matchingType: 0 });
    expect(read(rfc7671Sha256).record).toEqual({ ...record, data: hash('sha256') });
    expect(read(rfc7671Sha512).record).toEqual({
      ...record,
      matchingType: 2,
      data: hash('sha512'),
    });
  });
});

describe('parseTlsaRecord', () => {
  const bare = `3 1 1 ${digest}`;
  const halves = `${digest.slice(0, 31)} ${digest.slice(31)}`;

  it.each([
    ['spaces and capital letters', `  3   1 1  ${halves.toUpperCase()}  `],
    ['tabs and Windows line ends', `3\t1\t1\t(\r\n${halves}\r\n)\r\n`],
    ['comments', `( 3 ; usage\n 1 ; selector 9 9 9\n 1 ; matching\n ${halves} ) ; end ( `],
    ['leading zeros', `03 01 001 ${digest}`],
    ['quotes around it', `"${bare}"`],
    ['typographic quotes', `“${bare}”`],
    ['a mail program’s line breaks', `3 1 1 ${digest.slice(0, 40)}\n${digest.slice(40)}`],
    ['characters that can’t be seen', `\u{feff}3\u00a01\u200b 1 ${digest}`],
    ['acronyms', `DANE-EE SPKI SHA2-256 ${digest}`],
    ['acronyms with their numbers', `dane-ee(3) spki(1) sha2-256(1) ${halves}`],
    ['the generic form', String.raw`\# 35 030101${digest}`],
    ['the generic form in pieces', String.raw`\# 35 03 01 01 ${halves}`],
    ['the type without an owner', `TLSA ${bare}`],
    ['an omitted owner', ` IN TLSA ${bare}`],
  ])('reads a bare record with %s', (_, text) => {
    expect(read(text)).toEqual({ owner: null, ttl: null, record });
  });

  const owner = '_25._tcp.mail.example.com.';
  it.each([
    [`${owner} 3600 IN TLSA ${bare}`, 3600],
    [`${owner} IN 3600 TLSA ${bare}`, 3600],
    [`${owner} in 1h30m tlsa ${bare}`, 5400],
    [`${owner} 1W IN TLSA ${bare}`, 604_800],
    [`${owner} TLSA ${bare}`, null],
    [`${owner} 0 TLSA ${bare}`, 0],
    [`${owner} CLASS1 TYPE52 ${bare}`, null],
    [String.raw`${owner} 60 IN TYPE52 \# 35 030101${digest}`, 60],
    [String.raw`${owner} 60 IN TLSA \# ( 35 030101${digest} )`, 60],
  ])('reads the zone line %s', (text, ttl) => {
    expect(read(text)).toEqual({ owner, ttl, record });
  });

  it('reads a TTL without an owner in front', () => {
    expect(read(`3600 IN TLSA ${bare}`)).toEqual({ owner: null, ttl: 3600, record });
  });

  it('takes an owner that looks like nothing else, with white space in front', () => {
    expect(read(`  ${owner} IN TLSA ${bare}`).owner).toBe(owner);
  });

  it.each([
    ['', { problem: 'empty' }],
    [' ; only a comment\n\n', { problem: 'empty' }],
    ['hello', { problem: 'notRecognized', found: 'hello' }],
    ['3', { problem: 'fieldMissing', field: 'selector' }],
    ['3 1', { problem: 'fieldMissing', field: 'matchingType' }],
    ['x. IN TLSA', { problem: 'fieldMissing', field: 'usage' }],
    ['3 1 1', { problem: 'dataMissing' }],
    ['256 1 1 ab', { problem: 'fieldNotNumber', field: 'usage', found: '256' }],
    ['3 x 1 ab', { problem: 'fieldNotNumber', field: 'selector', found: 'x' }],
    ['3 1 -1 ab', { problem: 'fieldNotNumber', field: 'matchingType', found: '-1' }],
    ['3 1 1.0 ab', { problem: 'fieldNotNumber', field: 'matchingType', found: '1.0' }],
    ['3 1 1 abc', { problem: 'dataOdd', digits: 3 }],
    ['3 1 1 ab cd eg', { problem: 'dataNotHex', found: 'g', position: 6 }],
    ['3 1 1 ab:cd', { problem: 'dataNotHex', found: ':', position: 3 }],
    ['3 1 1 ａｂ', { problem: 'dataNotHex', found: 'ａ', position: 1 }],
    ['( 3 1 1 ab', { problem: 'parenthesis' }],
    ['3 1 1 ab )', { problem: 'parenthesis' }],
    [String.raw`\# 4 030101`, { problem: 'genericLength', declared: '4', actual: 3 }],
    [String.raw`\# 3 030101`, { problem: 'dataMissing' }],
    [String.raw`\# x 030101ab`, { problem: 'genericLength', declared: 'x', actual: 4 }],
    [`${bare}\n${bare}`, { problem: 'severalRecords', count: 2 }],
    ['example.com. 60 IN MX 10 mail.example.com.', { problem: 'otherType', found: 'MX' }],
    ['_25._tcp.x. IN CNAME y.', { problem: 'otherType', found: 'CNAME' }],
    ['3600 IN TXT "v=spf1"', { problem: 'otherType', found: 'TXT' }],
    [`x. CH TLSA ${bare}`, { problem: 'otherClass', found: 'CH' }],
    [`x. IN y. TLSA ${bare}`, { problem: 'notRecognized', found: 'y.' }],
    ['a'.repeat(200_001), { problem: 'tooLong', max: 200_000 }],
  ])('says what is wrong with %j', (text, problem) => {
    expect(problemOf(text)).toEqual(problem);
  });

  it('reads back every form that it is written in', () => {
    fc.assert(
      fc.property(arbitraryRecord, arbitraryTtl, (any, ttl) => {
        const published = { owner, ttl, record: any };
        expect(read(presentation(any))).toEqual({ owner: null, ttl: null, record: any });
        expect(read(zoneLine(published))).toEqual({ owner, ttl, record: any });
        expect(read(genericLine(published))).toEqual({ owner, ttl, record: any });
      }),
      { numRuns: 1000 },
    );
  });

  it('reads the same however the data are cut', () => {
    const cut = fc.tuple(
      arbitraryRecord,
      fc.infiniteStream(fc.constantFrom('', '', '', ' ', '\n')),
    );
    fc.assert(
      fc.property(cut, ([any, gaps]) => {
        const data = Array.from(any.data, (digit) => `${digit}${gaps.next().value}`).join('');
        const numbers = `${any.usage} ${any.selector} ${any.matchingType}`;
        expect(read(`${numbers} ( ${data} )`).record).toEqual(any);
      }),
    );
  });

  it('never throws, and never takes what it does not give back', () => {
    const unit = fc.constantFrom(
      ...'013 \n\t();"\\#abTLSAIN_.\u200b'.split(''),
      'TYPE52 ',
      'DANE-EE ',
      'TLSA 3 1 1 ',
    );
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit }), fc.string({ unit: 'binary' })), (text) => {
        const result = parseTlsaRecord(text);
        if (result.ok)
          expect(read(presentation(result.value.record)).record).toEqual(result.value.record);
      }),
      { numRuns: 5000 },
    );
  });

  it('takes the largest record there is, in time', () => {
    const data = 'ab'.repeat(65_532);
    const started = performance.now();
    expect(read(`3 0 0 ${data}`).record.data).toBe(data);
    expect(problemOf(`3 0 0 ${'( '.repeat(90_000)}`)).toEqual({ problem: 'parenthesis' });
    expect(performance.now() - started).toBeLessThan(patience);
  });
});

describe('splitRecords', () => {
  it('gives the records of a zone one by one', () => {
    const texts = splitRecords(`${rfc7671Sha256}\n; next\n\n${rfc7671Full}\n  IN TLSA 3 1 1 ab\n`);
    expect(texts.map((text) => read(text).record.matchingType)).toEqual([1, 0, 1]);
    expect(read(texts[2] ?? '').owner).toBeNull();
  });
});
