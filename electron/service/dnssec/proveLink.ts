/** One link of an answer: an alias and where it leads, or the data (or their absence) at its end. */
import { assertNever } from '../../../shared/assertNever.ts';
import { rcode, rrType } from '../dns/codes.ts';
import { isSubdomainOf, nameWire, namesEqual } from '../dns/name.ts';
import { parseRrsig } from '../dns/rdata/parse.ts';
import { aliasRecords, chaseMessage, isSynthesis } from './chaseAnswer.ts';
import { proveAbsence, proveRrset } from './proveData.ts';
import { worstStatus } from './status.ts';
import type { DomainName, Message, ResourceRecord } from '../dns/types.ts';
import type { Chased } from './chaseAnswer.ts';
import type { Inquiry } from './inquiry.ts';
import type { DataTools, Finding } from './proveData.ts';
import type { ValidationReason } from './reasons.ts';
import type { Rrset } from './rrset.ts';

export interface Link {
  readonly step: 'answer' | 'cname' | 'dname';
  /** One, but for ANY. */
  readonly findings: readonly Finding[];
  readonly records: readonly ResourceRecord[];
  readonly alias: {
    readonly owner: DomainName;
    readonly target: DomainName;
    readonly kind: 'cname' | 'dname';
  } | null;
  /** Where to go on; `null`: here the chain ends. */
  readonly next: DomainName | null;
  /** Meaningful at the end of the chain. */
  readonly rcode: number;
}

/** `isOwn`: the message answers the question for this name, not for an alias that led here. */
export async function proveLink(
  name: DomainName,
  type: number,
  message: Message,
  isOwn: boolean,
  tools: DataTools,
  inquiry: Inquiry,
): Promise<Link> {
  const found = chaseMessage(message, name, type);
  if (type === rrType.RRSIG && found.kind === 'nothing') {
    const link = await provenSignatures(name, message, tools, inquiry);
    if (link !== null) return link;
  }
  switch (found.kind) {
    case 'data':
      return dataLink(found.rrsets, message, tools, inquiry);
    case 'cname':
    case 'dname':
      return aliasLink(name, type, found, message, tools, inquiry);
    case 'nothing':
      return absenceLink(name, type, message, isOwn, tools, inquiry);
    default:
      return assertNever(found, 'what an answer holds');
  }
}

async function dataLink(
  rrsets: readonly Rrset[],
  message: Message,
  tools: DataTools,
  inquiry: Inquiry,
): Promise<Link> {
  const findings = await Promise.all(
    rrsets.map((rrset) => proveRrset(rrset, message, tools, inquiry)),
  );
  const records = rrsets.flatMap((rrset) => rrset.records);
  return { step: 'answer', findings, records, alias: null, next: null, rcode: rcode.NOERROR };
}

/** Signatures are not signed themselves (RFC 4035 §2.2). */
async function provenSignatures(
  name: DomainName,
  message: Message,
  tools: DataTools,
  inquiry: Inquiry,
): Promise<Link | null> {
  const records = message.answers.filter(
    (record) => record.type === rrType.RRSIG && namesEqual(record.owner, name),
  );
  const [first] = records;
  if (first === undefined) return null;
  const signer = parseRrsig(first.rdata)?.signer;
  const isAbove = signer !== undefined && isSubdomainOf(name, signer);
  const trust = await tools.walk.trustAt(isAbove ? signer : name, inquiry);
  const { links, ttl, expires } = trust;
  const finding: Finding = {
    status: trust.status === 'secure' ? 'insecure' : trust.status,
    reason: trust.status === 'secure' ? 'signatures-not-signed' : trust.reason,
    zone: trust.status === 'secure' ? trust.keys.zone : trust.zone,
    links,
    verified: null,
    denial: null,
    denialProofs: [],
    ttl,
    expires,
  };
  const rest = { alias: null, next: null, rcode: rcode.NOERROR };
  return { step: 'answer', findings: [finding], records, ...rest };
}

function failed(finding: Finding, reason: ValidationReason): Finding {
  return { ...finding, status: 'bogus', reason };
}

