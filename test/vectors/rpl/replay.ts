/** Replays a scenario against the validator and compares each answer with what was recorded. */
import { rcode, rcodeName, rrType, typeName } from '../../../electron/service/dns/codes.ts';
import { decodeMessage } from '../../../electron/service/dns/decode.ts';
import { encodeMessage } from '../../../electron/service/dns/encode.ts';
import { formatName } from '../../../electron/service/dns/name.ts';
import { rdataCanonical } from '../../../electron/service/dns/rdata/canonical.ts';
import { readTrustAnchors } from '../../../electron/service/dnssec/anchors/readTrustAnchors.ts';
import { createValidator } from '../../../electron/service/dnssec/createValidator.ts';
import { answered } from '../../support/recordedExchange.ts';
import { whyNotApplicable } from './applicability.ts';
import { legacyAlgorithms } from './legacyAlgorithms.ts';
import { recordedServers } from './recordedServers.ts';
import { readRpl } from './rplFile.ts';
import { nsec3IterationsOf, overrideDate, skewOf } from './rplSettings.ts';
import type {
  DnsFailureReason,
  DnsOutcome,
  Message,
  Question,
  ResourceRecord,
} from '../../../electron/service/dns/types.ts';
import type { ValidatedAnswer, Validator } from '../../../electron/service/dnssec/types.ts';
import type { RplEntry, RplFile, RplStep } from './rplFile.ts';

export interface Replayed {
  readonly outcome: 'PASS' | 'FAIL' | 'SKIP';
  readonly reason: string;
}

export async function replay(text: string): Promise<Replayed> {
  const file = readRpl(text);
  const skipped = whyNotApplicable(file);
  if (skipped !== null) return { outcome: 'SKIP', reason: skipped };
  const anchors = readAnchors(file);
  if (anchors === null) return { outcome: 'SKIP', reason: 'trust anchors that can not be read' };
  const time = { seconds: 0, step: 0 };
  const validator = await replayValidator(file, anchors, time);
  const pending: { query: RplEntry; question: Question; answer: ValidatedAnswer }[] = [];
  let checked = 0;
  for (const [index, step] of file.steps.entries()) {
    if (step.kind === 'TIME_PASSES') time.seconds += Number(step.words[1]);
    const question = step.entry?.question ?? null;
    if (step.entry === null || question === null) continue;
    if (step.kind === 'QUERY') {
      // Servers answer when the next step is due, as in the recording program.
      time.step = file.steps[index + 1]?.number ?? step.number;
      const answer = await validator.validate(question.name, question.type);
      pending.push({ query: step.entry, question, answer });
    } else if (step.kind === 'CHECK_ANSWER') {
      const asked = pending.shift();
      if (asked === undefined) return { outcome: 'SKIP', reason: 'an answer without a question' };
      if (isReferral(asked.query, step.entry)) {
        return { outcome: 'SKIP', reason: `step ${step.number} expects a referral` };
      }
      const problem = difference(asked.query, step, asked.answer);
      if (problem !== null) return { outcome: 'FAIL', reason: problem };
      checked += 1;
    }
  }
  return checked === 0
    ? { outcome: 'SKIP', reason: 'checks no answer' }
    : { outcome: 'PASS', reason: `${checked} ${checked === 1 ? 'answer' : 'answers'}` };
}

function readAnchors(file: RplFile) {
  const lines = file.settings.filter(({ key }) => key === 'trust-anchor').map(({ value }) => value);
  if (lines.length === 0) return [];
  const anchors = readTrustAnchors(lines.join('\n'));
  return anchors.ok ? anchors.value : null;
}

async function replayValidator(
  file: RplFile,
  anchors: Parameters<typeof createValidator>[0]['anchors'],
  time: { readonly seconds: number; readonly step: number },
): Promise<Validator> {
  const servers = recordedServers(file);
  const start = overrideDate(file) ?? new Date();
  return createValidator({
    anchors,
    clock: () => new Date(start.getTime() + time.seconds * 1000),
    skew: skewOf(file),
    exchange: (question) => {
      const message = servers.resolve(question, time.step);
      return Promise.resolve(message === null ? notAnswered('timeout') : overTheWire(message));
    },
    hooks: {
      algorithms: await legacyAlgorithms(),
      // Unbound takes any digest unless harden-algo-downgrade is set.
      preferStrongDigests: false,
      nsec3IterationsMax: nsec3IterationsOf(file),
    },
  });
}

