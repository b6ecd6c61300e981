import { expect, test } from 'vitest';
import { evaluateRules } from '../../../shared/readiness/evaluate.ts';
import { applyWaivers } from '../../../shared/readiness/waivers.ts';
import type { Waiver } from '../../../shared/readiness/waivers.ts';
import { snapshotOf } from '../../support/snapshotOf.ts';
import { outbound, transport } from './ruleCase.ts';

const at = new Date('2026-11-23T12:00:00Z');
const results = evaluateRules(
  snapshotOf({
    ...transport({ smtpClientAuthenticationDisabled: true }),
    outboundConnectors: ['A', 'B'].map((name) =>
      outbound({ name, enabled: true, useMxRecord: true, smtpDaneMode: 'None' }),
    ),
  }),
  at,
);
const waiver = (more: Partial<Waiver>): Waiver => ({
  rule: 'dane.outbound',
  subject: null,
  reason: 'moves in spring',
  owner: 'ann@contoso.com',
  until: '2027-01-01T00:00:00Z',
  ...more,
});
const statusesOf = (waivers: readonly Waiver[], on = at) =>
  applyWaivers(results, waivers, on)
    .filter(({ rule }) => rule === 'dane.outbound')
    .map(({ status }) => status);

test('a waiver covers its subject, or every subject of its rule', () => {
  expect(statusesOf([])).toEqual(['fail', 'fail']);
  expect(statusesOf([waiver({ subject: 'B' })])).toEqual(['fail', 'waived']);
  expect(statusesOf([waiver({})])).toEqual(['waived', 'waived']);
  expect(applyWaivers(results, [waiver({})], at)).toContainEqual(
    expect.objectContaining({
      reason: {
        code: 'waived',
        params: {
          reason: 'moves in spring',
          owner: 'ann@contoso.com',
          until: '2027-01-01T00:00:00Z',
        },
      },
    }),
  );
});

test('it ends at its time, and one without a readable end never began', () => {
  expect(statusesOf([waiver({})], new Date('2027-01-01T00:00:00Z'))).toEqual(['fail', 'fail']);
  expect(statusesOf([waiver({ until: 'whenever' })])).toEqual(['fail', 'fail']);
});

test('what is good or not known is not waived', () => {
  const waivers = [waiver({ rule: 'smtp-auth.organization' }), waiver({ rule: 'dane.inbound' })];
  expect(applyWaivers(results, waivers, at)).toEqual(results);
});
