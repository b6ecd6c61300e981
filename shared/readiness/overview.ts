import { severities } from './ruleIds.ts';
import type { RuleResult } from './rule.ts';

export interface Overview {
  readonly attention: readonly RuleResult[];
  readonly deadlines: readonly { readonly at: string; readonly results: readonly RuleResult[] }[];
  readonly unassessed: readonly RuleResult[];
}

const attentionOrder = ['fail', 'warning', 'manual'] as const satisfies RuleResult['status'][];

function rank({ status, severity, deadline }: RuleResult): readonly number[] {
  return [
    attentionOrder.findIndex((each) => each === status),
    severities.indexOf(severity),
    deadline === null ? Infinity : Date.parse(deadline),
  ];
}

function compare(left: RuleResult, right: RuleResult): number {
  const [first, second] = [rank(left), rank(right)];
  for (const [index, value] of first.entries()) {
    const other = second[index] ?? 0;
    if (value !== other) return value < other ? -1 : 1;
  }
  return 0;
}

function deadlinesOf(results: readonly RuleResult[]): Overview['deadlines'] {
  const found = new Map<string, RuleResult[]>();
  for (const result of results) {
    if (result.deadline === null) continue;
    const group = found.get(result.deadline);
    if (group === undefined) found.set(result.deadline, [result]);
    else group.push(result);
  }
  return [...found]
    .map(([at, group]) => ({ at, results: group }))
    .toSorted((left, right) => Date.parse(left.at) - Date.parse(right.at));
}

/**
 * What needs attention: fails, then warnings, then what is to be done by hand, each by severity and by
 * deadline; their dates in order; what could not be judged.
 */
export function overviewOf(results: readonly RuleResult[]): Overview {
  const attention = results
    .filter(({ status }) => attentionOrder.some((each) => each === status))
    .toSorted(compare);
  return {
    attention,
    deadlines: deadlinesOf(attention),
    unassessed: results.filter(({ status }) => status === 'not-assessed' || status === 'error'),
  };
}
