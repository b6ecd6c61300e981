import type { DatabaseSync } from 'node:sqlite';
import { checklistIds } from '../../../../shared/readiness/checklists/checklistIds.ts';
import type { ChecklistId } from '../../../../shared/readiness/checklists/checklistIds.ts';
import { noProgress, progressSchema } from '../../../../shared/readiness/checklists/progress.ts';
import type { Progress } from '../../../../shared/readiness/checklists/progress.ts';

/** What a checklist is done for. `tenant` `null`: no tenant; `subject` `null`: the whole tenant. */
export interface ChecklistKey {
  readonly tenant: string | null;
  readonly checklist: ChecklistId;
  readonly subject: string | null;
}

export interface ProgressSummary {
  readonly checklist: ChecklistId;
  readonly subject: string | null;
  readonly done: number;
  readonly total: number;
  readonly changedAt: string;
}

export interface ProgressStore {
  /** Nothing where nothing is kept, or nothing that can be read. */
  get(key: ChecklistKey): Progress;
  put(
    key: ChecklistKey,
    progress: Progress,
    summary: Pick<ProgressSummary, 'done' | 'total' | 'changedAt'>,
  ): void;
  /** Of each checklist that was begun, by subject. */
  list(tenant: string | null): ProgressSummary[];
  remove(key: ChecklistKey): void;
  forget(tenant: string): void;
}

export function createProgressStore(database: DatabaseSync): ProgressStore {
  const one = database.prepare(
    'SELECT body FROM checklist_progress WHERE tenant = ? AND checklist = ? AND subject = ?',
  );
  const put = database.prepare(
    `INSERT OR REPLACE INTO checklist_progress
       (tenant, checklist, subject, changed_at, done, total, body) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const all = database.prepare(
    `SELECT checklist, subject, done, total, changed_at AS changedAt FROM checklist_progress
     WHERE tenant = ? ORDER BY checklist, subject`,
  );
  const remove = database.prepare(
    'DELETE FROM checklist_progress WHERE tenant = ? AND checklist = ? AND subject = ?',
  );
  const forget = database.prepare('DELETE FROM checklist_progress WHERE tenant = ?');
  const columns = ({ tenant, checklist, subject }: ChecklistKey) =>
    [tenant ?? '', checklist, subject ?? ''] as const;

  return {
    get(key) {
      const row = one.get(...columns(key));
      if (row === undefined) return noProgress;
      const parsed = progressSchema.safeParse(JSON.parse(String(row['body'])));
      return parsed.success ? parsed.data : noProgress;
    },
    put(key, progress, { done, total, changedAt }) {
      put.run(...columns(key), changedAt, done, total, JSON.stringify(progress));
    },
    list: (tenant) =>
      (all.all(tenant ?? '') as unknown as (ProgressSummary & { subject: string })[])
        .filter(({ checklist }) => checklistIds.includes(checklist))
        .map((row) => ({ ...row, subject: row.subject === '' ? null : row.subject })),
    remove: (key) => void remove.run(...columns(key)),
    forget: (tenant) => void forget.run(tenant),
  };
}
