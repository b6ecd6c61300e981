import {
  attribute,
  dnsName,
  extension,
  madeCertificate,
} from '../../../support/madeCertificate.ts';
import { bag, certificateBag, encrypted, macData, pbmac1 } from '../../../support/madePfx.ts';
import { certificateFileBytesMax } from '../../../../shared/limits.ts';
import { certificateFileSchema } from '../../../../shared/contract/certificates.ts';
import { describe, expect, test } from 'vitest';
import { errorCodes } from '../../../../shared/errors.ts';
import { explicit, indefinite, integer, nothing, objectIdentifier } from '../../../support/der.ts';
import { octetString, sequence, set, tlv, utf8 } from '../../../support/der.ts';
import { pfx, plain, sha1 } from '../../../support/madePfx.ts';
import { readCertificateFileHere } from '../../../../electron/service/certificates/readCertificateFileHere.ts';
import { subjectAlternativeNames } from '../../../support/madeCertificate.ts';
import * as fc from 'fast-check';

/** What an unlucky file may take; key derivation, whose cost the file sets, is left out. */
const millisecondsMax = 2000;
const roundsMax = 1000;

async function expectAnswer(bytes: Uint8Array, password: string | null = 'x'): Promise<string> {
  const before = process.threadCpuUsage();
  const file = await readCertificateFileHere(bytes, 'file', password, roundsMax);
  // Of this thread alone: other tests run beside it.
  const { user, system } = process.threadCpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(millisecondsMax);
  if (file === 'too-long-here') return file;
  if (file.ok) {
    expect(certificateFileSchema.parse(file.value)).toEqual(file.value);
    expect(file.value.certificates.length).toBeGreaterThan(0);
    return file.value.format;
  }
  expect(errorCodes).toContain(file.error.code);
  expect(file.error.params['name']).toBe('file');
  return file.error.code;
}

const certificate = madeCertificate({
  extensions: [subjectAlternativeNames(dnsName('mail.example.com'), explicit(4, sequence()))],
});
const signedData = sequence(
  objectIdentifier('1.2.840.113549.1.7.2'),
  explicit(
    0,
    sequence(
      integer(1),
      set(),
      sequence(objectIdentifier('1.2.840.113549.1.7.1')),
      explicit(0, certificate, certificate),
      set(),
    ),
  ),
);
const rc2 = sequence(
  objectIdentifier('1.2.840.113549.1.12.1.6'),
  sequence(octetString(Buffer.alloc(8)), integer(3)),
);
const word = (value: number) => Buffer.from(new Uint32Array([value]).buffer);
const storeHeader = Buffer.concat([word(0), word(0x54524543)]);
const storeElement = Buffer.concat([word(0x20), word(1), word(certificate.length), certificate]);
const store = Buffer.concat([storeHeader, storeElement, Buffer.alloc(12)]);
const pem = (der: Buffer, label = 'CERTIFICATE') =>
  Buffer.from(`-----BEGIN ${label}-----\n${der.toString('base64')}\n-----END ${label}-----\n`);

/** One sound file of every kind. */
const sound: Readonly<Record<string, Buffer>> = {
  der: certificate,
  pem: Buffer.concat([pem(certificate), pem(Buffer.alloc(9), 'PRIVATE KEY')]),
  utf16: Buffer.from(`\ufeff${pem(certificate).toString()}`, 'utf16le'),
  pkcs7: signedData,
  store,
  plain: pfx([plain(certificateBag(certificate), bag(1, sequence()))]),
  aes: pfx([encrypted('x', [certificateBag(certificate)])], pbmac1('x')),
  rc2: pfx([encrypted('x', [certificateBag(certificate)], { algorithm: rc2 })]),
  mac: pfx([plain(certificateBag(certificate))], () => [macData(sha1, Buffer.alloc(20), 2)]),
  ber: indefinite(0x30, signedData.subarray(4)),
};

interface Change {
  /** Where, as a part of the whole. */
  readonly at: number;
  readonly remove: number;
  readonly insert: Uint8Array;
}

/** A change such as transfers, editors and attackers make. */
const change: fc.Arbitrary<Change> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  remove: fc.oneof(fc.constant(0), fc.constant(1), fc.nat(40)),
  insert: fc.oneof(
    fc.uint8Array({ maxLength: 8 }),
    fc.constantFrom(
      Uint8Array.of(0x80),
      Uint8Array.of(0x84, 0xff, 0xff, 0xff, 0xff),
      Uint8Array.of(0x30, 0x80),
      Uint8Array.of(0, 0),
      Buffer.from('-----BEGIN CERTIFICATE-----'),
      Buffer.from('-----END CERTIFICATE-----'),
    ),
  ),
});

function changed(bytes: Buffer, changes: readonly Change[]): Buffer {
  return changes.reduce((before, { at, remove, insert }) => {
    const start = Math.floor(at * before.length);
    return Buffer.concat([before.subarray(0, start), insert, before.subarray(start + remove)]);
  }, bytes);
}

