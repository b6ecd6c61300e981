import { failure, success } from '../errors.ts';
import { mendSnapshot } from './mendSnapshot.ts';
import { isRecord } from './readRecord.ts';
import { snapshotSchema } from './snapshot.ts';
import type { Result } from '../errors.ts';
import type { Snapshot } from './snapshot.ts';

/** From one version to the next: the first turns `@1` into `@2`. What is only added needs none. */
export type SnapshotMigration = (older: Record<string, unknown>) => Record<string, unknown>;

const migrations: readonly SnapshotMigration[] = [];

/**
 * Reads a snapshot that this or an older version of the app wrote. Properties it does not know are
 * dropped; sources that did not exist then are `null`; what is damaged is marked as not read.
 *
 * Errors: `snapshot-unreadable`, `snapshot-newer`.
 */
export function readSnapshot(
  value: unknown,
  name: string,
  steps: readonly SnapshotMigration[] = migrations,
): Result<Snapshot> {
  if (!isRecord(value)) return failure('snapshot-unreadable', { name, problem: 'no object' });
  const version = /^exo-companion\/snapshot@(\d{1,6})$/.exec(String(value['schema']))?.[1];
  if (version === undefined) return failure('snapshot-unreadable', { name, problem: 'schema' });
  const current = steps.length + 1;
  if (Number(version) > current) return failure('snapshot-newer', { name, version });
  if (Number(version) < 1) return failure('snapshot-unreadable', { name, problem: 'schema' });
  const migrated = steps
    .slice(Number(version) - 1)
    .reduce<Record<string, unknown>>((older, step) => step(older), { ...value });
  const parsed = snapshotSchema.safeParse(migrated);
  if (parsed.success) return success(parsed.data);
  const mended = snapshotSchema.safeParse(mendSnapshot(migrated));
  if (mended.success) return success(mended.data);
  const path = mended.error.issues[0]?.path.join('.') ?? '';
  return failure('snapshot-unreadable', { name, problem: path });
}
