import { certificateFileBytesMax } from '../../../../shared/limits.ts';
import { failure, success } from '../../../../shared/errors.ts';
import type { Result } from '../../../../shared/errors.ts';

/**
 * The bytes of a chosen file as Base64. Its size is known before it is read: what is too large is
 * refused unread.
 */
export async function encodeFile(file: File): Promise<Result<string>> {
  if (file.size > certificateFileBytesMax) {
    return failure('file-too-large', {
      name: file.name,
      size: file.size,
      limit: certificateFileBytesMax,
    });
  }
  if (file.size === 0) return failure('file-empty', { name: file.name });
  const url = await readAsDataUrl(file);
  return url === null
    ? failure('file-unreadable', { name: file.name })
    : success(url.slice(url.indexOf(',') + 1));
}

/** `null` where the file can't be read: a folder, or a file that is gone or locked. */
function readAsDataUrl(file: File): Promise<string | null> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.addEventListener('load', () =>
      resolve(typeof reader.result === 'string' ? reader.result : null),
    );
    reader.addEventListener('error', () => resolve(null));
    reader.readAsDataURL(file);
  });
}

/** Whether pasted text looks like a certificate, so that it is not taken from a text field by mistake. */
export function looksLikeCertificate(text: string): boolean {
  return /-----BEGIN [A-Z0-9 ]+-----/.test(text) || /^\s*MI[A-Za-z0-9+/\s]{100,}=*\s*$/.test(text);
}
