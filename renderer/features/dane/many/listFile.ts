import { failure, success } from '../../../../shared/errors.ts';
import type { Result } from '../../../../shared/errors.ts';

/** Ten thousand names take a fifth of it. */
export const listBytesMax = 2 * 1024 * 1024;

/** The text of a list: UTF-8, or UTF-16 as Excel saves “Unicode text”. */
export async function readListFile(file: File): Promise<Result<string>> {
  if (file.size > listBytesMax) {
    return failure('file-too-large', { name: file.name, size: file.size, limit: listBytesMax });
  }
  if (file.size === 0) return failure('file-empty', { name: file.name });
  try {
    return success(decode(new Uint8Array(await file.arrayBuffer())));
  } catch {
    return failure('file-unreadable', { name: file.name });
  }
}

function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
}
