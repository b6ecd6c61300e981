/**
 * Reading certificates, measured. `npm run bench -- certificates`
 *
 * One PEM bundle of 1,000 different certificates, read and turned into all its TLSA records, against
 * the floor: `new X509Certificate` and four digests for each, from octets that lie ready. Exits 1 when
 * it takes more than twice the floor.
 *
 * And the whole command, against loops of the programs that administrators use. The loops run over
 * 100 of the certificates, their times are multiplied by ten; each asks for no value twice.
 */
import {
  authorityKeyId,
  certificationAuthority,
  commonName,
  dnsName,
} from '../support/madeCertificate.ts';
import { bitString, integer, nothing, objectIdentifier, sequence } from '../support/der.ts';
import {
  extension,
  madeCertificate,
  subjectAlternativeNames,
  subjectKeyId,
} from '../support/madeCertificate.ts';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { generateKeyPairSync, hash, randomBytes, X509Certificate } from 'node:crypto';
import { octetString, tlv } from '../support/der.ts';
import { readCertificateFile } from '../../electron/service/certificates/readCertificateFile.ts';
import { recordsOf } from '../../shared/tlsa/recordsOf.ts';

const ratioMax = 2;
const rounds = 15;
const count = 1000;
const sample = 100;
const repository = join(import.meta.dirname, '..', '..');

/** 999 server certificates, half of them RSA, and the authority that issued them. */
function makeBundle(): { readonly ders: readonly Buffer[]; readonly pem: Buffer } {
  const authority = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const issuer = commonName('Bench CA');
  const serverAuthentication = sequence(objectIdentifier('1.3.6.1.5.5.7.3.1'));
  const ca = madeCertificate({
    subject: issuer,
    issuer,
    subjectPublicKeyInfo: authority.publicKey.export({ type: 'spki', format: 'der' }),
    signer: authority.privateKey,
    extensions: [certificationAuthority, subjectKeyId('ca'.repeat(20))],
  });
  const servers = Array.from({ length: count - 1 }, (_, index) => {
    const name = `host${index}.mail.example.com`;
    return madeCertificate({
      serial: tlv(2, Buffer.from([1]), randomBytes(15)),
      subject: commonName(name),
      issuer,
      subjectPublicKeyInfo: index % 2 === 0 ? ellipticKey() : rsaKey(),
      signer: authority.privateKey,
      extensions: [
        extension('2.5.29.15', tlv(3, Buffer.from([5, 0xa0]))),
        extension('2.5.29.37', serverAuthentication),
        subjectKeyId(randomBytes(20).toString('hex')),
        authorityKeyId('ca'.repeat(20)),
        subjectAlternativeNames(dnsName(name), dnsName(`autodiscover.${name}`)),
        // As much as the signed timestamps of a public CA.
        extension('1.3.6.1.4.1.11129.2.4.2', octetString(randomBytes(240))),
      ],
    });
  });
  const ders = [...servers, ca];
  return {
    ders,
    pem: Buffer.from(ders.map((der) => new X509Certificate(der).toString()).join('')),
  };
}

function ellipticKey(): Buffer {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  return publicKey.export({ type: 'spki', format: 'der' });
}

/** A key of the right shape: nobody has to use it. */
function rsaKey(): Buffer {
  const modulus = integer(
    `00${Buffer.concat([Buffer.from([0xc1]), randomBytes(255)]).toString('hex')}`,
  );
  const algorithm = sequence(objectIdentifier('1.2.840.113549.1.1.1'), nothing);
  return sequence(algorithm, bitString(sequence(modulus, integer(65537))));
}

interface Ready {
  readonly der: Buffer;
  readonly publicKey: Buffer;
}

function floor(certificates: readonly Ready[]): number {
  let length = 0;
  for (const { der, publicKey } of certificates) {
    const certificate = new X509Certificate(der);
    length += certificate.raw.length > 0 ? 1 : 0;
    for (const octets of [der, publicKey]) {
      length += hash('sha256', octets).length + hash('sha512', octets).length;
    }
  }
  return length;
}

async function ours(pem: Buffer, host: 'cli' | 'electron'): Promise<number> {
  const { signal } = new AbortController();
  const file = await readCertificateFile(pem, 'bundle.pem', null, { signal, host });
  if (!file.ok) throw new Error(file.error.code);
  return recordsOf(file.value).length;
}

