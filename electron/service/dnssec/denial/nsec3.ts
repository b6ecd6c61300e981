/** Denial by NSEC3 (RFC 5155 §8, RFC 6840 §4.1, RFC 9276). */
import { rrType } from '../../dns/codes.ts';
import { isSubdomainOf, wildcardOf } from '../../dns/name.ts';
import { absenceAt, delegationAt, isDelegation, isUnsignedDelegation } from './typeBits.ts';
import { unproven } from './verdicts.ts';
import type { DomainName } from '../../dns/types.ts';
import type { ValidationReason } from '../reasons.ts';
import type { HashParameters, Nsec3Hasher } from './nsec3Hash.ts';
import type { DelegationVerdict, DenialVerdict, ExpansionVerdict, ValidProof } from './verdicts.ts';

/** An NSEC3 record whose signature is valid. */
export interface ProvenNsec3 {
  readonly ownerHash: Uint8Array;
  readonly nextHash: Uint8Array;
  readonly optOut: boolean;
  readonly types: ReadonlySet<number>;
  readonly parameters: HashParameters;
  readonly proof: ValidProof;
}

export interface Nsec3Chain {
  readonly zone: DomainName;
  readonly records: readonly ProvenNsec3[];
  readonly hasher: Nsec3Hasher;
}

/** Thrown inside this file when hashing costs too much. */
class OverBudget extends Error {}

async function hashOf({ hasher }: Nsec3Chain, name: DomainName): Promise<Uint8Array> {
  const hash = await hasher.hash(name);
  if (hash === null) throw new OverBudget();
  return hash;
}

async function matching(chain: Nsec3Chain, name: DomainName): Promise<ProvenNsec3 | null> {
  const hash = await hashOf(chain, name);
  return chain.records.find((nsec3) => Buffer.compare(nsec3.ownerHash, hash) === 0) ?? null;
}

function isInGap({ ownerHash, nextHash }: ProvenNsec3, hash: Uint8Array): boolean {
  const isAfterOwner = Buffer.compare(ownerHash, hash) < 0;
  const isBeforeNext = Buffer.compare(hash, nextHash) < 0;
  const isLast = Buffer.compare(ownerHash, nextHash) >= 0;
  return isLast ? isAfterOwner || isBeforeNext : isAfterOwner && isBeforeNext;
}

async function covering(chain: Nsec3Chain, name: DomainName): Promise<ProvenNsec3 | null> {
  const hash = await hashOf(chain, name);
  return chain.records.find((nsec3) => isInGap(nsec3, hash)) ?? null;
}

interface Encloser {
  readonly name: DomainName;
  readonly record: ProvenNsec3;
  /** Covers the name one label longer, which so does not exist. */
  readonly nextCloser: ProvenNsec3;
}

/** RFC 5155 §8.3; `name` itself has no matching record. */
async function closestEncloser(
  chain: Nsec3Chain,
  name: DomainName,
): Promise<Encloser | 'unsigned-delegation' | ValidationReason> {
  for (let skipped = 1; name.length - skipped >= chain.zone.length; skipped += 1) {
    const candidate = name.slice(skipped);
    const record = await matching(chain, candidate);
    if (record === null) continue;
    if (isUnsignedDelegation(record.types)) return 'unsigned-delegation';
    if (isDelegation(record.types) || record.types.has(rrType.DNAME)) return 'denial-contradicted';
    const nextCloser = await covering(chain, name.slice(skipped - 1));
    return nextCloser === null ? 'denial-incomplete' : { name: candidate, record, nextCloser };
  }
  return 'denial-incomplete';
}

async function withinBudget<T>(prove: () => Promise<T>): Promise<T | ReturnType<typeof unproven>> {
  try {
    return await prove();
  } catch (error) {
    if (error instanceof OverBudget) return unproven('limit-nsec3');
    throw error;
  }
}

function insecure(
  reason: ValidationReason,
  denies: 'nodata' | 'nxdomain' | 'wildcard-nodata' | null,
  used: readonly ProvenNsec3[],
): DenialVerdict {
  const optOut = reason === 'denial-opt-out';
  return { kind: 'insecure', reason, denies, optOut, used: used.map(({ proof }) => proof) };
}

export function denyByNsec3(
  chain: Nsec3Chain,
  name: DomainName,
  type: number,
): Promise<DenialVerdict> {
  return withinBudget(async () => {
    if (!isSubdomainOf(name, chain.zone)) return unproven('denial-incomplete');
    const match = await matching(chain, name);
    if (match !== null) {
      const found = absenceAt(name, type, match.types);
      if (found === 'absent') return { kind: 'nodata', used: [match.proof] };
      if (found === 'contradicted') return unproven('denial-contradicted');
      return insecure('delegation-unsigned', null, [match]);
    }
    const encloser = await closestEncloser(chain, name);
    if (encloser === 'unsigned-delegation') return insecure('delegation-unsigned', null, []);
    if (typeof encloser === 'string') return unproven(encloser);
    return denyWildcard(chain, encloser, type);
  });
}

/** The name does not exist; what of the wildcard that could have stood in for it? */
async function denyWildcard(
  chain: Nsec3Chain,
  { name, record, nextCloser }: Encloser,
  type: number,
): Promise<DenialVerdict> {
  const wildcard = wildcardOf(name);
  const match = await matching(chain, wildcard);
  const found = match ?? (await covering(chain, wildcard));
  if (match !== null && absenceAt(wildcard, type, match.types) !== 'absent') {
    return unproven('denial-contradicted');
  }
  const used = [record, nextCloser, ...(found === null ? [] : [found])];
  const kind = match === null ? 'nxdomain' : 'wildcard-nodata';
  // RFC 5155 §6, §9.2: in an opt-out gap there may be a delegation without DS.
  if (nextCloser.optOut) return insecure('denial-opt-out', found === null ? 'nodata' : kind, used);
  if (found === null) return unproven('denial-incomplete');
  return { kind, used: used.map(({ proof }) => proof) };
}

/** Whether nothing exists between `name` and `encloser`, below whose `*` it was expanded (§8.8). */
export function allowExpansionByNsec3(
  chain: Nsec3Chain,
  name: DomainName,
  encloser: DomainName,
): Promise<ExpansionVerdict> {
  return withinBudget(async () => {
    const nextCloser = await covering(chain, name.slice(name.length - encloser.length - 1));
    if (nextCloser === null) return unproven('wildcard-unproven');
    const used = [nextCloser.proof];
    return nextCloser.optOut
      ? { kind: 'insecure', reason: 'denial-opt-out', optOut: true, used }
      : { kind: 'proven', used };
  });
}

/** RFC 5155 §8.6, §8.9. */
export function denyDelegationByNsec3(
  chain: Nsec3Chain,
  name: DomainName,
): Promise<DelegationVerdict> {
  return withinBudget(async () => {
    const match = await matching(chain, name);
    if (match !== null) {
      const found = delegationAt(name, match.types);
      const used = [match.proof];
      if (found === 'no-cut') return { kind: 'no-cut', used };
      if (found !== 'unsigned-delegation') return unproven(found);
      return { kind: 'insecure', reason: 'delegation-unsigned', optOut: false, used };
    }
    const encloser = await closestEncloser(chain, name);
    if (typeof encloser === 'string') return unproven('ds-denial-missing');
    const used = [encloser.record.proof, encloser.nextCloser.proof];
    return encloser.nextCloser.optOut
      ? { kind: 'insecure', reason: 'delegation-opt-out', optOut: true, used }
      : { kind: 'no-cut', used };
  });
}
