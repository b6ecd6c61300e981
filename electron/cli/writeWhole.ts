import { open, rename, rm } from 'node:fs/promises';
import { failure, success } from '../../shared/errors.ts';
import type { Result } from '../../shared/errors.ts';

/**
 * Under another name first, so that what was there stays whole until the new is. Mode 0600.
 * Errors: `file-unwritable`.
 */
export async function writeWhole(
  name: string,
  pieces: Iterable<string | Uint8Array>,
): Promise<Result<null>> {
  const temporary = `${name}.${process.pid}.part`;
  try {
    await using file = await open(temporary, 'wx', 0o600);
    for (const piece of pieces) await file.writeFile(piece);
    await file.sync();
    await rename(temporary, name);
    return success(null);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    await rm(temporary, { force: true });
    return failure('file-unwritable', { name });
  }
}
