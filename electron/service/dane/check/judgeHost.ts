import type { Finding, HostView, TlsaView, TraceEntry } from '../../../../shared/dane/check.ts';
import { worstVerdict } from '../../../../shared/dane/verdict.ts';
import type { Verdict } from '../../../../shared/dane/verdict.ts';
import { judgeRecords } from '../match/judgeRecords.ts';
import { connectionsOf } from './connectionEvidence.ts';
import type { ConnectionEvidence } from './connectionEvidence.ts';
import { exchangeOnlineHost } from './exchangeOnline.ts';
import { finding } from './finding.ts';
import { hasWarning, judgeAddress, withWarnings } from './judgeAddress.ts';
import type { Gathered } from './judgeAddress.ts';
import type { JudgeContext } from './judgeProbe.ts';
import { mendedByRecord, recordsOfLeaves } from './leafFacts.ts';
import { nameText } from './nameText.ts';
import type { ProbedAddress } from './probeHost.ts';
import {
  recordFindings,
  recordText,
  signatureFindings,
  staleCombinations,
} from './tlsaFindings.ts';

export interface JudgeHostInput extends JudgeContext {
  readonly preference: number | null;
  readonly port: number;
  readonly probed: readonly ProbedAddress[];
  /** Connections to this port go nowhere from here, to whatever server. */
  readonly isPortBlocked: boolean;
}

export interface JudgedHost {
  readonly view: HostView;
  readonly findings: readonly Finding[];
  readonly connections: readonly ConnectionEvidence[];
  readonly chains: readonly (readonly Uint8Array[])[];
  /** What was concluded of each connection. */
  readonly trace: readonly TraceEntry[];
}

function exchangeFindings(host: string, hasTlsa: boolean): Finding[] {
  const kind = exchangeOnlineHost(host);
  if (kind === null) return [];
  if (kind === 'legacy') return [finding('exchange-online-legacy-host', { host })];
  return [finding(hasTlsa ? 'exchange-online-host' : 'exchange-online-not-enabled', { host })];
}

function staleFindings(host: string, tlsa: readonly TlsaView[], fixes: readonly string[]) {
  return staleCombinations(tlsa).map(({ record }) => {
    const params = { record: recordText(record).slice(0, 40) };
    return finding('tlsa-combination-stale', { host }, { params, records: fixes });
  });
}

/** What is said of the host itself, not of one of its addresses. */
function hostFindings(
  { located, port, at }: JudgeHostInput,
  tlsa: readonly TlsaView[],
  passes: boolean,
  fixes: readonly string[],
): Finding[] {
  const host = nameText(located.name);
  const base = located.base === null ? host : nameText(located.base);
  const params = { host, port, base };
  const isUnusable = located.verdict === null && !tlsa.some(({ usable }) => usable);
  const count = located.addressesLeftOut;
  return [
    ...located.findings.map((code) =>
      finding(code, { host }, { params, records: mendedByRecord.has(code) ? fixes : [] }),
    ),
    ...(count > 0 ? [finding('address-too-many', { host }, { params: { count } })] : []),
    ...(isUnusable ? [finding('tlsa-unusable', { host }, { params, records: fixes })] : []),
    ...recordFindings(host, tlsa, located.tlsaAnswer),
    ...signatureFindings(host, located.answers, at),
    ...(passes ? staleFindings(host, tlsa, fixes) : []),
    ...exchangeFindings(host, tlsa.length > 0),
  ];
}

/** One host under the names of one domain. */
export function judgeHost(input: JudgeHostInput): JudgedHost {
  const { located, probed, service, digests } = input;
  const fixes = recordsOfLeaves(located, input.port, probed);
  const into: Gathered = {
    findings: [],
    connections: [],
    trace: [],
    matched: new Set(),
    verified: 0,
  };
  const context = { ...input, fixes };
  const addresses = probed.map((address) => judgeAddress(address, context, into));
  const tlsa: TlsaView[] = judgeRecords(located.tlsa, service, digests).map((judged) => ({
    ...judged,
    matches: into.verified === 0 ? null : into.matched.has(recordText(judged.record)),
  }));
  const children: Verdict =
    worstVerdict(addresses.flatMap(({ verdict }) => verdict ?? [])) ?? 'unreachable';
  const passes = children === 'pass' || children === 'pass-with-warnings';
  const own = hostFindings(input, tlsa, passes, fixes);
  const skipped = into.findings.filter(({ code }) => code.startsWith('address-'));
  const atHost = [...own, ...into.findings.filter(({ where }) => where.keyType === null)];
  return {
    view: {
      name: nameText(located.name),
      preference: input.preference,
      addressStatus: located.addressStatus,
      addressStatuses: located.addressStatuses,
      tlsaBase: located.base === null ? null : nameText(located.base),
      tlsaStatus: located.tlsaStatus,
      tlsa,
      verdict: located.verdict ?? withWarnings(children, hasWarning([...own, ...skipped])),
      findings: [...new Set(atHost.map(({ code }) => code))],
      addresses,
    },
    findings: [...own, ...into.findings],
    connections: into.connections,
    chains: probed.flatMap(({ probes }) =>
      (probes === null ? [] : connectionsOf(probes)).flatMap(({ handshake }) =>
        handshake === null ? [] : [handshake.chain],
      ),
    ),
    trace: into.trace,
  };
}
