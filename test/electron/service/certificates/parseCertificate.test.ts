import { afterAll, describe, expect, test } from 'vitest';
import { attribute, certificationAuthority, commonName } from '../../../support/madeCertificate.ts';
import { createOpensslFolder, keyKinds, selfSigned } from '../../../support/opensslFolder.ts';
import { describeWith } from '../../../support/requirements.ts';
import { dnsName, extension } from '../../../support/madeCertificate.ts';
import { explicit, integer, objectIdentifier, octetString } from '../../../support/der.ts';
import { madeCertificate, subjectAlternativeNames } from '../../../support/madeCertificate.ts';
import { nothing, sequence, set, tlv, utf8 } from '../../../support/der.ts';
import { readFile } from '../../../support/readCertificates.ts';
import { utcTime } from '../../../support/madeCertificate.ts';
import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { Certificate } from '../../../../shared/contract/certificates.ts';
import type { CertificateParts } from '../../../support/madeCertificate.ts';
import type { KeyKind } from '../../../support/opensslFolder.ts';

async function describeMade(parts: CertificateParts): Promise<Certificate> {
  const { certificates } = await readFile(madeCertificate(parts));
  expect(certificates.length).toBe(1);
  return certificates[0]!;
}

const rfc3339 = (date: string) => `${new Date(date).toISOString().slice(0, 19)}Z`;

/** What the runtime says of the same bytes, in the same form. */
function byRuntime(certificate: Certificate) {
  const runtime = new X509Certificate(certificate.pem);
  return {
    serialNumber: runtime.serialNumber.toLowerCase().padStart(2, '0'),
    notBefore: rfc3339(runtime.validFrom),
    notAfter: rfc3339(runtime.validTo),
    isCa: runtime.ca,
    fingerprint: runtime.fingerprint256.replaceAll(':', '').toLowerCase(),
    thumbprint: runtime.fingerprint.replaceAll(':', '').toLowerCase(),
    dnsNames: [...(runtime.subjectAltName ?? '').matchAll(/DNS:([^,]+)/g)].map(([, name]) => name),
    spki: runtime.publicKey.export({ type: 'spki', format: 'der' }).toString('hex'),
    bits: runtime.publicKey.asymmetricKeyDetails?.modulusLength ?? null,
    curve: runtime.publicKey.asymmetricKeyDetails?.namedCurve ?? null,
  };
}

function byUs(certificate: Certificate): ReturnType<typeof byRuntime> {
  const { serialNumber, notBefore, notAfter, isCa, fingerprint, thumbprint, key } = certificate;
  return {
    serialNumber: serialNumber ?? '',
    notBefore: notBefore ?? '',
    notAfter: notAfter ?? '',
    isCa,
    fingerprint,
    thumbprint,
    dnsNames: certificate.subjectAlternativeNames.flatMap(({ type, value }) =>
      type === 'dns' ? value : [],
    ),
    spki: certificate.associations.publicKey.full,
    bits: key.algorithm.startsWith('rsa') ? key.bits : null,
    curve: key.curve,
  };
}

const debianRoots = '/etc/ssl/certs/ca-certificates.crt';
test.runIf(existsSync(debianRoots))(
  'Debian’s roots are read as the runtime reads them',
  async () => {
    const { certificates } = await readFile(readFileSync(debianRoots));
    expect(certificates.map(byUs)).toEqual(certificates.map(byRuntime));
  },
);

