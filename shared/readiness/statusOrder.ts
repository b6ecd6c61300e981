import type { RuleStatus } from './ruleIds.ts';

/** What needs attention first comes first. */
export const statusOrder: readonly RuleStatus[] = [
  'error',
  'fail',
  'warning',
  'manual',
  'not-assessed',
  'waived',
  'pass',
  'not-applicable',
];
