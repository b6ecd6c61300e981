/** One step of the chain of trust: the keys of an anchor, or the zone cut at a name, or its absence. */
import { rrType } from '../dns/codes.ts';
import { isSubdomainOf, namesEqual } from '../dns/name.ts';
import { keysOfDelegation, readDelegation, usableDelegation } from './delegation.ts';
import { proveExpansion, proveNoDelegation } from './denial/denial.ts';
import { provenRecords } from './denial/provenRecords.ts';
import { delegationRecordsMax, zoneKeysMax } from './limits.ts';
import { messageRrsets } from './rrset.ts';
import { verifyRrset } from './verifyRrset.ts';
import { zoneKeys } from './zoneKeys.ts';
import { earliest } from './zoneTrust.ts';
import type { Ds } from '../dns/rdata/parse.ts';
import type { DomainName, Message } from '../dns/types.ts';
import type { Answers } from './answers.ts';
import type { DelegationPolicy } from './delegation.ts';
import type { Inquiry } from './inquiry.ts';
import type { ValidationReason } from './reasons.ts';
import type { Rrset } from './rrset.ts';
import type { Skew } from './signatureTime.ts';
import type { ChainStep, SecurityStatus } from './types.ts';
import type { VerifyContext } from './verifyRrset.ts';
import type { ZoneKeys } from './zoneKeys.ts';
import type { BrokenTrust, SecureTrust, VerifiedRrset, ZoneLink, ZoneTrust } from './zoneTrust.ts';

export interface ZoneCutTools {
  readonly answers: Answers;
  readonly policy: DelegationPolicy;
  readonly skew: Skew;
  /** Iterations that are still hashed, for a zone with these keys. */
  readonly nsec3IterationsMax: (zone: ZoneKeys) => number;
}

export function verifyContext(
  zone: ZoneKeys,
  tools: ZoneCutTools,
  { now, budget }: Inquiry,
): VerifyContext & { readonly nsec3IterationsMax: number } {
  return { now, budget, skew: tools.skew, nsec3IterationsMax: tools.nsec3IterationsMax(zone) };
}

/** The shortest that a proof which failed or never expires is believed, in seconds. */
const noTtl = Number.MAX_SAFE_INTEGER;

function step(
  zone: DomainName,
  kind: ChainStep['step'],
  result: SecurityStatus,
  reason: ValidationReason | null,
): ChainStep {
  return { zone, step: kind, result, reason };
}

interface Progress {
  readonly zone: DomainName;
  readonly above: readonly ZoneLink[];
  readonly link: ZoneLink;
  readonly ttl: number;
  readonly expires: Date | null;
}

function broken(
  { zone, above, link, ttl, expires }: Progress,
  kind: ChainStep['step'],
  status: BrokenTrust['status'],
  reason: ValidationReason,
): BrokenTrust {
  const last = { ...link, steps: [...link.steps, step(zone, kind, status, reason)] };
  return { status, zone, reason, links: [...above, last], ttl, expires };
}

/** The keys of the zone of a trust anchor. `records`: its digests that are valid now. */
export async function proveAnchor(
  zone: DomainName,
  records: readonly Ds[],
  tools: ZoneCutTools,
  inquiry: Inquiry,
): Promise<ZoneTrust> {
  const link: ZoneLink = { zone, anchor: records, ds: null, denial: null, dnskey: null, steps: [] };
  const progress: Progress = { zone, above: [], link, ttl: noTtl, expires: null };
  if (records.length === 0) {
    return broken(progress, 'anchor', 'indeterminate', 'trust-anchor-expired');
  }
  const usable = usableDelegation(records, tools.policy);
  if (typeof usable === 'string') {
    return broken(progress, 'anchor', 'indeterminate', 'trust-anchor-unsupported');
  }
  const anchored = { ...link, steps: [step(zone, 'anchor', 'secure', null)] };
  return proveKeys({ ...progress, link: anchored }, usable, tools, inquiry);
}

/** The DNSKEY RRset, signed by a key that a DS record (or an anchor) stands for. */
async function proveKeys(
  progress: Progress,
  usable: readonly Ds[],
  tools: ZoneCutTools,
  inquiry: Inquiry,
): Promise<ZoneTrust> {
  const { zone, above, link } = progress;
  const asked = await tools.answers.ask(zone, rrType.DNSKEY, inquiry);
  if (!asked.ok) return broken(progress, 'dnskey', 'indeterminate', asked.reason);
  const rrset = messageRrsets(asked.answer.message).answers.find(
    ({ owner, type }) => type === rrType.DNSKEY && namesEqual(owner, zone),
  );
  if (rrset === undefined) return broken(progress, 'dnskey', 'bogus', 'dnskey-missing');
  const unverified = { ...progress, link: { ...link, dnskey: { rrset, proof: null } } };
  if (rrset.records.length > zoneKeysMax) {
    return broken(unverified, 'dnskey', 'bogus', 'limit-records');
  }
  const entry = keysOfDelegation(usable, rrset, tools.policy.suite);
  if (entry.keys.length === 0) return broken(unverified, 'dnskey', 'bogus', 'dnskey-not-matched');
  const proof = await verifyRrset(rrset, entry, verifyContext(entry, tools, inquiry));
  const dnskey: VerifiedRrset = { rrset, proof };
  const verified = { ...progress, link: { ...link, dnskey } };
  if (!proof.ok) return broken(verified, 'dnskey', 'bogus', proof.reason);
  const reason = proof.deprecated ? 'algorithm-deprecated' : null;
  const last = { ...link, dnskey, steps: [...link.steps, step(zone, 'dnskey', 'secure', reason)] };
  return {
    status: 'secure',
    keys: zoneKeys(rrset, tools.policy.suite),
    links: [...above, last],
    ttl: Math.min(progress.ttl, proof.ttl),
    expires: earliest(progress.expires, proof.expires),
  };
}