describeWith(['openssl'], 'certificates that OpenSSL makes', () => {
  const folder = createOpensslFolder();
  afterAll(() => folder.remove());
  const expected = {
    'rsa-2048': { algorithm: 'rsa', bits: 2048, curve: null },
    'rsa-4096': { algorithm: 'rsa', bits: 4096, curve: null },
    'rsa-pss': { algorithm: 'rsa-pss', bits: 2048, curve: null },
    'p-256': { algorithm: 'ec', bits: 256, curve: 'prime256v1' },
    'p-384': { algorithm: 'ec', bits: 384, curve: 'secp384r1' },
    'p-521': { algorithm: 'ec', bits: 521, curve: 'secp521r1' },
    brainpool: { algorithm: 'ec', bits: 256, curve: 'brainpoolP256r1' },
    'explicit-curve': { algorithm: 'ec', bits: 256, curve: null },
    ed25519: { algorithm: 'ed25519', bits: null, curve: null },
    ed448: { algorithm: 'ed448', bits: null, curve: null },
  } as const satisfies Record<KeyKind, unknown>;

  test.for(Object.keys(keyKinds) as KeyKind[])('%s: key and names', async (kind) => {
    const names =
      'subjectAltName=DNS:mail.example.com,DNS:*.example.com,IP:192.0.2.1,IP:2001:db8::1';
    const more = `${names},email:a@example.com,URI:https://example.com/,RID:1.2.3`;
    selfSigned(folder, kind, kind, '-addext', more);
    const [certificate] = (await readFile(folder.read(`${kind}.pem`))).certificates;
    expect(certificate?.key).toMatchObject(expected[kind]);
    // OpenSSL finds the name of a curve that is spelled out; its numbers are shown as they stand.
    const curve = kind === 'explicit-curve' ? { curve: null } : {};
    expect(byUs(certificate!)).toEqual({ ...byRuntime(certificate!), ...curve });
    expect(certificate?.subjectAlternativeNames).toEqual([
      { type: 'dns', value: 'mail.example.com' },
      { type: 'dns', value: '*.example.com' },
      { type: 'ip', value: '192.0.2.1' },
      { type: 'ip', value: '2001:db8::1' },
      { type: 'email', value: 'a@example.com' },
      { type: 'uri', value: 'https://example.com/' },
      { type: 'other', value: '1.2.3' },
    ]);
    const printed = folder.openssl('x509', '-in', `${kind}.pem`, '-noout', '-text').toString();
    const algorithm = /Signature Algorithm: (\S+)/.exec(printed)?.[1];
    expect(certificate?.signatureAlgorithm).toBe(algorithm);
  });

  test('names are written as OpenSSL writes them by RFC 2253', async () => {
    const subjects = [
      '/C=AT/ST=Wien/O=A, B and C/OU=x+y/CN= a',
      '/DC=com/DC=example/CN=a;b<c>d\\\\e"f',
      '/CN=#1/serialNumber=5/emailAddress=me@example.com',
      '/CN=trailing ',
      '/O=one+CN=two',
      '/jurisdictionC=AT/businessCategory=x/postalCode=1010/UID=u',
    ];
    for (const subject of subjects) {
      selfSigned(folder, 'name', 'ed25519', '-multivalue-rdn', '-subj', subject);
      const [certificate] = (await readFile(folder.read('name.pem'))).certificates;
      const printed = folder.openssl(
        'x509',
        '-in',
        'name.pem',
        '-noout',
        '-subject',
        '-nameopt',
        'RFC2253',
      );
      expect(`subject=${certificate?.subject}`).toBe(printed.toString().replace(/\n$/, ''));
    }
  });
});

describe('serial numbers', () => {
  test.for([
    ['00', '00'],
    ['7f', '7f'],
    ['00ff', 'ff'],
    ['0000ff', 'ff'],
    ['ff', '-01'],
    ['80', '-80'],
    ['ff00', '-0100'],
    ['8000', '-8000'],
    ['0123456789abcdef0123456789abcdef01234567', '0123456789abcdef0123456789abcdef01234567'],
  ] as const)('%s is shown as %s', async ([octets, shown]) => {
    const { serialNumber } = await describeMade({ serial: integer(octets) });
    expect(serialNumber).toBe(shown);
  });

  test('an empty one is unknown', async () => {
    expect((await describeMade({ serial: tlv(0x02) })).serialNumber).toBeNull();
  });
});

