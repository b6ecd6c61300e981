import type { SourceEntry } from '../../tenant/snapshot.ts';
import type { Words } from '../../words/words.ts';
import { titleOfRule } from '../describe.ts';
import type { RuleResult } from '../rule.ts';
import { ruleStatuses } from '../ruleIds.ts';
import type { RuleStatus } from '../ruleIds.ts';
import { rules } from '../rules.ts';
import { statusOrder } from '../statusOrder.ts';
import { tellResult } from '../tellResult.ts';
import { reportSchemaName } from './report.ts';
import type { Report, ReportedResult } from './report.ts';
import type { ReportInput } from './reportInput.ts';
import { redactInput } from './redactInput.ts';

function waiverOf({ status, reason: { params } }: RuleResult): ReportedResult['waiver'] {
  if (status !== 'waived') return null;
  const { owner = '', reason = '', until = '' } = params;
  return { owner: String(owner), reason: String(reason), until: String(until) };
}

function reported(result: RuleResult, words: Words): ReportedResult {
  const references = rules.find(({ id }) => id === result.rule)?.sources ?? [];
  return { ...tellResult(result, words), waiver: waiverOf(result), references };
}

function countsOf(results: readonly RuleResult[]): Record<RuleStatus, number> {
  const counts = Object.fromEntries(ruleStatuses.map((status) => [status, 0])) as Record<
    RuleStatus,
    number
  >;
  for (const { status } of results) counts[status] += 1;
  return counts;
}

const open: ReadonlySet<RuleStatus> = new Set(['fail', 'warning', 'manual', 'not-assessed']);

/** Dates that what is open has to meet, the earliest first. */
function deadlinesOf(results: readonly ReportedResult[]): Report['deadlines'] {
  const dates = new Map<string, ReportedResult[]>();
  for (const result of results) {
    const { deadline, status } = result;
    if (deadline !== null && open.has(status)) {
      dates.set(deadline, [...(dates.get(deadline) ?? []), result]);
    }
  }
  return [...dates]
    .toSorted(([left], [right]) => Date.parse(left) - Date.parse(right))
    .map(([at, of]) => ({
      at,
      results: of.map(({ rule, title, subject, status }) => ({ rule, title, subject, status })),
    }));
}

function coverageOf(sources: readonly SourceEntry[], words: Words): Report['coverage'] {
  return sources.map((entry) => {
    const { id, call, state, reason, at, requestId, records, missing, detail } = entry;
    const explanation = reason === null ? null : words(`tenant.reason.${reason}`);
    return {
      source: id,
      call,
      state,
      reason,
      explanation,
      at,
      requestId,
      records,
      missing,
      detail,
    };
  });
}

/** A report with its sentences. `redact`: names are replaced before a sentence is made of them. */
export function makeReport(given: ReportInput, redact: boolean, words: Words): Report {
  const input = redact ? redactInput(given) : given;
  const results = statusOrder
    .flatMap((status) => input.results.filter((result) => result.status === status))
    .map((result) => reported(result, words));
  return {
    schema: reportSchemaName,
    tenant: { id: input.tenant.id, name: input.tenant.name },
    run: input.run,
    takenAt: input.takenAt,
    evaluatedAt: input.evaluatedAt,
    redacted: redact,
    counts: countsOf(input.results),
    results,
    deadlines: deadlinesOf(results),
    coverage: input.sources === null ? null : coverageOf(input.sources, words),
    changes:
      input.changes === null
        ? null
        : {
            since: input.changes.since,
            entries: input.changes.entries.map((entry) => ({
              ...entry,
              title: titleOfRule(entry.rule, words),
            })),
          },
  };
}
