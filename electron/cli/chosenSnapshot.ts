import { success } from '../../shared/errors.ts';
import type { AppError, Result } from '../../shared/errors.ts';
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
  const { positionals, values } = invocation;
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
  const isLatest = snapshot === null || snapshot === 'latest';
  if (!isLatest && tenant !== null) {
    return usageError({ problem: 'conflict', option: '--tenant', other: '--snapshot FILE' });
  }
  return await namedSnapshot(snapshot ?? 'latest', tenant, invocation);
}

/**
 * A file's, or for `latest` the newest one kept of a tenant, or of any (`null`). Errors: those of
 * `newestSnapshot` and of `readSnapshotFile`.
 */
export async function namedSnapshot(
  name: string,
  tenant: string | null,
  { io, clock, dataDirectory, words }: Pick<Invocation, 'io' | 'clock' | 'dataDirectory' | 'words'>,
): Promise<Result<Snapshot>> {
  return name === 'latest'
    ? newestSnapshot(dataDirectory, tenant, clock, words('readiness.any-tenant'))
    : await readSnapshotFile(name, io);
}

/** `item` of what is said: the file that is at fault, which may be another than `--snapshot`. */
export function fileOf({ params }: AppError): string | null {
  const name = params['name'];
  return typeof name === 'string' ? name : null;
}
