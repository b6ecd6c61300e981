/** Where trust starts: digests of the keys of some zones (RFC 4035 §4.4, RFC 9718). */
import { failure, success } from '../../../../shared/errors.ts';
import { formatName, isSubdomainOf } from '../../dns/name.ts';
import type { Result } from '../../../../shared/errors.ts';
import type { Ds } from '../../dns/rdata/parse.ts';
import type { DomainName } from '../../dns/types.ts';

/** One key that is trusted, by its digest, while it is valid; `null`: no limit on that side. */
export interface AnchorKey extends Ds {
  readonly validFrom: Date | null;
  readonly validUntil: Date | null;
}

/** All trusted keys of one zone; any of them that is valid suffices. */
export interface TrustAnchor {
  readonly zone: DomainName;
  readonly keys: readonly AnchorKey[];
}

export type TrustAnchors = readonly TrustAnchor[];

/** The anchor closest above `name`, or at it; `null` when there is none. */
export function coveringAnchor(anchors: TrustAnchors, name: DomainName): TrustAnchor | null {
  let closest: TrustAnchor | null = null;
  for (const anchor of anchors) {
    if (!isSubdomainOf(name, anchor.zone)) continue;
    if (closest === null || anchor.zone.length > closest.zone.length) closest = anchor;
  }
  return closest;
}

export function validKeys(anchor: TrustAnchor, now: Date): readonly AnchorKey[] {
  return anchor.keys.filter(
    ({ validFrom, validUntil }) =>
      (validFrom === null || validFrom <= now) && (validUntil === null || now < validUntil),
  );
}

/**
 * The anchors, when there are any and each has a key that is valid now. Errors: `trust-anchor-missing`;
 * `trust-anchor-expired` with the zone and its last day, or `none` before the first. Without this check, a root that is no longer
 * trusted would look like an insecure one.
 */
export function usableAnchors(anchors: TrustAnchors, now: Date): Result<TrustAnchors> {
  if (anchors.length === 0) return failure('trust-anchor-missing');
  for (const anchor of anchors) {
    if (validKeys(anchor, now).length > 0) continue;
    const ended = anchor.keys.flatMap(({ validUntil }) =>
      validUntil !== null && validUntil <= now ? [validUntil.getTime()] : [],
    );
    return failure('trust-anchor-expired', {
      zone: formatName(anchor.zone),
      until: ended.length === 0 ? 'none' : new Date(Math.max(...ended)).toISOString().slice(0, 10),
    });
  }
  return success(anchors);
}
