import type { CertificateFile } from '../../../shared/contract/certificates.ts';
import { failure } from '../../../shared/errors.ts';
import type { Result } from '../../../shared/errors.ts';
import type { JobContext } from '../jobs.ts';
import type { Ports } from '../ports.ts';

export interface CertificateFileInput {
  readonly name: string;
  /** Base64. */
  readonly content: string;
  readonly password: string | null;
}

export async function readCertificates(
  _input: CertificateFileInput,
  _job: JobContext,
  _ports: Ports,
): Promise<Result<CertificateFile>> {
  return failure('certificate-none-found');
}
