import { contentOf, countOf, DerError, octetsOf, readTlv, tags } from '../der.ts';
import { objectIdentifierOf } from '../objectIdentifier.ts';
import type { Tlv } from '../der.ts';

/** Digests by identifier, with the names of node:crypto. */
const digests: ReadonlyMap<string, string> = new Map([
  ['1.3.14.3.2.26', 'sha1'],
  ['2.16.840.1.101.3.4.2.4', 'sha224'],
  ['2.16.840.1.101.3.4.2.1', 'sha256'],
  ['2.16.840.1.101.3.4.2.2', 'sha384'],
  ['2.16.840.1.101.3.4.2.3', 'sha512'],
]);

/** HMACs (RFC 8018 §B.1) by identifier, with the names of their digests. */
const macs: ReadonlyMap<string, string> = new Map([
  ['1.2.840.113549.2.7', 'sha1'],
  ['1.2.840.113549.2.8', 'sha224'],
  ['1.2.840.113549.2.9', 'sha256'],
  ['1.2.840.113549.2.10', 'sha384'],
  ['1.2.840.113549.2.11', 'sha512'],
]);

/** Ciphers of PBES1 with the derivation of RFC 7292 appendix B, as appendix C names them. */
const legacyCiphers: ReadonlyMap<string, LegacyCipher> = new Map([
  ['1.2.840.113549.1.12.1.3', { cipher: 'des-ede3', keyBytes: 24 }],
  ['1.2.840.113549.1.12.1.4', { cipher: 'des-ede3', keyBytes: 16 }],
  ['1.2.840.113549.1.12.1.5', { cipher: 'rc2', keyBytes: 16 }],
  ['1.2.840.113549.1.12.1.6', { cipher: 'rc2', keyBytes: 5 }],
]);

/** Ciphers of PBES2 (RFC 8018 §B.2). */
const ciphers: ReadonlyMap<string, NamedCipher> = new Map([
  ['2.16.840.1.101.3.4.1.2', { cipher: 'aes-128-cbc', keyBytes: 16, ivBytes: 16 }],
  ['2.16.840.1.101.3.4.1.22', { cipher: 'aes-192-cbc', keyBytes: 24, ivBytes: 16 }],
  ['2.16.840.1.101.3.4.1.42', { cipher: 'aes-256-cbc', keyBytes: 32, ivBytes: 16 }],
  ['1.2.840.113549.3.7', { cipher: 'des-ede3-cbc', keyBytes: 24, ivBytes: 8 }],
]);

/** What an unsupported algorithm is called in the sentence that refuses it. */
const unsupportedNames: ReadonlyMap<string, string> = new Map([
  ['1.2.840.113549.1.12.1.1', 'RC4 (128 bits)'],
  ['1.2.840.113549.1.12.1.2', 'RC4 (40 bits)'],
  ['1.2.840.113549.1.5.1', 'MD2 and DES'],
  ['1.2.840.113549.1.5.3', 'MD5 and DES'],
  ['1.2.840.113549.1.5.4', 'MD2 and RC2'],
  ['1.2.840.113549.1.5.6', 'MD5 and RC2'],
  ['1.2.840.113549.1.5.10', 'SHA-1 and DES'],
  ['1.2.840.113549.1.5.11', 'SHA-1 and RC2'],
  ['1.3.6.1.4.1.11591.4.11', 'scrypt'],
  ['1.2.840.113549.3.2', 'RC2 (PBES2)'],
  ['1.3.14.3.2.7', 'DES (PBES2)'],
  ['1.2.392.200011.61.1.1.1.2', 'Camellia'],
  ['1.2.392.200011.61.1.1.1.3', 'Camellia'],
  ['1.2.392.200011.61.1.1.1.4', 'Camellia'],
  ['1.2.840.113549.2.5', 'MD5'],
  ['1.2.840.113549.1.7.3', 'a certificate instead of a password'],
]);

interface LegacyCipher {
  readonly cipher: 'des-ede3' | 'rc2';
  readonly keyBytes: number;
}

interface NamedCipher {
  readonly cipher: string;
  readonly keyBytes: number;
  readonly ivBytes: number;
}

/** PBKDF2 (RFC 8018 §A.2). */
export interface Pbkdf2 {
  readonly digest: string;
  readonly salt: Buffer;
  readonly iterations: number;
  /** As the file states it. */
  readonly keyBytes: number | null;
}

export type Protection =
  | ({ readonly kind: 'pbes1'; readonly salt: Buffer; readonly iterations: number } & LegacyCipher)
  | ({ readonly kind: 'pbes2'; readonly derivation: Pbkdf2; readonly iv: Buffer } & NamedCipher);

