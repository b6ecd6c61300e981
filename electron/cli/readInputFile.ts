import { open } from 'node:fs/promises';
import { failure, success } from '../../shared/errors.ts';
import type { Result } from '../../shared/errors.ts';
import type { Io } from './io.ts';
import { readStdin } from './readStdin.ts';

/** The bytes of a file, or of stdin for `-`. Errors: as `readBoundedFile`. */
export async function readInputFile(
  name: string,
  bytesMax: number,
  io: Pick<Io, 'stdin'>,
): Promise<Result<Uint8Array>> {
  if (name !== '-') return readBoundedFile(name, bytesMax);
  return bounded(await readStdin(io.stdin, bytesMax), name, bytesMax);
}

/**
 * The bytes of a file. A larger one is refused before it is read; pipes and devices, which don't say
 * how large they are, while they are read. Errors: `file-not-found`, `file-unreadable`,
 * `file-too-large`.
 */
export async function readBoundedFile(name: string, bytesMax: number): Promise<Result<Uint8Array>> {
  try {
    await using file = await open(name, 'r');
    const { size } = await file.stat();
    if (size > bytesMax) return tooLarge(name, size, bytesMax);
    const stream = file.createReadStream({ autoClose: false }) as AsyncIterable<Uint8Array>;
    return bounded(await readStdin(stream, bytesMax), name, bytesMax);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    const isMissing = code === 'ENOENT' || code === 'ENOTDIR';
    return failure(isMissing ? 'file-not-found' : 'file-unreadable', { name });
  }
}

function bounded(bytes: Uint8Array | null, name: string, limit: number): Result<Uint8Array> {
  return bytes === null ? tooLarge(name, limit + 1, limit) : success(bytes);
}

function tooLarge(name: string, size: number, limit: number): Result<never> {
  return failure('file-too-large', { name, size, limit });
}
