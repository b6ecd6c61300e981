import { createIntl } from '@formatjs/intl';
import { assert, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { en } from '../../../shared/words/en.ts';
import { pseudoLocalize } from '../../../shared/words/pseudoLocalize.ts';

const pseudo = (message: string) => pseudoLocalize({ message }).message;

describe('the pseudo-locale', () => {
  test('accents letters, lengthens, and brackets', () => {
    expect(pseudo('Copy it')).toBe('⟦Çöþý îţ··⟧');
  });

  test('keeps arguments, and translates the texts in their options', () => {
    expect(pseudo('{count, plural, one {# file} other {# of {total, number} files}}')).toBe(
      '⟦{count, plural, one {# ƒîļé} other {# öƒ \u2068{total, number}\u2069 ƒîļéš}}····⟧',
    );
  });

  test('puts values between isolates, also in options', () => {
    expect(pseudo('Go to {name}')).toBe('⟦Ĝö ţö \u2068{name}\u2069··⟧');
    expect(pseudo('{n, plural, other {# of {name}}}')).toBe(
      '⟦{n, plural, other {# öƒ \u2068{name}\u2069}}·⟧',
    );
  });

  test('keeps tags, what stands in code, and quoted braces', () => {
    expect(pseudo("<b>Run</b> <code>certlm.msc</code> '{'x'}'")).toBe(
      "⟦<b>Ŕûñ</b> <code>certlm.msc</code> '{'ẋ'}'··⟧",
    );
  });

  test('never throws, and keeps every digit, space and sign of plain text', () => {
    assert(
      property(string(), (text) => {
        const result = pseudo(text);
        expect(result.startsWith('⟦') && result.endsWith('⟧')).toBe(true);
        if (!/[{}<>'#]/.test(text)) {
          expect(result.replaceAll(/[^0-9 .,]/g, '')).toBe(text.replaceAll(/[^0-9 .,]/g, ''));
        }
      }),
    );
  });

  test('formats whatever English formats, with no English left but arguments and code', () => {
    const left = Object.entries(pseudoLocalize(en)).flatMap(([id, message]) => {
      const plain = format(message).replaceAll(
        /<code>.*?<\/code>|<\/?\w+>|\u2068[^\u2068\u2069]*\u2069/g,
        '',
      );
      return /[A-Za-z]{2}/.test(plain) ? [`${id}: ${plain}`] : [];
    });
    expect(left).toEqual([]);
  });
});

/** With the number 7 for every argument, and tags left in the text. */
function format(message: string): string {
  const names = Array.from(
    message.matchAll(/\{(\w+)\s*[,}]/g),
    ([, name = '']) => [name, 7] as const,
  );
  return createIntl({
    locale: 'en',
    messages: { message },
    onError: (error) => {
      throw error;
    },
  }).formatMessage({ id: 'message' }, Object.fromEntries(names), { ignoreTag: true });
}
