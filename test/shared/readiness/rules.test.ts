import { describe, expect, test } from 'vitest';
import { evaluateRule, evaluateRules } from '../../../shared/readiness/evaluate.ts';
import { ruleIds } from '../../../shared/readiness/ruleIds.ts';
import { rules } from '../../../shared/readiness/rules.ts';
import type { SourceId } from '../../../shared/tenant/sources.ts';
import { snapshotOf } from '../../support/snapshotOf.ts';
import { cases } from './cases.ts';
import type { RuleCase } from './ruleCase.ts';

const now = '2026-11-23T12:00:00Z';

function run(rule: (typeof rules)[number], { data, entries, at = now }: RuleCase) {
  return evaluateRule(rule, snapshotOf(data, entries), new Date(at));
}

test('the rules stand in the order of their ids', () => {
  expect(rules.map(({ id }) => id)).toEqual(ruleIds);
});

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  test.each((cases[id] ?? []).map((one) => [one.is, one] as const))('%s', (_, one) => {
    const results = run(rule, one);
    expect(results.map(({ status, reason }) => `${status} ${reason.code}`)).toEqual(one.gives);
    if (one.subjects !== undefined) {
      expect(results.map(({ subject }) => subject)).toEqual(one.subjects);
    }
    if (one.affected !== undefined) expect(results[0]?.affected.count).toBe(one.affected);
  });

  const needs = Object.keys(rule.needs) as SourceId[];
  const good = (cases[id] ?? []).filter(({ entries }) => entries === undefined);

  test.each(['null', 'failed', 'not in the list of sources'])(
    'is not assessed when a source that it needs is %s',
    (how) => {
      for (const source of needs) {
        for (const one of good) {
          const snapshot = snapshotOf(
            how === 'null' ? { ...one.data, [source]: null } : one.data,
            how === 'failed' ? { [source]: { state: 'failed', reason: 'consent-required' } } : {},
          );
          const listed = how.startsWith('not')
            ? { ...snapshot, sources: snapshot.sources.filter((entry) => entry.id !== source) }
            : snapshot;
          const results = evaluateRule(rule, listed, new Date(one.at ?? now));
          expect(results).toMatchObject([
            { status: 'not-assessed', reason: { code: 'source-not-read' } },
          ]);
        }
      }
    },
  );

  test('is not assessed when a property that it needs was missing', () => {
    for (const [source, properties] of Object.entries(rule.needs)) {
      for (const property of properties) {
        for (const one of good) {
          const entry = {
            state: 'partial',
            reason: 'properties-missing',
            missing: [property],
          } as const;
          const results = evaluateRule(
            rule,
            snapshotOf(one.data, { [source]: entry }),
            new Date(now),
          );
          expect(results).toMatchObject([
            {
              status: 'not-assessed',
              reason: { code: 'property-missing', params: { source, property } },
            },
          ]);
        }
      }
    }
  });

  test('never says that all is well of what was read in part', () => {
    for (const source of needs) {
      for (const one of good) {
        const entry = { state: 'partial', reason: 'cut-off' } as const;
        const results = evaluateRule(
          rule,
          snapshotOf(one.data, { [source]: entry }),
          new Date(one.at ?? now),
        );
        expect(results.filter(({ status }) => status === 'pass')).toEqual([]);
      }
    }
  });
});

test('a snapshot of nothing is assessed by no rule', () => {
  const results = evaluateRules(snapshotOf({}), new Date(now));
  expect(results.map(({ rule }) => rule)).toEqual(ruleIds);
  expect(new Set(results.map(({ status }) => status))).toEqual(new Set(['not-assessed']));
});

test('a rule that stops is told as that, and hides no other', () => {
  const broken = {
    ...rules[0]!,
    findings: () => {
      throw new Error('boom');
    },
  };
  const snapshot = snapshotOf(cases['send-from-alias.enabled']![0]!.data);
  expect(evaluateRule(broken, snapshot, new Date(now))).toMatchObject([
    { status: 'error', reason: { code: 'rule-broken', params: { problem: 'boom' } } },
  ]);
});
