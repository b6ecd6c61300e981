import { failure, success } from '../../../../shared/errors.ts';
import type { Result } from '../../../../shared/errors.ts';
import { certificateFileBytesMax, certificatesPerFileMax } from '../../../../shared/limits.ts';
import { readable, readTlv, wholeOf } from '../../certificates/der.ts';
import { pemBlocks } from '../../certificates/pemBlocks.ts';

const certificateLabels = new Set(['CERTIFICATE', 'X509 CERTIFICATE', 'TRUSTED CERTIFICATE']);

/** OpenSSL's `TRUSTED CERTIFICATE` has its own settings after the certificate. */
function firstElement(bytes: Buffer): Buffer {
  const element = readable(() => readTlv(bytes, 0, bytes.length));
  return element === null ? bytes : wholeOf(bytes, element);
}

/**
 * The certificates of a PEM text in its order, without a look into them: one that can't be read is a
 * part of the chain too. Errors: `file-too-large`, `pem-malformed`, `certificate-truncated`,
 * `certificate-none-found`, `certificate-too-many`.
 */
export function chainOfPem(text: string, name: string): Result<readonly Buffer[]> {
  if (text.length > certificateFileBytesMax) {
    return failure('file-too-large', {
      name,
      bytes: text.length,
      limit: certificateFileBytesMax,
    });
  }
  const chain: Buffer[] = [];
  for (const block of pemBlocks(text)) {
    if (block.kind === 'damaged') return failure('pem-malformed', { name, line: block.line });
    if (block.kind === 'truncated') {
      return failure('certificate-truncated', { name, line: block.line });
    }
    if (block.kind === 'block' && certificateLabels.has(block.label)) {
      chain.push(firstElement(block.bytes));
    }
  }
  if (chain.length === 0) return failure('certificate-none-found', { name });
  if (chain.length > certificatesPerFileMax) {
    return failure('certificate-too-many', { count: chain.length, limit: certificatesPerFileMax });
  }
  return success(chain);
}
