/** Whether data of an answer, or their absence, are proven: the zone is found, then its keys tell. */
import { rrType } from '../dns/codes.ts';
import { isSubdomainOf, nameKey, namesEqual, parentName } from '../dns/name.ts';
import { proveDenial, proveExpansion } from './denial/denial.ts';
import { isDenialType, provenRecords } from './denial/provenRecords.ts';
import { messageRrsets } from './rrset.ts';
import { verifyRrset } from './verifyRrset.ts';
import { verifyContext } from './zoneCut.ts';
import { earliest } from './zoneTrust.ts';
import type { DomainName, Message } from '../dns/types.ts';
import type { ProofMethod } from './denial/denial.ts';
import type { DenialVerdict, ValidProof } from './denial/verdicts.ts';
import type { Inquiry } from './inquiry.ts';
import type { ValidationReason } from './reasons.ts';
import type { Rrset } from './rrset.ts';
import type { TrustWalk } from './trustWalk.ts';
import type { Denial, SecurityStatus } from './types.ts';
import type { ZoneCutTools } from './zoneCut.ts';
import type { BrokenTrust, SecureTrust, VerifiedRrset, ZoneLink, ZoneTrust } from './zoneTrust.ts';

export interface DataTools extends ZoneCutTools {
  readonly walk: TrustWalk;
}

/** What is proven of one RRset, or of the absence of one. */
export interface Finding {
  readonly status: SecurityStatus;
  readonly reason: ValidationReason | null;
  /** The zone that answers for it, or the delegation at which the chain ends. */
  readonly zone: DomainName;
  readonly links: readonly ZoneLink[];
  readonly verified: VerifiedRrset | null;
  readonly denial: Denial | null;
  /** The records that `denial` rests on, where the zone of the data itself has them. */
  readonly denialProofs: readonly ValidProof[];
  readonly ttl: number;
  readonly expires: Date | null;
}

/** An answer of two zones in transition may carry signatures of both; more signers are noise. */
const signersMax = 3;

function fromTrust(trust: BrokenTrust): Finding {
  const { status, reason, zone, links, ttl, expires } = trust;
  const proof = links.at(-1)?.denial ?? null;
  const denial: Denial | null =
    proof === null ? null : { kind: 'no-ds', proof: proof.method, optOut: proof.optOut };
  return { status, reason, zone, links, verified: null, denial, denialProofs: [], ttl, expires };
}

function fromSecure(trust: SecureTrust): Finding {
  return {
    status: 'secure',
    reason: null,
    zone: trust.keys.zone,
    links: trust.links,
    verified: null,
    denial: null,
    denialProofs: [],
    ttl: trust.ttl,
    expires: trust.expires,
  };
}

function bogus(trust: SecureTrust, reason: ValidationReason, verified: VerifiedRrset | null) {
  return { ...fromSecure(trust), status: 'bogus', reason, verified } satisfies Finding;
}

function withProofs(finding: Finding, proofs: readonly ValidProof[]): Finding {
  return {
    ...finding,
    ttl: Math.min(finding.ttl, ...proofs.map((proof) => proof.ttl)),
    expires: earliest(finding.expires, ...proofs.map((proof) => proof.expires)),
  };
}

/** Zones that claim to have signed, the deepest first: at or above `name`, for DS strictly above. */
function claimedSigners(rrsets: readonly Rrset[], name: DomainName, type: number): DomainName[] {
  const signers = new Map<string, DomainName>();
  for (const { signatures } of rrsets) {
    for (const { signer } of signatures) {
      const isAbove = isSubdomainOf(name, signer) && mayHold(signer, name, type);
      if (isAbove) signers.set(nameKey(signer), signer);
    }
  }
  return [...signers.values()].sort((a, b) => b.length - a.length).slice(0, signersMax);
}

/** The DS of a name belongs to its parent (RFC 4035 §2.4), but for the root, which has none. */
function mayHold(zone: DomainName, name: DomainName, type: number): boolean {
  return type !== rrType.DS || zone.length < name.length || name.length === 0;
}

/** The name whose zone holds `type` at `name`. */
function holder(name: DomainName, type: number): DomainName {
  return type === rrType.DS ? (parentName(name) ?? name) : name;
}

/**
 * When no claimed signer's keys proved anything: `failed` tells what was found wrong, the zone of the
 * name whether signatures were due at all.
 */
async function withoutProof(
  name: DomainName,
  type: number,
  failed: Finding | null,
  otherwise: ValidationReason,
  tools: DataTools,
  inquiry: Inquiry,
): Promise<Finding> {
  const trust = await tools.walk.trustAt(holder(name, type), inquiry);
  if (trust.status === 'insecure') return fromTrust(trust);
  if (failed !== null && failed.reason !== 'no-trust-anchor') return failed;
  if (trust.status !== 'secure') return fromTrust(trust);
  return bogus(trust, failed === null ? otherwise : 'signature-signer', null);
}

