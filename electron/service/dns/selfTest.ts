/** What a resolver can do, found out by asking it (RFC 8027 §3 lists such checks). */
import { randomBytes } from 'node:crypto';
import { rcode, rrType } from './codes.ts';
import { createExchange } from './exchange.ts';
import { parseRrsig } from './rdata/parse.ts';
import { selfTestChecks } from '../../../shared/contract/dns.ts';
import type {
  ResolverSelfTest,
  ResolverVerdict,
  SelfTestCheck,
} from '../../../shared/contract/dns.ts';
import type { ExchangeHandle } from './exchange.ts';
import type { Resolver } from './resolver.ts';
import type { DnsOutcome, DomainName, Message, ResourceRecord } from './types.ts';

/** What is asked for. */
export interface SelfTestProbes {
  /** A signed zone with a large DNSKEY set, whose names are denied with NSEC: the root. */
  readonly zone: DomainName;
  /** A signed zone that denies names with NSEC3; not tested where it does not exist. */
  readonly nsec3Zone: DomainName;
  /** A name with an address whose signatures are wrong on purpose; likewise. */
  readonly bogusName: DomainName;
}

function labels(...texts: readonly string[]): DomainName {
  return texts.map((text) => Uint8Array.from(Buffer.from(text)));
}

/** Of the public DNS. The bogus name is kept by Comcast for tests like this one. */
export const publicProbes: SelfTestProbes = {
  zone: [],
  nsec3Zone: labels('com'),
  bogusName: labels('www', 'dnssec-failed', 'org'),
};

/** Milliseconds for one probe. */
const probeTimeout = 5_000;

type Detail = SelfTestCheck['detail'];
type Finding = Omit<SelfTestCheck, 'check'>;

const passed: Finding = { passed: true, detail: null };
const untested: Finding = { passed: null, detail: null };

function failedWith(detail: Detail): Finding {
  return { passed: false, detail };
}

function has(records: readonly ResourceRecord[], type: number): boolean {
  return records.some((record) => record.type === type);
}

function hasSigned(records: readonly ResourceRecord[], type: number): boolean {
  const isSignature = (record: ResourceRecord): boolean =>
    record.type === rrType.RRSIG && parseRrsig(record.rdata)?.typeCovered === type;
  return has(records, type) && records.some(isSignature);
}

/** The answer's message, or the finding that there is none to look at. */
function usableMessage(outcome: DnsOutcome): Message | Finding {
  if (!outcome.ok) return failedWith(outcome.failure.reason);
  const { message } = outcome.answer;
  const tells = message.rcode === rcode.NOERROR || message.rcode === rcode.NXDOMAIN;
  return tells ? message : failedWith('error-rcode');
}

function isFinding(result: Message | Finding): result is Finding {
  return 'detail' in result;
}

function judgeAnswers(outcome: DnsOutcome): Finding {
  const message = usableMessage(outcome);
  if (isFinding(message)) return message;
  if (message.rcode === rcode.NXDOMAIN) return failedWith('denies-everything');
  return has(message.answers, rrType.SOA) ? passed : failedWith('incomplete');
}

function judgeRecords(outcome: DnsOutcome, type: number): Finding {
  const message = usableMessage(outcome);
  if (isFinding(message)) return message;
  if (!has(message.answers, type)) return failedWith('incomplete');
  return hasSigned(message.answers, type) ? passed : failedWith('stripped');
}

function judgeProof({ authorities }: Message): Finding {
  const isProven = [rrType.NSEC, rrType.NSEC3].some((type) => hasSigned(authorities, type));
  return isProven ? passed : failedWith('stripped');
}

/** Of a name that does not exist: NXDOMAIN with its signed proof. */
function judgeDenial(outcome: DnsOutcome): Finding {
  const message = usableMessage(outcome);
  if (isFinding(message)) return message;
  if (message.rcode !== rcode.NXDOMAIN) {
    return failedWith(message.answers.length > 0 ? 'invents-answers' : 'incomplete');
  }
  return judgeProof(message);
}

/** As above, where the zone exists and uses NSEC3. */
function judgeNsec3(outcome: DnsOutcome): Finding {
  const finding = judgeDenial(outcome);
  if (finding.passed !== true || !outcome.ok) return finding;
  return hasSigned(outcome.answer.message.authorities, rrType.NSEC3) ? passed : untested;
}

/** Of TLSA records that do not exist at a name that does: a type that old resolvers do not know. */
function judgeTlsa(outcome: DnsOutcome): Finding {
  const message = usableMessage(outcome);
  if (isFinding(message)) return message;
  if (message.rcode === rcode.NXDOMAIN) return failedWith('denies-everything');
  if (message.answers.length > 0) return failedWith('invents-answers');
  return judgeProof(message);
}

