/** The keys of a zone that may sign its data (RFC 4034 §2.1, RFC 5011 §2.1). */
import { parseDnskey } from '../dns/rdata/parse.ts';
import type { DomainName } from '../dns/types.ts';
import type { AlgorithmSuite } from './crypto/algorithmSuite.ts';
import type { PublicKey } from './crypto/publicKey.ts';
import type { Rrset } from './rrset.ts';

export const dnskeyFlag = { zone: 0x100, revoked: 0x80 } as const;
export const dnskeyProtocol = 3;

export interface ZoneKey {
  readonly keyTag: number;
  readonly algorithm: number;
  readonly rdata: Uint8Array;
  /** Read at first use; `null`: not a key of its algorithm. */
  readonly publicKey: () => PublicKey | null;
}

export interface ZoneKeys {
  readonly zone: DomainName;
  readonly keys: readonly ZoneKey[];
}

/** Without keys that are revoked or no zone keys, and without algorithms that are not supported. */
export function zoneKeys(dnskeys: Rrset, suite: AlgorithmSuite): ZoneKeys {
  return {
    zone: dnskeys.owner,
    keys: dnskeys.records.flatMap(({ rdata }) => zoneKey(rdata, suite) ?? []),
  };
}

function zoneKey(rdata: Uint8Array, suite: AlgorithmSuite): ZoneKey | null {
  const key = parseDnskey(rdata);
  if (key === null || key.protocol !== dnskeyProtocol) return null;
  if ((key.flags & dnskeyFlag.zone) === 0 || (key.flags & dnskeyFlag.revoked) !== 0) return null;
  if (!suite.supported.has(key.algorithm)) return null;
  let publicKey: PublicKey | null | undefined;
  return {
    keyTag: key.keyTag,
    algorithm: key.algorithm,
    rdata,
    publicKey() {
      publicKey ??= suite.createPublicKey(key.algorithm, key.publicKey);
      return publicKey;
    },
  };
}