describe('dates', () => {
  test.for([
    ['UTCTime', '491231235959Z', '2049-12-31T23:59:59Z'],
    ['UTCTime', '500101000000Z', '1950-01-01T00:00:00Z'],
    ['UTCTime', '2601010000Z', '2026-01-01T00:00:00Z'],
    ['UTCTime', '260101000000+0130', '2025-12-31T22:30:00Z'],
    ['UTCTime', '260101000000-0500', '2026-01-01T05:00:00Z'],
    ['UTCTime', '240229120000Z', '2024-02-29T12:00:00Z'],
    ['UTCTime', '250229120000Z', null],
    ['UTCTime', '261301000000Z', null],
    ['UTCTime', '260100000000Z', null],
    ['UTCTime', '260101240000Z', null],
    ['UTCTime', '260101000060Z', null],
    ['UTCTime', '260101000000', null],
    ['UTCTime', '26010100000Z', null],
    ['UTCTime', '２６0101000000Z', null],
    ['UTCTime', '', null],
    ['GeneralizedTime', '00000101000000Z', '0000-01-01T00:00:00Z'],
    ['GeneralizedTime', '00010101000000Z', '0001-01-01T00:00:00Z'],
    ['GeneralizedTime', '99991231235959Z', '9999-12-31T23:59:59Z'],
    ['GeneralizedTime', '20260101000000.123Z', '2026-01-01T00:00:00Z'],
    ['GeneralizedTime', '2026010100Z', '2026-01-01T00:00:00Z'],
    ['GeneralizedTime', '00000101000000+0100', null],
    ['GeneralizedTime', '99991231235959-0100', null],
    ['GeneralizedTime', '20260101000000+2400', null],
    ['GeneralizedTime', '2026', null],
    ['GeneralizedTime', `20260101000000.${'1'.repeat(100)}Z`, null],
    ['UTF8String', '20260101000000Z', null],
  ] as const)('%s %s reads as %s', async ([type, text, expected]) => {
    const time = tlv(
      { UTCTime: 0x17, GeneralizedTime: 0x18, UTF8String: 0x0c }[type],
      Buffer.from(text),
    );
    const certificate = await describeMade({ notBefore: time, notAfter: time });
    expect([certificate.notBefore, certificate.notAfter]).toEqual([expected, expected]);
  });
});

const subjectOf = async (subject: Buffer) => (await describeMade({ subject })).subject;

describe('names', () => {
  test('an empty subject is an empty text', async () => {
    const certificate = await describeMade({ subject: sequence(), issuer: sequence() });
    expect(certificate).toMatchObject({ subject: '', commonName: null, selfIssued: false });
  });

  test('every string type is read; what is none stands as hex', async () => {
    const types = [
      tlv(0x13, Buffer.from('Printable')),
      tlv(0x14, Buffer.from('Caf\u00e9', 'latin1')),
      tlv(0x1e, Buffer.from('Grüße €', 'utf16le').swap16()),
      tlv(0x1c, Buffer.from('0001f600', 'hex')),
      tlv(0x0c, Buffer.from([0xc3, 0x28])),
      tlv(0x1e, Buffer.from([0x00])),
      tlv(0x1c, Buffer.from('00110000', 'hex')),
      integer(5),
    ];
    const subject = sequence(...types.map((type) => attribute('2.5.4.3', type)));
    expect(await subjectOf(subject)).toBe(
      'CN=#020105,CN=#1c0400110000,CN=#1e0100,CN=#0c02c328,CN=😀,CN=Grüße €,CN=Café,CN=Printable',
    );
  });

  test('an unknown attribute stands as its identifier and hex (RFC 4514 §2.4)', async () => {
    expect(await subjectOf(sequence(attribute('1.3.6.1.4.1.99999.1', utf8('x'))))).toBe(
      '1.3.6.1.4.1.99999.1=#0c0178',
    );
  });

  test('what has a meaning in RFC 4514 is escaped, and only that', async () => {
    for (const [value, expected] of [
      [' ', String.raw`\ `],
      ['  ', String.raw`\ \ `],
      ['#', String.raw`\#`],
      ['a#', 'a#'],
      [' a ', String.raw`\ a\ `],
      ['a\\ ', String.raw`a\\\ `],
      ['a,b+c"d\\e<f>g;h=i', String.raw`a\,b\+c\"d\\e\<f\>g\;h=i`],
      ['', ''],
    ] as const) {
      expect(await subjectOf(commonName(value))).toBe(`CN=${expected}`);
    }
  });

  test('of a very long one the beginning is shown', async () => {
    const { subject, commonName: short } = await describeMade({
      subject: commonName('ab'.repeat(9999)),
    });
    expect(subject).toBe(`CN=${'ab'.repeat(2048)}…`);
    expect(short).toBe(`${'ab'.repeat(2048)}…`);
  });

  test('what can’t be seen, or turns the line around, is escaped', async () => {
    const certificate = await describeMade({ subject: commonName('a\0b\u202Ec\nd') });
    expect(certificate.subject).toBe(String.raw`CN=a\00b\E2\80\AEc\0Ad`);
    expect(certificate.commonName).toBe(String.raw`a\00b\E2\80\AEc\0Ad`);
  });

  test('the common name for short labels is the most specific', async () => {
    const subject = sequence(
      attribute('2.5.4.3', utf8('Area')),
      attribute('2.5.4.3', utf8('Host')),
    );
    expect((await describeMade({ subject })).commonName).toBe('Host');
  });

  test('a name that is no list of attributes stands as hex, and the rest is still read', async () => {
    const certificate = await describeMade({ subject: sequence(integer(1)) });
    expect(certificate).toMatchObject({ subject: '#3003020101', serialNumber: '01a2b3' });
  });
});

