import type {
  DaneCheck,
  Evidence,
  Finding,
  MtaSts,
  TlsReporting,
} from '../../../../shared/dane/check.ts';
import { chainCertificateOf } from '../match/chainCertificate.ts';
import { worstVerdict } from '../../../../shared/dane/verdict.ts';
import type { DomainVerdict } from '../../../../shared/dane/verdict.ts';
import { besideDane } from './besideDane.ts';
import { certificateEvidence } from './connectionEvidence.ts';
import type { CheckContext, OnStep, SurveyedHost } from './checkRun.ts';
import type { CheckTarget } from './checkTarget.ts';
import { finding } from './finding.ts';
import { judgeHost } from './judgeHost.ts';
import type { JudgedHost } from './judgeHost.ts';
import type { LocatedHost } from './locateHost.ts';
import { mailRoute } from './mailRoute.ts';
import type { MailRoute, RouteHost } from './mailRoute.ts';
import { nameText } from './nameText.ts';
import { protectedByDane } from './protectedByDane.ts';
import { createRecorder } from './recorder.ts';
import type { Recorder } from './recorder.ts';
import { isReservedAddress } from './reservedAddresses.ts';
import { signatureFindings } from './tlsaFindings.ts';
import { takeTurn } from '../../dns/turns.ts';
import { timeLimit } from './timeLimit.ts';
import type { TimeLimit } from './timeLimit.ts';
import { opinionFindings } from './opinionFindings.ts';

/** A domain never takes longer than this many network steps. */
const stepsMax = 12;
/** For what the resolver itself makes of answers, once all else is known. Milliseconds. */
const opinionPatience = 2000;

interface Judged {
  readonly route: MailRoute | null;
  readonly hosts: readonly JudgedHost[];
  readonly surveyed: readonly SurveyedHost[];
}

const unasked: { readonly mtaSts: MtaSts; readonly tlsReporting: TlsReporting } = {
  mtaSts: { state: 'not-asked', mode: null, mx: [], maxAge: null, id: null },
  tlsReporting: { state: 'not-asked', addresses: [] },
};

/** A host of which nothing is known, since the time was up. */
function unknownHost({ name }: RouteHost): LocatedHost {
  return {
    name,
    addressStatus: 'indeterminate',
    addressStatuses: { a: 'indeterminate', aaaa: 'indeterminate' },
    addresses: [],
    addressesLeftOut: 0,
    base: null,
    tlsaStatus: null,
    tlsa: [],
    tlsaAnswer: null,
    verdict: 'defer',
    findings: ['time-limit'],
    answers: [],
  };
}

/** RFC 7672 §3.2.2: the base, and with a secure MX answer the domain and what it is an alias of. */
function referenceNames(
  target: CheckTarget,
  route: MailRoute | null,
  { base, name }: LocatedHost,
): string[] {
  const own = nameText(base ?? name);
  const more =
    route === null
      ? [target.nameText]
      : route.mx.status === 'secure'
        ? [target.nameText, nameText(route.expandedName)]
        : [];
  return [...new Set([own, ...more])];
}

async function judgeOne(
  host: RouteHost,
  { located, probed }: SurveyedHost,
  target: CheckTarget,
  route: MailRoute | null,
  context: CheckContext,
  limit: TimeLimit,
): Promise<JudgedHost> {
  const { settings, ports } = context;
  // What becomes of connections within one's own network says nothing of the way out.
  const failed = probed.some(
    ({ ip, probes }) => probes?.probes[0]?.failure?.phase === 'connect' && !isReservedAddress(ip),
  );
  return judgeHost({
    located,
    probed,
    preference: host.preference,
    port: target.port,
    names: referenceNames(target, route, located),
    service: settings.service === 'smtp' ? 'smtp' : 'tls',
    roots: settings.service === 'smtp' ? [] : ports.roots(),
    at: ports.clock(),
    digests: settings.digests,
    isPortBlocked: failed && (await limit.within(context.portWitness.isBlocked())) === true,
  });
}

