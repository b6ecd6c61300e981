import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder with a server's certificate, its chain and its exports, made by OpenSSL. */
export interface OpensslFiles {
  /** The path of a file in the folder. */
  path(name: FileName): string;
  read(name: FileName): Buffer;
  /** SHA-256 of the subjectPublicKeyInfo of a certificate, by OpenSSL: the data of `3 1 1`. */
  publicKeySha256(name: 'leaf.pem' | 'issuing.pem'): string;
  /** A PKCS#12 file whose password takes seconds to check. */
  slowPfx(): Buffer;
  remove(): void;
}

type FileName =
  | 'leaf.pem'
  | 'issuing.pem'
  | 'chain.pem'
  | 'mail.pfx'
  | 'mail.p7b'
  | 'leaf.der'
  | 'page.cer';

export const pfxPassword = 'correct horse';
export const hostInCertificate = 'mail.example.com';

/** Takes about a second. */
export function makeOpensslFiles(): OpensslFiles {
  const folder = mkdtempSync(join(tmpdir(), 'companion-certificates-'));
  const openssl = (...args: readonly string[]) =>
    execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  const makeKey = (name: string) =>
    openssl('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', name);
  const request = (key: string, subject: string, out: string) =>
    openssl('req', '-new', '-key', key, '-subj', subject, '-out', out);
  const sign = (csr: string, by: string, extensions: string, out: string) => {
    writeFileSync(join(folder, 'extensions.cnf'), extensions);
    const ca = ['-CA', `${by}.pem`, '-CAkey', `${by}.key`, '-CAcreateserial'];
    openssl(
      'x509',
      '-req',
      '-in',
      csr,
      ...ca,
      '-days',
      '300',
      '-extfile',
      'extensions.cnf',
      '-out',
      out,
    );
  };
  const authority = 'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign\n';
  for (const name of ['root.key', 'issuing.key', 'leaf.key']) makeKey(name);
  const rootSubject = ['-subj', '/O=Example Trust/CN=Example Root', '-days', '3000'];
  openssl('req', '-x509', '-new', '-key', 'root.key', ...rootSubject, '-out', 'root.pem');
  request('issuing.key', '/O=Example Trust/CN=Example Issuing CA', 'issuing.csr');
  sign('issuing.csr', 'root', authority, 'issuing.pem');
  request('leaf.key', `/O=Example/CN=${hostInCertificate}`, 'leaf.csr');
  const names = `DNS:autodiscover.example.com,DNS:${hostInCertificate},DNS:xn--bcher-kva.example`;
  sign('leaf.csr', 'issuing', `subjectAltName=${names}\n`, 'leaf.pem');
  const chain = ['leaf.pem', 'issuing.pem'].map((name) => readFileSync(join(folder, name), 'utf8'));
  writeFileSync(join(folder, 'chain.pem'), chain.join(''));
  openssl(
    'pkcs12',
    '-export',
    '-in',
    'chain.pem',
    '-inkey',
    'leaf.key',
    '-passout',
    `pass:${pfxPassword}`,
    '-out',
    'mail.pfx',
  );
  openssl('crl2pkcs7', '-nocrl', '-certfile', 'chain.pem', '-out', 'mail.p7b');
  openssl('x509', '-in', 'leaf.pem', '-outform', 'DER', '-out', 'leaf.der');
  writeFileSync(join(folder, 'page.cer'), '<!doctype html><title>Sign in</title>');
  return {
    path: (name) => join(folder, name),
    read: (name) => readFileSync(join(folder, name)),
    publicKeySha256(name) {
      const pem = openssl('x509', '-in', name, '-noout', '-pubkey');
      const der = execFileSync('openssl', ['pkey', '-pubin', '-outform', 'DER'], { input: pem });
      const [digest] = execFileSync('openssl', ['dgst', '-sha256', '-r'], { input: der })
        .toString()
        .split(' ');
      return digest ?? '';
    },
    slowPfx() {
      // Just below what is refused; once for the checksum, once for the key.
      const costs = ['-iter', '4900000', '-nokeys', '-certpbe', 'AES-256-CBC'];
      openssl(
        'pkcs12',
        '-export',
        '-in',
        'chain.pem',
        ...costs,
        '-passout',
        `pass:${pfxPassword}`,
        '-out',
        'slow.pfx',
      );
      return readFileSync(join(folder, 'slow.pfx'));
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
