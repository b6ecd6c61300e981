import type { DatabaseSync } from 'node:sqlite';
import { ruleResultSchema } from '../../../../shared/contract/readiness.ts';
import type { Reason, RuleResult } from '../../../../shared/readiness/rule.ts';
import { ruleIds, ruleStatuses } from '../../../../shared/readiness/ruleIds.ts';
import { rules } from '../../../../shared/readiness/rules.ts';
import { en } from '../../../../shared/words/en.ts';

/** One evaluation of a snapshot, without its results. */
export interface StoredRun {
  readonly id: number;
  /** The tenant's key (`tenantKey`). */
  readonly tenant: string;
  /** `null`: the snapshot is gone. */
  readonly snapshotId: number | null;
  /** RFC 3339. */
  readonly takenAt: string;
  readonly evaluatedAt: string;
  readonly baseline: string | null;
}

export type ResultFace = Pick<RuleResult, 'rule' | 'subject' | 'status'>;

export interface RunStore {
  /** Keeps a run whole or not at all. Returns its id. */
  save(run: Omit<StoredRun, 'id' | 'baseline'>, results: readonly RuleResult[]): number;
  get(id: number): StoredRun | null;
  /** Newest first. */
  list(tenant: string): StoredRun[];
  results(id: number): RuleResult[];
  /** Of the tenant's runs, or of one: how many results have each status. */
  totals(
    tenant: string,
  ): { readonly run: number; readonly status: string; readonly count: number }[];
  /** Results of these rules in the tenant's runs. */
  faces(tenant: string, rules: readonly string[]): (ResultFace & { readonly run: number })[];
  /** The name is this run's alone afterwards; `null`: it has none. */
  setBaseline(id: number, name: string | null): void;
  remove(id: number): void;
  /** Deletes every run of a tenant. */
  forget(tenant: string): void;
}

/** A damaged result is told as that: left out, it would look like nothing to do. */
function readResult(row: Record<string, unknown>): RuleResult[] {
  const rule = rules.find(({ id }) => id === row['rule']);
  if (rule === undefined) return [];
  const parsed = ruleResultSchema.safeParse(JSON.parse(String(row['body'])));
  if (parsed.success && isSpoken(parsed.data.reason) && parsed.data.rule === rule.id) {
    return [parsed.data];
  }
  const { subject } = row;
  return [
    {
      rule: rule.id,
      status: 'error',
      severity: rule.severity,
      subject: typeof subject === 'string' ? subject : null,
      evidence: [],
      affected: { count: 0, sample: [] },
      deadline: null,
      reason: { code: 'result-unreadable', params: {} },
      remedy: null,
    },
  ];
}

function isSpoken({ code }: Reason): boolean {
  return Object.hasOwn(en, `readiness.reason.${code}`);
}

export function createRunStore(database: DatabaseSync): RunStore {
  const columns = `id, tenant, snapshot_id AS snapshotId, taken_at AS takenAt,
    evaluated_at AS evaluatedAt, baseline`;
  const insert = database.prepare(
    'INSERT INTO readiness_runs (tenant, snapshot_id, taken_at, evaluated_at) VALUES (?, ?, ?, ?)',
  );
  const insertResult = database.prepare(
    `INSERT INTO readiness_results (run_id, position, rule, subject, status, body)
     VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const byId = database.prepare(`SELECT ${columns} FROM readiness_runs WHERE id = ?`);
  const byTenant = database.prepare(
    `SELECT ${columns} FROM readiness_runs WHERE tenant = ? ORDER BY evaluated_at DESC, id DESC`,
  );
  const results = database.prepare(
    'SELECT rule, subject, body FROM readiness_results WHERE run_id = ? ORDER BY position',
  );
  const totals = database.prepare(
    `SELECT run_id AS run, status, count(*) AS count FROM readiness_results
     WHERE run_id IN (SELECT id FROM readiness_runs WHERE tenant = ?) GROUP BY run_id, status`,
  );
  const faces = database.prepare(
    `SELECT run_id AS run, rule, subject, status FROM readiness_results
     WHERE run_id IN (SELECT id FROM readiness_runs WHERE tenant = ?1)
       AND rule IN (SELECT value FROM json_each(?2))`,
  );
  const clearName = database.prepare(
    `UPDATE readiness_runs SET baseline = NULL
     WHERE baseline = ?2 AND tenant = (SELECT tenant FROM readiness_runs WHERE id = ?1)`,
  );
  const setName = database.prepare('UPDATE readiness_runs SET baseline = ?2 WHERE id = ?1');
  const remove = database.prepare('DELETE FROM readiness_runs WHERE id = ?');
  const forget = database.prepare('DELETE FROM readiness_runs WHERE tenant = ?');

  function together<T>(work: () => T): T {
    database.exec('BEGIN IMMEDIATE');
    try {
      const value = work();
      database.exec('COMMIT');
      return value;
    } catch (error) {
      database.exec('ROLLBACK');
      throw error;
    }
  }

  return {
    save: ({ tenant, snapshotId, takenAt, evaluatedAt }, list) =>
      together(() => {
        const id = Number(insert.run(tenant, snapshotId, takenAt, evaluatedAt).lastInsertRowid);
        for (const [position, result] of list.entries()) {
          const { rule, subject, status } = result;
          insertResult.run(id, position, rule, subject, status, JSON.stringify(result));
        }
        return id;
      }),
    get(id) {
      const row = byId.get(id);
      return row === undefined ? null : (row as unknown as StoredRun);
    },
    list: (tenant) => byTenant.all(tenant) as unknown as StoredRun[],
    results: (id) => results.all(id).flatMap(readResult),
    totals: (tenant) =>
      (totals.all(tenant) as unknown as ReturnType<RunStore['totals']>).filter(({ status }) =>
        ruleStatuses.some((known) => known === status),
      ),
    faces: (tenant, wanted) =>
      (
        faces.all(tenant, JSON.stringify(wanted)) as unknown as ReturnType<RunStore['faces']>
      ).filter(({ rule }) => ruleIds.includes(rule)),
    setBaseline: (id, name) =>
      together(() => {
        if (name !== null) clearName.run(id, name);
        setName.run(id, name);
      }),
    remove: (id) => void remove.run(id),
    forget: (tenant) => void forget.run(tenant),
  };
}
