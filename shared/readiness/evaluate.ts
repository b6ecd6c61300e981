import type { Snapshot } from '../tenant/snapshot.ts';
import { deadlines } from './deadlines.ts';
import { isWhole, readNeeds, readSource, whyUnread } from './readNeeds.ts';
import { affectedSampleMax } from './rule.ts';
import type { Finding, Reason, Remedy, Rule, RuleResult } from './rule.ts';
import { rules } from './rules.ts';

const nothing = { evidence: [], affected: { count: 0, sample: [] }, deadline: null, remedy: null };

function unassessed(rule: Rule, reason: Reason): RuleResult {
  const { id, severity } = rule;
  return { ...nothing, rule: id, status: 'not-assessed', severity, subject: null, reason };
}

/** What was read in part can show a fault, and can't show that there is none. */
function withoutProof(finding: Finding): Finding {
  const proves = finding.status === 'pass' || finding.status === 'not-applicable';
  return proves ? { ...finding, status: 'not-assessed', reason: 'incomplete' } : finding;
}

function deadlineOf({ deadline }: Finding): string | null {
  if (deadline === undefined) return null;
  return typeof deadline === 'string' ? deadlines[deadline].at : deadline.at;
}

const toDo: ReadonlySet<RuleResult['status']> = new Set(['fail', 'warning', 'manual']);

function remedyFor(rule: Rule, finding: Finding, names: readonly string[]): Remedy {
  const remedy = rule.remedy(names);
  const { commands, records = remedy.records } = finding;
  if (commands === undefined) return { ...remedy, records };
  return { ...remedy, commands, records, rollback: commands.length === 0 ? [] : remedy.rollback };
}

function resultOf(rule: Rule, finding: Finding): RuleResult {
  const { status, reason, params = {}, subject = null, evidence = [], affected = [] } = finding;
  const count = finding.affectedCount ?? affected.length;
  const sample = affected.slice(0, affectedSampleMax);
  const names = finding.names ?? (subject === null ? sample : [subject]);
  return {
    rule: rule.id,
    status,
    severity: finding.severity ?? rule.severity,
    subject,
    evidence,
    affected: { count, sample },
    deadline: deadlineOf(finding),
    reason: { code: reason, params: { ...rule.params, count, subject: subject ?? '', ...params } },
    remedy: toDo.has(status) ? remedyFor(rule, finding, names) : null,
  };
}

export function evaluateRule(rule: Rule, snapshot: Snapshot, at: Date): readonly RuleResult[] {
  const read = readNeeds(snapshot, rule.needs);
  if (!read.ok) return [unassessed(rule, read.reason)];
  try {
    const findings = rule.findings(read.data, {
      at,
      complete: read.complete,
      optional: (id) => readSource(snapshot, id),
      isWhole: (id) => isWhole(snapshot, id),
      unread: (id) => {
        const { code, params } = whyUnread(snapshot, id);
        return { status: 'not-assessed', reason: code, params };
      },
    });
    return findings.map((finding) =>
      resultOf(rule, read.complete ? finding : withoutProof(finding)),
    );
  } catch (error) {
    // One rule's bug must not hide what the others found.
    const problem = error instanceof Error ? error.message : String(error);
    const { id, severity } = rule;
    const reason: Reason = { code: 'rule-broken', params: { problem } };
    return [{ ...nothing, rule: id, status: 'error', severity, subject: null, reason }];
  }
}

/** Every rule on what a snapshot knows, as of a date: the rules in their order, subjects in the snapshot's. */
export function evaluateRules(snapshot: Snapshot, at: Date): readonly RuleResult[] {
  return rules.flatMap((rule) => evaluateRule(rule, snapshot, at));
}
