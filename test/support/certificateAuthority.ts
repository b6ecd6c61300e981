import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface IssuedCertificate {
  /** PEM: the certificate alone; the CA is known to who trusts it. */
  readonly cert: string;
  readonly key: string;
}

export interface CertificateAuthority {
  readonly caPem: string;
  /** For subject alternative names such as `DNS:dns.test` or `IP:127.0.0.1`. */
  issue(...subjectAlternativeNames: readonly string[]): IssuedCertificate;
}

function openssl(folder: string, args: readonly string[]): void {
  execFileSync('openssl', args, {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: 30_000,
  });
}

const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'exo-companion-ca-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A CA of its own for servers on the loopback, made by OpenSSL; nothing of it stays on disk. */
export function createCertificateAuthority(): CertificateAuthority {
  const ca = inFolder((folder) => {
    const subject = ['-subj', '/CN=Test resolver CA', '-days', '30'];
    openssl(folder, ['req', '-x509', ...newKey, '-keyout', 'ca.key', '-out', 'ca.pem', ...subject]);
    return {
      cert: readFileSync(join(folder, 'ca.pem'), 'utf8'),
      key: readFileSync(join(folder, 'ca.key'), 'utf8'),
    };
  });
  return {
    caPem: ca.cert,
    issue: (...names) =>
      inFolder((folder) => {
        writeFileSync(join(folder, 'ca.pem'), ca.cert);
        writeFileSync(join(folder, 'ca.key'), ca.key);
        writeFileSync(join(folder, 'ext'), `subjectAltName=${names.join(',')}\n`);
        openssl(folder, ['req', ...newKey, '-keyout', 'key', '-out', 'csr', '-subj', '/CN=server']);
        const from = ['-in', 'csr', '-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial'];
        openssl(folder, [
          'x509',
          '-req',
          ...from,
          '-days',
          '30',
          '-extfile',
          'ext',
          '-out',
          'cert',
        ]);
        return {
          cert: readFileSync(join(folder, 'cert'), 'utf8'),
          key: readFileSync(join(folder, 'key'), 'utf8'),
        };
      }),
  };
}
