import {
  authorityKeyId,
  certificationAuthority,
  commonName,
} from '../../../support/madeCertificate.ts';
import { describe, expect, test } from 'vitest';
import {
  dnsName,
  madeCertificate,
  subjectAlternativeNames,
} from '../../../support/madeCertificate.ts';
import { generateKeyPairSync } from 'node:crypto';
import { readFile } from '../../../support/readCertificates.ts';
import { sequence, set, objectIdentifier, tlv, utf8 } from '../../../support/der.ts';
import { subjectKeyId } from '../../../support/madeCertificate.ts';
import type { CertificateFile } from '../../../../shared/contract/certificates.ts';
import { patience } from '../../../support/patience.ts';

interface Authority {
  readonly name: string;
  readonly der: Buffer;
  readonly key: ReturnType<typeof generateKeyPairSync>['privateKey'];
}

const pairs = new Map<string, ReturnType<typeof generateKeyPairSync>>();
function pairOf(name: string) {
  const pair = pairs.get(name) ?? generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  pairs.set(name, pair);
  return pair;
}

/** A CA `name` with the key `keyName`, issued by another or by itself. */
function authority(name: string, issuer?: Authority, keyName = name): Authority {
  const pair = pairOf(keyName);
  const der = madeCertificate({
    subject: commonName(name),
    issuer: commonName(issuer?.name ?? name),
    subjectPublicKeyInfo: pair.publicKey.export({ type: 'spki', format: 'der' }),
    signer: issuer?.key ?? pair.privateKey,
    extensions: [certificationAuthority],
  });
  return { name, der, key: pair.privateKey };
}

function server(name: string, issuer: Authority, ...extensions: Buffer[]): Buffer {
  return madeCertificate({
    subject: commonName(name),
    issuer: commonName(issuer.name),
    signer: issuer.key,
    extensions: [subjectAlternativeNames(dnsName(name)), ...extensions],
  });
}

/** Common names, each with its role and issuers. */
function shape({ certificates }: CertificateFile): string[] {
  const names = new Map(certificates.map((one) => [one.fingerprint, one.commonName]));
  return certificates.map(({ commonName, role, issuers }) =>
    [`${commonName} (${role})`, ...issuers.map((issuer) => names.get(issuer))].join(' < '),
  );
}

async function shapeOf(...ders: Buffer[]): Promise<string[]> {
  return shape(await readFile(Buffer.concat(ders)));
}

const root = authority('Root');
const issuing = authority('Issuing', root);
const leaf = server('a.example.com', issuing);

describe('who issued whom', () => {
  test('is found in any order of the file', async () => {
    const expected = [
      'a.example.com (leaf) < Issuing < Root',
      'Issuing (issuer) < Root',
      'Root (issuer)',
    ];
    expect(await shapeOf(leaf, issuing.der, root.der)).toEqual(expected);
    expect(await shapeOf(root.der, issuing.der, leaf)).toEqual(expected);
    expect(await shapeOf(issuing.der, leaf, root.der)).toEqual(expected);
  });

  test('is decided by the signature where two have one name', async () => {
    const impostor = authority('Issuing', undefined, 'another key');
    const [first] = await shapeOf(impostor.der, leaf, issuing.der);
    expect(first).toBe('a.example.com (leaf) < Issuing');
    const { certificates } = await readFile(Buffer.concat([impostor.der, leaf, issuing.der]));
    const chosen = certificates.find(
      ({ fingerprint }) => certificates[0]?.issuers[0] === fingerprint,
    );
    expect(chosen?.associations.certificate.full).toBe(issuing.der.toString('hex'));
  });

  test('is nobody where only the name fits', async () => {
    const impostor = authority('Issuing', undefined, 'another key');
    expect(await shapeOf(leaf, impostor.der)).toEqual(['a.example.com (leaf)', 'Issuing (issuer)']);
  });

  test('does not depend on case, spaces and string types of a name (RFC 5280 §7.1)', async () => {
    const spelled = sequence(
      set(sequence(objectIdentifier('2.5.4.3'), tlv(0x13, Buffer.from('ISSUING  ca')))),
    );
    const ca = { ...authority('Issuing CA', root), name: 'Issuing CA' };
    const child = madeCertificate({
      subject: commonName('b.example.com'),
      issuer: spelled,
      signer: ca.key,
    });
    expect((await shapeOf(child, ca.der))[0]).toBe('b.example.com (leaf) < Issuing CA');
  });

  test('key identifiers decide where the runtime knows no such signature', async () => {
    const unknown = sequence(objectIdentifier('1.2.3.4'));
    const made = (subject: string, issuer: string, ...extensions: Buffer[]) =>
      madeCertificate({
        subject: commonName(subject),
        issuer: commonName(issuer),
        signatureAlgorithm: unknown,
        extensions,
      });
    const one = made('CA', 'CA', certificationAuthority, subjectKeyId('01'));
    const two = made('CA', 'CA', certificationAuthority, subjectKeyId('02'));
    const child = made('c.example.com', 'CA', authorityKeyId('02'));
    const { certificates } = await readFile(Buffer.concat([one, two, child]));
    const chosen = certificates.find(
      ({ fingerprint }) => certificates[0]?.issuers[0] === fingerprint,
    );
    expect(chosen?.associations.certificate.full).toBe(two.toString('hex'));
  });

  test('prefers the way that ends in a root over a cross-signed one that does not', async () => {
    const elsewhere = authority('Elsewhere');
    const crossed = authority('Issuing', elsewhere);
    for (const order of [
      [leaf, crossed.der, issuing.der, root.der],
      [leaf, issuing.der, crossed.der, root.der],
    ]) {
      const file = await readFile(Buffer.concat(order));
      expect(shape(file)[0]).toBe('a.example.com (leaf) < Issuing < Root');
      expect(file.notes).toEqual([]);
    }
  });

  test('two authorities that signed each other end', async () => {
    const b = { ...authority('B'), der: Buffer.alloc(0) };
    const a = authority('A', b);
    const crossed = authority('B', a);
    const child = server('d.example.com', crossed);
    expect(await shapeOf(child, a.der, crossed.der)).toEqual([
      'd.example.com (leaf) < B < A',
      'B (issuer) < A',
      'A (issuer) < B',
    ]);
  });
});

