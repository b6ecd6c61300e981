/** From a question to a proven answer (RFC 4035 §5), each link of an alias chain judged by itself. */
import { createLimiter } from '../dns/limiter.ts';
import { isSubdomainOf, nameKey, parentName } from '../dns/name.ts';
import { rrType } from '../dns/codes.ts';
import { parseTarget } from '../dns/rdata/parse.ts';
import { takeTurn } from '../dns/turns.ts';
import { createAnswers } from './answers.ts';
import { createBudget, createQueryBudget } from './budget.ts';
import { chaseMessage, recordsInChain } from './chaseAnswer.ts';
import { runtimeAlgorithms } from './crypto/algorithmSuite.ts';
import { isDenialType } from './denial/provenRecords.ts';
import { aliasesMax, nsec3IterationsMax, questionsAtOnceMax } from './limits.ts';
import { linkStatus, proveLink } from './proveLink.ts';
import { noSkew } from './signatureTime.ts';
import { createTrustWalk } from './trustWalk.ts';
import { conclude, undetermined } from './conclude.ts';
import type { DnsAnswer, DomainName, Exchange, Message } from '../dns/types.ts';
import type { TrustAnchors } from './anchors/trustAnchors.ts';
import type { Answers } from './answers.ts';
import type { AlgorithmSuite } from './crypto/algorithmSuite.ts';
import type { Inquiry } from './inquiry.ts';
import type { DataTools } from './proveData.ts';
import type { Link } from './proveLink.ts';
import type { ValidationReason } from './reasons.ts';
import type { Skew } from './signatureTime.ts';
import type { ValidatedAnswer, Validator } from './types.ts';
import type { ZoneKeys } from './zoneKeys.ts';

export interface ValidatorOptions {
  /** Must ask with DO and CD: what a resolver holds back as bogus could not be explained. */
  readonly exchange: Exchange;
  readonly anchors: TrustAnchors;
  readonly clock: () => Date;
  readonly skew?: Skew;
  /** For replays of what others recorded, with algorithms and policies of their time. */
  readonly hooks?: {
    readonly algorithms?: AlgorithmSuite;
    readonly preferStrongDigests?: boolean;
    readonly nsec3IterationsMax?: (zone: ZoneKeys) => number;
  };
}

/** Keeps answers and proven zones for as long as it lives: one for each run or batch. */
export function createValidator(options: ValidatorOptions): Validator {
  const { exchange, anchors, clock, hooks } = options;
  const answers = createAnswers(exchange, clock);
  const limiter = createLimiter(questionsAtOnceMax);
  let tools: Promise<DataTools> | null = null;

  async function prepare(): Promise<DataTools> {
    const cutTools = {
      answers,
      policy: {
        suite: hooks?.algorithms ?? (await runtimeAlgorithms()),
        preferStrongDigests: hooks?.preferStrongDigests ?? true,
      },
      skew: options.skew ?? noSkew,
      nsec3IterationsMax: hooks?.nsec3IterationsMax ?? (() => nsec3IterationsMax),
    };
    return { ...cutTools, walk: createTrustWalk(anchors, cutTools) };
  }

  return {
    async validate(name, type, signal = new AbortController().signal) {
      const started = performance.now();
      tools ??= prepare();
      const release = await limiter.enter(signal);
      await takeTurn();
      const inquiry: Inquiry = {
        now: clock(),
        budget: createBudget(),
        queries: createQueryBudget(),
        signal,
      };
      let answer: ValidatedAnswer;
      try {
        answer = await run(name, type, await tools, answers, inquiry);
      } catch (error) {
        if (!signal.aborted) throw error;
        answer = undetermined(name, type, { reason: 'cancelled', failure: null, answer: null });
      } finally {
        release?.();
      }
      return { ...answer, milliseconds: Math.round(performance.now() - started) };
    },
  };
}

async function run(
  name: DomainName,
  type: number,
  tools: DataTools,
  answers: Answers,
  inquiry: Inquiry,
): Promise<ValidatedAnswer> {
  tools.walk.askAhead(type === rrType.DS ? (parentName(name) ?? name) : name, inquiry);
  const first = await answers.ask(name, type, inquiry);
  if (!first.ok) return undetermined(name, type, first);
  const chain = await followChain(name, type, first.answer, tools, answers, inquiry);
  return conclude(name, type, first.answer, chain);
}