function isIpLiteral(name: string): boolean {
  return /^[\d.]+$/.test(name);
}

function routeFindings(route: MailRoute, at: Date): Finding[] {
  const { mx } = route;
  const findings: Finding[] = [];
  if (mx.status === 'bogus') findings.push(finding('mx-bogus'));
  if (mx.status === 'indeterminate') findings.push(finding('mx-lookup-failed'));
  if (mx.null) findings.push(finding('null-mx'));
  if (mx.implicit) findings.push(finding('mx-implicit'));
  if (!route.nameExists) findings.push(finding('domain-not-found'));
  if (route.strayNull) findings.push(finding('null-mx-with-others'));
  if (mx.status === 'insecure' && route.hosts.length > 0) findings.push(finding('mx-insecure'));
  if (route.hostsLeftOut > 0) {
    findings.push(finding('mx-too-many', {}, { params: { count: route.hostsLeftOut } }));
  }
  for (const { exchange } of mx.records) {
    if (isIpLiteral(exchange) && exchange !== '.') {
      findings.push(finding('mx-ip-literal', { host: exchange }));
    }
  }
  return [...findings, ...signatureFindings(undefined, [route.answer], at)];
}

function domainVerdict({ route, hosts }: Judged): DomainVerdict {
  if (route !== null) {
    const { mx } = route;
    if (mx.status === 'bogus' || mx.status === 'indeterminate') return 'defer';
    if (mx.null || !route.nameExists) return 'no-mail';
    const [only] = hosts;
    const hasNoAddress = only?.findings.some(({ code }) => code === 'no-address') === true;
    if (mx.implicit && hasNoAddress) return 'no-mail';
  }
  const worst = worstVerdict(hosts.map(({ view }) => view.verdict)) ?? 'unreachable';
  const passes = worst === 'pass' || worst === 'pass-with-warnings';
  return passes && route?.mx.status === 'insecure' ? 'host-only' : worst;
}

/** Better-protected hosts beside others without: an attacker picks the weakest. */
function unevenFindings({ hosts }: Judged): Finding[] {
  const without = hosts.filter(({ view }) => view.verdict === 'no-dane');
  if (without.length === 0 || without.length === hosts.length) return [];
  return without.map(({ view }) => finding('mx-backup-without-dane', { host: view.name }));
}

/** One key on several servers: a mistake in its renewal hits all of them. */
function sameKeyFindings({ hosts }: Judged): Finding[] {
  const keys = hosts.map(({ chains }) =>
    chains.flatMap(([leaf]) => {
      const certificate = leaf === undefined ? null : chainCertificateOf(leaf);
      return certificate?.associations.publicKey.sha256 ?? [];
    }),
  );
  const haveRecords = hosts.every(({ view }) => view.tlsa.length > 0);
  const isOne = keys.every((own) => own.length > 0) && new Set(keys.flat()).size === 1;
  return hosts.length > 1 && haveRecords && isOne ? [finding('mx-same-key')] : [];
}

function evidenceOf({ hosts, surveyed }: Judged, answers: Evidence['answers']): Evidence {
  return {
    answers: [...answers, ...surveyed.flatMap(({ recorder }) => recorder.answers)],
    certificates: certificateEvidence(hosts.flatMap(({ chains }) => chains)),
    connections: hosts.flatMap(({ connections }) => connections),
  };
}

function settledOpinions(recorders: readonly Recorder[]): Promise<void[]> {
  return Promise.all(recorders.map((recorder) => recorder.settled()));
}

/** From a domain, or a host and port, to a verdict (RFC 7672, RFC 7671). */
export async function checkDomain(
  target: CheckTarget,
  context: CheckContext,
  outer: AbortSignal,
  onStep: OnStep = () => {},
): Promise<DaneCheck> {
  const leave = await context.enter(outer);
  try {
    return await checkInTurn(target, context, outer, onStep, () => leave?.());
  } finally {
    leave?.();
  }
}

