import type { Finding, MtaSts, TlsReporting } from '../../../../shared/dane/check.ts';
import {
  readStsPolicy,
  readStsRecord,
  readTlsReporting,
  stsAllows,
  stsAlmostAllows,
} from '../../../../shared/dane/mtaSts.ts';
import type { StsPolicy } from '../../../../shared/dane/mtaSts.ts';
import { rrType } from '../../dns/codes.ts';
import { formatIp } from '../../dns/ipAddress.ts';
import { isValidName } from '../../dns/name.ts';
import { parseAddress, parseTxt } from '../../dns/rdata/parse.ts';
import type { DomainName } from '../../dns/types.ts';
import { chainCertificateOf } from '../match/chainCertificate.ts';
import { systemRoots } from '../match/systemRoots.ts';
import { verifyTlsa } from '../match/verifyTlsa.ts';
import type { CheckContext } from './checkRun.ts';
import type { CheckTarget } from './checkTarget.ts';
import { finding, selectKey } from './finding.ts';
import type { JudgedHost } from './judgeHost.ts';
import { nameText } from './nameText.ts';
import type { PolicyOutcome } from './mtaSts.ts';
import type { Recorder } from './recorder.ts';
import { isReservedAddress } from './reservedAddresses.ts';

/** What looking beside DANE takes of a run; the tenant's domains are looked at without one. */
export interface BesideContext {
  readonly settings: Pick<CheckContext['settings'], 'allowPrivate' | 'timeout'>;
  /** Without `roots` the system's decide what the Web trusts. */
  readonly ports: Pick<CheckContext['ports'], 'fetchPolicy' | 'clock'> &
    Partial<Pick<CheckContext['ports'], 'roots'>>;
}

interface BesideDane {
  readonly mtaSts: MtaSts;
  readonly tlsReporting: TlsReporting;
  readonly findings: readonly Finding[];
}

const encoder = new TextEncoder();

const addressTypes = [rrType.A, rrType.AAAA] as const;
/** Addresses of the policy's web server that are tried, each within one step's time. */
const policyAddressesMax = 3;

async function texts(
  step: 'mta-sts' | 'tls-reporting',
  labels: readonly string[],
  domain: DomainName,
  recorder: Recorder,
  signal: AbortSignal,
): Promise<string[] | null> {
  const name = [...labels.map((label) => encoder.encode(label)), ...domain];
  if (!isValidName(name)) return [];
  const { status, records } = await recorder.ask(step, name, rrType.TXT, signal);
  if (status === 'bogus' || status === 'indeterminate') return null;
  return records
    .filter(({ type }) => type === rrType.TXT)
    .map(({ rdata }) => Buffer.concat(parseTxt(rdata) ?? []).toString('latin1'));
}

const nothing: MtaSts = { state: 'absent', mode: null, mx: [], maxAge: null, id: null };

async function addressesOf(
  host: DomainName,
  recorder: Recorder,
  signal: AbortSignal,
): Promise<string[]> {
  const answers = await Promise.all(
    addressTypes.map((type) => recorder.ask('mta-sts', host, type, signal)),
  );
  return answers.flatMap(({ status, records, type: asked }) =>
    status === 'bogus' || status === 'indeterminate'
      ? []
      : records
          .filter(({ type }) => type === asked)
          .flatMap(({ rdata }) => {
            const octets = parseAddress(asked, rdata);
            return octets === null ? [] : [formatIp(octets)];
          }),
  );
}

/** From the first of its addresses that answers at all, IPv4 first. */
async function fetchFrom(
  host: DomainName,
  recorder: Recorder,
  { settings, ports }: BesideContext,
  signal: AbortSignal,
): Promise<PolicyOutcome> {
  const addresses = await addressesOf(host, recorder, signal);
  const open = addresses.filter((ip) => settings.allowPrivate || !isReservedAddress(ip));
  let outcome: PolicyOutcome = {
    ok: false,
    problem: addresses.length === open.length ? 'unreachable' : 'reserved',
    detail: '',
  };
  for (const address of open.slice(0, policyAddressesMax)) {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(settings.timeout)]);
    const started = performance.now();
    outcome = await ports.fetchPolicy(nameText(host), address, limit);
    recorder.add({
      step: 'mta-sts',
      question: `https://${nameText(host)}/.well-known/mta-sts.txt`,
      server: address,
      status: outcome.ok ? 'ok' : 'failed',
      reason: outcome.ok ? null : outcome.problem,
      ms: Math.round(performance.now() - started),
    });
    if (outcome.ok || (outcome.problem !== 'unreachable' && outcome.problem !== 'timed-out')) break;
  }
  return outcome;
}

