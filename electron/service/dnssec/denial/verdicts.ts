import type { ValidationReason } from '../reasons.ts';
import type { RrsetProof } from '../verifyRrset.ts';

type ValidProof = Extract<RrsetProof, { readonly ok: true }>;

/** What NSEC or NSEC3 records say of a name and a type. */
export type DenialVerdict =
  | {
      readonly kind: 'nodata' | 'nxdomain' | 'wildcard-nodata';
      readonly used: readonly ValidProof[];
    }
  /** They show that the question leads out of the signed tree. */
  | {
      readonly kind: 'insecure';
      readonly reason: ValidationReason;
      /** What would have been proven but for opt-out; `null` when it is no denial of its own. */
      readonly denies: 'nodata' | 'nxdomain' | 'wildcard-nodata' | null;
      readonly optOut: boolean;
      readonly used: readonly ValidProof[];
    }
  | { readonly kind: 'unproven'; readonly reason: ValidationReason };

/** What they say of a name that may be a delegation. */
export type DelegationVerdict =
  | { readonly kind: 'no-cut'; readonly used: readonly ValidProof[] }
  | {
      readonly kind: 'insecure';
      readonly reason: ValidationReason;
      readonly optOut: boolean;
      readonly used: readonly ValidProof[];
    }
  | { readonly kind: 'unproven'; readonly reason: ValidationReason };

/** Whether an answer may have been expanded from a wildcard. */
export type ExpansionVerdict =
  | { readonly kind: 'proven'; readonly used: readonly ValidProof[] }
  | {
      readonly kind: 'insecure';
      readonly reason: ValidationReason;
      readonly optOut: boolean;
      readonly used: readonly ValidProof[];
    }
  | { readonly kind: 'unproven'; readonly reason: ValidationReason };

export type { ValidProof };

export function unproven(reason: ValidationReason): {
  readonly kind: 'unproven';
  readonly reason: ValidationReason;
} {
  return { kind: 'unproven', reason };
}