export interface Mac {
  readonly scheme: 'pkcs12' | 'pbmac1';
  readonly digest: string;
  readonly derivation: Pbkdf2;
}

/** Thrown at an algorithm that is not read here, and caught in `readPkcs12`. */
export class UnsupportedAlgorithm extends Error {
  readonly algorithm: string;
  constructor(identifier: string) {
    super(identifier);
    this.algorithm = unsupportedNames.get(identifier) ?? identifier;
  }
}

interface AlgorithmIdentifier {
  readonly oid: string;
  /** `null`: absent. */
  readonly parameters: Tlv | null;
}

function algorithmOf(bytes: Buffer, sequence: Tlv): AlgorithmIdentifier {
  if (sequence.tag !== tags.sequence) throw new DerError('not an algorithm');
  const identifier = readTlv(bytes, sequence.contentStart, sequence.contentEnd, 'ber');
  const hasParameters = identifier.end < sequence.contentEnd;
  return {
    oid: objectIdentifierOf(bytes, identifier),
    parameters: hasParameters ? readTlv(bytes, identifier.end, sequence.contentEnd, 'ber') : null,
  };
}

/** The two elements of the parameters that a scheme names its parts in. */
function pairOf(bytes: Buffer, { parameters }: AlgorithmIdentifier): readonly [Tlv, Tlv] {
  if (parameters?.tag !== tags.sequence) throw new DerError('parameters missing');
  const first = readTlv(bytes, parameters.contentStart, parameters.contentEnd, 'ber');
  return [first, readTlv(bytes, first.end, parameters.contentEnd, 'ber')];
}

function known<T>(names: ReadonlyMap<string, T>, oid: string): T {
  const value = names.get(oid);
  if (value === undefined) throw new UnsupportedAlgorithm(oid);
  return value;
}

/** How the content of an EncryptedData is protected. */
export function protectionOf(bytes: Buffer, sequence: Tlv): Protection {
  const algorithm = algorithmOf(bytes, sequence);
  if (algorithm.oid !== '1.2.840.113549.1.5.13') {
    const legacy = known(legacyCiphers, algorithm.oid);
    const [salt, iterations] = pairOf(bytes, algorithm);
    return {
      kind: 'pbes1',
      ...legacy,
      salt: octetsOf(bytes, salt),
      iterations: countOf(bytes, iterations),
    };
  }
  const [derivation, encryption] = pairOf(bytes, algorithm);
  const scheme = algorithmOf(bytes, encryption);
  const cipher = known(ciphers, scheme.oid);
  if (scheme.parameters?.tag !== tags.octetString) throw new DerError('initial vector missing');
  const iv = contentOf(bytes, scheme.parameters);
  if (iv.length !== cipher.ivBytes) throw new DerError('initial vector of another length');
  return { kind: 'pbes2', ...cipher, iv, derivation: pbkdf2Of(bytes, derivation) };
}

function pbkdf2Of(bytes: Buffer, sequence: Tlv): Pbkdf2 {
  const algorithm = algorithmOf(bytes, sequence);
  if (algorithm.oid !== '1.2.840.113549.1.5.12') throw new UnsupportedAlgorithm(algorithm.oid);
  const [salt, iterations] = pairOf(bytes, algorithm);
  if (salt.tag !== tags.octetString) throw new DerError('salt from elsewhere');
  let keyBytes: number | null = null;
  let digest = 'sha1';
  const limit = algorithm.parameters?.contentEnd ?? 0;
  for (let at = iterations.end; at < limit;) {
    const field = readTlv(bytes, at, limit, 'ber');
    if (field.tag === tags.integer) keyBytes = countOf(bytes, field);
    else digest = known(macs, algorithmOf(bytes, field).oid);
    at = field.end;
  }
  return { digest, salt: contentOf(bytes, salt), iterations: countOf(bytes, iterations), keyBytes };
}

/** MacData (RFC 7292 §4): a digest with the derivation of appendix B, or PBMAC1 (RFC 9579 §3). */
export function macOf(
  bytes: Buffer,
  algorithmSequence: Tlv,
  salt: Buffer,
  iterations: number,
): Mac {
  const algorithm = algorithmOf(bytes, algorithmSequence);
  if (algorithm.oid !== '1.2.840.113549.1.5.14') {
    const digest = known(digests, algorithm.oid);
    return { scheme: 'pkcs12', digest, derivation: { digest, salt, iterations, keyBytes: null } };
  }
  const [derivation, mac] = pairOf(bytes, algorithm);
  return {
    scheme: 'pbmac1',
    digest: known(macs, algorithmOf(bytes, mac).oid),
    derivation: pbkdf2Of(bytes, derivation),
  };
}
