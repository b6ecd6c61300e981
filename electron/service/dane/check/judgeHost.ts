import type {
  AddressView,
  Finding,
  HostView,
  KeyType,
  ProbeView,
  TlsaView,
  TraceEntry,
} from '../../../../shared/dane/check.ts';
import type { FindingCode } from '../../../../shared/dane/findings.ts';
import { worstVerdict } from '../../../../shared/dane/verdict.ts';
import type { Verdict } from '../../../../shared/dane/verdict.ts';
import { plainText } from '../../smtp/transcript.ts';
import type { ProbeResult } from '../../smtp/types.ts';
import { chainCertificateOf } from '../match/chainCertificate.ts';
import { judgeRecords } from '../match/judgeRecords.ts';
import { connectionEvidence } from './connectionEvidence.ts';
import type { ConnectionEvidence } from './connectionEvidence.ts';
import { exchangeOnlineHost } from './exchangeOnline.ts';
import { finding } from './finding.ts';
import type { Where } from './finding.ts';
import { judgeProbe } from './judgeProbe.ts';
import type { JudgeContext, JudgedProbe } from './judgeProbe.ts';
import { nameText } from './nameText.ts';
import { skippedCodes } from './probeHost.ts';
import type { ProbedAddress } from './probeHost.ts';
import {
  recordFindings,
  recordText,
  signatureFindings,
  staleCombinations,
} from './tlsaFindings.ts';
import { tlsaOwner } from './locateHost.ts';

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

const leafTimeLeft = 7 * 86_400_000;

interface Gathered {
  readonly findings: Finding[];
  readonly connections: ConnectionEvidence[];
  readonly trace: TraceEntry[];
  readonly matched: Set<string>;
  verified: number;
}

function hasWarning(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity !== 'info');
}

function withWarnings(verdict: Verdict | null, warned: boolean): Verdict | null {
  return verdict === 'pass' && warned ? 'pass-with-warnings' : verdict;
}

/** Records that would make the server pass as it is: one for each key that it shows. */
function recordsOfLeaves({ located, port, probed }: JudgeHostInput): string[] {
  const owner = tlsaOwner(port, located.base ?? located.name);
  if (owner === null || exchangeOnlineHost(nameText(located.name)) !== null) return [];
  const digests = probed.flatMap(({ probes }) =>
    (probes?.probes ?? []).flatMap(({ handshake }) => {
      const [leaf] = handshake?.chain ?? [];
      const certificate = leaf === undefined ? null : chainCertificateOf(leaf);
      return certificate === null ? [] : [certificate.associations.publicKey.sha256];
    }),
  );
  return [...new Set(digests)].map((digest) => `${nameText(owner)}. IN TLSA 3 1 1 ${digest}`);
}

/** What a record could mend. */
const mendedByRecord: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'tlsa-absent',
  'tlsa-unusable',
  'tlsa-no-match',
  'tlsa-weaker-digest-only',
  'tlsa-anchor-is-leaf',
  'tlsa-combination-stale',
  'anchor-not-sent',
]);

function leafParams(result: ProbeResult, names: readonly string[]): Finding['params'] {
  const [der] = result.handshake?.chain ?? [];
  const certificate = der === undefined ? null : chainCertificateOf(der);
  return {
    names: names.join(', '),
    presented:
      plainText(
        certificate?.parsed.extensions.subjectAlternativeNames
          .map(({ value }) => value)
          .slice(0, 5)
          .join(', ') ||
          certificate?.parsed.subject.commonName ||
          '',
      ) || '–',
    notBefore: certificate?.parsed.notBefore ?? '',
    notAfter: certificate?.parsed.notAfter ?? '',
    detail: result.failure?.detail ?? '',
  };
}

function expiresSoon(result: ProbeResult, at: Date): boolean {
  const [der] = result.handshake?.chain ?? [];
  const end = der === undefined ? null : (chainCertificateOf(der)?.parsed.notAfter ?? null);
  if (end === null) return false;
  const left = Date.parse(end) - at.getTime();
  return left >= 0 && left < leafTimeLeft;
}

function leafOf({ handshake }: ProbeResult): Uint8Array | undefined {
  return handshake?.chain[0];
}

