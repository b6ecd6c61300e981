import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bag, certificateBag, encrypted, macData, pbmac1 } from '../../../../support/madePfx.ts';
import {
  createOpensslFolder,
  derOf,
  issued,
  selfSigned,
} from '../../../../support/opensslFolder.ts';
import { dersOf, readFile, refusal } from '../../../../support/readCertificates.ts';
import { describeWith } from '../../../../support/requirements.ts';
import { explicit, indefinite, integer, objectIdentifier } from '../../../../support/der.ts';
import { madeCertificate } from '../../../../support/madeCertificate.ts';
import { nothing, octetString, sequence, set, tlv } from '../../../../support/der.ts';
import { pfx, plain, sha1 } from '../../../../support/madePfx.ts';
import { pkcs12IterationsMax } from '../../../../../shared/limits.ts';
import type { CertificateFile } from '../../../../../shared/contract/certificates.ts';
import { patience } from '../../../../support/patience.ts';

const codes = ({ notes }: CertificateFile) =>
  Object.fromEntries(notes.map(({ code, count }) => [code, count]));

describeWith(['openssl'], 'PKCS#12 made by OpenSSL', () => {
  const folder = createOpensslFolder();
  const password = 'pass wörd €';
  let chain: Buffer[];
  afterAll(() => folder.remove());
  beforeAll(() => {
    selfSigned(folder, 'ca', 'rsa-2048', '-subj', '/CN=Test CA');
    issued(folder, 'leaf', 'ca', '/CN=mail.example.com', 'subjectAltName=DNS:mail.example.com');
    chain = [derOf(folder, 'leaf.pem'), derOf(folder, 'ca.pem')];
  });

  const make = (...options: readonly string[]): Buffer => {
    const key = options.includes('-nokeys') ? [] : ['-inkey', 'leaf.key'];
    const from = ['-in', 'leaf.pem', ...key, '-certfile', 'ca.pem', '-out', 'made.pfx'];
    const withPassword = options.includes('-passout') ? [] : ['-passout', `pass:${password}`];
    folder.openssl('pkcs12', '-export', ...from, ...withPassword, ...options);
    return folder.read('made.pfx');
  };

  const variants: readonly (readonly string[])[] = [
    [],
    ['-legacy'],
    ['-legacy', '-descert'],
    ['-certpbe', 'PBE-SHA1-3DES'],
    ['-certpbe', 'PBE-SHA1-2DES'],
    ['-legacy', '-certpbe', 'PBE-SHA1-RC2-128'],
    ['-legacy', '-certpbe', 'PBE-SHA1-RC2-40', '-macalg', 'sha1'],
    ['-certpbe', 'AES-128-CBC', '-macalg', 'sha384'],
    ['-certpbe', 'AES-192-CBC', '-macalg', 'sha512'],
    ['-certpbe', 'DES-EDE3-CBC', '-macalg', 'sha224'],
    ['-nomaciter'],
    ['-noiter'],
    ['-iter', '1'],
    ['-iter', '50000'],
    ['-certpbe', 'NONE'],
    ['-certpbe', 'NONE', '-keypbe', 'NONE'],
  ];

  test.for(variants.map((options) => ({ options, title: options.join(' ') || 'no option' })))(
    '$title gives the chain back',
    async ({ options }) => {
      const file = await readFile(make(...options), password);
      expect([file.format, dersOf(file)]).toEqual(['pkcs12', chain]);
      expect(codes(file)).toEqual({ 'private-key-discarded': 1 });
    },
  );

  test('one without a key has no note of one', async () => {
    const file = await readFile(make('-nokeys'), password);
    expect([dersOf(file), codes(file)]).toEqual([chain, {}]);
  });

  test('a wrong password and a missing one are told apart', async () => {
    for (const options of [[], ['-legacy']]) {
      const made = make(...options);
      expect((await refusal(made, `${password} `)).code).toBe('pkcs12-password-wrong');
      expect((await refusal(made, '')).code).toBe('pkcs12-password-wrong');
      expect((await refusal(made, null)).code).toBe('pkcs12-password-required');
    }
  });

  test('an empty password is tried before one is asked for', async () => {
    const made = make('-passout', 'pass:');
    for (const given of [null, '']) expect(dersOf(await readFile(made, given))).toEqual(chain);
    expect((await refusal(made, 'x')).code).toBe('pkcs12-password-wrong');
  });

  test('without encryption no password is needed, and a MAC that was not checked is noted', async () => {
    const made = make('-certpbe', 'NONE');
    const file = await readFile(made, null);
    expect([dersOf(file), codes(file)]).toMatchObject([chain, { 'mac-not-checked': 1 }]);
    expect((await refusal(made, 'wrong')).code).toBe('pkcs12-password-wrong');
    const without = await readFile(make('-nomac'), null);
    expect(codes(without)).toMatchObject({ 'mac-not-checked': 1 });
  });

  test('600,000 rounds are no hindrance, whichever derivation', async () => {
    for (const options of [
      ['-iter', '600000'],
      ['-legacy', '-iter', '600000'],
    ]) {
      const made = make(...options);
      expect((await refusal(made, null)).code, 'asked before anything is computed').toBe(
        'pkcs12-password-required',
      );
      expect(dersOf(await readFile(made, password))).toEqual(chain);
    }
  });

  test.for([
    ['PBE-SHA1-RC4-128', 'RC4 (128 bits)'],
    ['camellia-256-cbc', 'Camellia'],
  ] as const)('%s is named as what it is', async ([cipher, algorithm]) => {
    expect(await refusal(make('-legacy', '-certpbe', cipher), password)).toEqual({
      code: 'pkcs12-algorithm-unsupported',
      params: { name: 'export.bin', algorithm },
    });
  });

  test('a key alone is refused as such', async () => {
    const key = ['-nocerts', '-inkey', 'leaf.key', '-passout', 'pass:x'];
    folder.openssl('pkcs12', '-export', ...key, '-out', 'key.pfx');
    expect((await refusal(folder.read('key.pfx'), 'x')).code).toBe('certificate-key-only');
  });

  test('every change of the file is noticed or refused, and never throws', async () => {
    const made = make();
    for (let at = 0; at < made.length; at += 23) {
      const changed = Buffer.from(made);
      changed[at] = (changed[at] ?? 0) ^ 0x41;
      expect((await refusal(changed, password)).code).toMatch(/^(?:pkcs12-|certificate-)/);
    }
  });
});

