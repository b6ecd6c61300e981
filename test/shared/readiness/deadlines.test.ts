import { expect, test } from 'vitest';
import { deadlines, hasPassed, toCome } from '../../../shared/readiness/deadlines.ts';
import type { DeadlineId } from '../../../shared/readiness/deadlines.ts';
import { rules } from '../../../shared/readiness/rules.ts';

test('dates are those that Microsoft announced', () => {
  const days = Object.fromEntries(
    Object.entries(deadlines).map(([id, { at }]) => [id, at.slice(0, 10)]),
  );
  expect(days).toEqual({
    'basic-auth-off': '2022-10-01',
    // The diagnostic worked until the day before.
    'basic-auth-ended': '2023-01-01',
    'smtp-auth-off-by-default': '2026-12-31',
    'ews-block-begins': '2026-10-01',
    'ews-ended': '2027-04-01',
    'outlook-floor': '2021-11-01',
    'legacy-tls-ended': '2026-08-01',
    'eas-below-16-1-ended': '2026-08-04',
  });
});

test('each is a moment with its source, and some rule’s', () => {
  const used = new Set<string>(rules.flatMap((rule) => rule.deadlines));
  for (const [id, { at, source }] of Object.entries(deadlines)) {
    expect(new Date(at).toISOString()).toBe(at.replace('Z', '.000Z'));
    expect(new URL(source).hostname).toMatch(/(?:^|\.)microsoft\.com$/);
    expect(used, id).toContain(id);
  }
});

test('each holds from its moment on, and is to come until then', () => {
  for (const id of Object.keys(deadlines) as DeadlineId[]) {
    const at = new Date(deadlines[id].at);
    const before = new Date(at.getTime() - 1);
    expect([hasPassed(id, before), hasPassed(id, at)]).toEqual([false, true]);
    expect([toCome(id, before), toCome(id, at)]).toEqual([{ deadline: id }, {}]);
  }
});
