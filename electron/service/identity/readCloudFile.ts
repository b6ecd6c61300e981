import { X509Certificate } from 'node:crypto';
import { open } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { cloudFileMax, parseCloudFile } from '../../../shared/identity/cloudFile.ts';
import { failure, success } from '../../../shared/errors.ts';
import type { Cloud } from '../../../shared/identity/clouds.ts';
import type { Result } from '../../../shared/errors.ts';

/**
 * Reads a private or simulated cloud, its roots included. Errors: `file-not-found`,
 * `file-unreadable`, `file-too-large`, `cloud-file-invalid`.
 */
export async function readCloudFile(file: string): Promise<Result<Cloud>> {
  const text = await readBounded(file);
  if (!text.ok) return text;
  const parsed = parseCloudFile(text.value, file);
  if (!parsed.ok || parsed.value.ca === null) return parsed;
  const written = parsed.value.ca;
  const ca = written.includes('-----BEGIN')
    ? success(written)
    : await readBounded(resolve(dirname(file), written));
  if (!ca.ok) return ca;
  return isCertificate(ca.value)
    ? success({ ...parsed.value, ca: ca.value })
    : failure('cloud-file-invalid', { file, problem: 'ca' });
}

async function readBounded(file: string): Promise<Result<string>> {
  const name = basename(file);
  try {
    const handle = await open(file);
    try {
      const { size } = await handle.stat();
      if (size > cloudFileMax)
        return failure('file-too-large', { name, size, limit: cloudFileMax });
      return success(await handle.readFile('utf8'));
    } finally {
      await handle.close();
    }
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return failure(missing ? 'file-not-found' : 'file-unreadable', { name });
  }
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
}
