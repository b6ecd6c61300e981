/** Puts the links of an answer together: the worst status wins. */
import { cacheSecondsMax, aliasesMax } from './limits.ts';
import { recordsInChain } from './chaseAnswer.ts';
import { linkStatus } from './proveLink.ts';
import { worstStatus } from './status.ts';
import { earliest } from './zoneTrust.ts';
import { nameKey } from '../dns/name.ts';
import type { DnsAnswer, DnsFailure, DomainName } from '../dns/types.ts';
import type { AliasChain } from './createValidator.ts';
import type { Finding } from './proveData.ts';
import type { Link } from './proveLink.ts';
import type { ValidationReason } from './reasons.ts';
import type { ChainStep, SecurityStatus, ValidatedAnswer } from './types.ts';
import type { ZoneLink } from './zoneTrust.ts';

/** No answer came, or one that says nothing. */
export function undetermined(
  name: DomainName,
  type: number,
  why: {
    readonly reason: ValidationReason;
    readonly failure: DnsFailure | null;
    readonly answer: DnsAnswer | null;
  },
): ValidatedAnswer {
  const { reason, failure, answer } = why;
  return {
    name,
    type,
    status: 'indeterminate',
    reason,
    rcode: answer?.message.rcode ?? null,
    records: [],
    aliases: [],
    denial: null,
    chain: [],
    resolver: resolverSays(answer),
    failure: failure?.reason ?? (reason === 'cancelled' ? 'cancelled' : null),
    expires: null,
    ttl: 0,
    server: answer?.server ?? failure?.server ?? null,
    milliseconds: failure?.milliseconds ?? answer?.milliseconds ?? 0,
    evidence: { zones: [], data: [], denial: [] },
  };
}

function resolverSays(answer: DnsAnswer | null): ValidatedAnswer['resolver'] {
  return {
    ad: answer?.message.authenticData ?? false,
    rcode: answer?.message.rcode ?? null,
    extendedErrors: answer?.message.edns?.extendedErrors ?? [],
  };
}

export function conclude(
  name: DomainName,
  type: number,
  answer: DnsAnswer,
  { links, stopped, last }: AliasChain,
): ValidatedAnswer {
  const findings = links.flatMap((link) => link.findings);
  const { status, reason } = worst(findings, stopped);
  const end = links.at(-1);
  const isCutShort = stopped !== null || (end !== undefined && end.next !== null);
  const rest = isCutShort ? remainder(last, type, end) : [];
  const records = [...links.flatMap((link) => link.records), ...rest];
  const ttls = [...findings.map((finding) => finding.ttl), ...records.map((record) => record.ttl)];
  return {
    name,
    type,
    status,
    reason,
    rcode: end === undefined || isCutShort ? last.message.rcode : end.rcode,
    records,
    aliases: links.flatMap((link) =>
      link.alias === null ? [] : [{ ...link.alias, status: linkStatus(link).status }],
    ),
    denial: findings.at(-1)?.denial ?? null,
    chain: chainSteps(links),
    resolver: resolverSays(answer),
    failure: null,
    expires: earliest(...findings.map((finding) => finding.expires))?.toISOString() ?? null,
    ttl: Math.min(cacheSecondsMax, ...ttls),
    server: answer.server,
    milliseconds: answer.milliseconds,
    evidence: {
      zones: zonesOf(findings),
      data: findings.flatMap(({ verified }) => verified ?? []),
      denial: findings.at(-1)?.denialProofs ?? [],
    },
  };
}

function worst(
  findings: readonly Finding[],
  stopped: ValidationReason | null,
): { readonly status: SecurityStatus; readonly reason: ValidationReason | null } {
  const outcomes: { status: SecurityStatus; reason: ValidationReason | null }[] = [...findings];
  if (stopped !== null) outcomes.push({ status: 'indeterminate', reason: stopped });
  const status = worstStatus(outcomes.map((outcome) => outcome.status));
  return { status, reason: outcomes.find((outcome) => outcome.status === status)?.reason ?? null };
}

/** What the answer shows behind the link at which validation stopped. */
function remainder({ message, name }: AliasChain['last'], type: number, end: Link | undefined) {
  const from = end?.next ?? name;
  return recordsInChain(message, from, type, aliasesMax);
}

/** Each zone once, at its first use, then the link itself. */
function chainSteps(links: readonly Link[]): ChainStep[] {
  const shown = new Set<string>();
  const steps: ChainStep[] = [];
  for (const link of links) {
    const finding = linkStatus(link);
    for (const { zone, steps: zoneSteps } of finding.links) {
      const key = nameKey(zone);
      if (!shown.has(key)) steps.push(...zoneSteps);
      shown.add(key);
    }
    const { zone, status, reason } = finding;
    steps.push({ zone, step: link.step, result: status, reason: reason ?? warning(finding) });
  }
  return steps;
}

function warning({ verified }: Finding): ValidationReason | null {
  return verified?.proof?.ok === true && verified.proof.deprecated ? 'algorithm-deprecated' : null;
}

function zonesOf(findings: readonly Finding[]): ZoneLink[] {
  const zones = new Map<string, ZoneLink>();
  for (const { links } of findings) {
    for (const link of links) {
      const key = nameKey(link.zone);
      if (!zones.has(key)) zones.set(key, link);
    }
  }
  return [...zones.values()];
}