export interface AliasChain {
  readonly links: readonly Link[];
  /** What ended the chain before its end; `null`: nothing did. */
  readonly stopped: ValidationReason | null;
  /** The answer that the last link was found in, and the name that it was found for. */
  readonly last: { readonly message: Message; readonly name: DomainName };
}

/**
 * Goes on with what the resolver's answer holds of the chain while that is proven; else the target is
 * asked for by itself, since a resolver's chain may be partial.
 */
async function followChain(
  name: DomainName,
  type: number,
  answer: DnsAnswer,
  tools: DataTools,
  answers: Answers,
  inquiry: Inquiry,
): Promise<AliasChain> {
  const links: Link[] = [];
  const seen = new Set([nameKey(name)]);
  let { message } = answer;
  let current = name;
  let isOwn = true;
  askTargetsAhead(name, type, message, tools, answers, inquiry);
  for (;;) {
    const link =
      isOwn || isAbout(message, current, type)
        ? await proveLink(current, type, message, isOwn, tools, inquiry)
        : null;
    if (link === null || (!isOwn && !isConclusive(link, current, message))) {
      const asked = await answers.ask(current, type, inquiry);
      if (!asked.ok) return { links, stopped: asked.reason, last: { message, name: current } };
      ({ message } = asked.answer);
      isOwn = true;
      askTargetsAhead(current, type, message, tools, answers, inquiry);
      continue;
    }
    links.push(link);
    const last = { message, name: current };
    if (link.next === null || isFatal(link)) return { links, stopped: null, last };
    if (links.length >= aliasesMax) return { links, stopped: 'limit-aliases', last };
    if (seen.has(nameKey(link.next))) return { links, stopped: 'alias-loop', last };
    seen.add(nameKey(link.next));
    current = link.next;
    isOwn = false;
  }
}

/** A link after which nothing more can be said. Without an anchor the rest is still shown. */
function isFatal(link: Link): boolean {
  const { status, reason } = linkStatus(link);
  return status === 'bogus' || (status === 'indeterminate' && reason !== 'no-trust-anchor');
}

/** What may be missing only because the answer was to another question. */
const missingReasons: ReadonlySet<ValidationReason> = new Set([
  'signature-missing',
  'denial-missing',
  'denial-incomplete',
  'denial-contradicted',
  'wildcard-unproven',
  'dname-mismatch',
]);

/** Whether an answer to another question holds anything that may be of this name. */
function isAbout(message: Message, name: DomainName, type: number): boolean {
  const isNegative = message.authorities.some(
    (record) => record.type === rrType.SOA || isDenialType(record.type),
  );
  return isNegative || chaseMessage(message, name, type).kind !== 'nothing';
}

/** Whether such an answer suffices for this link; what is there and wrong, does. */
function isConclusive(link: Link, name: DomainName, message: Message): boolean {
  const { status, reason } = linkStatus(link);
  if (status === 'secure') return true;
  const hasNegativeEnd = message.authorities.some(
    (record) => record.type === rrType.SOA && isSubdomainOf(name, record.owner),
  );
  const isThere = link.records.length > 0 || hasNegativeEnd;
  if (status === 'bogus') return isThere && reason !== null && !missingReasons.has(reason);
  return isThere && !isFatal(link);
}

function askTargetsAhead(
  name: DomainName,
  type: number,
  message: Message,
  tools: DataTools,
  answers: Answers,
  inquiry: Inquiry,
): void {
  // A question for the alias itself ends with it.
  if (type === rrType.CNAME || type === rrType.ANY) return;
  let end: DomainName | null = null;
  for (const record of recordsInChain(message, name, type, aliasesMax)) {
    end = record.type === rrType.CNAME ? parseTarget(record.rdata) : null;
    if (end !== null) tools.walk.askAhead(end, inquiry);
  }
  // The chain ends with an alias, and not because there is nothing: the resolver left the rest out.
  const isCut = end !== null && !message.authorities.some((record) => record.type === rrType.SOA);
  if (isCut && end !== null) answers.ask(end, type, inquiry).catch(() => null);
}
