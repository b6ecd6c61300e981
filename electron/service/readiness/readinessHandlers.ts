import { failure, success } from '../../../shared/errors.ts';
import type { Result } from '../../../shared/errors.ts';
import { diffResults } from '../../../shared/readiness/diff.ts';
import { overviewOf } from '../../../shared/readiness/overview.ts';
import { readPublicFolderScript } from '../../../shared/readiness/publicFolderScript.ts';
import type { Output } from '../../../shared/contract/index.ts';
import type { RunView } from '../../../shared/contract/readiness.ts';
import type { Emit } from '../jobs.ts';
import type { Handlers } from '../router.ts';
import { evaluateSnapshot } from './runs/evaluateSnapshot.ts';
import { readResults, readRun, readRuns } from './runs/readRuns.ts';
import type { StoredRun } from './runs/runStore.ts';
import type { ReadinessStores } from './readinessStores.ts';

export interface ReadinessWorld {
  readonly clock: () => Date;
  readonly stores: () => ReadinessStores;
  readonly emit: Emit;
}

type ReadinessChannel = Extract<keyof Handlers, `readiness.${string}`>;

function refused(channel: ReadinessChannel, path: string, problem: string): Result<never> {
  return failure('input-invalid', { channel, path, problem });
}

/** Differences of two runs of one tenant, as they show today. Error: `input-invalid`. */
function diffOf(
  stores: ReadinessStores,
  from: StoredRun,
  to: StoredRun,
  at: Date,
): Result<Output<'readiness.diff'>> {
  if (from.tenant !== to.tenant) return refused('readiness.diff', 'to', 'of another tenant');
  const entries = diffResults(readResults(stores, from, at), readResults(stores, to, at));
  return success({
    from: readRun(stores, from, at),
    to: readRun(stores, to, at),
    entries: [...entries],
  });
}

function readOverview(
  stores: ReadinessStores,
  tenant: string,
  at: Date,
): Output<'readiness.overview'> {
  const [newest, ...earlier] = readRuns(stores, tenant, at);
  if (newest === undefined) {
    return { run: null, attention: [], deadlines: [], unassessed: [], changes: null };
  }
  const results = readResults(stores, newest, at);
  const { attention, deadlines, unassessed } = overviewOf(results);
  const since = earlier.find(({ baseline }) => baseline !== null) ?? earlier[0];
  return {
    run: newest,
    attention: [...attention],
    deadlines: deadlines.map((each) => ({ at: each.at, results: [...each.results] })),
    unassessed: [...unassessed],
    changes:
      since === undefined
        ? null
        : { since, entries: [...diffResults(readResults(stores, since, at), results)] },
  };
}

/** Runs, what differs between them, waivers, and what the overview shows of them. */
export function createReadinessHandlers(world: ReadinessWorld): Pick<Handlers, ReadinessChannel> {
  const { clock, stores, emit } = world;
  const changed = () => emit('tenant.changed', {});
  const runsOf = (tenant: string): RunView[] => readRuns(stores(), tenant, clock());
  const waiversOf = (tenant: string) => stores().waivers.list(tenant, clock());

  function withRun<T>(id: number, work: (run: StoredRun) => Result<T>): Result<T> {
    const run = stores().runs.get(id);
    return run === null ? failure('run-missing') : work(run);
  }

  return {
    async 'readiness.run'({ tenant, snapshotId }, job) {
      const { snapshots, runs, database } = stores();
      const stored = snapshotId === null ? snapshots.newest(tenant) : snapshots.get(snapshotId);
      if (stored === null || stored.tenant !== tenant) {
        return failure('snapshot-missing', { tenant });
      }
      job.progress(0, null);
      const at = clock();
      const evaluated = await evaluateSnapshot(database, stored.id, at, job.signal);
      if (!evaluated.ok) return evaluated;
      // It may have been forgotten meanwhile.
      if (snapshots.get(stored.id) === null) return failure('snapshot-missing', { tenant });
      const { takenAt } = stored;
      const run = { tenant, snapshotId: stored.id, takenAt, evaluatedAt: at.toISOString() };
      const id = runs.save(run, evaluated.value);
      changed();
      return success(readRun(stores(), { ...run, id, baseline: null }, at));
    },

    'readiness.runs': async ({ tenant }) => success(runsOf(tenant)),

    'readiness.results': async ({ runId }) =>
      withRun(runId, (run) =>
        success({
          run: readRun(stores(), run, clock()),
          results: [...readResults(stores(), run, clock())],
        }),
      ),

    'readiness.diff': async ({ from, to }) =>
      withRun(from, (first) => withRun(to, (second) => diffOf(stores(), first, second, clock()))),

    'readiness.baseline': async ({ runId, name }) =>
      withRun(runId, ({ tenant }) => {
        stores().runs.setBaseline(runId, name);
        changed();
        return success(runsOf(tenant));
      }),

    'readiness.forgetRun': async ({ runId }) =>
      withRun(runId, ({ tenant }) => {
        stores().runs.remove(runId);
        changed();
        return success(runsOf(tenant));
      }),

    'readiness.waivers': async ({ tenant }) => success(waiversOf(tenant)),

    async 'readiness.waive'({ tenant, waiver }) {
      if (Date.parse(waiver.until) <= clock().getTime()) {
        return refused('readiness.waive', 'waiver.until', 'in the past');
      }
      stores().waivers.add(tenant, waiver);
      changed();
      return success(waiversOf(tenant));
    },

    async 'readiness.unwaive'({ tenant, id }) {
      stores().waivers.remove(tenant, id);
      changed();
      return success(waiversOf(tenant));
    },

    'readiness.overview': async ({ tenant }) => success(readOverview(stores(), tenant, clock())),

    'readiness.script': async ({ text }) => success(readPublicFolderScript(text)),
  };
}
