import type { DatabaseSync } from 'node:sqlite';
import { failure, success } from '../../../../shared/errors.ts';
import type { Result } from '../../../../shared/errors.ts';
import type { RuleResult } from '../../../../shared/readiness/rule.ts';
import { runTask } from '../../worker/runTask.ts';
import { evaluateStored } from './evaluateStored.ts';

/**
 * Judges a stored snapshot in another thread: a hundred thousand mailboxes take a second to read, in
 * which a window must still answer. A database in memory is this thread's alone, and is read here.
 * Errors: `cancelled`, `snapshot-missing`.
 */
export async function evaluateSnapshot(
  database: DatabaseSync,
  snapshotId: number,
  at: Date,
  signal: AbortSignal,
): Promise<Result<readonly RuleResult[]>> {
  const task = { snapshotId, at: at.toISOString() };
  const file = database.location();
  const evaluated =
    file === null
      ? success(evaluateStored(database, task))
      : await runTask('readiness.evaluate', { ...task, file }, signal);
  if (!evaluated.ok) return evaluated;
  return evaluated.value === null
    ? failure('snapshot-missing', { tenant: '' })
    : success(evaluated.value);
}
