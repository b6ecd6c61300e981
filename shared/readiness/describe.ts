import { sourceFields } from '../tenant/sourceFields.ts';
import { describeSource, sourceIds } from '../tenant/sources.ts';
import type { WordId } from '../words/en.ts';
import type { Words } from '../words/words.ts';
import type { Params, Rule, RuleResult } from './rule.ts';
import type { RuleId } from './ruleIds.ts';
import { rules } from './rules.ts';

export interface RuleSentences {
  readonly title: string;
  readonly why: string;
  /** Why the result is as it is. */
  readonly message: string;
  readonly fix: string;
  readonly portal: string;
  readonly rollback: string;
  readonly verify: string;
}

/** Sources by the call and properties by the name that an administrator knows, reasons of theirs by their sentence. */
function spoken(params: Params, words: Words): Params {
  const { source, because, property } = params;
  const id = sourceIds.find((candidate) => candidate === source);
  return {
    ...params,
    ...(id === undefined ? {} : { source: describeSource(id).call }),
    ...(id === undefined || property === undefined
      ? {}
      : { property: sourceFields[id]?.[property]?.property ?? property }),
    ...(because === undefined ? {} : { detail: words(`tenant.reason.${because}` as WordId) }),
  };
}

function ruleOf(id: RuleId): Rule {
  const rule = rules.find((candidate) => candidate.id === id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  return rule;
}

/** What is said of a rule whatever came of it. */
export function describeRule(id: RuleId, words: Words): Omit<RuleSentences, 'message'> {
  const rule = ruleOf(id);
  const say = (part: 'title' | 'why' | 'fix' | 'portal' | 'rollback' | 'verify') =>
    words(`readiness.rule.${rule.words}.${part}`, rule.params);
  return {
    title: say('title'),
    why: say('why'),
    fix: say('fix'),
    portal: say('portal'),
    rollback: say('rollback'),
    verify: say('verify'),
  };
}

export function describeResult(result: RuleResult, words: Words): RuleSentences {
  const { code, params } = result.reason;
  return {
    ...describeRule(result.rule, words),
    message: words(`readiness.reason.${code}`, spoken(params, words)),
  };
}

export function titleOfRule(id: RuleId, words: Words): string {
  const rule = ruleOf(id);
  return words(`readiness.rule.${rule.words}.title`, rule.params);
}
