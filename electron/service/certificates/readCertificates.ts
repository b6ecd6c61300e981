import { readCertificateFile } from './readCertificateFile.ts';
import type { CertificateFile } from '../../../shared/contract/certificates.ts';
import type { JobContext } from '../jobs.ts';
import type { Ports } from '../ports.ts';
import type { Result } from '../../../shared/errors.ts';

export interface CertificateFileInput {
  readonly name: string;
  /** Base64. */
  readonly content: string;
  readonly password: string | null;
}

/** The channel `certificates.read`. */
export function readCertificates(
  { name, content, password }: CertificateFileInput,
  job: JobContext,
  ports: Ports,
): Promise<Result<CertificateFile>> {
  const bytes = Buffer.from(content, 'base64');
  return readCertificateFile(bytes, name, password, { signal: job.signal, host: ports.host });
}
