import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { certificateFileBytesMax, certificatesPerFileMax } from '../../../../shared/limits.ts';
import { certificateFileSchema } from '../../../../shared/contract/certificates.ts';
import { commonName, madeCertificate } from '../../../support/madeCertificate.ts';
import { createOpensslFolder, derOf, issued, selfSigned } from '../../../support/opensslFolder.ts';
import { dersOf, readFile, refusal } from '../../../support/readCertificates.ts';
import { describeWith } from '../../../support/requirements.ts';
import { integer } from '../../../support/der.ts';
import { readCertificateFile } from '../../../../electron/service/certificates/readCertificateFile.ts';

const made = madeCertificate();
const pem = (der: Buffer, label = 'CERTIFICATE') =>
  `-----BEGIN ${label}-----\n${der.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END ${label}-----\n`;
const codes = ({ notes }: { notes: readonly { code: string; count: number }[] }) =>
  Object.fromEntries(notes.map(({ code, count }) => [code, count]));

describeWith(['openssl'], 'files made by OpenSSL', () => {
  const folder = createOpensslFolder();
  let leaf: Buffer;
  let issuing: Buffer;
  let root: Buffer;
  afterAll(() => folder.remove());
  beforeAll(() => {
    selfSigned(folder, 'root', 'p-384', '-subj', '/CN=Test root');
    const authority = 'basicConstraints=critical,CA:TRUE';
    issued(folder, 'issuing', 'root', '/O=Exämple/CN=Issuing', authority);
    issued(
      folder,
      'leaf',
      'issuing',
      '/CN=mail.example.com',
      'subjectAltName=DNS:mail.example.com',
    );
    [leaf, issuing, root] = [
      derOf(folder, 'leaf.pem'),
      derOf(folder, 'issuing.pem'),
      derOf(folder, 'root.pem'),
    ];
    folder.write(
      'all.pem',
      Buffer.concat(['root', 'issuing', 'leaf'].map((name) => folder.read(`${name}.pem`))),
    );
  });

  test('a PEM bundle in any order comes back leaf first, then upwards', async () => {
    const file = await readFile(folder.read('all.pem'));
    expect(file.format).toBe('pem');
    expect(dersOf(file)).toEqual([leaf, issuing, root]);
    expect(file.certificates.map(({ role }) => role)).toEqual(['leaf', 'issuer', 'issuer']);
    const [first, second, third] = file.certificates;
    expect(first?.issuers).toEqual([second?.fingerprint, third?.fingerprint]);
    expect(file.notes).toEqual([]);
    expect(certificateFileSchema.parse(file)).toEqual(file);
  });

  test('the same DER comes back from DER, PKCS#7 in both spellings, and bare Base64', async () => {
    const chain = [leaf, issuing, root];
    folder.openssl('crl2pkcs7', '-nocrl', '-certfile', 'all.pem', '-out', 'all.p7b');
    folder.openssl('pkcs7', '-in', 'all.p7b', '-outform', 'DER', '-out', 'all.p7c');
    for (const name of ['all.p7b', 'all.p7c']) {
      const file = await readFile(folder.read(name));
      expect([file.format, dersOf(file)]).toEqual(['pkcs7', chain]);
    }
    const der = await readFile(leaf);
    expect([der.format, dersOf(der)]).toEqual(['der', [leaf]]);
    expect(dersOf(await readFile(leaf.toString('base64')))).toEqual([leaf]);
    expect(dersOf(await readFile(folder.read('all.p7c').toString('base64')))).toEqual(chain);
    expect(dersOf(await readFile(Buffer.concat(chain)))).toEqual(chain);
  });

  test('CMS with a real signature and CMS labels give their certificates', async () => {
    folder.write('message', 'text');
    const signer = ['-signer', 'leaf.pem', '-inkey', 'leaf.key', '-certfile', 'issuing.pem'];
    const sign = ['cms', '-sign', '-in', 'message', ...signer, '-nodetach'];
    folder.openssl(...sign, '-outform', 'PEM', '-out', 'signed.pem');
    folder.openssl(...sign, '-stream', '-outform', 'DER', '-out', 'signed.ber');
    expect(folder.read('signed.pem').toString()).toContain('BEGIN CMS');
    expect(folder.read('signed.ber')[1], 'of indefinite length').toBe(0x80);
    for (const name of ['signed.pem', 'signed.ber']) {
      expect(dersOf(await readFile(folder.read(name)))).toEqual([leaf, issuing]);
    }
  });

  test('labels of older programs and trust settings after the certificate are read', async () => {
    folder.openssl(
      'x509',
      '-in',
      'leaf.pem',
      '-trustout',
      '-setalias',
      'mine',
      '-addtrust',
      'serverAuth',
      '-out',
      'trusted.pem',
    );
    const trusted = folder.read('trusted.pem').toString();
    expect(trusted).toContain('BEGIN TRUSTED CERTIFICATE');
    const file = await readFile(trusted);
    expect(dersOf(file)).toEqual([leaf]);
    expect(codes(file)).toEqual({ 'chain-incomplete': 1 });
    expect(dersOf(await readFile(pem(leaf, 'X509 CERTIFICATE')))).toEqual([leaf]);
  });

  test('certutil’s CERTIFICATE label around PKCS#7 is read by its content', async () => {
    folder.openssl(
      'crl2pkcs7',
      '-nocrl',
      '-certfile',
      'all.pem',
      '-outform',
      'DER',
      '-out',
      'a.p7b',
    );
    const file = await readFile(pem(folder.read('a.p7b')));
    expect([file.format, dersOf(file).length]).toEqual(['pkcs7', 3]);
  });

  test('line ends, byte order marks, UTF-16 and text around the blocks do not matter', async () => {
    const printed = folder.openssl('x509', '-in', 'leaf.pem', '-text').toString();
    const windows = printed.replaceAll('\n', '\r\n');
    const variants = [
      `\ufeffSubject: Ümläut\r\n${windows}\r\n\r\nend`,
      printed.replaceAll('\n', '\r'),
      Buffer.from(`\ufeff${windows}`, 'utf16le'),
      Buffer.from(windows, 'utf16le'),
      Buffer.from(`\ufeff${windows}`, 'utf16le').swap16(),
      Buffer.from(windows, 'utf16le').swap16(),
      printed.replaceAll('\n', '\n   '),
    ];
    for (const variant of variants) expect(dersOf(await readFile(variant))).toEqual([leaf]);
  });

  test('a private key beside the certificate is left out, with a note', async () => {
    const both = Buffer.concat([folder.read('leaf.key'), folder.read('leaf.pem')]);
    const file = await readFile(both);
    expect(codes(file)).toEqual({ 'private-key-discarded': 1, 'chain-incomplete': 1 });
    const secret = folder.read('leaf.key').toString().split('\n')[1] ?? '';
    expect(JSON.stringify(file)).not.toContain(secret);
  });

  test('a key alone is refused, in every form that OpenSSL writes', async () => {
    folder.openssl('genrsa', '-traditional', '-out', 'rsa1.key', '1024');
    folder.openssl('ec', '-in', 'leaf.key', '-out', 'sec1.key');
    folder.openssl('pkcs8', '-topk8', '-in', 'leaf.key', '-passout', 'pass:x', '-out', 'enc.key');
    for (const name of ['leaf.key', 'rsa1.key', 'sec1.key', 'enc.key']) {
      expect((await refusal(folder.read(name))).code).toBe('certificate-key-only');
      const der = Buffer.from(
        folder
          .read(name)
          .toString()
          .replace(/-----[^-]+-----|\s/g, ''),
        'base64',
      );
      expect((await refusal(der)).code, `DER of ${name}`).toBe('certificate-key-only');
    }
  });

  test('a request is told apart, in PEM and DER', async () => {
    expect((await refusal(folder.read('leaf.csr'))).code).toBe('certificate-request');
    folder.openssl('req', '-in', 'leaf.csr', '-outform', 'DER', '-out', 'csr.der');
    expect((await refusal(folder.read('csr.der'))).code).toBe('certificate-request');
    const withKey = Buffer.concat([folder.read('leaf.key'), folder.read('leaf.csr')]);
    expect((await refusal(withKey)).code).toBe('certificate-request');
    const withCertificate = Buffer.concat([folder.read('leaf.csr'), folder.read('leaf.pem')]);
    expect(codes(await readFile(withCertificate))).toMatchObject({ 'request-skipped': 1 });
  });

  test('public keys, parameters and revocation lists hold no certificate', async () => {
    const publicKey = folder.openssl('x509', '-in', 'leaf.pem', '-noout', '-pubkey');
    folder.openssl('crl2pkcs7', '-nocrl', '-out', 'empty.p7b');
    const parameters = folder.openssl('ecparam', '-name', 'prime256v1');
    for (const bytes of [publicKey, folder.read('empty.p7b'), parameters]) {
      expect((await refusal(bytes)).code).toBe('certificate-none-found');
    }
  });

  test('every cut of a DER certificate, and of a PKCS#7, is refused as truncated or damaged', async () => {
    folder.openssl(
      'crl2pkcs7',
      '-nocrl',
      '-certfile',
      'leaf.pem',
      '-outform',
      'DER',
      '-out',
      'c.p7b',
    );
    for (const whole of [leaf, folder.read('c.p7b')]) {
      for (let length = 4; length < whole.length; length += 37) {
        expect((await refusal(whole.subarray(0, length))).code).toBe('certificate-truncated');
      }
    }
    const text = folder.read('leaf.pem').toString();
    expect((await refusal(text.slice(0, -30))).code).toBe('certificate-truncated');
    const half = Buffer.from(leaf.subarray(0, 200));
    expect((await refusal(pem(half))).code).toBe('certificate-truncated');
  });
});

