import type { DatabaseSync } from 'node:sqlite';
import type { ChecklistStep } from '../../../../shared/contract/checklists.ts';
import { success } from '../../../../shared/errors.ts';
import type { Result } from '../../../../shared/errors.ts';
import { assessSteps } from '../../../../shared/readiness/checklists/assessSteps.ts';
import type { StepContext } from '../../../../shared/readiness/checklists/checklist.ts';
import type { ChecklistId } from '../../../../shared/readiness/checklists/checklistIds.ts';
import { checklists } from '../../../../shared/readiness/checklists/checklists.ts';
import type { Progress } from '../../../../shared/readiness/checklists/progress.ts';
import type { Snapshot } from '../../../../shared/tenant/snapshot.ts';
import type { SourceId } from '../../../../shared/tenant/sources.ts';
import { readStored } from '../../tenant/store/readStored.ts';
import { createSnapshotStore } from '../../tenant/store/snapshotStore.ts';
import { runTask } from '../../worker/runTask.ts';

export interface AssessTask {
  readonly checklist: ChecklistId;
  /** Empty: for the whole tenant, or nothing chosen yet. */
  readonly subject: string;
  /** `null`: nothing of a tenant was read. */
  readonly snapshotId: number | null;
  /** RFC 3339. */
  readonly at: string;
  readonly progress: Progress;
}

export interface Assessment {
  readonly subjects: readonly string[];
  readonly steps: readonly ChecklistStep[];
  /** Mail server that its steps look at; `null`: none, or not known yet. */
  readonly host: string | null;
  /** A domain whose MX record leads to that server. */
  readonly domain: string | null;
}

/** What steps read beside the sources that they name. */
const always: readonly SourceId[] = ['dns', 'dnssecStatus', 'mxHosts'];

function sourcesFor(id: ChecklistId): readonly SourceId[] {
  const { needs, steps, subjectSources } = checklists[id];
  const named = [...subjectSources, ...steps.flatMap(({ sources }) => sources)];
  return [...new Set(needs === 'tenant' ? named : [...named, ...always])];
}

function readSnapshot(database: DatabaseSync, { checklist, snapshotId }: AssessTask) {
  const store = createSnapshotStore(database);
  const stored = snapshotId === null ? null : store.get(snapshotId);
  return stored === null ? null : readStored(store, stored, sourcesFor(checklist));
}

function domainOf(snapshot: Snapshot | null, host: string | null): string | null {
  const found = snapshot?.data.dns?.find(({ mx }) =>
    mx.records.some(({ exchange }) => exchange.toLowerCase().replace(/\.$/, '') === host),
  );
  return found?.domain ?? null;
}

/** The steps of a checklist over what is stored. Without a subject where one is needed: none. */
export function assessStored(database: DatabaseSync, task: AssessTask): Assessment {
  const { checklist, subject, at, progress } = task;
  const snapshot = readSnapshot(database, task);
  const context: StepContext = { subject, at: new Date(at), snapshot, progress };
  const plan = checklists[checklist];
  const isChosen = plan.needs === 'tenant' || subject !== '';
  const host = isChosen ? plan.host(context) : null;
  return {
    subjects: snapshot === null ? [] : plan.subjects(snapshot),
    steps: isChosen ? assessSteps(checklist, context) : [],
    host,
    domain: domainOf(snapshot, host),
  };
}

/** Records that are read and judged within a frame. */
const recordsHere = 2000;

/**
 * The same; in another thread where there is much to read, so that a window still answers. Error:
 * `cancelled`.
 */
export async function assessChecklist(
  database: DatabaseSync,
  task: AssessTask,
  signal: AbortSignal,
): Promise<Result<Assessment>> {
  const wanted = sourcesFor(task.checklist);
  const records =
    task.snapshotId === null
      ? 0
      : createSnapshotStore(database)
          .entries(task.snapshotId)
          .reduce((sum, entry) => sum + (wanted.includes(entry.id) ? entry.records : 0), 0);
  const file = database.location();
  return file === null || records <= recordsHere
    ? success(assessStored(database, task))
    : await runTask('checklists.assess', { ...task, file }, signal);
}
