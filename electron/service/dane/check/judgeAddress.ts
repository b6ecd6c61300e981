import type { AddressView, Finding, ProbeView, TraceEntry } from '../../../../shared/dane/check.ts';
import type { FindingCode } from '../../../../shared/dane/findings.ts';
import { worstVerdict } from '../../../../shared/dane/verdict.ts';
import type { Verdict } from '../../../../shared/dane/verdict.ts';
import type { ProbeResult } from '../../smtp/types.ts';
import { connectionEvidence } from './connectionEvidence.ts';
import type { ConnectionEvidence } from './connectionEvidence.ts';
import { finding } from './finding.ts';
import type { Where } from './finding.ts';
import { judgeProbe } from './judgeProbe.ts';
import type { JudgeContext, JudgedProbe } from './judgeProbe.ts';
import { expiresSoon, leafParams, mendedByRecord, sameLeaf } from './leafFacts.ts';
import { nameText } from './nameText.ts';
import { skippedCodes } from './probeHost.ts';
import type { ProbedAddress } from './probeHost.ts';
import { recordText } from './tlsaFindings.ts';

export interface AddressContext extends JudgeContext {
  readonly port: number;
  /** Connections to this port go nowhere from here, to whatever server. */
  readonly isPortBlocked: boolean;
  /** Zone lines that would mend what records can mend. */
  readonly fixes: readonly string[];
}

/** What the addresses of one host have in common. */
export interface Gathered {
  readonly findings: Finding[];
  readonly connections: ConnectionEvidence[];
  readonly trace: TraceEntry[];
  /** Records that a handshake matched, as text. */
  readonly matched: Set<string>;
  /** Chains that were held against the records. */
  verified: number;
}

export function hasWarning(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity !== 'info');
}

export function withWarnings(verdict: Verdict, warned: boolean): Verdict {
  return verdict === 'pass' && warned ? 'pass-with-warnings' : verdict;
}

/** Without DANE no client refuses anything: what is found then is for information. */
function note(
  code: FindingCode,
  where: Where,
  params: Finding['params'],
  { located, fixes }: AddressContext,
  into: Gathered,
): Finding {
  const records = mendedByRecord.has(code) ? fixes : [];
  const moot = located.verdict === 'no-dane' ? ({ severity: 'info' } as const) : {};
  const found = finding(code, where, { params, records, ...moot });
  into.findings.push(found);
  return found;
}

const connectionCodes: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'connection-timed-out',
  'connection-refused',
  'connection-failed',
]);

function probeView(
  ip: string,
  result: ProbeResult,
  judged: JudgedProbe,
  context: AddressContext,
  into: Gathered,
): ProbeView {
  const { located, port, names, at, isPortBlocked } = context;
  const host = nameText(located.name);
  const keyType = result.handshake?.keyType ?? null;
  const codes = judged.codes.map((code) =>
    isPortBlocked && connectionCodes.has(code) ? 'port-25-blocked-here' : code,
  );
  if (judged.verdict === 'pass' && expiresSoon(result, at)) codes.push('leaf-expires-soon');
  const distinct = [...new Set(codes)];
  const params = { ...leafParams(result, names), port };
  const found = distinct.map((code) => note(code, { host, ip, keyType }, params, context, into));
  const { verification } = judged;
  into.connections.push(connectionEvidence(host, ip, result, verification));
  if (verification !== null) into.verified += 1;
  for (const { record, matches } of verification?.records ?? []) {
    if (matches) into.matched.add(recordText(record));
  }
  const verdict = withWarnings(judged.verdict, hasWarning(found));
  into.trace.push({
    step: 'match',
    question: [`${ip}:${port}`, result.serverName ?? '-', keyType ?? '-'].join(' '),
    server: null,
    status: verdict,
    reason: verification?.reason ?? result.failure?.code ?? null,
    ms: 0,
  });
  return {
    keyType,
    sni: result.serverName,
    tls: result.handshake?.protocol ?? null,
    verdict,
    matched: judged.matched,
    findings: distinct,
  };
}

/** The handshake without SNI decides nothing: DANE clients send SNI (RFC 7672 §8.1). */
function withoutServerName(judged: JudgedProbe, result: ProbeResult): JudgedProbe | null {
  if (result.handshake === null) {
    if (result.failure?.phase !== 'tls' || result.failure.code === 'timed-out') return null;
    return { ...judged, verdict: 'pass-with-warnings', codes: ['sni-required'] };
  }
  if (judged.verdict !== 'fail') return { ...judged, codes: [] };
  return { ...judged, verdict: 'pass-with-warnings', codes: ['default-certificate-differs'] };
}

function comparedView(
  ip: string,
  plain: ProbeResult,
  probes: readonly ProbeResult[],
  views: readonly ProbeView[],
  context: AddressContext,
  into: Gathered,
): ProbeView[] {
  const twin = views[probes.findIndex((result) => sameLeaf(result, plain))];
  // The same certificate again is judged as before, and not complained of twice.
  if (twin !== undefined) return [{ ...twin, sni: null }];
  const compared = withoutServerName(judgeProbe(plain, context), plain);
  return compared === null ? [] : [probeView(ip, plain, compared, context, into)];
}

/** One address of a host: its handshakes, and the worst of them. */
export function judgeAddress(
  { ip, skipped, probes }: ProbedAddress,
  context: AddressContext,
  into: Gathered,
): AddressView {
  const { located } = context;
  const where = { host: nameText(located.name), ip };
  if (skipped !== null) {
    into.findings.push(finding(skippedCodes[skipped], where));
    return { ip, skipped, verdict: null, probes: [] };
  }
  if (probes === null) {
    if (located.verdict === null) note('time-limit', where, {}, context, into);
    return { ip, skipped, verdict: located.verdict ?? 'unreachable', probes: [] };
  }
  const views = probes.probes.map((result) =>
    probeView(ip, result, judgeProbe(result, context), context, into),
  );
  const plain = probes.withoutServerName;
  const compared =
    plain === null ? [] : comparedView(ip, plain, probes.probes, views, context, into);
  const keys = probes.untested.join(', ');
  const untested = keys === '' ? [] : [note('other-keys-untested', where, { keys }, context, into)];
  const all = [...views, ...compared];
  const worst = worstVerdict(all.map(({ verdict }) => verdict)) ?? 'unreachable';
  return {
    ip,
    skipped,
    verdict: located.verdict ?? withWarnings(worst, hasWarning(untested)),
    probes: all,
  };
}