/** Well-formed elements in any order and depth. */
const element: fc.Arbitrary<Buffer> = fc.letrec<{ tree: Buffer; leaf: Buffer }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('leaf'),
    fc
      .tuple(fc.constantFrom(0x30, 0x31, 0xa0, 0xa3, 0x24), fc.array(tie('tree'), { maxLength: 7 }))
      .map(([tag, children]) => tlv(tag, ...children)),
  ),
  leaf: fc.oneof(
    fc.constantFrom(nothing, integer(0), integer(3), objectIdentifier('1.2.840.113549.1.7.1')),
    fc.constantFrom(objectIdentifier('1.2.840.113549.1.7.2'), utf8('name'), sequence()),
    fc
      .tuple(fc.nat(255), fc.uint8Array({ maxLength: 200 }))
      .map(([tag, content]) => tlv(tag, content)),
  ),
})).tree;

describe('whatever the bytes are, the answer is a file or an error that has words', () => {
  test('any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 3000 }),
        async (bytes) => void (await expectAnswer(bytes)),
      ),
      { numRuns: 1000 },
    );
  });

  test('any text, with the words of PEM in it', async () => {
    const text = fc.array(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.base64String(),
        fc.constantFrom(
          '-----BEGIN ',
          '-----END ',
          'CERTIFICATE',
          '-----',
          '\r\n',
          'PRIVATE KEY',
          '\0',
          '<html>',
        ),
      ),
    );
    const encodings = fc.constantFrom('utf8', 'utf16le', 'latin1');
    await fc.assert(
      fc.asyncProperty(text, encodings, async (parts, encoding) => {
        await expectAnswer(Buffer.from(parts.join(''), encoding));
      }),
      { numRuns: 1000 },
    );
  });

  test('any well-formed structure', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(element, { minLength: 1, maxLength: 6 }), async (elements) => {
        await expectAnswer(sequence(...elements, octetString(Buffer.alloc(130))));
        await expectAnswer(pem(sequence(...elements)));
      }),
      { numRuns: 1000 },
    );
  });

  test('a certificate of any parts', async () => {
    const extensions = fc.array(
      fc
        .tuple(fc.constantFrom('2.5.29.17', '2.5.29.19', '2.5.29.14', '2.5.29.35'), element)
        .map(([oid, value]) => extension(oid, value)),
      { maxLength: 5 },
    );
    const parts = fc.record(
      {
        serial: fc.uint8Array({ maxLength: 30 }).map((octets) => tlv(2, octets)),
        subject: fc.array(element).map((elements) => sequence(...elements)),
        issuer: fc
          .array(element)
          .map((value) => sequence(...value.map((one) => attribute('2.5.4.3', one)))),
        notBefore: element,
        notAfter: fc
          .tuple(fc.constantFrom(0x17, 0x18), fc.string({ maxLength: 30 }))
          .map(([tag, text]) => tlv(tag, Buffer.from(text))),
        subjectPublicKeyInfo: fc.array(element).map((elements) => sequence(...elements)),
        signatureAlgorithm: fc.array(element).map((elements) => sequence(...elements)),
        extensions,
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(parts, async (made) => {
        expect(await expectAnswer(madeCertificate(made))).toBe('der');
      }),
      { numRuns: 1000 },
    );
  });

  test.for(Object.keys(sound))('%s: sound, cut, and changed in any way', async (name) => {
    const bytes = sound[name]!;
    expect(await expectAnswer(bytes)).not.toMatch(/malformed|not-recognized/);
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        await expectAnswer(changed(bytes, changes));
      }),
      { numRuns: 400 },
    );
    for (let length = 0; length < bytes.length; length += 1 + Math.floor(bytes.length / 300)) {
      await expectAnswer(bytes.subarray(0, length));
    }
  });
});

