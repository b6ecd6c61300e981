import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { keyBits } from '../../../../../electron/service/dnssec/describe/keyBits.ts';

/** RFC 3110 §2, from a key that the runtime made. */
function rsaKey(bits: number, longExponentLength: boolean): Uint8Array {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: bits });
  const { n = '', e = '' } = publicKey.export({ format: 'jwk' });
  const exponent = Buffer.from(e, 'base64url');
  const length = longExponentLength ? [0, 0, exponent.length] : [exponent.length];
  return Buffer.concat([Uint8Array.from(length), exponent, Buffer.from(n, 'base64url')]);
}

test.each([
  [8, 2048, false],
  [10, 1024, true],
  [5, 1280, false],
])('an RSA key of algorithm %i has the %i bits of its modulus', (algorithm, bits, long) => {
  expect(keyBits(algorithm, rsaKey(bits, long))).toBe(bits);
});

test.each([
  [13, 256],
  [14, 384],
  [15, 256],
  [16, 456],
])('the curve of algorithm %i has %i bits', (algorithm, bits) => {
  expect(keyBits(algorithm, new Uint8Array(4))).toBe(bits);
});

test('what is no key, or of an unknown algorithm, has no number of bits', () => {
  for (const key of [[], [0], [0, 255, 255], [3, 1, 0, 1], [1, 3, 0, 0]]) {
    expect(keyBits(8, Uint8Array.from(key))).toBeNull();
  }
  expect(keyBits(200, new Uint8Array(64))).toBeNull();
});
