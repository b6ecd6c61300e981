import type { RuleId } from './ruleIds.ts';
import type { RuleResult } from './rule.ts';

/** Somebody's decision to live with a result for a while. */
export interface Waiver {
  readonly rule: RuleId;
  /** `null`: every subject of the rule. */
  readonly subject: string | null;
  readonly reason: string;
  readonly owner: string;
  /** RFC 3339; from then on the result shows again. */
  readonly until: string;
}

const waivable: ReadonlySet<RuleResult['status']> = new Set(['fail', 'warning', 'manual']);

/** The waiver in force for a result; what is not known can't be waived. */
export function waiverFor(
  result: Pick<RuleResult, 'rule' | 'subject' | 'status'>,
  waivers: readonly Waiver[],
  at: Date,
): Waiver | null {
  if (!waivable.has(result.status)) return null;
  const found = waivers.find(
    ({ rule, subject, until }) =>
      rule === result.rule &&
      (subject === null || subject === result.subject) &&
      Date.parse(until) > at.getTime(),
  );
  return found ?? null;
}

/** Nothing is waived without an end. */
export function applyWaivers(
  results: readonly RuleResult[],
  waivers: readonly Waiver[],
  at: Date,
): readonly RuleResult[] {
  return results.map((result) => {
    const waiver = waiverFor(result, waivers, at);
    if (waiver === null) return result;
    const { reason, owner, until } = waiver;
    return {
      ...result,
      status: 'waived',
      reason: { code: 'waived', params: { reason, owner, until } },
    };
  });
}
