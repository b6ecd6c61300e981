import { execFileSync } from 'node:child_process';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { powerShellQuote, shellQuote } from '../../../shared/tlsa/quote.ts';
import { powerShellTokens } from '../../support/powerShellTokens.ts';

/** Text rich in what shells and PowerShell act upon. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(
      ...'\'"`$\\\n ;|&()-*~!#%a\u2018\u2019\u201a\u201b\u201c\u201d\u2013\u00a0'.split(''),
    ),
  }),
  fc.constantFrom("'; rm -rf / #", '\u2019; Remove-Item \u2018', '$(id)', '`id`', '-rf', ''),
);

describe('shellQuote', () => {
  it('gives a real shell back exactly what went in', () => {
    const texts = fc.sample(hostile, 1000).filter((text) => !/[\0\ud800-\udfff]/u.test(text));
    const script = `printf '%s\\0' ${texts.map((text) => shellQuote(text)).join(' ')}`;
    const output = execFileSync('sh', ['-c', script], { encoding: 'utf8' });
    expect(output.split('\0').slice(0, -1)).toEqual(texts);
  });

  it('leaves plain words without quotes, and everything else inside them', () => {
    expect(shellQuote('_25._tcp.mail')).toBe('_25._tcp.mail');
    expect(shellQuote('my group')).toBe("'my group'");
    expect(shellQuote("it's")).toBe(String.raw`'it'\''s'`);
    expect(shellQuote('')).toBe("''");
  });

  it('drops NUL, which no argument can hold', () => {
    expect(shellQuote('a\0b')).toBe('ab');
  });
});

describe('powerShellQuote', () => {
  it('is read back exactly by the grammar of PowerShell', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(powerShellTokens(powerShellQuote(text))).toEqual([{ kind: 'string', value: text }]);
      }),
      { numRuns: 2000 },
    );
  });

  it('doubles the typographic quotes that PowerShell takes for plain ones', () => {
    expect(powerShellQuote("a'b‘c’d‚e‛f")).toBe("'a''b‘‘c’’d‚‚e‛‛f'");
    expect(powerShellQuote('“$x”')).toBe("'“$x”'");
  });
});
