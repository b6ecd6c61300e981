import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A temporary folder in which the `openssl` command makes files. */
export interface OpensslFolder {
  readonly path: string;
  /** What the command prints. */
  openssl(...args: readonly string[]): Buffer;
  read(name: string): Buffer;
  write(name: string, content: string | Uint8Array): void;
  remove(): void;
}

export function createOpensslFolder(): OpensslFolder {
  const path = mkdtempSync(join(tmpdir(), 'exo-companion-openssl-'));
  return {
    path,
    openssl: (...args) =>
      execFileSync('openssl', args, {
        cwd: path,
        stdio: ['ignore', 'pipe', 'pipe'],
        maxBuffer: 64 * 1024 * 1024,
      }),
    read: (name) => readFileSync(join(path, name)),
    write: (name, content) => writeFileSync(join(path, name), content),
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

const p256 = ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'];

/** Kinds of keys, with the options that make `openssl genpkey` generate one. */
export const keyKinds = {
  'rsa-2048': ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048'],
  'rsa-4096': ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:4096'],
  'rsa-pss': ['-algorithm', 'RSA-PSS', '-pkeyopt', 'rsa_keygen_bits:2048'],
  'p-256': p256,
  'p-384': ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-384'],
  'p-521': ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-521'],
  brainpool: ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:brainpoolP256r1'],
  'explicit-curve': [...p256, '-pkeyopt', 'ec_param_enc:explicit'],
  ed25519: ['-algorithm', 'ED25519'],
  ed448: ['-algorithm', 'ED448'],
} as const;
export type KeyKind = keyof typeof keyKinds;

/** Makes `NAME.key` and the self-signed `NAME.pem`. */
export function selfSigned(
  folder: OpensslFolder,
  name: string,
  kind: KeyKind,
  ...options: readonly string[]
): void {
  folder.openssl('genpkey', ...keyKinds[kind], '-out', `${name}.key`);
  const names = options.includes('-subj') ? [] : ['-subj', '/C=AT/O=Example/CN=mail.example.com'];
  const out = ['-key', `${name}.key`, '-out', `${name}.pem`, '-days', '90'];
  folder.openssl('req', '-x509', ...out, ...names, ...options);
}

/** Makes `NAME.key` and `NAME.pem`, signed by `issuer.pem`. `extensions` in the words of OpenSSL. */
export function issued(
  folder: OpensslFolder,
  name: string,
  issuer: string,
  subject: string,
  extensions: string,
): void {
  folder.openssl('genpkey', ...keyKinds['p-256'], '-out', `${name}.key`);
  folder.openssl('req', '-new', '-key', `${name}.key`, '-subj', subject, '-out', `${name}.csr`);
  folder.write(`${name}.ext`, extensions);
  const by = ['-CA', `${issuer}.pem`, '-CAkey', `${issuer}.key`, '-CAcreateserial'];
  const out = ['-days', '60', '-extfile', `${name}.ext`, '-out', `${name}.pem`];
  folder.openssl('x509', '-req', '-in', `${name}.csr`, ...by, ...out);
}

/** DER of the first certificate of a PEM file. */
export function derOf(folder: OpensslFolder, name: string): Buffer {
  return folder.openssl('x509', '-in', name, '-outform', 'DER');
}