/** A question without RD may be answered with where to ask; a stub never asks one. */
function isReferral(query: RplEntry, { reply, answers, authorities }: RplEntry): boolean {
  const types = new Set(authorities.map((record) => record.type));
  return (
    !query.reply.has('RD') &&
    reply.has('NOERROR') &&
    answers.length === 0 &&
    types.has(rrType.NS) &&
    !types.has(rrType.SOA)
  );
}

function notAnswered(reason: DnsFailureReason): DnsOutcome {
  return { ok: false, failure: { reason, server: null, milliseconds: 0 } };
}

function overTheWire(message: Message): DnsOutcome {
  const decoded = decodeMessage(encodeMessage(message));
  return decoded.ok ? answered(decoded.value) : notAnswered('malformed');
}

/** What differs from the expectation, in words; `null`: nothing. */
function difference(query: RplEntry, step: RplStep, answer: ValidatedAnswer): string | null {
  const expected = step.entry;
  if (expected === null) return null;
  const told = `${answer.status}${answer.reason === null ? '' : ` (${answer.reason})`}`;
  const subject = `${formatName(answer.name)} ${typeName(answer.type)}`;
  const wanted = statuses(query, expected);
  if (!wanted.includes(statusWord(answer))) {
    return `step ${step.number}: ${subject} is ${told}, expected ${wanted.join(' or ')}`;
  }
  if (expected.reply.has('SERVFAIL')) return null;
  const code = rcodeName(answer.rcode ?? rcode.SERVFAIL);
  if (!expected.reply.has(code)) {
    return `step ${step.number}: ${subject} has rcode ${code}, expected ${[...expected.reply].join(' ')}`;
  }
  const missing = lacking(expected.answers, answer.records, answer.type);
  const surplus = lacking(answer.records, expected.answers, answer.type);
  if (missing.length + surplus.length === 0) return null;
  return `step ${step.number}: ${subject}: missing ${missing.join(', ') || 'nothing'}, surplus ${surplus.join(', ') || 'nothing'}`;
}

/**
 * An indeterminate answer for want of a trust anchor looks like an insecure one; an anchor of
 * algorithms that are not supported is none, too.
 */
function statusWord({ status, reason }: ValidatedAnswer): string {
  if (reason === 'no-trust-anchor' || reason === 'trust-anchor-unsupported') return 'insecure';
  if (status === 'indeterminate') return 'failed';
  return status === 'bogus' ? 'failed' : status;
}

/** AD is only shown to who asks for it by DO or AD (RFC 6840 §5.7); CD asks for no judgement. */
function statuses(query: RplEntry, { reply }: RplEntry): string[] {
  if (query.reply.has('CD')) return ['secure', 'insecure', 'failed'];
  if (reply.has('SERVFAIL')) return ['failed'];
  if (reply.has('AD')) return ['secure'];
  const shows = query.reply.has('DO') || query.reply.has('AD');
  return shows ? ['insecure'] : ['secure', 'insecure'];
}

function lacking(
  from: readonly ResourceRecord[],
  others: readonly ResourceRecord[],
  type: number,
): string[] {
  const present = new Set(others.map(recordKey));
  return from
    .filter((record) => record.type !== rrType.RRSIG || type === rrType.RRSIG)
    .filter((record) => !present.has(recordKey(record)))
    .map((record) => `${formatName(record.owner)} ${typeName(record.type)}`);
}

function recordKey({ owner, type, rdata }: ResourceRecord): string {
  const canonical = Buffer.from(rdataCanonical(type, rdata)).toString('hex');
  return `${formatName(owner).toLowerCase()} ${type} ${canonical}`;
}
