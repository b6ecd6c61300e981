import { failure, success } from '../../../shared/errors.ts';
import type { Result } from '../../../shared/errors.ts';
import { diffResults } from '../../../shared/readiness/diff.ts';
import type { RuleResult } from '../../../shared/readiness/rule.ts';
import type { ReportInput } from '../../../shared/readiness/report/reportInput.ts';
import type { Handlers } from '../router.ts';
import type { Ports } from '../ports.ts';
import { readResults } from '../readiness/runs/readRuns.ts';
import type { StoredRun } from '../readiness/runs/runStore.ts';
import type { ReadinessStores } from '../readiness/readinessStores.ts';
import { completeEntries } from '../tenant/store/readStored.ts';
import { runTask } from '../worker/runTask.ts';

export interface ReportsWorld {
  readonly clock: () => Date;
  readonly stores: () => ReadinessStores;
  /** Absent: this host has no window of its own. */
  readonly printPdf: Ports['printPdf'];
}

/** The tenant as the snapshot names it, else as another of its snapshots does. */
function tenantOf({ snapshots }: ReadinessStores, run: StoredRun): ReportInput['tenant'] {
  const own = run.snapshotId === null ? null : snapshots.get(run.snapshotId);
  const stored = own ?? snapshots.newest(run.tenant);
  return stored === null
    ? { id: null, name: run.tenant }
    : { id: stored.tenantId, name: stored.name };
}

/** Since the newest baseline before, else since the run before: what the overview compares with. */
function changesOf(
  stores: ReadinessStores,
  run: StoredRun,
  results: readonly RuleResult[],
  at: Date,
): ReportInput['changes'] {
  const all = stores.runs.list(run.tenant);
  const earlier = all.slice(all.findIndex(({ id }) => id === run.id) + 1);
  const since = earlier.find(({ baseline }) => baseline !== null) ?? earlier[0];
  if (since === undefined) return null;
  const entries = diffResults(readResults(stores, since, at), results);
  return { since: since.takenAt, entries };
}

/** A kept run as the pages show it today: waivers in force, sources of its snapshot. */
function inputOf(stores: ReadinessStores, runId: number, at: Date): Result<ReportInput> {
  const run = stores.runs.get(runId);
  if (run === null) return failure('run-missing');
  const results = readResults(stores, run, at);
  const { snapshotId, takenAt, evaluatedAt } = run;
  return success({
    run: run.id,
    tenant: tenantOf(stores, run),
    takenAt,
    evaluatedAt,
    results,
    sources: snapshotId === null ? null : completeEntries(stores.snapshots.entries(snapshotId)),
    changes: changesOf(stores, run, results, at),
  });
}

/** A run as a file. Rendered in another thread; a PDF is the HTML, printed by the host. */
export function createReportsHandlers(world: ReportsWorld): Pick<Handlers, 'reports.make'> {
  const { clock, stores, printPdf } = world;
  return {
    async 'reports.make'({ runId, format, redact }, job) {
      if (format === 'pdf' && printPdf === undefined) return failure('pdf-needs-window');
      const input = inputOf(stores(), runId, clock());
      if (!input.ok) return input;
      job.progress(0, null);
      const written = format === 'pdf' ? 'html' : format;
      const task = { input: input.value, format: written, redact } as const;
      const rendered = await runTask('reports.render', task, job.signal);
      if (!rendered.ok) return rendered;
      const { fileName, mediaType, bytes } = rendered.value;
      if (format !== 'pdf' || printPdf === undefined) {
        return success({ fileName, mediaType, base64: Buffer.from(bytes).toString('base64') });
      }
      const pdf = await printPdf(new TextDecoder().decode(bytes));
      if (job.signal.aborted) return failure('cancelled');
      return success({
        fileName: fileName.replace(/\.html$/, '.pdf'),
        mediaType: 'application/pdf',
        base64: Buffer.from(pdf).toString('base64'),
      });
    },
  };
}