/** Trust in a zone that claims to be one; a name that is no zone of its own is no signer. */
function asSigner(trust: ZoneTrust, signer: DomainName): SecureTrust | Finding {
  if (trust.status !== 'secure') return fromTrust(trust);
  return namesEqual(trust.keys.zone, signer) ? trust : bogus(trust, 'signature-signer', null);
}

function isTrust(value: SecureTrust | Finding): value is SecureTrust {
  return 'keys' in value;
}

/** Proofs stand in the authority section; answers to ANY hold the name's NSEC in the answer section. */
function everySection(message: Message): Rrset[] {
  const { answers, authorities } = messageRrsets(message);
  return [...authorities, ...answers];
}

/** An RRset of an answer, with the proof that it may be expanded from a wildcard, where it is. */
export async function proveRrset(
  rrset: Rrset,
  message: Message,
  tools: DataTools,
  inquiry: Inquiry,
): Promise<Finding> {
  const { owner, type } = rrset;
  let failed: Finding | null = null;
  for (const signer of claimedSigners([rrset], owner, type)) {
    const trust = asSigner(await tools.walk.trustAt(signer, inquiry), signer);
    if (!isTrust(trust)) {
      failed ??= trust;
      continue;
    }
    const proof = await verifyRrset(rrset, trust.keys, verifyContext(trust.keys, tools, inquiry));
    const verified = { rrset, proof };
    if (!proof.ok) {
      failed ??= bogus(trust, proof.reason, verified);
      continue;
    }
    const finding = withProofs({ ...fromSecure(trust), verified }, [proof]);
    return proof.expandedFrom === null
      ? { ...finding, reason: null }
      : proveWildcard(finding, proof.expandedFrom, trust, message, tools, inquiry);
  }
  return withoutProof(owner, type, failed, 'signature-missing', tools, inquiry);
}

async function proveWildcard(
  finding: Finding,
  encloser: DomainName,
  trust: SecureTrust,
  message: Message,
  tools: DataTools,
  inquiry: Inquiry,
): Promise<Finding> {
  const { verified } = finding;
  if (verified === null) return finding;
  const sections = everySection(message);
  const context = verifyContext(trust.keys, tools, inquiry);
  const records = await provenRecords(sections, trust.keys, context);
  const { method, verdict } = await proveExpansion(records, verified.rrset.owner, encloser);
  if (verdict.kind === 'unproven') return bogus(trust, verdict.reason, verified);
  const optOut = verdict.kind === 'insecure' && verdict.optOut;
  const proven = { ...withProofs(finding, verdict.used), denialProofs: verdict.used };
  const denial: Denial = { kind: 'wildcard', proof: method, optOut };
  return verdict.kind === 'insecure'
    ? { ...proven, status: 'insecure', reason: verdict.reason, denial }
    : { ...proven, denial };
}

/** That `name` has no `type`, or does not exist. */
export async function proveAbsence(
  name: DomainName,
  type: number,
  message: Message,
  tools: DataTools,
  inquiry: Inquiry,
): Promise<Finding> {
  const sections = everySection(message);
  const denials = sections.filter((rrset) => isDenialType(rrset.type));
  let failed: Finding | null = null;
  for (const signer of claimedSigners(denials, name, type)) {
    const trust = asSigner(await tools.walk.trustAt(signer, inquiry), signer);
    if (!isTrust(trust)) {
      failed ??= trust;
      continue;
    }
    const context = verifyContext(trust.keys, tools, inquiry);
    const records = await provenRecords(denials, trust.keys, context);
    const { method, verdict } = await proveDenial(records, name, type);
    if (verdict.kind === 'unproven') failed ??= bogus(trust, verdict.reason, null);
    else return denied(trust, type, method, verdict);
  }
  return withoutProof(name, type, failed, 'denial-missing', tools, inquiry);
}

type Proven = Exclude<DenialVerdict, { readonly kind: 'unproven' }>;

function denied(trust: SecureTrust, type: number, method: ProofMethod, verdict: Proven): Finding {
  const proven = withProofs(fromSecure(trust), verdict.used);
  const finding = { ...proven, denialProofs: verdict.used };
  const optOut = verdict.kind === 'insecure' && verdict.optOut;
  const denied = verdict.kind === 'insecure' ? verdict.denies : verdict.kind;
  const isNoDs = denied === null || (denied === 'nodata' && type === rrType.DS);
  const denial: Denial | null =
    verdict.kind === 'insecure' && verdict.reason === 'nsec3-iterations'
      ? null
      : { kind: isNoDs ? 'no-ds' : denied, proof: method, optOut };
  return verdict.kind === 'insecure'
    ? { ...finding, status: 'insecure', reason: verdict.reason, denial }
    : { ...finding, denial };
}
