import { createDecipheriv, pbkdf2 } from 'node:crypto';
import { deriveKey } from './deriveKey.ts';
import { promisify } from 'node:util';
import type { Pbkdf2, Protection } from './algorithms.ts';

/** A password in both of the spellings that the schemes of PKCS#12 take it in. */
export interface PasswordOctets {
  /** RFC 7292 appendix B.1. Without any octet where there is no password, not even an empty one. */
  readonly bmp: Buffer;
  /** RFC 8018. */
  readonly utf8: Buffer;
}

export function derivePbkdf2(
  { digest, salt, iterations }: Pbkdf2,
  password: PasswordOctets,
  length: number,
): Promise<Buffer> {
  return promisify(pbkdf2)(password.utf8, salt, iterations, length, digest);
}

/** The clear octets; `null` where they make no sense, which is what another password gives. */
export async function decrypt(
  protection: Protection,
  octets: Buffer,
  password: PasswordOctets,
): Promise<Buffer | null> {
  const blockBytes = protection.kind === 'pbes2' ? protection.ivBytes : 8;
  if (octets.length === 0 || octets.length % blockBytes !== 0) return null;
  if (protection.kind === 'pbes2') {
    const key = await derivePbkdf2(protection.derivation, password, protection.keyBytes);
    return unpadded(decipher(protection.cipher, key, protection.iv, octets), blockBytes);
  }
  const { salt, iterations, keyBytes } = protection;
  const input = { digest: 'sha1', password: password.bmp, salt, iterations };
  const key = deriveKey({ ...input, purpose: 'cipher-key' }, keyBytes);
  const iv = deriveKey({ ...input, purpose: 'initial-vector' }, blockBytes);
  const clear =
    protection.cipher === 'rc2'
      ? await decipherRc2(key, iv, octets)
      : // Two keys stand for three, of which the third is the first again.
        decipher('des-ede3-cbc', Buffer.concat([key, key], 24), iv, octets);
  return unpadded(clear, blockBytes);
}

function decipher(cipher: string, key: Buffer, iv: Buffer, octets: Buffer): Buffer {
  const stream = createDecipheriv(cipher, key, iv).setAutoPadding(false);
  return Buffer.concat([stream.update(octets), stream.final()]);
}

const rc2ChunkBytes = 1024;

/**
 * RC2 in CBC mode (RFC 2268), which the runtimes no longer have. A chunk at a time: the library keeps
 * every block that it has seen, and its time grows with the square of their number.
 */
async function decipherRc2(key: Buffer, iv: Buffer, octets: Buffer): Promise<Buffer> {
  const { default: forge } = await import('node-forge');
  const cipher = forge.rc2.createDecryptionCipher(key.toString('latin1'), key.length * 8);
  let previous = iv.toString('latin1');
  const clear: Buffer[] = [];
  for (let at = 0; at < octets.length; at += rc2ChunkBytes) {
    const chunk = octets.toString('latin1', at, at + rc2ChunkBytes);
    cipher.start(previous);
    cipher.update(forge.util.createBuffer(chunk));
    clear.push(Buffer.from(cipher.output.getBytes(), 'latin1'));
    previous = chunk.slice(-8);
  }
  return Buffer.concat(clear);
}

/** Without the padding of RFC 8018 §6.1.1. */
function unpadded(octets: Buffer, blockBytes: number): Buffer | null {
  const count = octets.at(-1) ?? 0;
  if (count === 0 || count > blockBytes || count > octets.length) return null;
  const end = octets.length - count;
  return octets.subarray(end).every((octet) => octet === count) ? octets.subarray(0, end) : null;
}
