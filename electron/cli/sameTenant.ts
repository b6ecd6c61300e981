import { failure, success } from '../../shared/errors.ts';
import type { Result } from '../../shared/errors.ts';
import type { Snapshot } from '../../shared/tenant/snapshot.ts';

/** By id, or by name where one has none. `name`: of the file that holds `other`. Errors: `tenant-mixed`. */
export function sameTenant(
  { tenant: expected }: Snapshot,
  { tenant: found }: Snapshot,
  name: string,
): Result<null> {
  const isOther =
    expected.id === null || found.id === null
      ? expected.name !== found.name
      : expected.id !== found.id;
  return isOther
    ? failure('tenant-mixed', { name, found: found.name, expected: expected.name })
    : success(null);
}
