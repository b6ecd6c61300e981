import { gunzip } from 'node:zlib';
import { failure, success } from '../../../shared/errors.ts';
import type { Result } from '../../../shared/errors.ts';
import { explainTextMax } from '../../../shared/mailflow/explain.ts';

function unzipped(bytes: Uint8Array): Promise<Buffer | null> {
  return new Promise((resolve) => {
    gunzip(bytes, { maxOutputLength: explainTextMax }, (error, text) =>
      resolve(error === null ? text : null),
    );
  });
}

/** Text out of a file: plain, or in gzip (RFC 8460 §5.3). Errors: `input-too-large`, `file-unreadable`. */
export async function pastedText(bytes: Uint8Array): Promise<Result<string>> {
  if (bytes.length > explainTextMax) {
    return failure('input-too-large', { limit: explainTextMax });
  }
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const text = isGzip ? await unzipped(bytes) : Buffer.from(bytes);
  if (text === null) return failure('file-unreadable', { name: 'gzip' });
  const isUtf16 = text[0] === 0xff && text[1] === 0xfe;
  return success(text.toString(isUtf16 ? 'utf16le' : 'utf8').replace(/^\u{feff}/u, ''));
}
