import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ancestors,
  canonicalWire,
  commonAncestor,
  compareCanonical,
  formatName,
  isSubdomainOf,
  nameFromWire,
  nameKey,
  namesEqual,
  nameWire,
  parentName,
  parseName,
  wildcardOf,
} from '../../../../electron/service/dns/name.ts';
import { domainName } from './arbitraries.ts';
import type { DomainName } from '../../../../electron/service/dns/types.ts';

function name(text: string): DomainName {
  const parsed = parseName(text);
  if (!parsed.ok) throw new Error(`${text}: ${String(parsed.error.params['problem'])}`);
  return parsed.value;
}

function problem(text: string): unknown {
  const parsed = parseName(text);
  return parsed.ok ? null : parsed.error.params['problem'];
}

/** The canonical wire form with its labels turned round: RFC 4034 §6.1 in octets. */
const sortKey = (labels: DomainName): Buffer => {
  const parts: Buffer[] = [];
  for (const label of nameFromWire(canonicalWire(labels)).toReversed()) {
    // Each octet with a mark before it, so that the end of a label sorts before any octet.
    parts.push(Buffer.from([0, ...[...label].flatMap((octet) => [1, octet])]));
  }
  return Buffer.concat(parts);
};

describe('the text of a name', () => {
  it('reads back to the same labels', () => {
    fc.assert(
      fc.property(domainName, (labels) => {
        expect(name(formatName(labels)).map((label) => [...label])).toEqual(
          labels.map((label) => [...label]),
        );
      }),
    );
  });

  it('is a final dot for the root and ends with one for the others', () => {
    expect(formatName(name('.'))).toBe('.');
    expect(formatName(name('mail.example.com'))).toBe('mail.example.com.');
  });

  it('keeps a dot inside a label apart from the dot between labels', () => {
    expect(name(String.raw`a\.b.example`)).toHaveLength(2);
    expect(formatName(name(String.raw`a\046b.example`))).toBe(String.raw`a\.b.example.`);
    expect(formatName(name(String.raw`\000\255\064.x`))).toBe(String.raw`\000\255\@.x.`);
  });

  it('is completed with the origin when it has no final dot', () => {
    const relative = parseName('www', name('example.org'));
    expect(relative.ok && formatName(relative.value)).toBe('www.example.org.');
    const absolute = parseName('www.', name('example.org'));
    expect(absolute.ok && formatName(absolute.value)).toBe('www.');
    const escapedDot = parseName(String.raw`www\.`, name('example.org'));
    expect(escapedDot.ok && formatName(escapedDot.value)).toBe(String.raw`www\..example.org.`);
  });

  it('says what is wrong with it', () => {
    expect(problem('')).toBe('empty');
    expect(problem('..')).toBe('emptyLabel');
    expect(problem('a..b')).toBe('emptyLabel');
    expect(problem('.a')).toBe('emptyLabel');
    expect(problem(`${'a'.repeat(64)}.com`)).toBe('labelTooLong');
    expect(problem('a'.repeat(63))).toBe(null);
    expect(problem(String.raw`\256`)).toBe('escape');
    expect(problem(String.raw`\25`)).toBe('escape');
    expect(problem('a\\')).toBe('escape');
    expect(problem('a b')).toBe('character');
    expect(problem('bücher.example')).toBe('character');
  });

  it('stops at 255 octets of wire form', () => {
    const long = Array.from({ length: 3 }, () => 'a'.repeat(63)).join('.');
    expect(problem(`${long}.${'a'.repeat(61)}`)).toBe(null);
    expect(problem(`${long}.${'a'.repeat(62)}`)).toBe('nameTooLong');
  });
});

describe('comparing names', () => {
  it('follows the example of RFC 4034 section 6.1', () => {
    const sorted = [
      'example',
      'a.example',
      'yljkjljk.a.example',
      'Z.a.example',
      'zABC.a.EXAMPLE',
      'z.example',
      String.raw`\001.z.example`,
      '*.z.example',
      String.raw`\200.z.example`,
    ].map(name);
    const shuffled = [4, 0, 8, 2, 6, 1, 7, 3, 5].map((index) => sorted[index] ?? []);
    expect(shuffled.toSorted(compareCanonical)).toEqual(sorted);
  });

  it('orders as a sort of the wire form does', () => {
    fc.assert(
      fc.property(domainName, domainName, (a, b) => {
        expect(Math.sign(compareCanonical(a, b))).toBe(Buffer.compare(sortKey(a), sortKey(b)));
      }),
    );
  });

  it('agrees with itself: equal names share key, canonical wire and place in the order', () => {
    fc.assert(
      fc.property(domainName, domainName, (a, b) => {
        const equal = Buffer.compare(canonicalWire(a), canonicalWire(b)) === 0;
        expect(namesEqual(a, b)).toBe(equal);
        expect(nameKey(a) === nameKey(b)).toBe(equal);
        expect(compareCanonical(a, b) === 0).toBe(equal);
      }),
    );
  });

  it('folds ASCII letters only', () => {
    expect(namesEqual(name('EXAMPLE.com'), name('example.COM'))).toBe(true);
    expect(namesEqual(name(String.raw`\196`), name(String.raw`\228`))).toBe(false);
    expect(namesEqual(name('['), name('{'))).toBe(false);
  });

  it('tells a label with a dot from two labels', () => {
    expect(namesEqual(name(String.raw`a\.b`), name('a.b'))).toBe(false);
    expect(nameKey(name(String.raw`a\.b`))).not.toBe(nameKey(name('a.b')));
  });

  it('counts a name as below itself, and not below a longer or a merely similar one', () => {
    expect(isSubdomainOf(name('a.Example'), name('example'))).toBe(true);
    expect(isSubdomainOf(name('example'), name('example'))).toBe(true);
    expect(isSubdomainOf(name('example'), name('.'))).toBe(true);
    expect(isSubdomainOf(name('example'), name('a.example'))).toBe(false);
    expect(isSubdomainOf(name('badexample'), name('example'))).toBe(false);
  });

  it('finds the common ancestor that every shared ancestor lies above', () => {
    fc.assert(
      fc.property(domainName, domainName, (a, b) => {
        const common = commonAncestor(a, b);
        expect(ancestors(a).find((candidate) => isSubdomainOf(b, candidate))).toEqual(common);
      }),
    );
  });

  it('walks to the root', () => {
    expect(ancestors(name('a.b')).map(formatName)).toEqual(['a.b.', 'b.', '.']);
    expect(parentName(name('.'))).toBe(null);
    expect(formatName(wildcardOf(name('b')))).toBe('*.b.');
  });

  it('writes the case away only in canonical form', () => {
    expect(Buffer.from(nameWire(name('aB.C'))).toString('latin1')).toBe('\u0002aB\u0001C\0');
    expect(Buffer.from(canonicalWire(name('aB.C'))).toString('latin1')).toBe('\u0002ab\u0001c\0');
  });
});