/** `leave`: to be called as soon as there is nothing left to do but to wait for others. */
async function checkInTurn(
  target: CheckTarget,
  context: CheckContext,
  outer: AbortSignal,
  onStep: OnStep,
  leave: () => void,
): Promise<DaneCheck> {
  const { settings, ports } = context;
  const checkedAt = ports.clock();
  using limit = timeLimit(stepsMax * settings.timeout, outer);
  const opinion = settings.beside ? ports.opinion : null;
  const recorder = createRecorder(ports.validator, onStep, opinion);

  const route =
    settings.service === 'smtp' ? await mailRoute(target.name, recorder, limit.signal) : null;
  const wanted = route?.hosts ?? [{ name: target.name, preference: null }];
  const beside =
    route !== null && settings.beside && wanted.length > 0
      ? besideDane(target, recorder, context, limit.signal)
      : null;
  const asked = wanted.map((host) => ({
    host,
    survey: context.survey(host.name, target.port, onStep),
  }));
  const waitsOnly = beside === null && asked.every(({ survey }) => survey.isUnderWay);
  if (waitsOnly) leave();
  const surveys = await Promise.all(
    asked.map(async ({ host, survey }) => ({
      host,
      surveyed: await limit.within(survey.result),
    })),
  );
  // Hundreds of domains may have waited for the same host.
  await takeTurn();
  const surveyed = surveys.flatMap((entry) => entry.surveyed ?? []);
  const hosts = await Promise.all(
    surveys.map(async ({ host, surveyed }) => {
      const known = surveyed ?? {
        located: unknownHost(host),
        probed: [],
        recorder: createRecorder(ports.validator),
      };
      const judged = await judgeOne(host, known, target, route, context, limit);
      for (const entry of judged.trace) onStep(entry);
      return judged;
    }),
  );
  const judged: Judged = { route, hosts, surveyed };
  const found = beside === null ? null : await limit.within(beside.settle(hosts));

  using patience = timeLimit(Math.min(opinionPatience, settings.timeout), limit.signal);
  await patience.within(settledOpinions([recorder, ...surveyed.map((host) => host.recorder)]));

  const isNoMail = domainVerdict(judged) === 'no-mail';
  const findings = [
    ...(route === null ? [] : routeFindings(route, checkedAt)),
    ...(isNoMail && route?.mx.implicit === true ? [finding('no-mail-route')] : []),
    ...unevenFindings(judged),
    ...sameKeyFindings(judged),
    ...hosts.flatMap((host) => (isNoMail ? [] : host.findings)),
    ...opinionFindings(null, recorder.answers),
    ...surveyed.flatMap(({ located, recorder: { answers } }) =>
      opinionFindings(nameText(located.name), answers),
    ),
    ...(found?.findings ?? []),
  ];
  const verdict = domainVerdict(judged);
  const warned = findings.some(({ severity }) => severity !== 'info');
  return {
    schema: 'exo-companion/dane-check@1',
    domain: target.label,
    checkedAt: checkedAt.toISOString().replace(/\.\d+Z$/, 'Z'),
    verdict: verdict === 'pass' && warned ? 'pass-with-warnings' : verdict,
    protectedByDane: protectedByDane(
      route?.mx ?? null,
      hosts.map(({ view }) => view),
    ),
    mx: route?.mx ?? null,
    hosts: isNoMail ? [] : hosts.map(({ view }) => view),
    findings,
    trace: [
      ...recorder.trace,
      ...surveyed.flatMap((host) => host.recorder.trace),
      ...hosts.flatMap(({ trace }) => trace),
    ],
    mtaSts: found?.mtaSts ?? unasked.mtaSts,
    tlsReporting: found?.tlsReporting ?? unasked.tlsReporting,
    evidence: evidenceOf(judged, [...recorder.answers]),
  };
}
