import type { DaneCheck, TraceEntry } from '../../../../shared/dane/check.ts';
import type { CheckService } from '../../../../shared/dane/services.ts';
import { serviceKinds } from '../../../../shared/dane/services.ts';
import type { FindingCode } from '../../../../shared/dane/findings.ts';
import type { DigestOrder } from '../../../../shared/dane/verification.ts';
import { checksAtOnce } from '../../../../shared/dane/run.ts';
import { rrType } from '../../dns/codes.ts';
import { createLimiter } from '../../dns/limiter.ts';
import type { DomainName, Exchange } from '../../dns/types.ts';
import type { Validator } from '../../dnssec/types.ts';
import { probeAddress } from '../../smtp/probeAddress.ts';
import type { ProbePorts } from '../../smtp/probeAddress.ts';
import type { CheckTarget } from './checkTarget.ts';
import { connectionsOf, connectionTrace } from './connectionEvidence.ts';
import { checkDomain } from './checkDomain.ts';
import { locateHost } from './locateHost.ts';
import type { LocatedHost } from './locateHost.ts';
import { nameText } from './nameText.ts';
import { createPortWitness } from './portWitness.ts';
import type { PortWitness } from './portWitness.ts';
import { probeHost } from './probeHost.ts';
import type { ProbedAddress } from './probeHost.ts';
import { createRecorder } from './recorder.ts';
import type { Recorder } from './recorder.ts';
import type { PolicyFetch } from './mtaSts.ts';

export interface CheckSettings {
  readonly service: CheckService;
  /** Instead of the service's own. TLSA records are looked for at the service's, then at this. */
  readonly connectPort: number | null;
  /** Of one step on the network, milliseconds. */
  readonly timeout: number;
  readonly handshakes: 'one' | 'all';
  readonly allowPrivate: boolean;
  /** What stands beside DANE as well: MTA-STS, TLS reporting, the certificate without SNI. */
  readonly beside: boolean;
  readonly digests: DigestOrder;
}

export interface CheckPorts {
  readonly validator: Validator;
  /** What the resolver itself makes of a question; `null`: it is not asked. */
  readonly opinion: Exchange | null;
  readonly probes: ProbePorts;
  readonly clock: () => Date;
  readonly fetchPolicy: PolicyFetch;
  /** DER of the roots for usages 0 and 1, and for MTA-STS. */
  readonly roots: () => readonly Uint8Array[];
}

/** What a host showed: the same for every domain that has it as MX. */
export interface SurveyedHost {
  readonly located: LocatedHost;
  readonly probed: readonly ProbedAddress[];
  readonly recorder: Recorder;
}

export type OnStep = (entry: TraceEntry) => void;

export interface CheckContext {
  readonly settings: CheckSettings;
  readonly ports: CheckPorts;
  readonly portWitness: PortWitness;
  /** Each host once in a run, whoever asks; everyone hears of every step. */
  survey(name: DomainName, port: number, onStep: OnStep): AskedSurvey;
  /**
   * A place among the targets that are worked on; `null` when `signal` aborted first. The function
   * gives it back.
   */
  enter(signal: AbortSignal): Promise<(() => void) | null>;
}

export interface AskedSurvey {
  readonly result: Promise<SurveyedHost>;
  /** Somebody else has it under way: who waits for it does no work. */
  readonly isUnderWay: boolean;
}

export interface CheckRun {
  /**
   * Never rejects for what the network does; a result comes within twelve time-outs from when the
   * target's turn has come. Any number may be asked for at once.
   */
  check(target: CheckTarget, signal: AbortSignal, onStep?: OnStep): Promise<DaneCheck>;
  /** Ends what is still under way. */
  close(): void;
}

interface Survey {
  readonly result: Promise<SurveyedHost>;
  /** Hears what has been and what comes. */
  listen(onStep: OnStep): void;
}

function startSurvey(work: (tell: OnStep) => Promise<SurveyedHost>): Survey {
  const told: TraceEntry[] = [];
  const listeners: OnStep[] = [];
  const result = work((entry) => {
    told.push(entry);
    for (const listener of listeners) listener(entry);
  });
  return {
    result,
    listen(onStep) {
      for (const entry of told) onStep(entry);
      listeners.push(onStep);
    },
  };
}

/**
 * Some signers prove wrongly that a TLSA name has no address, and senders that ask for one then fail.
 * Asked where there are records to lose.
 */
async function brokenDenial(
  { tlsaAnswer, verdict }: LocatedHost,
  recorder: Recorder,
  signal: AbortSignal,
): Promise<FindingCode[]> {
  if (tlsaAnswer === null || verdict !== null) return [];
  const { status } = await recorder.ask('denial', tlsaAnswer.name, rrType.A, signal);
  return status === 'bogus' || status === 'indeterminate' ? ['denial-broken'] : [];
}

/**
 * One run over any number of domains, which share answers, proofs and connections. `atOnce` of them
 * are worked on at a time; those that wait for a host which another one asked for first don't count.
 */
export function createCheckRun(
  settings: CheckSettings,
  ports: CheckPorts,
  atOnce: number = checksAtOnce,
): CheckRun {
  const controller = new AbortController();
  const { signal } = controller;
  const hosts = new Map<string, Survey>();
  const portWitness = createPortWitness(ports, settings, signal);
  const places = createLimiter(atOnce);

  async function surveyHost(name: DomainName, port: number, onStep: OnStep): Promise<SurveyedHost> {
    const opinion = settings.beside ? ports.opinion : null;
    const recorder = createRecorder(ports.validator, onStep, opinion);
    const tlsaPorts = [...new Set([port, settings.connectPort ?? port])];
    const located = await locateHost(name, tlsaPorts, recorder, signal);
    const mayConnect = located.verdict === null || located.verdict === 'no-dane';
    const connectPort = settings.connectPort ?? port;
    const probing = probeHost({
      addresses: located.addresses,
      allowPrivate: settings.allowPrivate,
      probe: async (ip) => {
        if (!mayConnect) return null;
        const result = await probeAddress(
          {
            endpoint: { address: ip, port: connectPort },
            security: serviceKinds[settings.service].security,
            serverName: nameText(located.base ?? located.name),
            // Without DANE one look is enough: it shows what could be published.
            handshakes: located.verdict === null ? settings.handshakes : 'one',
            comparesServerName: settings.beside,
            timeout: settings.timeout,
            signal,
          },
          ports.probes,
        );
        for (const connection of result === null ? [] : connectionsOf(result)) {
          portWitness.saw(connection);
          for (const entry of connectionTrace(ip, connectPort, connection)) recorder.add(entry);
        }
        return result;
      },
    });
    const [probed, denial] = await Promise.all([
      probing,
      settings.beside ? brokenDenial(located, recorder, signal) : [],
    ]);
    return {
      located: { ...located, findings: [...located.findings, ...denial] },
      probed,
      recorder,
    };
  }

  const context: CheckContext = {
    settings,
    ports,
    portWitness,
    enter: (own) => places.enter(own),
    survey(name, port, onStep) {
      const key = `${port} ${nameText(name)}`;
      const known = hosts.get(key);
      const survey = known ?? startSurvey((tell) => surveyHost(name, port, tell));
      hosts.set(key, survey);
      survey.listen(onStep);
      return { result: survey.result, isUnderWay: known !== undefined };
    },
  };

  return {
    check: (target, outer, onStep) => checkDomain(target, context, outer, onStep),
    close: () => controller.abort(),
  };
}
