/**
 * Public keys of DNSKEY records, ready to verify with: RSA (RFC 3110, RFC 5702), ECDSA (RFC 6605),
 * EdDSA (RFC 8080). Verification runs in libuv's pool, so that a batch never holds up the window;
 * only Ed448 on a runtime whose library lacks it runs here, 3 ms a signature.
 */
import { createPublicKey, verify } from 'node:crypto';
import { algorithm } from './algorithms.ts';
import type { JsonWebKey, VerifyKeyObjectInput } from 'node:crypto';

/** A key that fits its algorithm. `verify` never throws: what can't be a signature is no signature. */
export interface PublicKey {
  verify(data: Uint8Array, signature: Uint8Array): Promise<boolean>;
}

/** RFC 3110 §2, RFC 5702 §2: moduli of 512 (RSA/SHA-512: 1024) to 4096 bits. */
const rsaModulusOctetsMin = 64;
const rsaSha512ModulusOctetsMin = 128;
const rsaModulusOctetsMax = 512;
/**
 * RFC 3110 allows exponents as long as the modulus, which makes a verification as dear as a signature.
 * No key in use has one above 2^33; OpenSSL's own limit for large keys is 64 bits.
 */
const rsaExponentOctetsMax = 8;

const rsaHashes: ReadonlyMap<number, string> = new Map([
  [algorithm.RSASHA1, 'sha1'],
  [algorithm['RSASHA1-NSEC3-SHA1'], 'sha1'],
  [algorithm.RSASHA256, 'sha256'],
  [algorithm.RSASHA512, 'sha512'],
]);

const curves: ReadonlyMap<
  number,
  { readonly crv: string; readonly hash: string; readonly octets: number }
> = new Map([
  [algorithm.ECDSAP256SHA256, { crv: 'P-256', hash: 'sha256', octets: 32 }],
  [algorithm.ECDSAP384SHA384, { crv: 'P-384', hash: 'sha384', octets: 48 }],
]);

const ed25519KeyOctets = 32;
const ed448KeyOctets = 57;
const ed448SignatureOctets = 114;

function base64url(octets: Uint8Array): string {
  return Buffer.from(octets.buffer, octets.byteOffset, octets.byteLength).toString('base64url');
}

function inPool(
  hash: string | null,
  key: VerifyKeyObjectInput,
  signatureOctets: number,
): PublicKey {
  return {
    verify: (data, signature) =>
      signature.length === signatureOctets
        ? new Promise((resolve) => {
            verify(hash, data, key, signature, (error, valid) => resolve(error === null && valid));
          })
        : Promise.resolve(false),
  };
}

function importKey(jwk: JsonWebKey): VerifyKeyObjectInput | null {
  try {
    return { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' };
  } catch {
    // A point off its curve, or a curve that this runtime's library lacks.
    return null;
  }
}

function withoutLeadingZeros(octets: Uint8Array): Uint8Array {
  const first = octets.findIndex((octet) => octet !== 0);
  return first === -1 ? octets.subarray(octets.length) : octets.subarray(first);
}

/** RFC 3110 §2: the exponent's length in one octet, or in the two after a zero. */
function splitRsaKey(key: Uint8Array): { exponent: Uint8Array; modulus: Uint8Array } | null {
  const [first = 0, high = 0, low = 0] = key;
  const start = first === 0 ? 3 : 1;
  const length = first === 0 ? high * 0x100 + low : first;
  if (length === 0 || start + length >= key.length) return null;
  return {
    exponent: withoutLeadingZeros(key.subarray(start, start + length)),
    modulus: withoutLeadingZeros(key.subarray(start + length)),
  };
}

function rsaKey(number: number, hash: string, octets: Uint8Array): PublicKey | null {
  const parts = splitRsaKey(octets);
  if (parts === null) return null;
  const { exponent, modulus } = parts;
  const shortest = number === algorithm.RSASHA512 ? rsaSha512ModulusOctetsMin : rsaModulusOctetsMin;
  if (modulus.length < shortest || modulus.length > rsaModulusOctetsMax) return null;
  if (exponent.length === 0 || exponent.length > rsaExponentOctetsMax) return null;
  const key = importKey({ kty: 'RSA', n: base64url(modulus), e: base64url(exponent) });
  return key === null ? null : inPool(hash, key, modulus.length);
}

function ecdsaKey(number: number, octets: Uint8Array): PublicKey | null {
  const curve = curves.get(number);
  if (curve === undefined || octets.length !== 2 * curve.octets) return null;
  const key = importKey({
    kty: 'EC',
    crv: curve.crv,
    x: base64url(octets.subarray(0, curve.octets)),
    y: base64url(octets.subarray(curve.octets)),
  });
  return key === null ? null : inPool(curve.hash, key, 2 * curve.octets);
}

/** For a runtime without Ed448 (Electron's BoringSSL). */
function ed448InScript(octets: Uint8Array): PublicKey {
  return {
    async verify(data, signature) {
      if (signature.length !== ed448SignatureOctets) return false;
      const { ed448 } = await import('@noble/curves/ed448.js');
      try {
        return ed448.verify(signature, data, octets);
      } catch {
        return false;
      }
    },
  };
}

function ed448Key(octets: Uint8Array): PublicKey | null {
  if (octets.length !== ed448KeyOctets) return null;
  const key = importKey({ kty: 'OKP', crv: 'Ed448', x: base64url(octets) });
  return key === null ? ed448InScript(octets) : inPool(null, key, ed448SignatureOctets);
}

function ed25519Key(octets: Uint8Array): PublicKey | null {
  if (octets.length !== ed25519KeyOctets) return null;
  const key = importKey({ kty: 'OKP', crv: 'Ed25519', x: base64url(octets) });
  return key === null ? null : inPool(null, key, 2 * ed25519KeyOctets);
}

/**
 * `octets`: the public-key field of a DNSKEY. `null`: an algorithm that is not supported, or octets
 * that are no key of it.
 */
export function createDnsPublicKey(number: number, octets: Uint8Array): PublicKey | null {
  const hash = rsaHashes.get(number);
  if (hash !== undefined) return rsaKey(number, hash, octets);
  if (number === algorithm.ED25519) return ed25519Key(octets);
  if (number === algorithm.ED448) return ed448Key(octets);
  return ecdsaKey(number, octets);
}
