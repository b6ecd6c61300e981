import type { ChecklistView } from '../../../../shared/contract/checklists.ts';
import type { TenantView } from '../../../../shared/contract/tenant.ts';
import { parseServerName } from '../../../../shared/dane/serverName.ts';
import { success } from '../../../../shared/errors.ts';
import type { Result } from '../../../../shared/errors.ts';
import { domainKey } from '../../../../shared/readiness/domains.ts';
import { checklists } from '../../../../shared/readiness/checklists/checklists.ts';
import type { Progress } from '../../../../shared/readiness/checklists/progress.ts';
import type { SourceId } from '../../../../shared/tenant/sources.ts';
import type { SeenRecords } from '../../history/recordSightings.ts';
import type { Emit, JobContext } from '../../jobs.ts';
import type { OpenDnsTools } from '../../tenant/openDnsTools.ts';
import type { StoredSnapshot } from '../../tenant/store/snapshotStore.ts';
import type { ReadinessStores } from '../readinessStores.ts';
import { assessChecklist } from './assessChecklist.ts';
import type { Assessment } from './assessChecklist.ts';
import type { ChecklistKey } from './progressStore.ts';

/** What is known of tenants, and the roads to them. */
export interface TenantRoads {
  find(key: string): Promise<TenantView | null>;
  reread(
    key: string,
    sources: readonly SourceId[],
    job: JobContext,
  ): Promise<Result<{ readonly snapshot: { readonly id: number } | null }>>;
  openLookTools(key: string | null): Promise<Result<OpenDnsTools>>;
}

export interface ChecklistsWorld {
  readonly clock: () => Date;
  readonly stores: () => ReadinessStores;
  readonly emit: Emit;
  readonly tenants: TenantRoads;
  /** TLSA sets that were seen at an owner, the newest first. */
  readonly seen: (owner: string) => readonly SeenRecords[];
}

/** The subject as it is kept: none for the whole tenant, else a name in lower case without final dot. */
export function checklistKey(which: ChecklistKey): Result<ChecklistKey> {
  const { checklist, subject } = which;
  if (checklists[checklist].needs === 'tenant' || subject === null) {
    return success({ ...which, subject: null });
  }
  const name = parseServerName(subject);
  return name.ok ? success({ ...which, subject: domainKey(name.value) }) : name;
}

/** A checklist for one subject as it stands. */
export interface OpenChecklist {
  readonly key: ChecklistKey;
  readonly tenant: TenantView | null;
  readonly stored: StoredSnapshot | null;
  readonly progress: Progress;
  readonly assessment: Assessment;
}

const never = new AbortController().signal;

/** Errors: `host-invalid`, `cancelled`. */
export async function openChecklist(
  { stores, clock, tenants }: ChecklistsWorld,
  which: ChecklistKey,
  signal: AbortSignal = never,
  /** What was seen just now, and is not kept yet. */
  fresh: Partial<Progress> = {},
): Promise<Result<OpenChecklist>> {
  const known = checklistKey(which);
  if (!known.ok) return known;
  const key = known.value;
  const { snapshots, progress: kept, database } = stores();
  const tenant = key.tenant === null ? null : await tenants.find(key.tenant);
  const stored = key.tenant === null ? null : snapshots.newest(key.tenant);
  const progress = { ...kept.get(key), ...fresh };
  const { checklist, subject } = key;
  const at = clock().toISOString();
  const task = { checklist, subject: subject ?? '', snapshotId: stored?.id ?? null, at, progress };
  const assessment = await assessChecklist(database, task, signal);
  return assessment.ok
    ? success({ key, tenant, stored, progress, assessment: assessment.value })
    : assessment;
}

export function checklistView({ key, tenant, stored, assessment }: OpenChecklist): ChecklistView {
  return {
    id: key.checklist,
    tenant: key.tenant,
    subject: key.subject,
    subjects: [...assessment.subjects],
    reader: tenant === null || !tenant.demo ? (tenant?.accountId ? 'account' : 'nobody') : 'demo',
    snapshot:
      stored === null
        ? null
        : { id: stored.id, takenAt: stored.takenAt, finished: stored.finished },
    steps: [...assessment.steps],
  };
}
