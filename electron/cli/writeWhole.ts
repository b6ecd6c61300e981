import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import { failure, success } from '../../shared/errors.ts';
import type { Result } from '../../shared/errors.ts';

type Pieces = Iterable<string | Uint8Array>;

async function write(path: string, flags: 'w' | 'wx', pieces: Pieces): Promise<void> {
  await using file = await open(path, flags, 0o600);
  for (const piece of pieces) await file.writeFile(piece);
  if (flags === 'wx') await file.sync();
}

/** Under another name first, so that what was there stays whole until the new is. */
async function replace(path: string, pieces: Pieces): Promise<void> {
  const temporary = `${path}.${process.pid}.part`;
  try {
    await write(temporary, 'wx', pieces);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/**
 * A file with all of it, mode 0600, or what was there before. What is no file (a pipe, a terminal) is
 * written to as it is.
 * Errors: `file-unwritable`.
 */
export async function writeWhole(name: string, pieces: Pieces): Promise<Result<null>> {
  try {
    const there = await stat(name).catch(() => null);
    if (there === null) await replace(name, pieces);
    else if (there.isFile()) await replace(await realpath(name), pieces);
    else await write(name, 'w', pieces);
    return success(null);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return failure('file-unwritable', { name });
  }
}
