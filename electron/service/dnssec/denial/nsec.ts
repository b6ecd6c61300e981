/** Denial by NSEC (RFC 4035 §5.4, RFC 6840 §4.1–4.4). */
import { rrType } from '../../dns/codes.ts';
import {
  commonAncestor,
  compareCanonical,
  isSubdomainOf,
  namesEqual,
  wildcardOf,
} from '../../dns/name.ts';
import { absenceAt, delegationAt, isDelegation, isUnsignedDelegation } from './typeBits.ts';
import { unproven } from './verdicts.ts';
import type { DomainName } from '../../dns/types.ts';
import type { DelegationVerdict, DenialVerdict, ExpansionVerdict, ValidProof } from './verdicts.ts';

/** An NSEC record whose signature is valid, under the name that was signed. */
export interface ProvenNsec {
  readonly owner: DomainName;
  readonly next: DomainName;
  readonly types: ReadonlySet<number>;
  readonly proof: ValidProof;
}

function isBelow(name: DomainName, ancestor: DomainName): boolean {
  return name.length > ancestor.length && isSubdomainOf(name, ancestor);
}

/** RFC 6840 §4.1: what a delegation or a DNAME says of names below it does not count. */
function isSilentAbout(nsec: ProvenNsec, name: DomainName): boolean {
  return isBelow(name, nsec.owner) && (isDelegation(nsec.types) || nsec.types.has(rrType.DNAME));
}

/** Whether `name` lies in the gap, at a place where nothing exists nor anything below it. */
function covers(nsec: ProvenNsec, name: DomainName): boolean {
  if (compareCanonical(nsec.owner, name) >= 0 || isSilentAbout(nsec, name)) return false;
  // The last NSEC of a zone leads back to its apex.
  const isLast = compareCanonical(nsec.owner, nsec.next) >= 0;
  return isLast
    ? isBelow(name, nsec.next)
    : compareCanonical(name, nsec.next) < 0 && !isSubdomainOf(nsec.next, name);
}

/** Whether `name` has no records of its own, but a name below it exists (RFC 4035 §5.4, RFC 8020). */
function isEmptyNonTerminal(nsec: ProvenNsec, name: DomainName): boolean {
  return (
    compareCanonical(nsec.owner, name) < 0 && isBelow(nsec.next, name) && !isSilentAbout(nsec, name)
  );
}

/** The longest ancestor of a covered name that exists, as far as this record knows. */
function closestEncloser(nsec: ProvenNsec, name: DomainName): DomainName {
  const withOwner = commonAncestor(name, nsec.owner);
  const withNext = commonAncestor(name, nsec.next);
  return withOwner.length > withNext.length ? withOwner : withNext;
}

export function denyByNsec(
  nsecs: readonly ProvenNsec[],
  name: DomainName,
  type: number,
): DenialVerdict {
  const match = nsecs.find((nsec) => namesEqual(nsec.owner, name));
  if (match !== undefined) {
    const used = [match.proof];
    const found = absenceAt(name, type, match.types);
    if (found === 'absent') return { kind: 'nodata', used };
    return found === 'contradicted' ? unproven('denial-contradicted') : unsignedDelegation(used);
  }
  const around = nsecs.find((nsec) => isEmptyNonTerminal(nsec, name));
  if (around !== undefined) return { kind: 'nodata', used: [around.proof] };
  const above = nsecs.find((nsec) => isBelow(name, nsec.owner) && isUnsignedDelegation(nsec.types));
  if (above !== undefined) return unsignedDelegation([above.proof]);
  const cover = nsecs.find((nsec) => covers(nsec, name));
  return cover === undefined
    ? unproven('denial-incomplete')
    : denyWildcard(nsecs, cover, name, type);
}

function unsignedDelegation(used: readonly ValidProof[]): DenialVerdict {
  return { kind: 'insecure', reason: 'delegation-unsigned', denies: null, optOut: false, used };
}

/** The name does not exist; what of the wildcard that could have stood in for it? */
function denyWildcard(
  nsecs: readonly ProvenNsec[],
  cover: ProvenNsec,
  name: DomainName,
  type: number,
): DenialVerdict {
  const wildcard = wildcardOf(closestEncloser(cover, name));
  const match = nsecs.find((nsec) => namesEqual(nsec.owner, wildcard));
  if (match !== undefined) {
    return absenceAt(wildcard, type, match.types) === 'absent'
      ? { kind: 'wildcard-nodata', used: [cover.proof, match.proof] }
      : unproven('denial-contradicted');
  }
  const around = nsecs.find((nsec) => isEmptyNonTerminal(nsec, wildcard));
  if (around !== undefined) return { kind: 'wildcard-nodata', used: [cover.proof, around.proof] };
  const wildcardCover = nsecs.find((nsec) => covers(nsec, wildcard));
  return wildcardCover === undefined
    ? unproven('denial-incomplete')
    : { kind: 'nxdomain', used: [cover.proof, wildcardCover.proof] };
}

/** Whether `name` does not exist, and nothing exists between it and `encloser`. */
export function allowExpansionByNsec(
  nsecs: readonly ProvenNsec[],
  name: DomainName,
  encloser: DomainName,
): ExpansionVerdict {
  const cover = nsecs.find(
    (nsec) => covers(nsec, name) && namesEqual(closestEncloser(nsec, name), encloser),
  );
  return cover === undefined
    ? unproven('wildcard-unproven')
    : { kind: 'proven', used: [cover.proof] };
}

export function denyDelegationByNsec(
  nsecs: readonly ProvenNsec[],
  name: DomainName,
): DelegationVerdict {
  const match = nsecs.find((nsec) => namesEqual(nsec.owner, name));
  if (match !== undefined) {
    const found = delegationAt(name, match.types);
    const used = [match.proof];
    if (found === 'no-cut') return { kind: 'no-cut', used };
    if (found !== 'unsigned-delegation') return unproven(found);
    return { kind: 'insecure', reason: 'delegation-unsigned', optOut: false, used };
  }
  // No wildcard can make a delegation, so that the name's own absence suffices.
  const gap = nsecs.find((nsec) => isEmptyNonTerminal(nsec, name) || covers(nsec, name));
  return gap === undefined ? unproven('ds-denial-missing') : { kind: 'no-cut', used: [gap.proof] };
}
