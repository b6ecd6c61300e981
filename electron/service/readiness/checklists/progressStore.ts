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
  put(key: ChecklistKey, progress: Progress, changedAt: string): void;
  /** How many of its steps are done, where it was begun. */
  count(key: ChecklistKey, done: number, total: number): void;
  /** Of each checklist that was begun, by subject. */
  list(tenant: string | null): ProgressSummary[];
  remove(key: ChecklistKey): void;
  forget(tenant: string): void;
}

function columns({ tenant, checklist, subject }: ChecklistKey) {
  return [tenant ?? '', checklist, subject ?? ''] as const;
}

export function createProgressStore(database: DatabaseSync): ProgressStore {
  const one = database.prepare(
    'SELECT body FROM checklist_progress WHERE tenant = ? AND checklist = ? AND subject = ?',
  );
  const put = database.prepare(
    `INSERT INTO checklist_progress
       (tenant, checklist, subject, changed_at, done, total, body) VALUES (?1, ?2, ?3, ?4, 0, 0, ?5)
     ON CONFLICT DO UPDATE SET changed_at = ?4, body = ?5`,
  );
  const count = database.prepare(
    `UPDATE checklist_progress SET done = ?4, total = ?5
     WHERE tenant = ?1 AND checklist = ?2 AND subject = ?3`,
  );
  const all = database.prepare(
    `SELECT checklist, subject, done, total, changed_at AS changedAt FROM checklist_progress
     WHERE tenant = ? ORDER BY checklist, subject`,
  );
  const remove = database.prepare(
    'DELETE FROM checklist_progress WHERE tenant = ? AND checklist = ? AND subject = ?',
  );
  const forget = database.prepare('DELETE FROM checklist_progress WHERE tenant = ?');

  return {
    get(key) {
      const row = one.get(...columns(key));
      if (row === undefined) return noProgress;
      const parsed = progressSchema.safeParse(JSON.parse(String(row['body'])));
      return parsed.success ? parsed.data : noProgress;
    },
    put: (key, progress, changedAt) =>
      void put.run(...columns(key), changedAt, JSON.stringify(progress)),
    count: (key, done, total) => void count.run(...columns(key), done, total),
    list: (tenant) =>
      (all.all(tenant ?? '') as unknown as (ProgressSummary & { subject: string })[])
        .filter(({ checklist }) => checklistIds.includes(checklist))
        .map((row) => ({ ...row, subject: row.subject === '' ? null : row.subject })),
    remove: (key) => void remove.run(...columns(key)),
    forget: (tenant) => void forget.run(tenant),
  };
}
