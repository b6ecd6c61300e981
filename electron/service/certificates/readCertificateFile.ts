import { certificateFileBytesMax } from '../../../shared/limits.ts';
import { failure } from '../../../shared/errors.ts';
import { readCertificateFileHere } from './readCertificateFileHere.ts';
import { runTask } from '../worker/runTask.ts';
import type { CertificateFile } from '../../../shared/contract/certificates.ts';
import type { Ports } from '../ports.ts';
import type { Result } from '../../../shared/errors.ts';

export interface ReadingContext {
  readonly signal: AbortSignal;
  readonly host: Ports['host'];
}

/**
 * What is read without another thread. Where a window waits: what takes a few milliseconds. In a
 * terminal: what takes less than starting a thread.
 */
const here = {
  cli: { bytes: certificateFileBytesMax, rounds: 50_000 },
  window: { bytes: 32 * 1024, rounds: 0 },
} as const;

/**
 * Reads one export of any kind: PEM, DER, PKCS#7, PKCS#12, serialized store. Long work is done in
 * another thread, and ends when `signal` is aborted.
 * SECURITY: S28 bounded before anything is parsed; what is parsed is bounded again where it is read.
 * @param name the file's name, for messages.
 * @param password of a PKCS#12 file; `null` when none was given.
 */
export async function readCertificateFile(
  bytes: Uint8Array,
  name: string,
  password: string | null,
  { signal, host }: ReadingContext,
): Promise<Result<CertificateFile>> {
  const { length } = bytes;
  if (length === 0) return failure('file-empty', { name });
  if (length > certificateFileBytesMax) {
    return failure('file-too-large', { name, size: length, limit: certificateFileBytesMax });
  }
  if (signal.aborted) return failure('cancelled');
  const limits = host === 'cli' ? here.cli : here.window;
  if (length <= limits.bytes) {
    const file = await readCertificateFileHere(bytes, name, password, limits.rounds);
    if (file !== 'too-long-here') return file;
  }
  const file = await runTask('certificates.read', { bytes, name, password }, signal);
  return file.ok ? file.value : file;
}
