import { createIntl } from '@formatjs/intl';
import { describe, expect, it } from 'vitest';
import {
  dnsFailureReasons,
  resolverVerdicts,
  selfTestChecks,
  selfTestDetails,
} from '../../../shared/contract/dns.ts';
import { dns } from '../../../shared/words/en/dns.ts';

const keys = Object.keys(dns);

describe('the words of the DNS', () => {
  it('has a sentence for every code that travels', () => {
    const expected = [
      ...dnsFailureReasons.map((code) => `dns.failure.${code}`),
      ...selfTestChecks.map((code) => `dns.self-test.check.${code}`),
      ...selfTestDetails.map((code) => `dns.self-test.detail.${code}`),
      ...resolverVerdicts.map((code) => `dns.self-test.verdict.${code}`),
    ];
    expect(expected.filter((key) => !keys.includes(key))).toEqual([]);
  });

  it('can be put together, every one', () => {
    const errors: string[] = [];
    const intl = createIntl({
      locale: 'en',
      messages: dns,
      onError: (error) => errors.push(error.message),
    });
    const values = {
      server: 's',
      name: 'n',
      type: 'MX',
      count: 2,
      rcode: 'NOERROR',
      milliseconds: 3,
      ad: 'false',
      code: 6,
      text: 'none',
      usable: 'yes',
      resolver: 'r',
      verdict: 'v',
      example: 'e',
    };
    for (const id of keys) expect(intl.formatMessage({ id }, values)).not.toMatch(/[{}]/);
    expect(errors).toEqual([]);
  });

  it('says nothing of an extended error without a text of its own', () => {
    const intl = createIntl({ locale: 'en', messages: dns });
    const id = 'dns.lookup.extended-error';
    const params = { code: 6, name: 'DNSSEC Bogus' };
    expect(intl.formatMessage({ id }, { ...params, text: 'none' })).toBe(
      'It adds: DNSSEC Bogus (6)',
    );
    expect(intl.formatMessage({ id }, { ...params, text: 'expired' })).toBe(
      'It adds: DNSSEC Bogus (6): expired',
    );
  });
});
