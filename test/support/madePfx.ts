import { createCipheriv, createHmac, pbkdf2Sync } from 'node:crypto';
import { explicit, integer, nothing, objectIdentifier, octetString, sequence } from './der.ts';
import { tlv } from './der.ts';

const data = objectIdentifier('1.2.840.113549.1.7.1');
const encryptedData = objectIdentifier('1.2.840.113549.1.7.6');
const pbkdf2 = objectIdentifier('1.2.840.113549.1.5.12');
const hmacSha256 = sequence(objectIdentifier('1.2.840.113549.2.9'), nothing);
const salt = Buffer.from('made salt');
const iv = Buffer.alloc(16, 3);

/** A bag with a certificate (RFC 7292 §4.2.3). */
export function certificateBag(der: Buffer, type = '1.2.840.113549.1.9.22.1'): Buffer {
  const value = sequence(objectIdentifier(type), explicit(0, octetString(der)));
  return sequence(objectIdentifier('1.2.840.113549.1.12.10.1.3'), explicit(0, value));
}

/** A bag of another kind: its number below `pkcs-12-BagIds`. */
export function bag(kind: number, value: Buffer): Buffer {
  return sequence(objectIdentifier(`1.2.840.113549.1.12.10.1.${kind}`), explicit(0, value));
}

export function plain(...bags: readonly Buffer[]): Buffer {
  return sequence(data, explicit(0, octetString(sequence(...bags))));
}

/** PBES2 with AES-256; `algorithm` replaces what the file says of it. */
export function encrypted(
  password: string,
  bags: readonly Buffer[],
  { iterations = 10, algorithm }: { iterations?: number; algorithm?: Buffer } = {},
): Buffer {
  const key = pbkdf2Sync(password, salt, Math.min(iterations, 10), 32, 'sha256');
  const cipher = createCipheriv('aes-256-cbc', key, iv);
  const octets = Buffer.concat([cipher.update(sequence(...bags)), cipher.final()]);
  const derivation = sequence(pbkdf2, sequence(octetString(salt), integer(iterations), hmacSha256));
  const scheme = sequence(objectIdentifier('2.16.840.1.101.3.4.1.42'), octetString(iv));
  const pbes2 = sequence(objectIdentifier('1.2.840.113549.1.5.13'), sequence(derivation, scheme));
  const content = sequence(data, algorithm ?? pbes2, tlv(0x80, octets));
  return sequence(encryptedData, explicit(0, sequence(integer(0), content)));
}

/** A PFX without a MAC, or with `macData` made of the octets that it protects. */
export function pfx(
  contents: readonly Buffer[],
  macData: (authenticated: Buffer) => readonly Buffer[] = () => [],
): Buffer {
  const authenticated = sequence(...contents);
  const authSafe = sequence(data, explicit(0, octetString(authenticated)));
  return sequence(integer(3), authSafe, ...macData(authenticated));
}

/** PBMAC1 (RFC 9579 §3). The salt and count outside of it mean nothing. */
export function pbmac1(
  password: string,
  {
    digest = 'sha256',
    keyBytes = 32,
    iterations = 10,
  }: { digest?: string; keyBytes?: number | null; iterations?: number } = {},
) {
  return (authenticated: Buffer): readonly Buffer[] => {
    const number = { sha256: 9, sha384: 10, sha512: 11 }[digest] ?? 9;
    const hmac = sequence(objectIdentifier(`1.2.840.113549.2.${number}`), nothing);
    const length = keyBytes === null ? [] : [integer(keyBytes)];
    const derivation = sequence(octetString(salt), integer(iterations), ...length, hmac);
    const parameters = sequence(sequence(pbkdf2, derivation), hmac);
    const algorithm = sequence(objectIdentifier('1.2.840.113549.1.5.14'), parameters);
    const key = pbkdf2Sync(password, salt, Math.min(iterations, 10), keyBytes ?? 32, digest);
    const value = createHmac(digest, key).update(authenticated).digest();
    return [macData(algorithm, value, 1)];
  };
}

/** MacData of RFC 7292 with an algorithm, a value and a count as the test wants them. */
export function macData(algorithm: Buffer, value: Buffer, iterations: number): Buffer {
  return sequence(sequence(algorithm, octetString(value)), octetString(salt), integer(iterations));
}

export const sha1 = sequence(objectIdentifier('1.3.14.3.2.26'), nothing);
