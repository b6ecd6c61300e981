import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffResults } from '../../../shared/readiness/diff.ts';
import { ruleStatuses } from '../../../shared/readiness/ruleIds.ts';
import type { RuleResult } from '../../../shared/readiness/rule.ts';

const result = (status: RuleResult['status'], more: Partial<RuleResult> = {}): RuleResult => ({
  rule: 'dane.inbound',
  status,
  severity: 'medium',
  subject: 'contoso.com',
  evidence: [],
  affected: { count: 0, sample: [] },
  deadline: null,
  reason: { code: 'dane-on', params: {} },
  remedy: null,
  ...more,
});
const whole = result('not-assessed', { subject: null, reason: { code: 'incomplete', params: {} } });

const evidence = (value: string): RuleResult['evidence'] => [
  { source: 'acceptedDomains', property: 'smtpDaneStatus', value },
];

describe('a subject in both runs', () => {
  test.each([
    ['pass', 'fail', 'new'],
    ['not-applicable', 'warning', 'new'],
    ['waived', 'fail', 'new'],
    ['fail', 'pass', 'fixed'],
    ['manual', 'not-applicable', 'fixed'],
    ['fail', 'warning', 'changed'],
    ['pass', 'not-applicable', 'changed'],
    ['fail', 'not-assessed', 'not-comparable'],
    ['not-assessed', 'pass', 'not-comparable'],
    ['error', 'fail', 'not-comparable'],
  ] as const)('from %s to %s is %s', (from, to, change) => {
    expect(diffResults([result(from)], [result(to)])).toEqual([
      { rule: 'dane.inbound', subject: 'contoso.com', change, from, to },
    ]);
  });

  test('that stays as it is, or stays unknown, is not told', () => {
    for (const status of ruleStatuses) {
      expect(diffResults([result(status)], [result(status)])).toEqual([]);
    }
    expect(diffResults([result('not-assessed')], [result('error')])).toEqual([]);
  });

  test('with other evidence or more of those affected has changed', () => {
    const from = result('fail', { evidence: evidence('Disabled') });
    expect(diffResults([from], [result('fail', { evidence: evidence('Pending') })])).toHaveLength(
      1,
    );
    expect(
      diffResults([from], [result('fail', { affected: { count: 3, sample: [] } })]),
    ).toHaveLength(1);
    // Read by one run only.
    expect(diffResults([result('fail')], [from])).toEqual([]);
  });
});

describe('a subject in one run', () => {
  test('is new when it is bad, fixed when it is gone, and changed when it was good', () => {
    expect(diffResults([], [result('fail')])).toMatchObject([{ change: 'new', from: null }]);
    expect(diffResults([result('fail')], [])).toMatchObject([{ change: 'fixed', to: null }]);
    expect(diffResults([result('pass')], [])).toMatchObject([{ change: 'changed' }]);
  });

  test('can’t be compared when the other run could not judge the rule', () => {
    expect(diffResults([result('fail')], [whole])).toContainEqual({
      rule: 'dane.inbound',
      subject: 'contoso.com',
      change: 'not-comparable',
      from: 'fail',
      to: null,
    });
    const back = diffResults([whole], [result('fail')]);
    expect(new Set(back.map(({ change }) => change))).toEqual(new Set(['not-comparable']));
  });
});

test('what a run could not judge never counts as fixed, nor as new', () => {
  const status = fc.constantFrom(...ruleStatuses);
  const run = fc.array(
    fc.record({ status, subject: fc.constantFrom('a.example', 'b.example', null) }),
    { maxLength: 5 },
  );
  fc.assert(
    fc.property(run, run, (first, second) => {
      const from = first.map(({ status, subject }) => result(status, { subject }));
      const to = second.map(({ status, subject }) => result(status, { subject }));
      for (const entry of diffResults(from, to)) {
        const isUnknown = [entry.from, entry.to].some(
          (one) => one === 'not-assessed' || one === 'error',
        );
        if (isUnknown) expect(entry.change).toBe('not-comparable');
      }
      expect(diffResults(to, to)).toEqual([]);
    }),
  );
});
