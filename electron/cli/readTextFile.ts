import { open } from 'node:fs/promises';
import { failure, success } from '../../shared/errors.ts';
import type { Result } from '../../shared/errors.ts';
import { certificateFileBytesMax } from '../../shared/limits.ts';

/**
 * A text file of at most 4 MiB (every one that an option names is far smaller), without byte order
 * mark. Errors: `file-not-found`, `file-unreadable`, `file-too-large`.
 */
export async function readTextFile(name: string): Promise<Result<string>> {
  try {
    const file = await open(name, 'r');
    try {
      const { size } = await file.stat();
      if (size > certificateFileBytesMax) {
        return failure('file-too-large', { name, bytes: size, limit: certificateFileBytesMax });
      }
      return success((await file.readFile('utf8')).replace(/^\u{feff}/u, ''));
    } finally {
      await file.close();
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return failure(code === 'ENOENT' ? 'file-not-found' : 'file-unreadable', { name });
  }
}
