import { domainToASCII } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHostName } from '../../../shared/tlsa/hostName.ts';

function problemOf(text: string): string {
  const result = parseHostName(text);
  if (result.ok) return `accepted as ${result.value.ascii}`;
  return String(result.error.params['problem'] ?? result.error.code);
}

describe('parseHostName', () => {
  it.each([
    ['mail.example.com', 'mail.example.com', 'mail.example.com'],
    ['MAIL.Example.COM.', 'mail.example.com', 'mail.example.com'],
    ['  mail.example.com\n', 'mail.example.com', 'mail.example.com'],
    ['münchen.example', 'xn--mnchen-3ya.example', 'münchen.example'],
    ['xn--mnchen-3ya.example', 'xn--mnchen-3ya.example', 'münchen.example'],
    ['MÜNCHEN.example', 'xn--mnchen-3ya.example', 'münchen.example'],
    ['mail。例え。テスト', 'mail.xn--r8jz45g.xn--zckzah', 'mail.例え.テスト'],
    ['r3---sn-abc.example.com', 'r3---sn-abc.example.com', 'r3---sn-abc.example.com'],
    [`${'a'.repeat(63)}.example`, `${'a'.repeat(63)}.example`, `${'a'.repeat(63)}.example`],
    ['1and1.example', '1and1.example', '1and1.example'],
  ])('stores %j as A-labels and shows it as U-labels', (text, ascii, unicode) => {
    expect(parseHostName(text)).toEqual({ ok: true, value: { ascii, unicode } });
  });

  it('keeps the letters that IDNA2003 mapped away (UTS #46, non-transitional)', () => {
    expect(parseHostName('straße.example')).toMatchObject({
      value: { ascii: 'xn--strae-oqa.example' },
    });
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['.', 'empty'],
    ['*.example.com', 'host-wildcard'],
    ['mail.*.com', 'host-wildcard'],
    ['192.0.2.1', 'host-ip-address'],
    ['192.0.2.1.', 'host-ip-address'],
    ['１９２．０．２．１', 'host-ip-address'],
    ['0x7f.0.0.0x1', 'host-ip-address'],
    ['2001:db8::25', 'host-ip-address'],
    ['[2001:db8::25]', 'host-ip-address'],
    ['[2001:db8::25]:25', 'host-ip-address'],
    ['::ffff:192.0.2.1', 'host-ip-address'],
    ['fe80::1%eth0', 'host-ip-address'],
    ['mail_1.example.com', 'underscore'],
    ['_25._tcp.mail.example.com', 'ownerName'],
    ['mail..example.com', 'emptyLabel'],
    ['.example.com', 'emptyLabel'],
    ['mail.example.com..', 'emptyLabel'],
    [`${'a'.repeat(64)}.example`, 'labelTooLong'],
    [`${'ü'.repeat(60)}.example`, 'labelTooLong'],
    [`${'a.'.repeat(126)}aa`, 'tooLong'],
    ['a'.repeat(100_000), 'tooLong'],
    ['com', 'singleLabel'],
    ['localhost.', 'singleLabel'],
    ['mail example.com', 'whitespace'],
    ['mail.example.com mail2.example.com', 'whitespace'],
    ['admin@example.com', 'email'],
    ['https://mail.example.com/owa', 'url'],
    ['mail.example.com/owa', 'url'],
    ['mail.example.com:25', 'port'],
    ['-mail.example.com', 'hyphen'],
    ['mail-.example.com', 'hyphen'],
    ['mail,example.com', 'character'],
    ['"mail.example.com"', 'character'],
    ['mail\u0000.example.com', 'character'],
    ['xn--a.example', 'international'],
    ['a\u0300\u200db.example', 'international'],
    ['aא.example', 'international'],
  ])('refuses %j with a reason of its own', (text, problem) => {
    expect(problemOf(text)).toBe(problem);
  });

  it.each([
    ['https://admin:pw@mail.example.com:8443/owa?x', 'mail.example.com'],
    ['mail.example.com:25', 'mail.example.com'],
    ['_25._tcp.mail.example.com.', 'mail.example.com.'],
    ['mail.example.com/owa', 'mail.example.com'],
  ])('suggests the host of %j', (text, suggestion) => {
    expect(parseHostName(text)).toMatchObject({ ok: false, error: { params: { suggestion } } });
  });

  it('agrees with the URL standard of this runtime on what it accepts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), (label) => {
        const result = parseHostName(`${label}.example`);
        if (!result.ok) return;
        const ofRuntime = domainToASCII(`${label.trim()}.example`);
        // The runtime's tables are of an older Unicode: it refuses some letters that are new in ours.
        expect([result.value.ascii, '']).toContain(ofRuntime);
        if (/^[ -\u02ff\u0370-\u05ff]*$/u.test(label)) expect(ofRuntime).not.toBe('');
      }),
      { numRuns: 3000 },
    );
  });

  it('reads what it stored, and what it showed, as the same name', () => {
    fc.assert(
      fc.property(fc.domain(), fc.string({ unit: 'grapheme', maxLength: 6 }), (domain, label) => {
        const result = parseHostName(`${label}x.${domain}`);
        if (!result.ok) return;
        expect(parseHostName(result.value.ascii)).toEqual(result);
        expect(parseHostName(result.value.unicode)).toEqual(result);
      }),
      { numRuns: 1000 },
    );
  });

  it('never throws, whatever is pasted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        expect(typeof parseHostName(text).ok).toBe('boolean');
      }),
      { numRuns: 2000 },
    );
  });
});