/** What else than its signature can be wrong with a secure alias. */
function aliasProblem(found: Extract<Chased, { kind: 'cname' | 'dname' }>, finding: Finding) {
  if (found.target === null) return 'record-malformed';
  if (found.kind === 'cname') return null;
  const { proof } = finding.verified ?? { proof: null };
  // What a wildcard DNAME means is not defined (RFC 4592 §4.4, RFC 6672 §3.3).
  if (proof?.ok === true && proof.expandedFrom !== null) return 'dname-wildcard';
  const { synthesized, target } = found;
  return synthesized !== null && !isSynthesis(synthesized, target) ? 'dname-mismatch' : null;
}

async function aliasLink(
  name: DomainName,
  type: number,
  found: Extract<Chased, { kind: 'cname' | 'dname' }>,
  message: Message,
  tools: DataTools,
  inquiry: Inquiry,
): Promise<Link> {
  const proven = await proveRrset(found.rrset, message, tools, inquiry);
  const problem = aliasProblem(found, proven);
  const isBroken = problem !== null && (proven.status === 'secure' || found.target === null);
  const finding = isBroken ? failed(proven, problem) : proven;
  const { target, kind } = found;
  const step = kind;
  if (target === null) {
    const rest = { alias: null, next: null, rcode: message.rcode };
    return { step, findings: [finding], records: aliasRecords(found), ...rest };
  }
  if (target === 'too-long') {
    const isSecure = finding.status === 'secure';
    const end: Finding = isSecure
      ? { ...finding, status: 'insecure', reason: 'alias-too-long' }
      : finding;
    const rest = { alias: null, next: null, rcode: rcode.YXDOMAIN };
    return { step, findings: [end], records: aliasRecords(found), ...rest };
  }
  const records =
    found.kind === 'dname' && found.synthesized === null
      ? [...found.rrset.records, synthesize(name, target, found.rrset)]
      : aliasRecords(found);
  // A question for the alias itself, or for everything, ends with what a DNAME makes of it.
  const isAsked = type === rrType.CNAME || type === rrType.ANY;
  const isEnd = isAsked && message.rcode !== rcode.NXDOMAIN;
  return {
    step,
    findings: [finding],
    records,
    alias: { owner: found.rrset.owner, target, kind },
    next: isEnd ? null : target,
    rcode: rcode.NOERROR,
  };
}

function synthesize(owner: DomainName, target: DomainName, dname: Rrset): ResourceRecord {
  const [record] = dname.records;
  return {
    owner,
    type: rrType.CNAME,
    class: record?.class ?? 1,
    ttl: dname.ttl,
    rdata: nameWire(target),
  };
}

async function absenceLink(
  name: DomainName,
  type: number,
  message: Message,
  isOwn: boolean,
  tools: DataTools,
  inquiry: Inquiry,
): Promise<Link> {
  const proven = await proveAbsence(name, type, message, tools, inquiry);
  const kind = proven.denial?.kind;
  const isSecure = proven.status === 'secure';
  // An answer that says "no such type" with the proof of "no such name" contradicts itself. The other
  // way round it is the old mistake with empty non-terminals (RFC 8020 §1), and the proof decides.
  const finding =
    isSecure && kind === 'nxdomain' && message.rcode === rcode.NOERROR && isOwn
      ? failed(proven, 'denial-contradicted')
      : proven;
  const provenRcode = kind === 'nxdomain' ? rcode.NXDOMAIN : rcode.NOERROR;
  const rest = { alias: null, next: null, rcode: isSecure ? provenRcode : message.rcode };
  return { step: 'answer', findings: [finding], records: [], ...rest };
}

/** The worst of a link's findings. */
export function linkStatus({ findings }: Link): Finding {
  const [first, ...others] = findings;
  if (first === undefined) throw new Error('a link has a finding');
  return others.reduce(
    (worst, finding) =>
      worstStatus([worst.status, finding.status]) === worst.status ? worst : finding,
    first,
  );
}