/** What it says of a name with wrong signatures when it is asked to check. */
function judgeHonesty(outcome: DnsOutcome): Finding {
  if (!outcome.ok) return untested;
  const { message } = outcome.answer;
  if (message.rcode === rcode.SERVFAIL) return { passed: true, detail: 'validates' };
  // Below a private root the name need not exist, and that may well be proven.
  if (message.rcode !== rcode.NOERROR || message.answers.length === 0) return untested;
  return message.authenticData
    ? failedWith('vouches-for-bogus')
    : { passed: true, detail: 'does-not-validate' };
}

function verdictOf(findings: Findings, vouches: boolean): ResolverVerdict {
  const { answers, honest } = findings;
  const details = new Set(Object.values(findings).map(({ detail }) => detail));
  const lies = ['denies-everything', 'invents-answers', 'vouches-for-bogus'] as const;
  if (answers.passed !== true && answers.detail !== 'denies-everything') return 'no-answer';
  if (lies.some((lie) => details.has(lie))) return 'lies';
  if (details.has('stripped')) return 'strips';
  return vouches && honest.detail !== 'does-not-validate' ? 'validating' : 'passes';
}

type Findings = Readonly<Record<SelfTestCheck['check'], Finding>>;

function unseenBelow(zone: DomainName): DomainName {
  return [...labels(`exo-${randomBytes(8).toString('hex')}`), ...zone];
}

const nothingTested: Findings = {
  answers: untested,
  signatures: untested,
  'large-answers': untested,
  denial: untested,
  'denial-nsec3': untested,
  tlsa: untested,
  honest: untested,
};

async function probeFurther(
  exchange: ExchangeHandle,
  probes: SelfTestProbes,
  soa: DnsOutcome,
  signal: AbortSignal,
): Promise<{ readonly findings: Findings; readonly vouches: boolean }> {
  const { zone, nsec3Zone, bogusName } = probes;
  const [large, unseen, unseenNsec3, tlsa, opinion, bogus] = await Promise.all([
    exchange({ name: zone, type: rrType.DNSKEY }, signal),
    exchange({ name: unseenBelow(zone), type: rrType.A }, signal),
    exchange({ name: unseenBelow(nsec3Zone), type: rrType.A }, signal),
    exchange({ name: zone, type: rrType.TLSA }, signal),
    exchange.opinion({ name: zone, type: rrType.SOA }, signal),
    exchange.opinion({ name: bogusName, type: rrType.A }, signal),
  ]);
  return {
    findings: {
      answers: passed,
      signatures: judgeRecords(soa, rrType.SOA),
      'large-answers': judgeRecords(large, rrType.DNSKEY),
      denial: judgeDenial(unseen),
      'denial-nsec3': judgeNsec3(unseenNsec3),
      tlsa: judgeTlsa(tlsa),
      honest: judgeHonesty(bogus),
    },
    vouches: opinion.ok && opinion.answer.message.authenticData,
  };
}

/** Asks a resolver a handful of questions, at most some seconds long. */
export async function selfTest(
  resolver: Resolver,
  options: {
    readonly resolverCa: string | null;
    readonly probes?: SelfTestProbes;
    readonly signal?: AbortSignal;
  },
): Promise<ResolverSelfTest> {
  const started = performance.now();
  const { resolverCa, probes = publicProbes, signal = new AbortController().signal } = options;
  const exchange = createExchange({ resolvers: [resolver], resolverCa, timeout: probeTimeout });
  try {
    const soa = await exchange({ name: probes.zone, type: rrType.SOA }, signal);
    const answers = judgeAnswers(soa);
    const { findings, vouches } =
      answers.passed === true
        ? await probeFurther(exchange, probes, soa, signal)
        : { findings: { ...nothingTested, answers }, vouches: false };
    const needed = ['answers', 'signatures', 'large-answers', 'denial'] as const;
    const unhurt = ['denial-nsec3', 'tlsa'] as const;
    return {
      resolver: resolver.text,
      verdict: verdictOf(findings, vouches),
      usable:
        needed.every((check) => findings[check].passed === true) &&
        unhurt.every((check) => findings[check].passed !== false),
      udpSize: soa.ok ? (soa.answer.message.edns?.udpSize ?? null) : null,
      milliseconds: Math.round(performance.now() - started),
      checks: selfTestChecks.map((check) => ({ check, ...findings[check] })),
    };
  } finally {
    exchange.close();
  }
}