describe('a file of 4 MiB that is made to be slow (SECURITY: S28)', () => {
  const size = certificateFileBytesMax;
  const full = (pattern: string | Buffer) => Buffer.alloc(size, pattern);
  const room = size - 2000;

  test.for([
    ['beginnings without an end', full('-----BEGIN '), 'pem-malformed'],
    ['ends without a beginning', full('-----END X-----\n'), 'certificate-not-recognized'],
    [
      'blocks of nothing',
      full('-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n'),
      'pem-malformed',
    ],
    ['tiny blocks', full('-----BEGIN A-----\nMAA=\n-----END A-----\n'), 'certificate-none-found'],
    [
      'a block of blanks',
      Buffer.concat([
        Buffer.from('-----BEGIN A-----'),
        Buffer.alloc(room, ' \n'),
        Buffer.from('-----END A-----'),
      ]),
      'pem-malformed',
    ],
    [
      'a block of padding',
      Buffer.concat([
        Buffer.from('-----BEGIN A-----'),
        Buffer.alloc(room, '='),
        Buffer.from('-----END A-----'),
      ]),
      'pem-malformed',
    ],
    ['Base64', full('MIIB'), 'certificate-none-found'],
    ['a page of comments', full('<!-- '), 'certificate-not-recognized'],
    ['blanks', full(' \r\n'), 'file-empty'],
    ['zeros', full('\0'), 'certificate-not-recognized'],
    ['UTF-16', full(Buffer.from('-\0')), 'certificate-not-recognized'],
    ['nested indefinite lengths', full(Buffer.from('3080', 'hex')), 'certificate-not-recognized'],
    [
      'indefinite lengths side by side',
      indefinite(0x30, Buffer.alloc(room, Buffer.from('30800000', 'hex'))),
      'certificate-malformed',
    ],
    [
      'certificates of no octets in a store',
      Buffer.concat([
        word(0),
        word(0x54524543),
        Buffer.alloc(Math.floor(room / 12) * 12, Buffer.concat([word(0x20), word(1), word(0)])),
        Buffer.alloc(12),
      ]),
      'certificate-truncated',
    ],
    [
      'segments of no octets',
      sequence(
        integer(3),
        sequence(
          objectIdentifier('1.2.840.113549.1.7.1'),
          explicit(0, tlv(0x24, Buffer.alloc(room, Buffer.from('0400', 'hex')))),
        ),
      ),
      'pkcs12-malformed',
    ],
    [
      'empty bags',
      pfx([
        sequence(
          objectIdentifier('1.2.840.113549.1.7.1'),
          explicit(0, octetString(tlv(0x30, Buffer.alloc(room, sequence())))),
        ),
      ]),
      'pkcs12-malformed',
    ],
    [
      'empty certificates in PKCS#7',
      sequence(
        objectIdentifier('1.2.840.113549.1.7.2'),
        explicit(
          0,
          sequence(integer(1), set(), sequence(), explicit(0, Buffer.alloc(room, sequence()))),
        ),
      ),
      'pkcs7-malformed',
    ],
    [
      'alternative names',
      madeCertificate({
        extensions: [subjectAlternativeNames(Buffer.alloc(room - (room % 3), dnsName('a')))],
      }),
      'der',
    ],
    [
      'directory names',
      madeCertificate({
        extensions: [
          subjectAlternativeNames(
            explicit(
              4,
              tlv(0x30, Buffer.alloc(room - (room % 13), attribute('2.5.4.3', utf8('')))),
            ),
          ),
        ],
      }),
      'der',
    ],
    [
      'one long name of zeros',
      madeCertificate({ subject: sequence(attribute('2.5.4.3', utf8('\0'.repeat(room)))) }),
      'der',
    ],
    [
      'one long name of quotes',
      madeCertificate({ subject: sequence(attribute('2.5.4.3', utf8('"'.repeat(room)))) }),
      'der',
    ],
    [
      'one long name of single letters',
      madeCertificate({
        subject: sequence(attribute('2.5.4.3', utf8('a '.repeat(room / 2)))),
        issuer: sequence(),
      }),
      'der',
    ],
    [
      'one long name of blanks',
      madeCertificate({ subject: sequence(attribute('2.5.4.3', utf8(' '.repeat(room)))) }),
      'der',
    ],
    [
      'attributes',
      madeCertificate({
        subject: tlv(0x30, Buffer.alloc(room - (room % 13), attribute('2.5.4.3', utf8('')))),
      }),
      'der',
    ],
    [
      'extensions',
      madeCertificate({
        extensions: [Buffer.alloc(room - (room % 11), extension('2.5.29.17', Buffer.alloc(0)))],
      }),
      'der',
    ],
    ['a serial number', madeCertificate({ serial: tlv(2, Buffer.alloc(room, 0xff)) }), 'der'],
    ['a serial number of zeros', madeCertificate({ serial: tlv(2, Buffer.alloc(room)) }), 'der'],
    [
      'a key',
      madeCertificate({
        subjectPublicKeyInfo: sequence(
          sequence(objectIdentifier('1.2.840.113549.1.1.1')),
          tlv(3, Buffer.alloc(1), sequence(integer('7f'.repeat(room)))),
        ),
      }),
      'der',
    ],
    [
      'contents encrypted with RC2',
      pfx([
        sequence(
          objectIdentifier('1.2.840.113549.1.7.6'),
          explicit(
            0,
            sequence(
              integer(0),
              sequence(
                objectIdentifier('1.2.840.113549.1.7.1'),
                rc2,
                tlv(0x80, Buffer.alloc(room - (room % 8))),
              ),
            ),
          ),
        ),
      ]),
      'pkcs12-password-wrong',
    ],
  ] as const)('%s', async ([, bytes, answer]) => {
    expect(bytes.length).toBeLessThanOrEqual(size);
    expect(bytes.length).toBeGreaterThan(size / 2);
    expect(await expectAnswer(bytes)).toBe(answer);
  });

  test('as much key derivation as it likes is refused as a whole', async () => {
    const one = pem(
      pfx([encrypted('x', [], { iterations: 1 }), encrypted('x', [], { iterations: 5_000_000 })]),
    );
    const file = await readCertificateFileHere(
      Buffer.concat(Array.from({ length: 5 }, () => one)),
      'file',
      'x',
      0,
    );
    expect(file).toMatchObject({ ok: false, error: { code: 'pkcs12-iterations-too-many' } });
  });
});
