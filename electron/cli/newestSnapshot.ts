import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { failure, success } from '../../shared/errors.ts';
import type { Result } from '../../shared/errors.ts';
import type { Snapshot } from '../../shared/tenant/snapshot.ts';
import { openDatabase } from '../service/history/database.ts';
import { readStored } from '../service/tenant/store/readStored.ts';
import { createSnapshotStore } from '../service/tenant/store/snapshotStore.ts';

/**
 * The newest finished snapshot that this machine keeps, of the tenant named by id or name, or of any
 * (`anyTenant`: the words for that).
 * Errors: `snapshot-missing`, `storage-unavailable`.
 */
export function newestSnapshot(
  dataDirectory: string,
  tenant: string | null,
  clock: () => Date,
  anyTenant: string,
): Result<Snapshot> {
  const missing = failure('snapshot-missing', { tenant: tenant ?? anyTenant });
  const file = join(dataDirectory, 'history.sqlite');
  // Asking begins no history.
  if (!existsSync(file)) return missing;
  const opened = openDatabase(file, clock);
  if (!opened.ok) return opened;
  const { database } = opened.value;
  try {
    const store = createSnapshotStore(database);
    const wanted = tenant?.trim().toLowerCase() ?? null;
    const stored = store
      .list()
      .find(
        ({ finished, tenant: key, name }) =>
          finished && (wanted === null || wanted === key || wanted === name.toLowerCase()),
      );
    return stored === undefined ? missing : success(readStored(store, stored));
  } finally {
    database.close();
  }
}
