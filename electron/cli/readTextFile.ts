import { success } from '../../shared/errors.ts';
import type { Result } from '../../shared/errors.ts';
import { certificateFileBytesMax } from '../../shared/limits.ts';
import { readBoundedFile } from './readInputFile.ts';

/**
 * A text file of at most 4 MiB (every one that an option names is far smaller), without byte order
 * mark. Errors: `file-not-found`, `file-unreadable`, `file-too-large`.
 */
export async function readTextFile(name: string): Promise<Result<string>> {
  const bytes = await readBoundedFile(name, certificateFileBytesMax);
  return bytes.ok ? success(new TextDecoder().decode(bytes.value)) : bytes;
}
