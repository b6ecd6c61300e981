import { DatabaseSync } from 'node:sqlite';
import { evaluateRules } from '../../../../shared/readiness/evaluate.ts';
import type { RuleResult } from '../../../../shared/readiness/rule.ts';
import { readStored } from '../../tenant/store/readStored.ts';
import { createSnapshotStore } from '../../tenant/store/snapshotStore.ts';

export interface EvaluateTask {
  readonly snapshotId: number;
  /** RFC 3339. */
  readonly at: string;
}

/** Every rule on a stored snapshot; `null`: it is gone. */
export function evaluateStored(
  database: DatabaseSync,
  { snapshotId, at }: EvaluateTask,
): readonly RuleResult[] | null {
  const store = createSnapshotStore(database);
  const stored = store.get(snapshotId);
  return stored === null ? null : evaluateRules(readStored(store, stored), new Date(at));
}

/** Opens the database for reading and closes it again, for a thread that has none. */
export function withDatabase<T>(file: string, work: (database: DatabaseSync) => T): T {
  using database = new DatabaseSync(file, { readOnly: true, timeout: 5_000 });
  return work(database);
}
