/** What is known of the zone that a name lies in, and how it was found out. */
import type { Ds } from '../dns/rdata/parse.ts';
import type { DomainName } from '../dns/types.ts';
import type { ProofMethod } from './denial/denial.ts';
import type { ValidProof } from './denial/verdicts.ts';
import type { ValidationReason } from './reasons.ts';
import type { Rrset } from './rrset.ts';
import type { ChainStep } from './types.ts';
import type { RrsetProof } from './verifyRrset.ts';
import type { ZoneKeys } from './zoneKeys.ts';

/** An RRset of the chain with the outcome of its verification; `null`: it was not verified. */
export interface VerifiedRrset {
  readonly rrset: Rrset;
  readonly proof: RrsetProof | null;
}

/** One zone of the chain, or the delegation at which it ends. */
export interface ZoneLink {
  readonly zone: DomainName;
  /** The trusted digests, where the chain starts. */
  readonly anchor: readonly Ds[] | null;
  readonly ds: VerifiedRrset | null;
  /** Where the absence of DS is proven. */
  readonly denial: {
    readonly method: ProofMethod;
    readonly optOut: boolean;
    readonly used: readonly ValidProof[];
  } | null;
  readonly dnskey: VerifiedRrset | null;
  readonly steps: readonly ChainStep[];
}

interface Trust {
  /** From the anchor downwards. */
  readonly links: readonly ZoneLink[];
  /** Seconds that this may be believed. */
  readonly ttl: number;
  /** When the first signature ends that it rests on; `null`: on none. */
  readonly expires: Date | null;
}

export interface SecureTrust extends Trust {
  readonly status: 'secure';
  readonly keys: ZoneKeys;
}

export interface BrokenTrust extends Trust {
  readonly status: 'insecure' | 'bogus' | 'indeterminate';
  /** The zone, or delegation, where the chain ends. */
  readonly zone: DomainName;
  readonly reason: ValidationReason;
}

export type ZoneTrust = SecureTrust | BrokenTrust;

export function earliest(...dates: readonly (Date | null)[]): Date | null {
  let first: Date | null = null;
  for (const date of dates) {
    if (date !== null && (first === null || date < first)) first = date;
  }
  return first;
}