/**
 * What lies at `child`, a label below a name that `parent` holds: a signed zone, an unsigned one, or no
 * zone cut at all, in which case the parent's trust goes on.
 */
export async function proveCut(
  child: DomainName,
  parent: SecureTrust,
  tools: ZoneCutTools,
  inquiry: Inquiry,
): Promise<ZoneTrust> {
  const link: ZoneLink = {
    zone: child,
    anchor: null,
    ds: null,
    denial: null,
    dnskey: null,
    steps: [],
  };
  const { links: above, ttl, expires } = parent;
  const progress: Progress = { zone: child, above, link, ttl, expires };
  const asked = await tools.answers.ask(child, rrType.DS, inquiry);
  if (!asked.ok) return broken(progress, 'ds', 'indeterminate', asked.reason);
  const { message } = asked.answer;
  const answers = messageRrsets(message).answers;
  const ds = answers.find(({ owner, type }) => type === rrType.DS && namesEqual(owner, child));
  if (ds !== undefined) return followDelegation(progress, ds, parent, tools, inquiry);
  if (await isAlias(child, message, parent, tools, inquiry)) return parent;
  return denyCut(progress, message, parent, tools, inquiry);
}

async function followDelegation(
  progress: Progress,
  rrset: Rrset,
  parent: SecureTrust,
  tools: ZoneCutTools,
  inquiry: Inquiry,
): Promise<ZoneTrust> {
  const { link } = progress;
  const unverified = { ...progress, link: { ...link, ds: { rrset, proof: null } } };
  if (rrset.records.length > delegationRecordsMax) {
    return broken(unverified, 'ds', 'bogus', 'limit-records');
  }
  const proof = await verifyRrset(rrset, parent.keys, verifyContext(parent.keys, tools, inquiry));
  const signed = { ...link, ds: { rrset, proof } };
  if (!proof.ok) return broken({ ...progress, link: signed }, 'ds', 'bogus', proof.reason);
  if (proof.expandedFrom !== null) {
    return broken({ ...progress, link: signed }, 'ds', 'bogus', 'signature-labels');
  }
  const known: Progress = {
    ...progress,
    link: signed,
    ttl: Math.min(progress.ttl, proof.ttl),
    expires: earliest(progress.expires, proof.expires),
  };
  const usable = usableDelegation(readDelegation(rrset), tools.policy);
  if (usable === 'ds-malformed') return broken(known, 'ds', 'bogus', usable);
  if (typeof usable === 'string') return broken(known, 'ds', 'insecure', usable);
  const reason = proof.deprecated ? 'algorithm-deprecated' : null;
  const delegated = { ...signed, steps: [step(progress.zone, 'ds', 'secure', reason)] };
  return proveKeys({ ...known, link: delegated }, usable, tools, inquiry);
}

/**
 * A name that is an alias, or lies below a DNAME, is no zone cut: nothing else may stand beside a CNAME
 * (RFC 1034 §3.6.2), nothing below a DNAME (RFC 6672 §2.4).
 */
async function isAlias(
  child: DomainName,
  message: Message,
  parent: SecureTrust,
  tools: ZoneCutTools,
  inquiry: Inquiry,
): Promise<boolean> {
  const context = verifyContext(parent.keys, tools, inquiry);
  for (const rrset of messageRrsets(message).answers) {
    const isCname = rrset.type === rrType.CNAME && namesEqual(rrset.owner, child);
    const isDname =
      rrset.type === rrType.DNAME &&
      rrset.owner.length < child.length &&
      isSubdomainOf(child, rrset.owner);
    if (!isCname && !isDname) continue;
    const proof = await verifyRrset(rrset, parent.keys, context);
    if (!proof.ok) continue;
    if (proof.expandedFrom === null) return true;
    if (!isCname) continue;
    const records = await provenRecords(messageRrsets(message).authorities, parent.keys, context);
    const { verdict } = await proveExpansion(records, child, proof.expandedFrom);
    if (verdict.kind === 'proven') return true;
  }
  return false;
}

async function denyCut(
  progress: Progress,
  message: Message,
  parent: SecureTrust,
  tools: ZoneCutTools,
  inquiry: Inquiry,
): Promise<ZoneTrust> {
  const records = await provenRecords(
    messageRrsets(message).authorities,
    parent.keys,
    verifyContext(parent.keys, tools, inquiry),
  );
  const { method, verdict } = await proveNoDelegation(records, progress.zone);
  if (verdict.kind === 'unproven') return broken(progress, 'ds', 'bogus', verdict.reason);
  const ttl = Math.min(progress.ttl, ...verdict.used.map((proof) => proof.ttl));
  const expires = earliest(progress.expires, ...verdict.used.map((proof) => proof.expires));
  if (verdict.kind === 'no-cut') return { ...parent, ttl, expires: parent.expires };
  const { optOut, used } = verdict;
  const link = { ...progress.link, denial: { method, optOut, used } };
  return broken({ ...progress, link, ttl, expires }, 'ds', 'insecure', verdict.reason);
}
