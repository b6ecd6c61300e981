import { describe, expect, test } from 'vitest';
import { commonName, madeCertificate } from '../../../../support/madeCertificate.ts';
import { dersOf, readFile, refusal } from '../../../../support/readCertificates.ts';

/** Little-endian words and bytes, as [MS-OSHARED] 2.3.2.5.5 lays them out. */
function words(...values: readonly number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 4);
  values.forEach((value, index) => buffer.writeUInt32LE(value, index * 4));
  return buffer;
}

const header = words(0, 0x54524543);
const end = words(0, 0, 0);
const element = (id: number, bytes: Buffer, encoding = 1) =>
  Buffer.concat([words(id, encoding, bytes.length), bytes]);
const certificate = (der: Buffer) => element(0x20, der);
/** CERT_SHA1_HASH_PROP_ID, CERT_FRIENDLY_NAME_PROP_ID, CERT_KEY_PROV_INFO_PROP_ID and one unknown. */
const properties = Buffer.concat([
  element(3, Buffer.alloc(20, 1)),
  element(11, Buffer.from('My server\0', 'utf16le')),
  element(2, Buffer.alloc(40, 2)),
  element(0xfffe, Buffer.alloc(0)),
]);

const one = madeCertificate({ subject: commonName('one.example.com') });
const two = madeCertificate({ subject: commonName('two.example.com') });

describe('a serialized store', () => {
  test('gives its certificates back, with their properties left aside', async () => {
    const store = Buffer.concat([
      header,
      properties,
      certificate(one),
      properties,
      certificate(two),
      end,
    ]);
    const file = await readFile(store);
    expect([file.format, dersOf(file)]).toEqual(['sst', [one, two]]);
  });

  test('skips revocation and trust lists, and what follows the end', async () => {
    const lists = Buffer.concat([element(0x21, Buffer.alloc(9)), element(0x22, Buffer.alloc(9))]);
    const file = await readFile(
      Buffer.concat([header, lists, certificate(one), end, certificate(two)]),
    );
    expect(dersOf(file)).toEqual([one]);
    expect(file.notes).toContainEqual({ code: 'block-skipped', count: 2 });
  });

  test('without a certificate has none', async () => {
    expect((await refusal(Buffer.concat([header, end]))).code).toBe('certificate-none-found');
    const lists = element(0x21, Buffer.alloc(9));
    const code = (await refusal(Buffer.concat([header, lists, end]))).code;
    expect(code).toBe('certificate-none-found');
  });

  test('cut anywhere is refused', async () => {
    const store = Buffer.concat([header, properties, certificate(one), end]);
    for (let length = header.length; length < store.length; length += 1) {
      expect((await refusal(store.subarray(0, length))).code).toBe('store-malformed');
    }
  });

  test('with a length beyond its end, or an end that is none, is refused', async () => {
    for (const bytes of [words(0x20, 1, 0xffffffff), words(0, 1, 0), words(0, 0, 4)]) {
      const store = Buffer.concat([header, bytes, Buffer.alloc(40)]);
      expect((await refusal(store)).code).toBe('store-malformed');
    }
  });

  test('of another version or type is no store', async () => {
    for (const other of [words(1, 0x54524543), words(0, 0x54524544)]) {
      const code = (await refusal(Buffer.concat([other, certificate(one), end]))).code;
      expect(code).toBe('certificate-not-recognized');
    }
  });
});