const der = madeCertificate();
const secret = octetString(Buffer.alloc(20, 9));

describe('PKCS#12 that OpenSSL 3.0 does not make', () => {
  test('PBMAC1 (RFC 9579) is checked', async () => {
    for (const options of [{}, { digest: 'sha512', keyBytes: 64 }, { digest: 'sha384' }]) {
      const made = pfx([encrypted('x', [certificateBag(der)])], pbmac1('x', options));
      const file = await readFile(made, 'x');
      expect([dersOf(file), codes(file)['mac-not-checked']]).toEqual([[der], undefined]);
      expect((await refusal(made, 'y')).code).toBe('pkcs12-password-wrong');
    }
  });

  test('PBMAC1 without a length of its key, or with an absurd one, is refused', async () => {
    for (const keyBytes of [null, 1_000_000]) {
      const made = pfx([encrypted('x', [certificateBag(der)])], pbmac1('x', { keyBytes }));
      expect((await refusal(made, 'x')).code).toBe('pkcs12-malformed');
    }
  });

  test('bags may be nested; keys, secrets and other certificates are left out', async () => {
    const nested = bag(6, sequence(certificateBag(der), bag(1, secret), bag(2, secret)));
    const others = [
      bag(5, secret),
      bag(4, secret),
      certificateBag(secret, '1.2.840.113549.1.9.22.2'),
    ];
    const file = await readFile(pfx([plain(nested, ...others)]), null);
    expect(dersOf(file)).toEqual([der]);
    expect(codes(file)).toMatchObject({
      'private-key-discarded': 2,
      'block-skipped': 2,
      'certificate-skipped': 1,
    });
    expect(JSON.stringify(file)).not.toContain(Buffer.alloc(20, 9).toString('hex'));
  });

  test('bags nested without end are refused', async () => {
    let nested = certificateBag(der);
    for (let depth = 0; depth < 40; depth += 1) nested = bag(6, sequence(nested));
    expect((await refusal(pfx([plain(nested)]))).code).toBe('pkcs12-malformed');
  });

  test('BER with segments and indefinite lengths is read', async () => {
    const safe = sequence(certificateBag(der));
    const cut = indefinite(
      0x24,
      octetString(safe.subarray(0, 100)),
      octetString(safe.subarray(100)),
    );
    const data = objectIdentifier('1.2.840.113549.1.7.1');
    const content = indefinite(0x30, data, indefinite(0xa0, cut));
    const authenticated = indefinite(0x30, content);
    const authSafe = indefinite(
      0x30,
      data,
      indefinite(0xa0, indefinite(0x24, octetString(authenticated))),
    );
    expect(dersOf(await readFile(indefinite(0x30, integer(3), authSafe)))).toEqual([der]);
  });

  test('a file signed instead of protected by a MAC is read', async () => {
    const data = objectIdentifier('1.2.840.113549.1.7.1');
    const safe = sequence(sequence(data, explicit(0, octetString(sequence(certificateBag(der))))));
    const signed = sequence(
      integer(1),
      set(),
      sequence(data, explicit(0, octetString(safe))),
      set(),
    );
    const authSafe = sequence(objectIdentifier('1.2.840.113549.1.7.2'), explicit(0, signed));
    const file = await readFile(sequence(integer(3), authSafe));
    expect([dersOf(file), codes(file)]).toMatchObject([[der], { 'mac-not-checked': 1 }]);
  });

  test('without a MAC the wrong password is noticed by what it decrypts to', async () => {
    const made = pfx([encrypted('x', [certificateBag(der)])]);
    expect(dersOf(await readFile(made, 'x'))).toEqual([der]);
    for (let index = 0; index < 300; index += 1) {
      expect((await refusal(made, `wrong ${index}`)).code).toBe('pkcs12-password-wrong');
    }
    expect((await refusal(made, null)).code).toBe('pkcs12-password-required');
  });

  test('a MAC that holds over contents with another password is a damaged file', async () => {
    const made = pfx([encrypted('other', [certificateBag(der)])], pbmac1('x'));
    expect((await refusal(made, 'x')).code).toBe('pkcs12-malformed');
  });

  test('a public-key envelope and scrypt are named', async () => {
    const enveloped = sequence(objectIdentifier('1.2.840.113549.1.7.3'), explicit(0, sequence()));
    expect(await refusal(pfx([enveloped]))).toMatchObject({
      params: { algorithm: 'a certificate instead of a password' },
    });
    const scrypt = sequence(
      objectIdentifier('1.2.840.113549.1.5.13'),
      sequence(
        sequence(objectIdentifier('1.3.6.1.4.1.11591.4.11'), sequence()),
        sequence(objectIdentifier('2.16.840.1.101.3.4.1.42'), octetString(Buffer.alloc(16))),
      ),
    );
    const made = pfx([encrypted('x', [], { algorithm: scrypt })]);
    expect(await refusal(made, 'x')).toMatchObject({
      code: 'pkcs12-algorithm-unsupported',
      params: { algorithm: 'scrypt' },
    });
  });
});

