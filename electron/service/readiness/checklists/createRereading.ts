import type { SourceId } from '../../../../shared/tenant/sources.ts';
import type { JobContext } from '../../jobs.ts';
import type { ChecklistsWorld } from './openChecklist.ts';

export type Reread = (
  tenant: string,
  sources: readonly SourceId[],
  job: JobContext,
) => Promise<void>;

/**
 * Reads sources of a tenant anew, as far as anybody may: where nobody is signed in, or Microsoft refuses,
 * what was read last counts, and says when. Each reading is a snapshot of its own; the one that an earlier
 * verification made goes away, unless a run was made of it.
 */
export function createRereading({ stores, tenants }: ChecklistsWorld): Reread {
  const made = new Map<string, number>();
  return async (tenant, sources, job) => {
    const read = await tenants.reread(tenant, sources, { ...job, progress() {}, item() {} });
    const id = read.ok ? (read.value.snapshot?.id ?? null) : null;
    if (id === null) return;
    const { snapshots, runs } = stores();
    const before = made.get(tenant);
    const isJudged = runs.list(tenant).some(({ snapshotId }) => snapshotId === before);
    if (before !== undefined && !isJudged) snapshots.remove(before);
    made.set(tenant, id);
  };
}
