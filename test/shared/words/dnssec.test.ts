import { createIntl } from '@formatjs/intl';
import { expect, test } from 'vitest';
import { dnssec } from '../../../shared/words/en/dnssec.ts';
import { en } from '../../../shared/words/en.ts';
import { errorCodes } from '../../../shared/errors.ts';
import { securityStatuses } from '../../../shared/dnssec/validation.ts';
import { validationReasons } from '../../../shared/dnssec/reasons.ts';

const problems: string[] = [];
const intl = createIntl({
  locale: 'en',
  messages: en,
  onError: (error) => problems.push(error.message),
});

test('every status and every reason has its sentences, and nothing else has', () => {
  const expected = [
    ...validationReasons.flatMap((code) => [`dnssec.reason.${code}`, `dnssec.action.${code}`]),
    ...securityStatuses.flatMap((code) => [`dnssec.status.${code}`, `dnssec.meaning.${code}`]),
    'dnssec.meaning.secure-absence',
  ];
  const keys = Object.keys(dnssec).filter((key) =>
    /\.(?:reason|action|status|meaning)\./.test(key),
  );
  expect(keys.toSorted()).toEqual(expected.toSorted());
});

test('reasons name the zone and nothing else, and actions need nothing', () => {
  for (const code of validationReasons) {
    const reason = intl.formatMessage({ id: `dnssec.reason.${code}` }, { zone: 'example.com' });
    const action = intl.formatMessage({ id: `dnssec.action.${code}` });
    for (const text of [reason, action]) expect(text).toMatch(/^[^{}]+\.$/);
  }
  expect(problems).toEqual([]);
});

test('every error of a trust anchor says what is wrong and what to do', () => {
  const codes = errorCodes.filter((code) => code.startsWith('trust-anchor-'));
  expect(codes.length).toBe(3);
  for (const line of [0, 3]) {
    for (const code of codes) {
      const params = { line, problem: 'record', zone: 'corp.', until: '2027-01-11' };
      for (const part of ['message', 'action']) {
        expect(intl.formatMessage({ id: `error.${code}.${part}` }, params)).toMatch(/^[^{}]+\.$/);
      }
    }
  }
  expect(problems).toEqual([]);
});
