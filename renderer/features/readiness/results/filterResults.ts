import { describeResult } from '../../../../shared/readiness/describe.ts';
import type { RuleResult } from '../../../../shared/readiness/rule.ts';
import type { RuleId, RuleStatus, Severity } from '../../../../shared/readiness/ruleIds.ts';
import type { Words } from '../../../../shared/words/words.ts';

export interface ResultFilter {
  readonly status: RuleStatus | undefined;
  readonly severity: Severity | undefined;
  /** Every word of it is in the title, the id, the subject or the reason, in any case. */
  readonly text: string;
}

export interface RuleGroup {
  readonly rule: RuleId;
  readonly title: string;
  readonly results: readonly RuleResult[];
}

/** Results that match, under their rules, both in the order in which they came. */
export function groupResults(
  results: readonly RuleResult[],
  { status, severity, text }: ResultFilter,
  words: Words,
): readonly RuleGroup[] {
  const sought = text.toLowerCase().split(/\s+/).filter(Boolean);
  const matches = (result: RuleResult): boolean => {
    if (status !== undefined && result.status !== status) return false;
    if (severity !== undefined && result.severity !== severity) return false;
    if (sought.length === 0) return true;
    const { title, message } = describeResult(result, words);
    const whole = `${title} ${result.rule} ${result.subject ?? ''} ${message}`.toLowerCase();
    return sought.every((word) => whole.includes(word));
  };
  return [...Map.groupBy(results.filter(matches), ({ rule }) => rule)].flatMap(
    ([rule, [first, ...others]]) =>
      first === undefined
        ? []
        : [{ rule, title: describeResult(first, words).title, results: [first, ...others] }],
  );
}
