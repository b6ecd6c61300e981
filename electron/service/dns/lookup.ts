import { answerChain } from './answerChain.ts';
import { extendedErrorName, rcodeName, typeName } from './codes.ts';
import { formatName } from './name.ts';
import { plainName } from './queryName.ts';
import { formatRdata } from './rdata/format.ts';
import type { DnsAnswerView, DnsRecord, ResolverView } from '../../../shared/contract/dns.ts';
import type { ExchangeHandle } from './exchange.ts';
import type { DnsOutcome, Question, ResourceRecord } from './types.ts';

export interface Lookup {
  readonly answer: DnsAnswerView;
  /** Which resolver answered, as the person named it; `null`: none. */
  readonly server: string | null;
  readonly milliseconds: number;
}

export function describeRecord(record: ResourceRecord): DnsRecord {
  return {
    owner: formatName(record.owner),
    type: typeName(record.type),
    ttl: record.ttl,
    data: formatRdata(record.type, record.rdata),
  };
}

/** What the resolver itself says, from an answer to a question without CD. */
export function describeResolverView(opinion: DnsOutcome): ResolverView {
  if (!opinion.ok) return { ad: null, rcode: null, ede: [] };
  const { authenticData, rcode, edns } = opinion.answer.message;
  return {
    ad: authenticData,
    rcode: rcodeName(rcode),
    ede: (edns?.extendedErrors ?? []).map(({ code, text }) => ({
      code,
      name: extendedErrorName(code),
      text,
    })),
  };
}

/**
 * Asks a question twice at the same time: with CD for the data, without it for what the resolver
 * makes of them. Nothing is validated.
 */
export async function lookup(
  exchange: ExchangeHandle,
  question: Question,
  signal?: AbortSignal,
): Promise<Lookup> {
  const [outcome, opinion] = await Promise.all([
    exchange(question, signal),
    exchange.opinion(question, signal),
  ]);
  const { server, milliseconds } = outcome.ok ? outcome.answer : outcome.failure;
  const records = outcome.ok ? answerChain(outcome.answer.message, question) : [];
  return {
    answer: {
      schema: 'exo-companion/dns-answer@1',
      name: plainName(question.name),
      type: typeName(question.type),
      reason: outcome.ok ? null : outcome.failure.reason,
      rcode: outcome.ok ? rcodeName(outcome.answer.message.rcode) : null,
      records: records.map(describeRecord),
      denial: null,
      resolver: describeResolverView(opinion),
      expires: null,
    },
    server,
    milliseconds,
  };
}
