import { describe, expect, test } from 'vitest';
import {
  isDifference,
  resolverOpinion,
  resolverOpinions,
} from '../../../shared/dnssec/resolverOpinion.ts';
import { dnssec } from '../../../shared/words/en/dnssec.ts';
import type { SecurityStatus } from '../../../shared/dnssec/validation.ts';

describe('what the resolver says beside what was found here', () => {
  test.each([
    ['secure', true, 'NOERROR', 'agrees', false],
    ['secure', true, 'NXDOMAIN', 'agrees', false],
    ['secure', false, 'NOERROR', 'unchecked', false],
    ['secure', false, 'SERVFAIL', 'refuses-secure', true],
    ['insecure', false, 'NOERROR', 'agrees', false],
    ['insecure', true, 'NOERROR', 'vouches-for-insecure', true],
    ['insecure', false, 'SERVFAIL', 'refuses-insecure', true],
    ['bogus', false, 'SERVFAIL', 'agrees', false],
    ['bogus', false, 'NOERROR', 'unchecked-bogus', false],
    ['bogus', true, 'NOERROR', 'vouches-for-bogus', true],
    ['indeterminate', true, 'NOERROR', 'vouches-for-unknown', true],
    ['indeterminate', false, 'SERVFAIL', 'unknown', false],
    ['secure', null, null, 'unknown', false],
  ] as const)(
    '%s beside AD %s and %s: %s',
    (status: SecurityStatus, ad, rcode, opinion, differs) => {
      const found = resolverOpinion({ status, resolver: { ad, rcode, ede: [] } });
      expect(found).toBe(opinion);
      expect(isDifference(found)).toBe(differs);
    },
  );

  test('each has a sentence', () => {
    const keys = Object.keys(dnssec).filter((key) => key.startsWith('dnssec.opinion.'));
    expect(keys.toSorted()).toEqual(
      resolverOpinions.map((each) => `dnssec.opinion.${each}`).toSorted(),
    );
  });
});
