import { hash } from 'node:crypto';

export type KeyPurpose = 'cipher-key' | 'initial-vector' | 'mac-key';

const diversifiers = { 'cipher-key': 1, 'initial-vector': 2, 'mac-key': 3 } as const;

export interface DerivationInput {
  readonly digest: string;
  readonly purpose: KeyPurpose;
  /** See `bmpPassword`. */
  readonly password: Buffer;
  readonly salt: Buffer;
  readonly iterations: number;
}

/** Derives `length` octets as RFC 7292 appendix B.2 says. Computes as long as `iterations` demand. */
export function deriveKey(input: DerivationInput, length: number): Buffer {
  const { digest, iterations } = input;
  const blockBytes = digest === 'sha384' || digest === 'sha512' ? 128 : 64;
  const diversifier = Buffer.alloc(blockBytes, diversifiers[input.purpose]);
  const filling = Buffer.concat([
    repeated(input.salt, blockBytes),
    repeated(input.password, blockBytes),
  ]);
  const blocks: Buffer[] = [];
  for (let derived = 0; derived < length;) {
    let block = hash(digest, Buffer.concat([diversifier, filling]), 'buffer');
    for (let round = 1; round < iterations; round += 1) block = hash(digest, block, 'buffer');
    blocks.push(block);
    derived += block.length;
    addToEach(filling, repeated(block, blockBytes).subarray(0, blockBytes), blockBytes);
  }
  return Buffer.concat(blocks, length);
}

/** Copies of `octets`, cut off at the next multiple of `blockBytes`. */
function repeated(octets: Buffer, blockBytes: number): Buffer {
  const length = Math.ceil(octets.length / blockBytes) * blockBytes;
  return length === 0 ? Buffer.alloc(0) : Buffer.alloc(length, octets);
}

/** To each block of `filling`, as one large number, adds `addend` + 1. */
function addToEach(filling: Buffer, addend: Buffer, blockBytes: number): void {
  for (let end = filling.length; end > 0; end -= blockBytes) {
    let carry = 1;
    for (let at = blockBytes - 1; at >= 0; at -= 1) {
      const offset = end - blockBytes + at;
      carry += (filling[offset] ?? 0) + (addend[at] ?? 0);
      filling[offset] = carry & 0xff;
      carry >>= 8;
    }
  }
}

/** A password as appendix B.1 spells it: UTF-16, big-endian, with a zero character at its end. */
export function bmpPassword(password: string): Buffer {
  return Buffer.from(`${password}\0`, 'utf16le').swap16();
}
