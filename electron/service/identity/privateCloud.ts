import { readCloudFile } from './readCloudFile.ts';
import { success } from '../../../shared/errors.ts';
import type { Cloud } from '../../../shared/identity/clouds.ts';
import type { Result } from '../../../shared/errors.ts';

/**
 * The private or simulated cloud that `EXO_COMPANION_CLOUD` names by its file; `null`: none, so
 * Microsoft's. For hosts of development builds alone: the packaged app never asks. Errors: those of
 * `readCloudFile`.
 */
export async function privateCloudOf(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Result<Cloud | null>> {
  const file = environment['EXO_COMPANION_CLOUD'] ?? '';
  return file === '' ? success(null) : await readCloudFile(file);
}