async function milliseconds(work: () => unknown): Promise<number> {
  globalThis.gc?.();
  const started = performance.now();
  await work();
  return performance.now() - started;
}

async function seconds(work: () => unknown): Promise<number> {
  return (await milliseconds(work)) / 1000;
}

/** One certificate a file, as a loop in a shell finds them. */
function writeSample(folder: string, ders: readonly Buffer[]): string[] {
  return ders.slice(0, sample).map((der, index) => {
    const path = join(folder, `${index}.pem`);
    writeFileSync(path, new X509Certificate(der).toString());
    return path;
  });
}

function run(program: string, ...args: readonly string[]): Buffer {
  return execFileSync(program, args, {
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 256 * 1024 * 1024,
  });
}

function isInstalled(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;
}

/** Full data and both digests of both selectors: seven processes a certificate. */
function opensslLoop(folder: string, paths: readonly string[]): void {
  const der = join(folder, 'der');
  const text = join(folder, 'text');
  const key = join(folder, 'key');
  for (const path of paths) {
    run('openssl', 'x509', '-in', path, '-outform', 'DER', '-out', der);
    run('openssl', 'x509', '-in', path, '-noout', '-pubkey', '-out', text);
    run('openssl', 'pkey', '-pubin', '-in', text, '-outform', 'DER', '-out', key);
    for (const selected of [der, key]) {
      for (const digest of ['-sha256', '-sha512']) run('openssl', 'dgst', digest, selected);
    }
  }
}

/** Both digests of both selectors: four processes a certificate; it computes no full data. */
function danetoolLoop(paths: readonly string[]): void {
  for (const path of paths) {
    const from = ['--tlsa-rr', '--host', 'mail.example.com', '--load-certificate', path];
    for (const selector of [[], ['--x509']]) {
      for (const digest of ['sha256', 'sha512']) {
        run('danetool', ...from, '--hash', digest, ...selector);
      }
    }
  }
}

async function measureCommand(ders: readonly Buffer[], pem: Buffer): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'exo-companion-bench-'));
  try {
    const bundle = join(folder, 'bundle.pem');
    writeFileSync(bundle, pem);
    const paths = writeSample(folder, ders);
    const built = join(repository, 'out', 'cli', 'exo-companion.mjs');
    const program = existsSync(built)
      ? built
      : join(repository, 'electron', 'cli', 'exoCompanion.ts');
    const generate = ['tlsa', 'generate', bundle, '--host', 'mail.example.com', '--all', '--json'];
    let records = 0;
    const command = await seconds(() => {
      records =
        run(process.execPath, program, ...generate)
          .toString()
          .split('\n').length - 1;
    });
    console.log(`\ntlsa generate --all, ${records} records    ${command.toFixed(2)} s`);
    const loops = [
      ['openssl', () => opensslLoop(folder, paths)],
      ['danetool', () => danetoolLoop(paths)],
    ] as const;
    for (const [name, loop] of loops) {
      if (!isInstalled(name)) {
        console.log(`${name}: not installed, not measured`);
        continue;
      }
      const scaled = ((await seconds(loop)) * ders.length) / paths.length;
      console.log(
        `loop of ${name}, scaled                ${scaled.toFixed(1)} s, ${(scaled / command).toFixed(0)} times as long`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const { ders, pem } = makeBundle();
const ready = ders.map((der) => ({
  der,
  publicKey: new X509Certificate(der).publicKey.export({ type: 'spki', format: 'der' }),
}));
const times = { floor: Infinity, here: Infinity, thread: Infinity };
for (let round = 0; round < rounds; round += 1) {
  times.floor = Math.min(times.floor, await milliseconds(() => floor(ready)));
  times.here = Math.min(times.here, await milliseconds(() => ours(pem, 'cli')));
  times.thread = Math.min(times.thread, await milliseconds(() => ours(pem, 'electron')));
}
const ratio = times.here / times.floor;
console.log(`${count} certificates, ${pem.length} octets of PEM, best of ${rounds} rounds`);
console.log(`floor (X509Certificate and four digests)   ${times.floor.toFixed(1)} ms`);
console.log(`read, described, placed, all records       ${times.here.toFixed(1)} ms`);
console.log(`the same through a worker thread           ${times.thread.toFixed(1)} ms`);
console.log(`ratio ${ratio.toFixed(2)}, at most ${ratioMax}`);
if (ratio > ratioMax) process.exitCode = 1;
await measureCommand(ders, pem);
