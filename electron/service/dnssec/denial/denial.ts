/** Which of NSEC and NSEC3 proves a denial; what a zone signed with either or, in transition, both. */
import { allowExpansionByNsec, denyByNsec, denyDelegationByNsec } from './nsec.ts';
import { allowExpansionByNsec3, denyByNsec3, denyDelegationByNsec3 } from './nsec3.ts';
import { unproven } from './verdicts.ts';
import type { DomainName } from '../../dns/types.ts';
import type { ValidationReason } from '../reasons.ts';
import type { ProvenNsec } from './nsec.ts';
import type { Nsec3Chain } from './nsec3.ts';
import type { ProvenRecords } from './provenRecords.ts';
import type { DelegationVerdict, DenialVerdict, ExpansionVerdict } from './verdicts.ts';

export type ProofMethod = 'nsec' | 'nsec3';
type Unproven = { readonly kind: 'unproven'; readonly reason: ValidationReason };
type Proven<Verdict> = { readonly method: ProofMethod; readonly verdict: Verdict };

async function prove<Verdict extends { readonly kind: string }>(
  records: ProvenRecords,
  missing: ValidationReason,
  byNsec: (nsecs: readonly ProvenNsec[]) => Verdict | Unproven,
  byNsec3: (chain: Nsec3Chain) => Promise<Verdict | Unproven>,
): Promise<Proven<Verdict | Unproven>> {
  const nsec = records.nsecs.length > 0 ? byNsec(records.nsecs) : unproven(missing);
  if (nsec.kind !== 'unproven') return { method: 'nsec', verdict: nsec };
  if (records.nsec3 !== null) {
    return { method: 'nsec3', verdict: await byNsec3(records.nsec3) };
  }
  const { reason } = nsec as Unproven;
  return {
    method: 'nsec',
    verdict: unproven(records.nsecs.length > 0 ? reason : (records.rejected ?? reason)),
  };
}

const tooManyIterations = {
  kind: 'insecure',
  reason: 'nsec3-iterations',
  optOut: false,
  used: [],
} as const;

export async function proveDenial(
  records: ProvenRecords,
  name: DomainName,
  type: number,
): Promise<Proven<DenialVerdict>> {
  const proven = await prove<DenialVerdict>(
    records,
    'denial-missing',
    (nsecs) => denyByNsec(nsecs, name, type),
    (chain) => denyByNsec3(chain, name, type),
  );
  return proven.verdict.kind === 'unproven' && records.tooManyIterations
    ? { method: 'nsec3', verdict: { ...tooManyIterations, denies: null } }
    : proven;
}

export async function proveNoDelegation(
  records: ProvenRecords,
  name: DomainName,
): Promise<Proven<DelegationVerdict>> {
  const proven = await prove<DelegationVerdict>(
    records,
    'ds-denial-missing',
    (nsecs) => denyDelegationByNsec(nsecs, name),
    (chain) => denyDelegationByNsec3(chain, name),
  );
  return proven.verdict.kind === 'unproven' && records.tooManyIterations
    ? { method: 'nsec3', verdict: tooManyIterations }
    : proven;
}

export async function proveExpansion(
  records: ProvenRecords,
  name: DomainName,
  encloser: DomainName,
): Promise<Proven<ExpansionVerdict>> {
  const proven = await prove<ExpansionVerdict>(
    records,
    'wildcard-unproven',
    (nsecs) => allowExpansionByNsec(nsecs, name, encloser),
    (chain) => allowExpansionByNsec3(chain, name, encloser),
  );
  return proven.verdict.kind === 'unproven' && records.tooManyIterations
    ? { method: 'nsec3', verdict: tooManyIterations }
    : proven;
}
