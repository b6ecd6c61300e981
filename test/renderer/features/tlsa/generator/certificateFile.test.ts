import { describe, expect, test } from 'vitest';
import {
  encodeFile,
  looksLikeCertificate,
} from '../../../../../renderer/features/tlsa/generator/certificateFile.ts';

const fileOf = (size: number) => new File([new Uint8Array(size)], 'a');

describe('a chosen file', () => {
  test('is encoded as it is, whatever its bytes', async () => {
    const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => index % 256);
    expect(await encodeFile(new File([bytes], 'bytes.bin'))).toEqual({
      ok: true,
      value: Buffer.from(bytes).toString('base64'),
    });
  });

  test('of exactly the limit is read, of a byte more is refused', async () => {
    const limit = 4 * 1024 * 1024;
    expect((await encodeFile(fileOf(limit))).ok).toBe(true);
    expect(await encodeFile(fileOf(limit + 1))).toMatchObject({
      error: { code: 'file-too-large', params: { name: 'a', size: limit + 1, limit } },
    });
  });

  test('without a byte is named empty', async () => {
    expect(await encodeFile(new File([], 'none.pem'))).toMatchObject({
      error: { code: 'file-empty', params: { name: 'none.pem' } },
    });
  });
});

test.each([
  ['-----BEGIN CERTIFICATE-----\nMIIB', true],
  ['Here it is:\n-----BEGIN PKCS7-----\nMIIB', true],
  [`MIIB${'A'.repeat(200)}==`, true],
  ['mail.example.com', false],
  ['MIIB', false],
  [`MIIB ${'not Base64, but a text: '.repeat(10)}`, false],
])('pasted text %j is taken for a certificate: %s', (text, taken) => {
  expect(looksLikeCertificate(text)).toBe(taken);
});
