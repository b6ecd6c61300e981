import { afterAll, beforeAll, expect, test } from 'vitest';
import { createOpensslFolder, keyKinds, selfSigned } from '../../../support/opensslFolder.ts';
import { describeWith } from '../../../support/requirements.ts';
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { readFile } from '../../../support/readCertificates.ts';
import type { Certificate } from '../../../../shared/contract/certificates.ts';
import type { KeyKind } from '../../../support/opensslFolder.ts';

const debianRoots = '/etc/ssl/certs/ca-certificates.crt';
const kinds = Object.keys(keyKinds) as KeyKind[];
/** Curves that GnuTLS 3.7 does not read. */
const unknownToGnutls: ReadonlySet<KeyKind> = new Set(['brainpool', 'explicit-curve']);

const folder = createOpensslFolder();
afterAll(() => folder.remove());

async function run(program: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(program, args, { cwd: folder.path });
  return stdout;
}

/** As many at a time as a small machine has cores. */
async function inPairs<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  const worker = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all([worker(), worker()]);
}

/** Every selector and matching type, as OpenSSL computes them from PEM files. */
async function byOpenssl(names: readonly string[]) {
  await inPairs(names, async (name) => {
    await run('openssl', 'x509', '-in', name, '-outform', 'DER', '-out', `${name}.0`);
    await run('openssl', 'x509', '-in', name, '-noout', '-pubkey', '-out', `${name}.pub`);
    const from = ['-pubin', '-in', `${name}.pub`];
    await run('openssl', 'pkey', ...from, '-outform', 'DER', '-out', `${name}.1`);
  });
  const digests = async (algorithm: string, selector: 0 | 1) => {
    const files = names.map((name) => `${name}.${selector}`);
    const lines = await run('openssl', 'dgst', algorithm, '-r', ...files);
    return lines.split('\n').map((line) => line.split(' ')[0]);
  };
  const select = async (selector: 0 | 1) => {
    const sha256 = await digests('-sha256', selector);
    const sha512 = await digests('-sha512', selector);
    return names.map((name, index) => ({
      full: folder.read(`${name}.${selector}`).toString('hex'),
      sha256: sha256[index],
      sha512: sha512[index],
    }));
  };
  const certificates = await select(0);
  const publicKeys = await select(1);
  return names.map((_, index) => ({
    certificate: certificates[index],
    publicKey: publicKeys[index],
  }));
}

/** The digests of both selectors by GnuTLS, which has no command for full data. */
async function byGnutls(names: readonly string[]) {
  const found = new Map<string, (string | undefined)[]>();
  await inPairs(names, async (name) => {
    const data: (string | undefined)[] = [];
    for (const options of [[], ['--x509']]) {
      for (const hash of ['sha256', 'sha512']) {
        const from = ['--host', 'mail.example.com', '--load-certificate', name];
        const record = await run('danetool', '--tlsa-rr', ...from, '--hash', hash, ...options);
        data.push(/\( 03 0[01] 0[12] ([0-9a-f]+) \)/.exec(record)?.[1]);
      }
    }
    found.set(name, data);
  });
  return names.map((name) => found.get(name));
}

function digestsOf({ associations: { certificate, publicKey } }: Certificate) {
  return [publicKey.sha256, publicKey.sha512, certificate.sha256, certificate.sha512];
}

describeWith(['openssl', 'danetool'], 'association data', () => {
  beforeAll(() => {
    for (const kind of kinds) selfSigned(folder, kind, kind);
  });

  test('is what OpenSSL computes, for every kind of key, selector and matching type', async () => {
    const pems = kinds.map((kind) => folder.read(`${kind}.pem`));
    const { certificates } = await readFile(Buffer.concat(pems));
    expect(certificates.map(({ associations }) => associations)).toEqual(
      await byOpenssl(kinds.map((kind) => `${kind}.pem`)),
    );
  });

  test('is what GnuTLS computes, for every kind of key that it reads', async () => {
    const readByBoth = kinds.filter((kind) => !unknownToGnutls.has(kind));
    const pems = readByBoth.map((kind) => folder.read(`${kind}.pem`));
    const { certificates } = await readFile(Buffer.concat(pems));
    expect(certificates.map(digestsOf)).toEqual(
      await byGnutls(readByBoth.map((kind) => `${kind}.pem`)),
    );
  });

  test.runIf(existsSync(debianRoots))(
    'is what OpenSSL and GnuTLS compute, for every root that Debian ships',
    async () => {
      const bundle = readFileSync(debianRoots, 'latin1');
      const pems = bundle.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----\n/g);
      const names = (pems ?? []).map((pem, index) => {
        folder.write(`root${index}`, pem);
        return `root${index}`;
      });
      expect(names.length).toBeGreaterThan(100);
      const { certificates } = await readFile(bundle);
      const associations = certificates.map((certificate) => certificate.associations);
      expect(associations).toEqual(await byOpenssl(names));
      expect(certificates.map(digestsOf)).toEqual(await byGnutls(names));
    },
    120_000,
  );
});
