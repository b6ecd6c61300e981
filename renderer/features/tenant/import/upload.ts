import { call } from '../../../app/call.ts';
import { failure, success } from '../../../../shared/errors.ts';
import { uploadPartBytes } from '../../../../shared/contract/tenant.ts';
import type { Result } from '../../../../shared/errors.ts';

/**
 * Hands a file to the service in parts, in order; resolves with the upload's id. It is never in memory
 * as a whole. Errors: `file-empty`, `file-unreadable`, `cancelled`, those of the channel.
 */
export async function uploadFile(
  file: File,
  signal: AbortSignal,
  onShare: (share: number) => void,
): Promise<Result<string>> {
  const { name, size } = file;
  if (size === 0) return failure('file-empty', { name });
  const uploadId = crypto.randomUUID();
  for (let index = 0; index * uploadPartBytes < size; index += 1) {
    if (signal.aborted) return failure('cancelled');
    const end = Math.min((index + 1) * uploadPartBytes, size);
    const base64 = await encode(file.slice(index * uploadPartBytes, end));
    if (base64 === null) return failure('file-unreadable', { name });
    const sent = await call('tenant.upload', { uploadId, name: name.slice(0, 255), index, base64 });
    if (!sent.ok) return sent;
    onShare(end / size);
  }
  return success(uploadId);
}

/** `null` where the file can't be read: a folder, or a file that is gone or locked. */
function encode(part: Blob): Promise<string | null> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      const url = typeof reader.result === 'string' ? reader.result : '';
      resolve(url.slice(url.indexOf(',') + 1));
    });
    reader.addEventListener('error', () => resolve(null));
    reader.readAsDataURL(part);
  });
}
