/** Hashed owner names (RFC 5155 §5). */
import { hash } from 'node:crypto';
import { canonicalWire, nameKey } from '../../dns/name.ts';
import { nsec3ComputationsAtOnce } from '../limits.ts';
import type { DomainName } from '../../dns/types.ts';

/** The only hash algorithm that is registered: SHA-1. */
export const nsec3HashSha1 = 1;
export const nsec3HashOctets = 20;

export interface HashParameters {
  readonly iterations: number;
  readonly salt: Uint8Array;
}

function sha1(octets: Uint8Array): Buffer {
  return hash('sha1', octets, 'buffer');
}

/** The hash of a name; `iterations` is bounded by the caller. */
export function nsec3Hash(name: DomainName, { iterations, salt }: HashParameters): Uint8Array {
  let digest = sha1(Buffer.concat([canonicalWire(name), salt]));
  const salted = Buffer.alloc(nsec3HashOctets + salt.length);
  salted.set(salt, nsec3HashOctets);
  for (let round = 0; round < iterations; round += 1) {
    salted.set(digest);
    digest = sha1(salted);
  }
  return digest;
}

/** Blocks that SHA-1 takes for one iteration; up to 5 when the salt is long (FIPS 180-4 §5.1.1). */
function blocksOf(salt: Uint8Array): number {
  return Math.ceil((nsec3HashOctets + salt.length + 9) / 64);
}

export interface Nsec3Hasher {
  /** `null` when the budget is used up. */
  hash(name: DomainName): Promise<Uint8Array | null>;
}

/** Lets other work in between long rows of hashes. Takes what it costs from `budget`. */
export function createNsec3Hasher(
  parameters: HashParameters,
  budget: { nsec3Computations: number },
): Nsec3Hasher {
  const known = new Map<string, Uint8Array>();
  let sinceBreak = 0;
  return {
    async hash(name) {
      const key = nameKey(name);
      const before = known.get(key);
      if (before !== undefined) return before;
      const cost = (parameters.iterations + 1) * blocksOf(parameters.salt);
      if (budget.nsec3Computations < cost) return null;
      budget.nsec3Computations -= cost;
      sinceBreak += cost;
      if (sinceBreak > nsec3ComputationsAtOnce) {
        sinceBreak = 0;
        await new Promise((resolve) => setImmediate(resolve));
      }
      const digest = nsec3Hash(name, parameters);
      known.set(key, digest);
      return digest;
    },
  };
}