describe('which is the server’s', () => {
  test('several leaves come first, each followed by what is above it', async () => {
    const other = server('e.example.com', issuing);
    const file = await readFile(Buffer.concat([root.der, leaf, issuing.der, other]));
    expect(shape(file)).toEqual([
      'a.example.com (leaf) < Issuing < Root',
      'Issuing (issuer) < Root',
      'Root (issuer)',
      'e.example.com (leaf) < Issuing < Root',
    ]);
    expect(file.notes).toEqual([{ code: 'several-leaves', count: 2 }]);
  });

  test('a self-signed one that OpenSSL marked as CA is, when it names a host', async () => {
    expect(await shapeOf(authority('mail.example.com').der)).toEqual(['mail.example.com (leaf)']);
    const named = madeCertificate({
      subject: commonName('Mail server'),
      issuer: commonName('Mail server'),
      extensions: [certificationAuthority, subjectAlternativeNames(dnsName('mail'))],
    });
    expect(await shapeOf(named)).toEqual(['Mail server (leaf)']);
  });

  test('a CA that names no host is not, and an issuing one never', async () => {
    expect(await shapeOf(authority('Example Root CA').der)).toEqual(['Example Root CA (issuer)']);
    expect(await shapeOf(authority('ca.example.com', root).der)).toEqual([
      'ca.example.com (issuer)',
    ]);
    const file = await readFile(root.der);
    expect(file.notes).toEqual([{ code: 'no-leaf', count: 1 }]);
  });

  test('one that issued another of the file is not', async () => {
    const parent = authority('mail.example.com');
    expect((await shapeOf(parent.der, server('f.example.com', parent)))[1]).toBe(
      'mail.example.com (issuer)',
    );
  });

  test('a chain without its root is incomplete, a self-signed leaf is not', async () => {
    const incomplete = await readFile(Buffer.concat([leaf, issuing.der]));
    expect(incomplete.notes).toEqual([{ code: 'chain-incomplete', count: 1 }]);
    expect((await readFile(authority('mail.example.com').der)).notes).toEqual([]);
  });
});

test('a thousand certificates of one name are placed in a moment', async () => {
  const ders = Array.from({ length: 1000 }, (_, index) =>
    madeCertificate({
      subject: commonName('Same'),
      issuer: sequence(set(sequence(objectIdentifier('2.5.4.3'), utf8('same ')))),
      serial: tlv(0x02, Buffer.from([1, index >> 8, index & 0xff])),
      extensions: [certificationAuthority, subjectKeyId('aa'), authorityKeyId('bb')],
    }),
  );
  const looped = ders.map((_, index) =>
    madeCertificate({
      subject: commonName(`N${index}`),
      issuer: commonName(`N${(index + 1) % 1000}`),
      extensions: [certificationAuthority],
    }),
  );
  for (const all of [ders, looped]) {
    const started = performance.now();
    expect((await shapeOf(...all)).length).toBe(1000);
    expect(performance.now() - started).toBeLessThan(patience);
  }
});