const namesOf = async (...names: Buffer[]) =>
  (await describeMade({ extensions: [subjectAlternativeNames(...names)] })).subjectAlternativeNames;

describe('subject alternative names', () => {
  test('a zero octet in a name is shown, not swallowed', async () => {
    expect(await namesOf(dnsName('mail.example.com\0.evil.example'))).toEqual([
      { type: 'dns', value: String.raw`mail.example.com\00.evil.example` },
    ]);
  });

  test('names of other kinds are shown as far as they can be read', async () => {
    const upn = explicit(
      0,
      objectIdentifier('1.3.6.1.4.1.311.20.2.3'),
      explicit(0, utf8('user@example.com')),
    );
    expect(
      await namesOf(
        upn,
        explicit(4, commonName('Directory')),
        tlv(0x87, Buffer.from([1, 2, 3])),
        tlv(0x85, Buffer.from([9])),
        tlv(0x87, Buffer.alloc(16)),
        tlv(0x87, Buffer.from('00000000000000000000ffffc0000201', 'hex')),
        explicit(4, integer(1)),
      ),
    ).toEqual([
      { type: 'other', value: '1.3.6.1.4.1.311.20.2.3=user@example.com' },
      { type: 'other', value: 'CN=Directory' },
      { type: 'ip', value: '#010203' },
      { type: 'other', value: '#09' },
      { type: 'ip', value: '::' },
      { type: 'ip', value: '::ffff:c000:201' },
      { type: 'other', value: '#020101' },
    ]);
  });

  test('of very many the first are shown and the rest is counted', async () => {
    const names = Array.from({ length: 2500 }, (_, index) => dnsName(`h${index}.example.com`));
    const file = await readFile(
      madeCertificate({ extensions: [subjectAlternativeNames(...names)] }),
    );
    expect(file.certificates[0]?.subjectAlternativeNames.length).toBe(2000);
    expect(file.notes).toContainEqual({ code: 'names-left-out', count: 500 });
  });

  test('a broken extension leaves out its names and nothing else', async () => {
    const certificate = await describeMade({
      extensions: [
        extension('2.5.29.17', Buffer.from('3005820a6d', 'hex')),
        certificationAuthority,
      ],
    });
    expect(certificate).toMatchObject({ subjectAlternativeNames: [], isCa: true });
  });
});

const withKey = (algorithm: Buffer, key = Buffer.alloc(33, 1)) =>
  describeMade({
    subjectPublicKeyInfo: sequence(algorithm, tlv(0x03, Buffer.from([0]), key)),
  });

