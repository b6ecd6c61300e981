import type { ValidationReason } from './reasons.ts';
import type { ValidProof } from './denial/verdicts.ts';
import type { VerifiedRrset, ZoneLink } from './zoneTrust.ts';
import type { DnsFailureReason, DomainName, ExtendedError, ResourceRecord } from '../dns/types.ts';

/** RFC 4035 §4.3, worst first: `bogus`, `indeterminate`, `insecure`, `secure`. */
export type SecurityStatus = 'secure' | 'insecure' | 'bogus' | 'indeterminate';

export interface Denial {
  readonly kind: 'nodata' | 'nxdomain' | 'wildcard' | 'wildcard-nodata' | 'no-ds';
  readonly proof: 'nsec' | 'nsec3';
  readonly optOut: boolean;
}

export interface ChainStep {
  readonly zone: DomainName;
  readonly step: 'anchor' | 'ds' | 'dnskey' | 'answer' | 'cname' | 'dname';
  readonly result: SecurityStatus;
  /** `null` when there is nothing to explain. */
  readonly reason: ValidationReason | null;
}

/** An answer with what is proven of it. Records are what was received, whatever the status. */
export interface ValidatedAnswer {
  readonly name: DomainName;
  readonly type: number;
  readonly status: SecurityStatus;
  readonly reason: ValidationReason | null;
  /** Of the end of the alias chain; `null` when no answer came. */
  readonly rcode: number | null;
  /** The answer section in chain order, aliases included, without RRSIG. */
  readonly records: readonly ResourceRecord[];
  /** The aliases followed, in order, each with its own status; the final owner is the last target. */
  readonly aliases: readonly {
    readonly owner: DomainName;
    readonly target: DomainName;
    readonly kind: 'cname' | 'dname';
    readonly status: SecurityStatus;
  }[];
  readonly denial: Denial | null;
  readonly chain: readonly ChainStep[];
  readonly resolver: {
    readonly ad: boolean;
    readonly rcode: number | null;
    readonly extendedErrors: readonly ExtendedError[];
  };
  /** Why no usable answer came, where none did. */
  readonly failure: DnsFailureReason | null;
  /** First moment at which a signature used ceases to be valid; RFC 3339 or `null`. */
  readonly expires: string | null;
  /** Smallest TTL in seconds of what was used, capped by signatures (RFC 4035 §5.3.3). */
  readonly ttl: number;
  readonly server: string | null;
  readonly milliseconds: number;
  /** What `chain` rests on: the zones in its order, and the RRsets of the answer. */
  readonly evidence: {
    readonly zones: readonly ZoneLink[];
    readonly data: readonly VerifiedRrset[];
    /** The NSEC or NSEC3 RRsets that `denial` rests on; of `no-ds`, see the zone's. */
    readonly denial: readonly ValidProof[];
  };
}

export interface Validator {
  validate(name: DomainName, type: number, signal?: AbortSignal): Promise<ValidatedAnswer>;
}
