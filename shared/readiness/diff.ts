import type { RuleId, RuleStatus } from './ruleIds.ts';
import type { RuleResult } from './rule.ts';

export const changes = ['new', 'fixed', 'changed', 'not-comparable'] as const;
export type Change = (typeof changes)[number];

export interface DiffEntry {
  readonly rule: RuleId;
  readonly subject: string | null;
  readonly change: Change;
  /** `null`: the run has no such subject. */
  readonly from: RuleStatus | null;
  readonly to: RuleStatus | null;
}

type Kind = 'good' | 'bad' | 'unknown' | 'absent';

const kinds: Readonly<Record<RuleStatus, Kind>> = {
  pass: 'good',
  'not-applicable': 'good',
  waived: 'good',
  fail: 'bad',
  warning: 'bad',
  manual: 'bad',
  'not-assessed': 'unknown',
  error: 'unknown',
};

/** A rule may have several results of one subject; they are compared together. */
function groups(results: readonly RuleResult[]): Map<string, readonly RuleResult[]> {
  const found = new Map<string, RuleResult[]>();
  for (const result of results) {
    const key = JSON.stringify([result.rule, result.subject]);
    const group = found.get(key);
    if (group === undefined) found.set(key, [result]);
    else group.push(result);
  }
  return found;
}

const worstFirst: readonly RuleStatus[] = [
  'error',
  'fail',
  'not-assessed',
  'warning',
  'manual',
  'waived',
  'pass',
  'not-applicable',
];

function worst(group: readonly RuleResult[]): RuleStatus | null {
  return worstFirst.find((status) => group.some((result) => result.status === status)) ?? null;
}

/** What a person would see differ, but for the evidence. */
function face(group: readonly RuleResult[]): string {
  return JSON.stringify(
    group.map(({ status, reason, affected: { count, sample } }) => [
      status,
      reason.code,
      count,
      sample,
    ]),
  );
}

function evidenceOf(group: readonly RuleResult[]): ReadonlyMap<string, string> {
  return new Map(
    group.flatMap(({ evidence }) =>
      evidence.map(({ source, property, value }) => [
        `${source} ${property}`,
        JSON.stringify(value),
      ]),
    ),
  );
}

/** A source that only one run read adds to its evidence, which is no change of the tenant. */
function isSame(from: readonly RuleResult[], to: readonly RuleResult[]): boolean {
  const before = evidenceOf(from);
  const moved = [...evidenceOf(to)].some(
    ([key, value]) => before.has(key) && before.get(key) !== value,
  );
  return !moved && face(from) === face(to);
}

function changeOf(from: Kind, to: Kind, same: boolean): Change | null {
  if (from === 'unknown' && to === 'unknown') return null;
  if (from === 'unknown' || to === 'unknown') return 'not-comparable';
  if (to === 'bad' && from !== 'bad') return 'new';
  if (from === 'bad' && to !== 'bad') return 'fixed';
  return same ? null : 'changed';
}

/** A subject that is not there because its whole rule could not be judged is unknown, not gone. */
function kindOf(group: readonly RuleResult[], rule: RuleId, unjudged: ReadonlySet<RuleId>): Kind {
  const status = worst(group);
  if (status !== null) return kinds[status];
  return unjudged.has(rule) ? 'unknown' : 'absent';
}

function unjudgedOf(results: readonly RuleResult[]): ReadonlySet<RuleId> {
  return new Set(
    results
      .filter(({ subject, status }) => subject === null && kinds[status] === 'unknown')
      .map(({ rule }) => rule),
  );
}

/**
 * What differs between two runs over the same tenant, in the order of the later run, then of what is
 * in the earlier one alone. What either could not judge is `not-comparable`, never `fixed`.
 */
export function diffResults(
  from: readonly RuleResult[],
  to: readonly RuleResult[],
): readonly DiffEntry[] {
  const before = groups(from);
  const after = groups(to);
  const unjudgedBefore = unjudgedOf(from);
  const unjudgedAfter = unjudgedOf(to);
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((key) => {
    const [first = [], second = []] = [before.get(key), after.get(key)];
    const [any] = [...second, ...first];
    if (any === undefined) return [];
    const { rule, subject } = any;
    const change = changeOf(
      kindOf(first, rule, unjudgedBefore),
      kindOf(second, rule, unjudgedAfter),
      isSame(first, second),
    );
    const statuses = { from: worst(first), to: worst(second) };
    return change === null ? [] : [{ rule, subject, change, ...statuses }];
  });
}
