import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Exports as administrators have them, made by OpenSSL in a folder of their own. */
export interface CertificateFiles {
  readonly folder: string;
  path(name: string): string;
  /** What OpenSSL prints for it, as a digest of the DER or of the public key. */
  digest(name: string, of: 'certificate' | 'publicKey', algorithm: 'sha256' | 'sha512'): string;
  /** DER of a PEM file's first certificate, or of its public key. */
  der(name: string, of: 'certificate' | 'publicKey'): Buffer;
  remove(): void;
}

const p256 = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
const rsa = ['-newkey', 'rsa:2048', '-nodes'];

/**
 * `leaf.pem` and its issuer `ca.pem`; `chain.pem`, `chain.p7b`, `leaf.der`; `chain.pfx` with the
 * password `p ä$"'`; `rsa.pem`, self-signed; `leaves.pem` with both leaves; `selfsigned.pem`, marked as
 * CA as OpenSSL does it; and what is no certificate: `key.pem`, `request.pem`, `page.cer`, `empty.pem`.
 */
export function createCertificateFiles(): CertificateFiles {
  const folder = mkdtempSync(join(tmpdir(), 'tlsa-cli-'));
  const path = (name: string) => join(folder, name);
  const openssl = (args: readonly string[], input?: Buffer) =>
    execFileSync('openssl', args, { cwd: folder, input, stdio: ['pipe', 'pipe', 'pipe'] });
  const selfSign = (name: string, key: readonly string[], ...more: string[]) => {
    const out = ['-keyout', `${name}.key`, '-out', `${name}.pem`, '-days', '300'];
    openssl(['req', '-x509', ...key, ...out, ...more]);
  };
  const der = (name: string, of: 'certificate' | 'publicKey') => {
    const publicKey = () => openssl(['x509', '-in', name, '-noout', '-pubkey']);
    return of === 'certificate'
      ? openssl(['x509', '-in', name, '-outform', 'DER'])
      : openssl(['pkey', '-pubin', '-outform', 'DER'], publicKey());
  };

  selfSign('ca', p256, '-subj', '/CN=Issuing CA');
  selfSign('selfsigned', p256, '-subj', '/CN=mail.example.com');
  const endEntity = ['-addext', 'basicConstraints=critical,CA:FALSE'];
  selfSign('rsa', rsa, '-subj', '/CN=mail.example.com', ...endEntity);
  issueLeaf();
  const pem = (name: string) => readFileSync(path(name), 'utf8');
  writeFileSync(path('chain.pem'), `subject=leaf\r\n${pem('leaf.pem')}${pem('ca.pem')}`);
  writeFileSync(path('leaves.pem'), pem('leaf.pem') + pem('rsa.pem'));
  writeFileSync(path('leaf.der'), der('leaf.pem', 'certificate'));
  openssl(['crl2pkcs7', '-nocrl', '-certfile', 'chain.pem', '-out', 'chain.p7b']);
  writeFileSync(path('password'), 'p ä$"\'\n');
  openssl(
    ['pkcs12', '-export', '-in', 'leaf.pem', '-inkey', 'leaf.key', '-certfile', 'ca.pem'].concat([
      '-out',
      'chain.pfx',
      '-passout',
      'file:password',
    ]),
  );
  writeFileSync(path('key.pem'), pem('leaf.key'));
  writeFileSync(path('page.cer'), '<!DOCTYPE html><html><title>Sign in</title></html>');
  writeFileSync(path('empty.pem'), '');

  function issueLeaf(): void {
    const subject = ['-subj', '/C=NL/O=Contoso, Ltd./CN=mail.example.com'];
    openssl(['req', ...p256, '-keyout', 'leaf.key', '-out', 'request.pem', ...subject]);
    writeFileSync(path('leaf.ext'), 'subjectAltName=DNS:mail.example.com\n');
    openssl(
      ['x509', '-req', '-in', 'request.pem', '-CA', 'ca.pem', '-CAkey', 'ca.key'].concat([
        '-CAcreateserial',
        '-days',
        '300',
        '-extfile',
        'leaf.ext',
        '-out',
        'leaf.pem',
      ]),
    );
  }

  return {
    folder,
    path,
    der,
    digest: (name, of, algorithm) =>
      openssl(['dgst', `-${algorithm}`, '-r'], der(name, of))
        .toString('latin1')
        .split(' ')[0] ?? '',
    remove: () => rmSync(folder, { recursive: true }),
  };
}
