/** What the type bits at a name allow to conclude; the same for NSEC and NSEC3. */
import { rrType } from '../../dns/codes.ts';
import type { DomainName } from '../../dns/types.ts';
import type { ValidationReason } from '../reasons.ts';

/** The parent's side of a zone cut (RFC 6840 §4.1): it says nothing of what lies below it. */
export function isDelegation(types: ReadonlySet<number>): boolean {
  return types.has(rrType.NS) && !types.has(rrType.SOA);
}

export function isUnsignedDelegation(types: ReadonlySet<number>): boolean {
  return isDelegation(types) && !types.has(rrType.DS);
}

/**
 * Whether the record at `name` itself shows that it has no `type` (RFC 4035 §5.4, RFC 5155 §8.5–8.7,
 * RFC 6840 §4.3, §4.4).
 */
export function absenceAt(
  name: DomainName,
  type: number,
  types: ReadonlySet<number>,
): 'absent' | 'unsigned-delegation' | 'contradicted' {
  if (types.has(type) || types.has(rrType.CNAME)) return 'contradicted';
  if (type === rrType.DS) {
    // The apex of the child's zone knows nothing of the parent's DS. The root has no parent.
    return types.has(rrType.SOA) && name.length > 0 ? 'contradicted' : 'absent';
  }
  if (isUnsignedDelegation(types)) return 'unsigned-delegation';
  return isDelegation(types) ? 'contradicted' : 'absent';
}

/** Whether the record at `name` itself shows a zone cut without DS, or none at all (RFC 4035 §5.2). */
export function delegationAt(
  name: DomainName,
  types: ReadonlySet<number>,
): 'no-cut' | 'unsigned-delegation' | ValidationReason {
  if (types.has(rrType.DS)) return 'ds-denial-contradicted';
  if (types.has(rrType.SOA) && name.length > 0) return 'ds-denial-contradicted';
  return types.has(rrType.NS) ? 'unsigned-delegation' : 'no-cut';
}
