import type { RunView } from '../../../../shared/contract/readiness.ts';
import type { RuleResult } from '../../../../shared/readiness/rule.ts';
import { ruleStatuses } from '../../../../shared/readiness/ruleIds.ts';
import { applyWaivers, waiverFor } from '../../../../shared/readiness/waivers.ts';
import type { ReadinessStores } from '../readinessStores.ts';
import type { StoredRun } from './runStore.ts';

type Counts = RunView['counts'];

/** How many results of each run have each status, with the waivers of today in force. */
function countsOf({ runs, waivers }: ReadinessStores, tenant: string, at: Date) {
  const counts = new Map<number, Counts>();
  const of = (run: number): Counts => {
    const known = counts.get(run);
    if (known !== undefined) return known;
    const none = Object.fromEntries(ruleStatuses.map((status) => [status, 0])) as Counts;
    counts.set(run, none);
    return none;
  };
  for (const { run, status, count } of runs.totals(tenant)) of(run)[status as keyof Counts] = count;
  const current = waivers.list(tenant, at).filter(({ expired }) => !expired);
  const waived = current.length === 0 ? [] : runs.faces(tenant, rulesOf(current));
  for (const face of waived) {
    if (waiverFor(face, current, at) === null) continue;
    const own = of(face.run);
    own[face.status] -= 1;
    own.waived += 1;
  }
  return of;
}

function rulesOf(waivers: readonly { readonly rule: string }[]): readonly string[] {
  return [...new Set(waivers.map(({ rule }) => rule))];
}

function viewOf(run: StoredRun, counts: Counts, { snapshots }: ReadinessStores): RunView {
  const { id, tenant, snapshotId, takenAt, evaluatedAt, baseline } = run;
  const stored = snapshotId === null ? null : snapshots.get(snapshotId);
  const snapshot =
    stored === null ? null : { id: stored.id, takenAt: stored.takenAt, finished: stored.finished };
  return { id, tenant, snapshot, takenAt, evaluatedAt, baseline, counts };
}

/** The tenant's runs, newest first. */
export function readRuns(stores: ReadinessStores, tenant: string, at: Date): RunView[] {
  const counts = countsOf(stores, tenant, at);
  return stores.runs.list(tenant).map((run) => viewOf(run, counts(run.id), stores));
}

export function readRun(stores: ReadinessStores, run: StoredRun, at: Date): RunView {
  return viewOf(run, countsOf(stores, run.tenant, at)(run.id), stores);
}

/** Results of a run with the waivers of today in force. */
export function readResults(
  { runs, waivers }: ReadinessStores,
  { id, tenant }: Pick<StoredRun, 'id' | 'tenant'>,
  at: Date,
): readonly RuleResult[] {
  return applyWaivers(runs.results(id), waivers.list(tenant, at), at);
}
