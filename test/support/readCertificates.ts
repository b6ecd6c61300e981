import { expect } from 'vitest';
import { readCertificateFile } from '../../electron/service/certificates/readCertificateFile.ts';
import type { CertificateFile } from '../../shared/contract/certificates.ts';
import type { AppError } from '../../shared/errors.ts';

const fileName = 'export.bin';

/** Reads a file that has to be read. */
export async function readFile(
  bytes: Uint8Array | string,
  password: string | null = null,
): Promise<CertificateFile> {
  const file = await read(bytes, password);
  if (!file.ok) expect.fail(`refused: ${JSON.stringify(file.error)}`);
  return file.value;
}

/** Reads a file that has to be refused. */
export async function refusal(
  bytes: Uint8Array | string,
  password: string | null = null,
): Promise<AppError> {
  const file = await read(bytes, password);
  if (file.ok) expect.fail(`read: ${JSON.stringify(file.value).slice(0, 200)}`);
  expect(file.error.params['name']).toBe(fileName);
  return file.error;
}

function read(bytes: Uint8Array | string, password: string | null) {
  const { signal } = new AbortController();
  return readCertificateFile(Buffer.from(bytes), fileName, password, { signal, host: 'cli' });
}

/** DER of the certificates of a file that was read, in its order. */
export function dersOf(file: CertificateFile): Buffer[] {
  return file.certificates.map(({ associations }) =>
    Buffer.from(associations.certificate.full, 'hex'),
  );
}
