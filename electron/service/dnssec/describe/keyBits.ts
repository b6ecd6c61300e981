import { algorithm } from '../crypto/algorithms.ts';

/** Of the curve, where the algorithm fixes it (RFC 6605, RFC 8080). */
const curveBits: ReadonlyMap<number, number> = new Map([
  [algorithm.ECDSAP256SHA256, 256],
  [algorithm.ECDSAP384SHA384, 384],
  [algorithm.ED25519, 256],
  [algorithm.ED448, 456],
]);

const rsaAlgorithms: ReadonlySet<number> = new Set([
  algorithm.RSASHA1,
  algorithm['RSASHA1-NSEC3-SHA1'],
  algorithm.RSASHA256,
  algorithm.RSASHA512,
]);

/** Octets behind the exponent and its length (RFC 3110 §2). */
function rsaModulus(publicKey: Uint8Array): Uint8Array {
  const [short = 0, high = 0, low = 0] = publicKey;
  return short === 0 ? publicKey.subarray(3 + high * 256 + low) : publicKey.subarray(1 + short);
}

/** Bits of a key's modulus or curve; `null` for an algorithm that is not known, or no key of it. */
export function keyBits(algorithmNumber: number, publicKey: Uint8Array): number | null {
  const fixed = curveBits.get(algorithmNumber);
  if (fixed !== undefined) return fixed;
  if (!rsaAlgorithms.has(algorithmNumber)) return null;
  const modulus = rsaModulus(publicKey);
  const first = modulus.findIndex((octet) => octet !== 0);
  if (first === -1) return null;
  return (modulus.length - first) * 8 - (Math.clz32(modulus[first] ?? 0) - 24);
}
