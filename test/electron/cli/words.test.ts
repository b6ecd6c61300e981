import { describe, expect, it } from 'vitest';
import { errorSentences } from '../../../electron/cli/words.ts';
import { createWords } from '../../../electron/service/words.ts';
import { adviceKinds } from '../../../shared/tlsa/advice.ts';
import type { AdviceCode } from '../../../shared/tlsa/advice.ts';

const words = createWords();

/** Parameters under every name that a sentence about records asks for. */
const params = {
  usage: 1,
  selector: 0,
  matchingType: 1,
  octets: 31,
  expected: 32,
  instead: 3,
  date: '2026-12-01',
  days: 9,
  host: 'mail.example.com',
  algorithm: 'RSA',
  bits: 1024,
  key: 'Ed25519',
  ttl: 60,
  protocol: 'udp',
  count: 13,
  max: 12,
};

describe('the words of advice', () => {
  it.each(Object.keys(adviceKinds) as AdviceCode[])('say what %s means', (code) => {
    const sentence = words(`tlsa.advice.${code}`, params);
    expect(sentence).toMatch(/^[^{}]{20,}\.$/);
    expect(sentence).not.toContain('undefined');
  });

  it('count in words that fit the number', () => {
    expect(words('tlsa.advice.expires-soon', { days: 0, date: 'x' })).toMatch(/^.*expires today/);
    expect(words('tlsa.advice.expires-soon', { days: 1, date: 'x' })).toMatch(
      /^.*expires tomorrow/,
    );
    expect(words('tlsa.advice.expires-soon', { days: 2, date: 'x' })).toMatch(/^.*in 2 days/);
  });
});

describe('errorSentences', () => {
  it('says on a command line what to do there', () => {
    const { action } = errorSentences(words, {
      code: 'pkcs12-password-required',
      params: { name: 'mail.pfx' },
    });
    expect(action).toContain('--password-stdin');
  });

  it('names what was given', () => {
    const error = { code: 'host-wildcard', params: { value: '*.example.com' } } as const;
    expect(errorSentences(words, error).message).toContain('*.example.com');
  });
});
