import { describe, expect, it } from 'vitest';
import { namesServer } from '../../../../../electron/service/dane/match/presentedNames.ts';

const dns = (...dnsNames: string[]) => ({ dnsNames, commonNames: ['mx.example.org'] });

describe('reference identifiers (RFC 6125, RFC 7672 §3.2.3)', () => {
  it('are compared without regard to case', () => {
    expect(namesServer(dns('MX.Example.COM'), ['mx.example.com'])).toBe(true);
  });

  it('match the common name only where there is no dNSName', () => {
    expect(namesServer(dns('mx.example.com'), ['mx.example.org'])).toBe(false);
    expect(namesServer(dns(), ['mx.example.org'])).toBe(true);
  });

  it.each([
    ['*.example.com', 'mx.example.com', true],
    ['*.example.com', 'xn--mx-eka.example.com', true],
    ['*.example.com', 'a.mx.example.com', false],
    ['*.example.com', 'example.com', false],
    ['m*.example.com', 'mx.example.com', false],
    ['mx.*.com', 'mx.example.com', false],
    ['*.*.com', 'mx.example.com', false],
    ['*.com', 'example.com', false],
    ['*', 'example', false],
    ['.example.com', 'mx.example.com', false],
    ['mx.example.com.', 'mx.example.com', false],
    ['mx.example.com\0.evil.test', 'mx.example.com', false],
    ['', 'mx.example.com', false],
  ])('%s for %s: %s', (presented, reference, expected) => {
    expect(namesServer(dns(presented), [reference])).toBe(expected);
  });
});
