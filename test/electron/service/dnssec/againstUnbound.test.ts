import { afterAll, beforeAll, expect, it } from 'vitest';
import { rcodeName, rrType, typeName } from '../../../../electron/service/dns/codes.ts';
import { createExchange } from '../../../../electron/service/dns/exchange.ts';
import { formatName } from '../../../../electron/service/dns/name.ts';
import { formatRdata } from '../../../../electron/service/dns/rdata/format.ts';
import { parseResolver } from '../../../../electron/service/dns/resolver.ts';
import { readTrustAnchors } from '../../../../electron/service/dnssec/anchors/readTrustAnchors.ts';
import { createValidator } from '../../../../electron/service/dnssec/createValidator.ts';
import { dnsLabPrograms, startDnsLab } from '../../../lab/dns/dnsLab.ts';
import { labQuestions } from '../../../lab/dns/questions.ts';
import {
  asPeerStatus,
  delvStatus,
  resolverStatus,
  writeDelvAnchors,
} from '../../../support/peerStatus.ts';
import { describeWith } from '../../../support/requirements.ts';
import type { ExchangeHandle } from '../../../../electron/service/dns/exchange.ts';
import type { Question, ResourceRecord } from '../../../../electron/service/dns/types.ts';
import type { ValidatedAnswer, Validator } from '../../../../electron/service/dnssec/types.ts';
import type { DnsLab } from '../../../lab/dns/dnsLab.ts';
import type { PeerStatus } from '../../../support/peerStatus.ts';

interface Difference {
  readonly section: string;
  readonly why: string;
  readonly applies: (answer: ValidatedAnswer, theirs: PeerStatus) => boolean;
}

/** Where Unbound 1.17 is not followed; since 1.20 it decides as the RFC does. */
const unboundDifferences: readonly Difference[] = [
  {
    section: 'RFC 6672 §3.2, §5.3.1',
    why: 'a question for CNAME or DNAME below a DNAME is answered by what the DNAME makes of it, and its signature suffices',
    applies: ({ type, aliases }, theirs) =>
      (type === rrType.CNAME || type === rrType.DNAME) &&
      aliases.some(({ kind }) => kind === 'dname') &&
      theirs !== 'secure',
  },
];

/** Where delv is not followed. */
const delvDifferences: readonly Difference[] = [
  {
    section: 'RFC 5155 §9.2',
    why: 'what an opt-out NSEC3 covers may be an unsigned delegation: no AD, hence insecure',
    applies: ({ reason }, theirs) => reason === 'denial-opt-out' && theirs === 'secure',
  },
];

/** At once; more would only wait in the exchange. */
const batchSize = 100;

async function inBatches<T>(
  questions: readonly Question[],
  size: number,
  ask: (question: Question) => Promise<T>,
): Promise<T[]> {
  const results: T[] = [];
  for (let at = 0; at < questions.length; at += size) {
    results.push(...(await Promise.all(questions.slice(at, at + size).map(ask))));
  }
  return results;
}

/** Without TTL and signatures, in any order. */
function contents(records: readonly ResourceRecord[]): string[] {
  return records
    .filter(({ type }) => type !== rrType.RRSIG)
    .map(({ owner, type, rdata }) =>
      `${formatName(owner)} ${typeName(type)} ${formatRdata(type, rdata)}`.toLowerCase(),
    )
    .sort();
}

function shown({ name, type, status, reason }: ValidatedAnswer): string {
  return `${formatName(name)} ${typeName(type)}: ${status} (${reason ?? 'no reason'})`;
}

describeWith([...dnsLabPrograms, 'delv'], 'validation over the lab', () => {
  let lab: DnsLab;
  let validator: Validator;
  const opened: ExchangeHandle[] = [];

  function over(text: string): ExchangeHandle {
    const resolver = parseResolver(text);
    if (!resolver.ok) throw new Error(text);
    const exchange = createExchange({
      resolvers: [resolver.value],
      resolverCa: null,
      timeout: 8000,
    });
    opened.push(exchange);
    return exchange;
  }

  beforeAll(async () => {
    lab = await startDnsLab();
    const anchors = readTrustAnchors(lab.trustAnchorText);
    if (!anchors.ok) throw new Error(anchors.error.code);
    validator = createValidator({
      exchange: over(lab.plainResolver),
      anchors: anchors.value,
      clock: () => new Date(),
    });
  }, 120_000);

  afterAll(async () => {
    for (const exchange of opened) exchange.close();
    await lab.stop();
  });

  it("gives Unbound's status, rcode and records for thousands of questions over one socket", async () => {
    const questions = labQuestions(lab.zones).filter((_, index) => index % 11 === 0);
    const answers = await inBatches(questions, batchSize, ({ name, type }) =>
      validator.validate(name, type),
    );
    const unbound = over(lab.validatingResolver.replace('udp:', 'tcp:'));
    const opinions = await inBatches(questions, batchSize, (question) => unbound.opinion(question));
    const counts = { secure: 0, insecure: 0, failed: 0 };
    const unexplained: string[] = [];
    for (const [index, answer] of answers.entries()) {
      const opinion = opinions[index];
      if (opinion === undefined) throw new Error('as many opinions as questions');
      const theirs = resolverStatus(opinion);
      const ours = asPeerStatus(answer.status);
      counts[ours] += 1;
      if (unboundDifferences.some(({ applies }) => applies(answer, theirs))) continue;
      if (ours !== theirs) unexplained.push(`${shown(answer)}, Unbound: ${theirs}`);
      if (ours !== theirs || ours === 'failed' || !opinion.ok) continue;
      const { message } = opinion.answer;
      expect(rcodeName(answer.rcode ?? -1), shown(answer)).toBe(rcodeName(message.rcode));
      expect(contents(answer.records), shown(answer)).toEqual(contents(message.answers));
    }
    expect(unexplained).toEqual([]);
    expect(answers.length).toBeGreaterThan(4000);
    for (const count of Object.values(counts)) expect(count).toBeGreaterThan(500);
  }, 300_000);

  it("gives delv's status for a sample of 200", async () => {
    const all = labQuestions(lab.zones);
    const every = Math.floor(all.length / 260);
    const sample = all.filter((_, index) => index % every === 0);
    const answers = await inBatches(sample, batchSize, ({ name, type }) =>
      validator.validate(name, type),
    );
    const direct = answers.filter(({ aliases }) => aliases.length === 0).slice(0, 200);
    const anchors = writeDelvAnchors(lab.folder, lab.trustAnchorText);
    const port = Number(lab.plainResolver.split(':').at(-1));
    const theirs = await inBatches(direct, 4, (question) => delvStatus(question, port, anchors));
    const unexplained = direct.flatMap((answer, index) => {
      const delv = theirs[index] ?? 'failed';
      const isExplained = delvDifferences.some(({ applies }) => applies(answer, delv));
      return asPeerStatus(answer.status) === delv || isExplained
        ? []
        : [`${shown(answer)}, delv: ${delv}`];
    });
    expect(unexplained).toEqual([]);
    expect(direct.length).toBe(200);
  }, 300_000);
});
