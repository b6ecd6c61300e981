import { contentOf, expectTlv, readable, readTlv, tags } from './der.ts';
import { namedCurves } from './algorithms.ts';
import { objectIdentifierOf } from './objectIdentifier.ts';
import type { Certificate } from '../../../shared/contract/certificates.ts';
import type { Tlv } from './der.ts';

type Key = Certificate['key'];

/**
 * What a `SubjectPublicKeyInfo` (RFC 5280 §4.1.2.7) says of its key. Read from the structure and not
 * through the runtime's keys, which throw on types that they don't know.
 */
export function publicKeyOf(bytes: Buffer, info: Tlv): Key {
  return readable(() => known(bytes, info)) ?? unknownKey(null);
}

function unknownKey(oid: string | null): Key {
  return { algorithm: 'unknown', oid, bits: null, curve: null };
}

function known(bytes: Buffer, info: Tlv): Key {
  const algorithm = expectTlv(bytes, info.contentStart, info.contentEnd, tags.sequence);
  const identifier = readTlv(bytes, algorithm.contentStart, algorithm.contentEnd);
  const oid = objectIdentifierOf(bytes, identifier);
  const parameters = (): Tlv => readTlv(bytes, identifier.end, algorithm.contentEnd);
  switch (oid) {
    case '1.2.840.113549.1.1.1':
      return { algorithm: 'rsa', oid, bits: rsaBits(bytes, info, algorithm), curve: null };
    case '1.2.840.113549.1.1.10':
      return { algorithm: 'rsa-pss', oid, bits: rsaBits(bytes, info, algorithm), curve: null };
    case '1.2.840.10045.2.1':
      return { algorithm: 'ec', oid, ...(readable(() => curveOf(bytes, parameters())) ?? noCurve) };
    case '1.3.101.112':
      return { algorithm: 'ed25519', oid, bits: null, curve: null };
    case '1.3.101.113':
      return { algorithm: 'ed448', oid, bits: null, curve: null };
    case '1.2.840.10040.4.1':
      return {
        algorithm: 'dsa',
        oid,
        bits: readable(() => firstIntegerBits(bytes, parameters())),
        curve: null,
      };
    default:
      return unknownKey(oid);
  }
}

/** RSAPublicKey (RFC 8017 §A.1.1) in the BIT STRING after the algorithm. */
function rsaBits(bytes: Buffer, info: Tlv, algorithm: Tlv): number | null {
  return readable(() => {
    const key = expectTlv(bytes, algorithm.end, info.contentEnd, tags.bitString);
    const unusedBitsOctet = 1;
    return firstIntegerBits(
      bytes,
      expectTlv(bytes, key.contentStart + unusedBitsOctet, key.contentEnd, tags.sequence),
    );
  });
}

function firstIntegerBits(bytes: Buffer, sequence: Tlv): number | null {
  return bitsOf(
    contentOf(bytes, expectTlv(bytes, sequence.contentStart, sequence.contentEnd, tags.integer)),
  );
}

/** Bits of a positive integer; `null` for zero and below. */
function bitsOf(octets: Buffer): number | null {
  const first = octets.findIndex((octet) => octet !== 0);
  const top = octets[first];
  if (top === undefined || (octets[0] ?? 0) >= 0x80) return null;
  return (octets.length - first) * 8 - (Math.clz32(top) - 24);
}

const noCurve = { bits: null, curve: null } as const;

/** ECParameters: a named curve (RFC 5480 §2.1.1), or the field spelled out (X9.62). */
function curveOf(bytes: Buffer, parameters: Tlv): Pick<Key, 'bits' | 'curve'> {
  if (parameters.tag === tags.objectIdentifier) {
    const oid = objectIdentifierOf(bytes, parameters);
    const curve = namedCurves.get(oid);
    return { bits: curve?.bits ?? null, curve: curve?.name ?? oid };
  }
  const version = expectTlv(bytes, parameters.contentStart, parameters.contentEnd, tags.integer);
  const field = expectTlv(bytes, version.end, parameters.contentEnd, tags.sequence);
  const type = expectTlv(bytes, field.contentStart, field.contentEnd, tags.objectIdentifier);
  const size = readTlv(bytes, type.end, field.contentEnd);
  const isPrime = objectIdentifierOf(bytes, type) === '1.2.840.10045.1.1';
  return { bits: isPrime ? bitsOf(contentOf(bytes, size)) : null, curve: null };
}
