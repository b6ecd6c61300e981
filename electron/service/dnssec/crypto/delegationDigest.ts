/** What a DS record commits to (RFC 4034 §5.1.4, RFC 4509, RFC 6605). */
import { createHash } from 'node:crypto';
import { canonicalWire } from '../../dns/name.ts';
import { digestType } from './algorithms.ts';
import type { DomainName } from '../../dns/types.ts';

const hashes: ReadonlyMap<number, { readonly name: string; readonly length: number }> = new Map([
  [digestType.SHA1, { name: 'sha1', length: 20 }],
  [digestType.SHA256, { name: 'sha256', length: 32 }],
  [digestType.SHA384, { name: 'sha384', length: 48 }],
]);

/** Octets of a digest of this type; `null` for a type that is not supported (GOST among them). */
export function digestLength(type: number): number | null {
  return hashes.get(type)?.length ?? null;
}

/** The digest of a key that belongs to `owner`; `null` for a type that is not supported. */
export function delegationDigest(
  owner: DomainName,
  dnskeyRdata: Uint8Array,
  type: number,
): Uint8Array | null {
  const hash = hashes.get(type);
  if (hash === undefined) return null;
  return createHash(hash.name).update(canonicalWire(owner)).update(dnskeyRdata).digest();
}