const legacy = (iterations: number) =>
  sequence(
    objectIdentifier('1.2.840.113549.1.12.1.3'),
    sequence(octetString(Buffer.alloc(8)), integer(iterations)),
  );

const count = (value: Buffer) =>
  pfx([plain()], () => [
    sequence(sequence(sha1, octetString(Buffer.alloc(20))), octetString(Buffer.alloc(8)), value),
  ]);

describe('rounds of key derivation', () => {
  const tooMany = pkcs12IterationsMax + 1;
  test.for([
    ['a MAC', pfx([plain()], () => [macData(sha1, Buffer.alloc(20), tooMany)])],
    ['PBMAC1', pfx([plain()], pbmac1('x', { iterations: tooMany }))],
    ['contents in AES', pfx([encrypted('x', [], { iterations: tooMany })])],
    ['contents in TripleDES', pfx([encrypted('x', [], { algorithm: legacy(tooMany) })])],
  ] as const)(
    'too many for %s are refused with the number, before any is computed',
    async ([, made]) => {
      const started = performance.now();
      for (const password of ['x', null]) {
        expect(await refusal(made, password)).toEqual({
          code: 'pkcs12-iterations-too-many',
          params: { name: 'export.bin', count: tooMany, limit: pkcs12IterationsMax },
        });
      }
      expect(performance.now() - started).toBeLessThan(patience);
    },
  );

  test('too many together are refused with their sum', async () => {
    const made = pfx(
      Array.from({ length: 5 }, () => encrypted('x', [], { iterations: pkcs12IterationsMax })),
    );
    expect(await refusal(made, 'x')).toMatchObject({
      code: 'pkcs12-iterations-too-many',
      params: { count: 5 * pkcs12IterationsMax },
    });
  });

  test('absurd numbers are refused', async () => {
    const huge = await refusal(count(integer('7f'.repeat(20))), 'x');
    expect(huge.code).toBe('pkcs12-iterations-too-many');
    expect((await refusal(count(integer('7f'.repeat(40))), 'x')).code).toBe('pkcs12-malformed');
    for (const value of [integer(0), integer('ff'), tlv(0x02), nothing]) {
      expect((await refusal(count(value), 'x')).code).toBe('pkcs12-malformed');
    }
  });
});
