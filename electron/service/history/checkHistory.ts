import type { DatabaseSync } from 'node:sqlite';
import { checksPerSubjectMax } from '../../../shared/limits.ts';

/** One finished check as it is kept. `body` is the whole result, JSON, as it was shown. */
export interface StoredCheck {
  readonly id: number;
  readonly kind: string;
  /** What was checked: a domain, `host:port`. */
  readonly subject: string;
  /** RFC 3339. */
  readonly checkedAt: string;
  readonly verdict: string;
  readonly body: unknown;
}

export interface CheckSummary {
  readonly id: number;
  readonly subject: string;
  readonly checkedAt: string;
  readonly verdict: string;
  /** Verdict of the check before, or `null` for a first one. */
  readonly previousVerdict: string | null;
  /** How many checks of this subject are kept. */
  readonly count: number;
}

export interface CheckHistory {
  /**
   * Kept at once, in one transaction. Returns the ids in order. Of a subject with more than
   * `checksPerSubjectMax` the oldest go.
   */
  save(checks: readonly Omit<StoredCheck, 'id'>[]): number[];
  get(id: number): StoredCheck | null;
  /** The check of the same subject before this one. */
  previous(id: number): StoredCheck | null;
  /** Newest first. */
  ofSubject(kind: string, subject: string, limit: number): Omit<CheckSummary, 'count'>[];
  /** The newest check of every subject whose name contains `filter`, by subject. */
  latest(kind: string, filter: string, limit: number, offset: number): CheckSummary[];
  countSubjects(kind: string, filter: string): number;
  /** Deletes every check of a subject. Returns how many there were. */
  forget(kind: string, subject: string): number;
}

const summaryColumns = `id, subject, checked_at AS checkedAt, verdict,
  (SELECT verdict FROM checks AS earlier
    WHERE earlier.kind = checks.kind AND earlier.subject = checks.subject
      AND (earlier.checked_at, earlier.id) < (checks.checked_at, checks.id)
    ORDER BY earlier.checked_at DESC, earlier.id DESC LIMIT 1) AS previousVerdict`;

const newestOfSubject = `id = (SELECT id FROM checks AS newest
  WHERE newest.kind = checks.kind AND newest.subject = checks.subject
  ORDER BY newest.checked_at DESC, newest.id DESC LIMIT 1)`;

/** `instr` and not `LIKE`: a filter's `%` and `_` are letters like others. */
const subjectContains = `instr(subject, lower(?)) > 0`;

export function createCheckHistory(database: DatabaseSync): CheckHistory {
  const insert = database.prepare(
    'INSERT INTO checks (kind, subject, checked_at, verdict, body) VALUES (?, ?, ?, ?, ?)',
  );
  const byId = database.prepare(
    'SELECT id, kind, subject, checked_at AS checkedAt, verdict, body FROM checks WHERE id = ?',
  );
  const before = database.prepare(
    `SELECT id, kind, subject, checked_at AS checkedAt, verdict, body FROM checks
     WHERE kind = ?1 AND subject = ?2 AND (checked_at, id) < (?3, ?4)
     ORDER BY checked_at DESC, id DESC LIMIT 1`,
  );
  const bySubject = database.prepare(
    `SELECT ${summaryColumns} FROM checks WHERE kind = ? AND subject = ?
     ORDER BY checked_at DESC, id DESC LIMIT ?`,
  );
  const latest = database.prepare(
    `SELECT ${summaryColumns},
       (SELECT count(*) FROM checks AS all_of WHERE all_of.kind = checks.kind AND all_of.subject = checks.subject) AS count
     FROM checks WHERE kind = ? AND ${newestOfSubject} AND ${subjectContains}
     ORDER BY subject LIMIT ? OFFSET ?`,
  );
  const countSubjects = database.prepare(
    `SELECT count(DISTINCT subject) AS count FROM checks WHERE kind = ? AND ${subjectContains}`,
  );
  const prune = database.prepare(
    `DELETE FROM checks WHERE kind = ?1 AND subject = ?2 AND id NOT IN
       (SELECT id FROM checks WHERE kind = ?1 AND subject = ?2
        ORDER BY checked_at DESC, id DESC LIMIT ${checksPerSubjectMax})`,
  );
  const remove = database.prepare('DELETE FROM checks WHERE kind = ? AND subject = ?');

  function get(id: number): StoredCheck | null {
    const row = byId.get(id);
    return row === undefined ? null : storedCheck(row);
  }

  return {
    save(checks) {
      database.exec('BEGIN IMMEDIATE');
      try {
        const ids = checks.map(({ kind, subject, checkedAt, verdict, body }) =>
          Number(
            insert.run(kind, subject, checkedAt, verdict, JSON.stringify(body)).lastInsertRowid,
          ),
        );
        const subjects = new Map(checks.map((check) => [`${check.kind} ${check.subject}`, check]));
        for (const { kind, subject } of subjects.values()) prune.run(kind, subject);
        database.exec('COMMIT');
        return ids;
      } catch (error) {
        database.exec('ROLLBACK');
        throw error;
      }
    },
    get,
    previous(id) {
      const check = get(id);
      if (check === null) return null;
      const row = before.get(check.kind, check.subject, check.checkedAt, id);
      return row === undefined ? null : storedCheck(row);
    },
    ofSubject: (kind, subject, limit) =>
      bySubject.all(kind, subject, limit) as unknown as Omit<CheckSummary, 'count'>[],
    latest: (kind, filter, limit, offset) =>
      latest.all(kind, filter, limit, offset) as unknown as CheckSummary[],
    countSubjects: (kind, filter) => Number(countSubjects.get(kind, filter)?.['count'] ?? 0),
    forget: (kind, subject) => Number(remove.run(kind, subject).changes),
  };
}

function storedCheck(row: Record<string, unknown>): StoredCheck {
  return { ...(row as unknown as StoredCheck), body: JSON.parse(String(row['body'])) as unknown };
}