describe('keys that the runtime does not know', () => {
  test('an unknown algorithm is named by its identifier, and hashed', async () => {
    const spki = sequence(
      sequence(objectIdentifier('1.3.6.1.4.1.99999.7')),
      tlv(0x03, Buffer.from([0, 1])),
    );
    const certificate = await describeMade({ subjectPublicKeyInfo: spki });
    expect(certificate.key).toEqual({
      algorithm: 'unknown',
      oid: '1.3.6.1.4.1.99999.7',
      bits: null,
      curve: null,
    });
    expect(certificate.associations.publicKey.full).toBe(spki.toString('hex'));
  });

  test('an unknown curve is named by its identifier', async () => {
    const ec = objectIdentifier('1.2.840.10045.2.1');
    const { key } = await withKey(sequence(ec, objectIdentifier('1.3.6.1.4.1.99999.8')));
    expect(key).toMatchObject({ algorithm: 'ec', bits: null, curve: '1.3.6.1.4.1.99999.8' });
    expect((await withKey(sequence(ec))).key).toMatchObject({ bits: null, curve: null });
    expect((await withKey(sequence(ec, nothing))).key).toMatchObject({ bits: null, curve: null });
  });

  test('DSA has the bits of its prime; a broken RSA key none', async () => {
    const parameters = sequence(integer(`00${'f'.repeat(512)}`), integer(7), integer(3));
    const dsa = await withKey(sequence(objectIdentifier('1.2.840.10040.4.1'), parameters));
    expect(dsa.key).toMatchObject({ algorithm: 'dsa', bits: 2048 });
    const rsa = await withKey(sequence(objectIdentifier('1.2.840.113549.1.1.1'), nothing));
    expect(rsa.key).toMatchObject({ algorithm: 'rsa', bits: null });
  });

  test('a key without any structure is unknown', async () => {
    const certificate = await describeMade({ subjectPublicKeyInfo: sequence() });
    expect(certificate.key).toEqual({ algorithm: 'unknown', oid: null, bits: null, curve: null });
    expect(certificate.associations.publicKey.full).toBe('3000');
  });

  test('an unknown signature algorithm is named by its identifier', async () => {
    const signatureAlgorithm = sequence(objectIdentifier('1.2.3.4'));
    expect((await describeMade({ signatureAlgorithm })).signatureAlgorithm).toBe('1.2.3.4');
  });
});

test('a version 1 certificate without extensions is read', async () => {
  const version3 = madeCertificate();
  const version1 = sequence(
    sequence(
      integer(5),
      sequence(objectIdentifier('1.2.840.113549.1.1.5'), nothing),
      commonName('Old'),
      sequence(utcTime('260101000000Z'), utcTime('270101000000Z')),
      sequence(set(sequence(objectIdentifier('2.5.4.3'), utf8('Old')))),
      sequence(sequence(objectIdentifier('1.3.101.112')), tlv(0x03, Buffer.alloc(33))),
    ),
    sequence(objectIdentifier('1.2.840.113549.1.1.5'), nothing),
    tlv(0x03, Buffer.alloc(9)),
  );
  const { certificates } = await readFile(Buffer.concat([version1, version3]));
  expect(certificates[0]).toMatchObject({ subject: 'CN=Old', selfIssued: true, isCa: false });
  expect(certificates[0]?.signatureAlgorithm).toBe('sha1WithRSAEncryption');
});

test('the PEM text is that of the certificate, in lines of 64', async () => {
  const der = madeCertificate({ extensions: [extension('1.2.3', octetString(Buffer.alloc(200)))] });
  const { pem } = (await readFile(der)).certificates[0]!;
  expect(new X509Certificate(pem).raw).toEqual(der);
  expect(Math.max(...pem.split('\n').map((line) => line.length))).toBe(64);
  expect(pem).toMatch(/^-----BEGIN CERTIFICATE-----\n[^\n]{64}\n/);
  expect(pem.endsWith('\n-----END CERTIFICATE-----\n')).toBe(true);
});