describe('bad input', () => {
  test('nothing, and nothing but blanks, is empty', async () => {
    for (const bytes of ['', ' \r\n\t', '\ufeff', '\ufeff\n']) {
      expect((await refusal(bytes)).code).toBe('file-empty');
    }
  });

  test('more than 4 MiB is refused with its size', async () => {
    expect(await refusal(Buffer.alloc(certificateFileBytesMax + 1))).toEqual({
      code: 'file-too-large',
      params: {
        name: 'export.bin',
        size: certificateFileBytesMax + 1,
        limit: certificateFileBytesMax,
      },
    });
  });

  test('a web page saved as .cer is called one', async () => {
    const pages = [
      '<!DOCTYPE html><html><body>Sign in</body></html>',
      '\r\n<html lang="en">',
      '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0">',
      '\ufeff<!-- saved from url=(0014)about:internet -->\n<HTML>',
    ];
    for (const page of pages) expect((await refusal(page)).code).toBe('certificate-html');
  });

  test('a web page that shows a certificate is read for it', async () => {
    expect(dersOf(await readFile(`<html><pre>${pem(made)}</pre></html>`))).toEqual([made]);
  });

  test.for([
    ['words', 'This is not a certificate.'],
    ['zeros', Buffer.alloc(64)],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['a zip file', Buffer.from('504b0304140000000800', 'hex')],
    ['Base64 of something else', Buffer.from('hello world, hello').toString('base64')],
  ] as const)('%s is not recognized', async ([, bytes]) => {
    expect((await refusal(bytes)).code).toBe('certificate-not-recognized');
  });

  test('a damaged PEM block is refused with its line', async () => {
    const broken = `first\nsecond\n${pem(made).replace('MI', 'M!')}`;
    expect(await refusal(broken)).toEqual({
      code: 'pem-malformed',
      params: { name: 'export.bin', line: 3 },
    });
    const otherEnd = pem(made).replace('END CERTIFICATE', 'END CERTIFICATES');
    expect((await refusal(otherEnd)).code).toBe('pem-malformed');
    const file = await readFile(`${broken}\n${pem(made)}`);
    expect(codes(file)).toMatchObject({ 'block-skipped': 1 });
  });

  test('an unreadable certificate alone is damaged; among others it is left out', async () => {
    const broken = Buffer.from(made);
    // The tag of the serial number.
    broken[broken.indexOf(integer('01a2b3'))] = 0x01;
    expect((await refusal(broken)).code).toBe('certificate-malformed');
    const file = await readFile(pem(broken) + pem(made));
    expect([dersOf(file), codes(file)]).toMatchObject([[made], { 'certificate-skipped': 1 }]);
  });

  test('a repeated certificate is listed once', async () => {
    const file = await readFile(pem(made).repeat(3));
    expect([dersOf(file), codes(file)]).toMatchObject([[made], { 'duplicates-removed': 2 }]);
  });

  test('a thousand certificates are read, one more is refused with the number', async () => {
    const many = Array.from({ length: certificatesPerFileMax + 1 }, (_, index) =>
      pem(madeCertificate({ subject: commonName(`host${index}.example.com`) })),
    );
    const file = await readFile(many.slice(1).join(''));
    expect(file.certificates.length).toBe(certificatesPerFileMax);
    expect(codes(file)).toEqual({
      'several-leaves': certificatesPerFileMax,
      'chain-incomplete': certificatesPerFileMax,
    });
    expect(await refusal(many.join(''))).toEqual({
      code: 'certificate-too-many',
      params: {
        name: 'export.bin',
        count: certificatesPerFileMax + 1,
        limit: certificatesPerFileMax,
      },
    });
  });

  test('what is cancelled before it starts is not read', async () => {
    const context = { signal: AbortSignal.abort(), host: 'electron' } as const;
    expect(await readCertificateFile(made, 'a', null, context)).toEqual({
      ok: false,
      error: { code: 'cancelled', params: {} },
    });
  });
});

test.for(['cli', 'electron', 'web'] as const)('%s: a large bundle reads the same', async (host) => {
  const ders = Array.from({ length: 200 }, (_, index) =>
    madeCertificate({ subject: commonName(`host${index}.example.com`) }),
  );
  const { signal } = new AbortController();
  const bytes = Buffer.from(ders.map((der) => pem(der)).join(''));
  const file = await readCertificateFile(bytes, 'bundle.pem', null, { signal, host });
  expect(file.ok && dersOf(file.value)).toEqual(ders);
});