function sameLeaf(a: ProbeResult, b: ProbeResult): boolean {
  const [left, right] = [leafOf(a), leafOf(b)];
  return left !== undefined && right !== undefined && Buffer.compare(left, right) === 0;
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

function judgeAddress(
  address: ProbedAddress,
  input: JudgeHostInput,
  fixes: readonly string[],
  into: Gathered,
): AddressView {
  const { located, port } = input;
  const host = nameText(located.name);
  const { ip, skipped, probes } = address;
  const note = (code: FindingCode, where: Where, params: Finding['params'] = {}): Finding => {
    const records = mendedByRecord.has(code) ? fixes : [];
    const isMoot = located.verdict === 'no-dane';
    const found = finding(code, where, {
      params,
      records,
      ...(isMoot ? { severity: 'info' } : {}),
    });
    into.findings.push(found);
    return found;
  };
  if (skipped !== null) {
    into.findings.push(finding(skippedCodes[skipped], { host, ip }));
    return { ip, skipped, verdict: null, probes: [] };
  }
  if (probes === null) {
    if (located.verdict === null) note('time-limit', { host, ip });
    return { ip, skipped, verdict: located.verdict ?? 'unreachable', probes: [] };
  }

  const view = (result: ProbeResult, judged: JudgedProbe): ProbeView => {
    const keyType: KeyType | null = result.handshake?.keyType ?? null;
    const where = { host, ip, keyType };
    const codes = judged.codes.map((code) =>
      code === 'connection-timed-out' || code === 'connection-refused'
        ? input.isPortBlocked
          ? 'port-25-blocked-here'
          : code
        : code,
    );
    if (judged.verdict === 'pass' && expiresSoon(result, input.at)) codes.push('leaf-expires-soon');
    const params = { ...leafParams(result, input.names), port };
    const found = codes.map((code) => note(code, where, params));
    into.connections.push(connectionEvidence(host, ip, result, judged.verification));
    if (judged.verification !== null) into.verified += 1;
    for (const { record, matches } of judged.verification?.records ?? []) {
      if (matches) into.matched.add(recordText(record));
    }
    const verdict = withWarnings(judged.verdict, hasWarning(found)) ?? judged.verdict;
    into.trace.push({
      step: 'match',
      question: `${ip}:${port} ${result.serverName ?? '-'}${keyType === null ? '' : ` ${keyType}`}`,
      server: null,
      status: verdict,
      reason: judged.verification?.reason ?? result.failure?.code ?? null,
      ms: 0,
    });
    return {
      keyType,
      sni: result.serverName,
      tls: result.handshake?.protocol ?? null,
      verdict,
      matched: judged.matched,
      findings: [...new Set(codes)],
    };
  };

  const views = probes.probes.map((result) => view(result, judgeProbe(result, input)));
  const plain = probes.withoutServerName;
  if (plain !== null) {
    const twin = probes.probes.findIndex((result) => sameLeaf(result, plain));
    const shown = views[twin];
    const compared = withoutServerName(judgeProbe(plain, input), plain);
    // The same certificate again is judged as before, and not complained of twice.
    if (shown !== undefined) views.push({ ...shown, sni: null });
    else if (compared !== null) views.push(view(plain, compared));
  }
  const untested =
    probes.untested.length === 0
      ? []
      : [note('other-keys-untested', { host, ip }, { keys: probes.untested.join(', ') })];
  const verdict = worstVerdict(views.map((probe) => probe.verdict));
  return {
    ip,
    skipped,
    verdict: located.verdict ?? withWarnings(verdict, hasWarning(untested)),
    probes: views,
  };
}

function exchangeFindings(host: string, hasTlsa: boolean): Finding[] {
  const kind = exchangeOnlineHost(host);
  if (kind === null) return [];
  if (kind === 'legacy') return [finding('exchange-online-legacy-host', { host })];
  return [finding(hasTlsa ? 'exchange-online-host' : 'exchange-online-not-enabled', { host })];
}

/** One host under the names of one domain. */
export function judgeHost(input: JudgeHostInput): JudgedHost {
  const { located, probed, service, digests, at } = input;
  const host = nameText(located.name);
  const fixes = recordsOfLeaves(input);
  const into: Gathered = {
    findings: [],
    connections: [],
    trace: [],
    matched: new Set(),
    verified: 0,
  };
  const addresses =
    located.verdict === 'unreachable'
      ? []
      : probed.map((address) => judgeAddress(address, input, fixes, into));
  const tlsa: TlsaView[] = judgeRecords(located.tlsa, service, digests).map((judged) => ({
    ...judged,
    matches: into.verified === 0 ? null : into.matched.has(recordText(judged.record)),
  }));

  const params = {
    host,
    port: input.port,
    base: located.base === null ? host : nameText(located.base),
  };
  const own: Finding[] = located.findings.map((code) =>
    finding(code, { host }, { params, records: mendedByRecord.has(code) ? fixes : [] }),
  );
  if (located.addressesLeftOut > 0) {
    const count = located.addressesLeftOut;
    own.push(finding('address-too-many', { host }, { params: { count } }));
  }
  if (located.verdict === null && !tlsa.some(({ usable }) => usable)) {
    own.push(finding('tlsa-unusable', { host }, { params, records: fixes }));
  }
  own.push(...recordFindings(host, tlsa, located.tlsaAnswer));
  own.push(...signatureFindings(host, located.answers, at));
  const children = worstVerdict(
    addresses.flatMap(({ verdict }) => (verdict === null ? [] : [verdict])),
  );
  if (children === 'pass' || children === 'pass-with-warnings') {
    for (const { record } of staleCombinations(tlsa)) {
      const stale = { params: { record: recordText(record).slice(0, 40) }, records: fixes };
      own.push(finding('tlsa-combination-stale', { host }, stale));
    }
  }
  own.push(...exchangeFindings(host, tlsa.length > 0));
  const skippedOnes = into.findings.filter(
    ({ code }) => code === 'address-reserved' || code === 'address-no-route',
  );
  const warned = hasWarning([...own, ...skippedOnes]);
  const verdict =
    located.verdict ?? withWarnings(children ?? 'unreachable', warned) ?? 'unreachable';
  const atHost = [...own, ...into.findings.filter(({ where }) => where.keyType === null)];
  return {
    view: {
      name: host,
      preference: input.preference,
      addressStatus: located.addressStatus,
      addressStatuses: located.addressStatuses,
      tlsaBase: located.base === null ? null : nameText(located.base),
      tlsaStatus: located.tlsaStatus,
      tlsa,
      verdict,
      findings: [...new Set(atHost.map(({ code }) => code))],
      addresses,
    },
    findings: [...own, ...into.findings],
    connections: into.connections,
    chains: probed.flatMap(({ probes }) =>
      (probes === null
        ? []
        : [
            ...probes.probes,
            ...(probes.withoutServerName === null ? [] : [probes.withoutServerName]),
          ]
      ).flatMap(({ handshake }) => (handshake === null ? [] : [handshake.chain])),
    ),
    trace: into.trace,
  };
}
