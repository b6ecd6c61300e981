import { success } from '../../shared/errors.ts';
import type { Result } from '../../shared/errors.ts';
import type { Snapshot } from '../../shared/tenant/snapshot.ts';
import type { Invocation } from './command.ts';
import { demoSnapshot } from './demoSnapshot.ts';
import { newestSnapshot } from './newestSnapshot.ts';
import { usageError } from './options.ts';
import { readSnapshotFile } from './readSnapshotFile.ts';

/** Of commands that judge a snapshot. */
export const snapshotOptions = {
  snapshot: { type: 'string', placeholder: 'FILE', description: 'readiness.option.snapshot' },
  tenant: { type: 'string', placeholder: 'ID|NAME', description: 'readiness.option.tenant' },
  demo: { type: 'boolean', description: 'readiness.option.demo' },
} as const;

type SnapshotInvocation = Pick<
  Invocation<typeof snapshotOptions>,
  'positionals' | 'values' | 'io' | 'clock' | 'dataDirectory' | 'words'
>;

/**
 * The snapshot that the options name: a file's, the newest one kept, or the demo tenant's.
 * Errors: `usage`, those of `newestSnapshot` and of `readSnapshotFile`.
 */
export async function chosenSnapshot(invocation: SnapshotInvocation): Promise<Result<Snapshot>> {
  const { positionals, values, io, clock, dataDirectory, words } = invocation;
  const [surplus] = positionals;
  if (surplus !== undefined) {
    return usageError({ problem: 'unexpectedArgument', argument: surplus });
  }
  const { snapshot, tenant } = values;
  if (values.demo) {
    const other = snapshot !== null ? '--snapshot' : tenant !== null ? '--tenant' : null;
    return other === null
      ? success(await demoSnapshot(invocation))
      : usageError({ problem: 'conflict', option: '--demo', other });
  }
  if (snapshot === null || snapshot === 'latest') {
    return newestSnapshot(dataDirectory, tenant, clock, words('readiness.any-tenant'));
  }
  if (tenant !== null) {
    return usageError({ problem: 'conflict', option: '--tenant', other: '--snapshot FILE' });
  }
  return readSnapshotFile(snapshot, io);
}
