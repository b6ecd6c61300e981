import { open } from 'node:fs/promises';
import { failure, success } from '../../shared/errors.ts';
import type { Result } from '../../shared/errors.ts';
import type { Io } from './io.ts';

/**
 * A file to be read bit by bit, or stdin for `-`; it closes itself at its end. Errors:
 * `file-not-found`, `file-unreadable`.
 */
export async function openInput(
  name: string,
  io: Pick<Io, 'stdin'>,
): Promise<Result<AsyncIterable<Uint8Array>>> {
  if (name === '-') return success(io.stdin);
  try {
    const file = await open(name, 'r');
    if ((await file.stat()).isDirectory()) {
      await file.close();
      return failure('file-unreadable', { name });
    }
    return success(file.createReadStream() as AsyncIterable<Uint8Array>);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return failure(code === 'ENOENT' ? 'file-not-found' : 'file-unreadable', { name });
  }
}
