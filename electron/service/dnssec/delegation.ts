/** Which DS records of a delegation can be used, and which keys they stand for (RFC 4035 §5.2). */
import { parseDs } from '../dns/rdata/parse.ts';
import { digestType } from './crypto/algorithms.ts';
import { delegationDigest, digestLength } from './crypto/delegationDigest.ts';
import { keysPerSignatureMax } from './limits.ts';
import { zoneKeys } from './zoneKeys.ts';
import type { Ds } from '../dns/rdata/parse.ts';
import type { AlgorithmSuite } from './crypto/algorithmSuite.ts';
import type { ValidationReason } from './reasons.ts';
import type { Rrset } from './rrset.ts';
import type { ZoneKeys } from './zoneKeys.ts';

export interface DelegationPolicy {
  readonly suite: AlgorithmSuite;
  /** SHA-1 digests count only where there is no other that can be used (RFC 4509 §3). */
  readonly preferStrongDigests: boolean;
}

export function readDelegation(ds: Rrset): Ds[] {
  return ds.records.flatMap(({ rdata }) => parseDs(rdata) ?? []);
}

/** Those with an algorithm and a digest that are supported, or why there is none (RFC 6840 §5.2). */
export function usableDelegation(
  records: readonly Ds[],
  { suite, preferStrongDigests }: DelegationPolicy,
): readonly Ds[] | ValidationReason {
  if (records.length === 0) return 'ds-malformed';
  const withAlgorithm = records.filter(({ algorithm }) => suite.supported.has(algorithm));
  const usable = withAlgorithm.filter((ds) => digestLength(ds.digestType) !== null);
  if (usable.length === 0) {
    return withAlgorithm.length === 0 ? 'algorithms-unsupported' : 'digests-unsupported';
  }
  const strong = usable.filter((ds) => ds.digestType !== digestType.SHA1);
  return preferStrongDigests && strong.length > 0 ? strong : usable;
}

/** The zone's keys that one of the DS records stands for. */
export function keysOfDelegation(
  records: readonly Ds[],
  dnskeys: Rrset,
  suite: AlgorithmSuite,
): ZoneKeys {
  const { zone, keys } = zoneKeys(dnskeys, suite);
  const found = new Set(
    records.flatMap((ds) =>
      keys
        .filter((key) => key.keyTag === ds.keyTag && key.algorithm === ds.algorithm)
        .slice(0, keysPerSignatureMax)
        .filter((key) => {
          const digest = delegationDigest(zone, key.rdata, ds.digestType);
          return digest !== null && Buffer.compare(digest, ds.digest) === 0;
        }),
    ),
  );
  return { zone, keys: [...found] };
}
