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

/** What is not known can't be waived, and nothing is waived without an end. */
export function applyWaivers(
  results: readonly RuleResult[],
  waivers: readonly Waiver[],
  at: Date,
): readonly RuleResult[] {
  const current = waivers.filter(({ until }) => Date.parse(until) > at.getTime());
  return results.map((result) => {
    const waiver = current.find(
      ({ rule, subject }) =>
        rule === result.rule && (subject === null || subject === result.subject),
    );
    if (waiver === undefined || !waivable.has(result.status)) return result;
    const { reason, owner, until } = waiver;
    return {
      ...result,
      status: 'waived',
      reason: { code: 'waived', params: { reason, owner, until } },
    };
  });
}