interface StsOutcome {
  readonly mtaSts: MtaSts;
  readonly policy: StsPolicy | null;
  readonly findings: readonly Finding[];
}

async function lookUpSts(
  domain: DomainName,
  recorder: Recorder,
  context: BesideContext,
  signal: AbortSignal,
): Promise<StsOutcome> {
  const records = await texts('mta-sts', ['_mta-sts'], domain, recorder, signal);
  const record = readStsRecord(records ?? []);
  if (record.state !== 'found') {
    const isAbsent = record.state === 'absent';
    const found = finding(isAbsent ? 'mta-sts-absent' : 'mta-sts-record-invalid');
    return { mtaSts: { ...nothing, state: record.state }, policy: null, findings: [found] };
  }
  const { id } = record;
  const host = [encoder.encode('mta-sts'), ...domain];
  const outcome = await fetchFrom(host, recorder, context, signal);
  if (!outcome.ok) {
    const { problem, detail } = outcome;
    const found = finding(
      'mta-sts-fetch-failed',
      {},
      { params: { problem: selectKey(problem), detail } },
    );
    return { mtaSts: { ...nothing, state: 'fetch-failed', id }, policy: null, findings: [found] };
  }
  const policy = readStsPolicy(outcome.body);
  if (policy === null) {
    const mtaSts: MtaSts = { ...nothing, state: 'invalid', id };
    return { mtaSts, policy: null, findings: [finding('mta-sts-policy-invalid')] };
  }
  const { mode, mx, maxAge } = policy;
  return { mtaSts: { state: 'found', mode, mx: [...mx], maxAge, id }, policy, findings: [] };
}

/** Whether the Web's roots vouch for what a host sent: MTA-STS asks for it, DANE does not. */
function isTrustedByWeb(host: JudgedHost, context: BesideContext): boolean {
  return host.chains.every((chain) => {
    const [der] = chain;
    const leaf = der === undefined ? null : chainCertificateOf(der);
    if (leaf === null) return false;
    const record = { usage: 1, selector: 0, matchingType: 1, data: leaf.fingerprint };
    const { verdict } = verifyTlsa({
      records: [record],
      chain,
      names: [host.view.name],
      service: 'tls',
      roots: context.ports.roots?.() ?? systemRoots(),
      at: context.ports.clock(),
      digests: [2, 1],
    });
    return verdict === 'pass';
  });
}

function comparePolicy(
  { mode, mx }: StsPolicy,
  hosts: readonly JudgedHost[],
  context: BesideContext,
): Finding[] {
  if (mode === 'none') return [];
  const findings = hosts.flatMap((host) => {
    const { name } = host.view;
    const close = stsAlmostAllows(mx, name);
    const params = { host: name, mode, pattern: close ?? '' };
    if (close !== null) return [finding('mta-sts-wildcard-one-label', { host: name }, { params })];
    if (!stsAllows(mx, name)) return [finding('mta-sts-mx-not-listed', { host: name }, { params })];
    return isTrustedByWeb(host, context)
      ? []
      : [finding('mta-sts-certificate', { host: name }, { params })];
  });
  return findings.length === 0 ? [finding('mta-sts-in-order', {}, { params: { mode } })] : findings;
}

/** MTA-STS (RFC 8461) and TLS reporting (RFC 8460), looked up while DANE is. */
export function besideDane(
  target: Pick<CheckTarget, 'name'>,
  recorder: Recorder,
  context: BesideContext,
  signal: AbortSignal,
): { settle(hosts: readonly JudgedHost[]): Promise<BesideDane> } {
  const sts = lookUpSts(target.name, recorder, context, signal);
  const reporting = texts('tls-reporting', ['_smtp', '_tls'], target.name, recorder, signal);
  return {
    async settle(hosts) {
      const { mtaSts, policy, findings } = await sts;
      const addresses = readTlsReporting((await reporting) ?? []);
      const tlsReporting: TlsReporting = Array.isArray(addresses)
        ? { state: 'found', addresses }
        : { state: addresses ?? 'absent', addresses: [] };
      return {
        mtaSts,
        tlsReporting,
        findings: [
          ...findings,
          ...(policy === null ? [] : comparePolicy(policy, hosts, context)),
          ...(tlsReporting.state === 'absent' ? [finding('tls-reporting-absent')] : []),
          ...(tlsReporting.state === 'invalid' ? [finding('tls-reporting-invalid')] : []),
        ],
      };
    },
  };
}
