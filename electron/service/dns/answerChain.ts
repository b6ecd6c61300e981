import { rrType } from './codes.ts';
import { isSubdomainOf, nameKey } from './name.ts';
import { parseTarget } from './rdata/parse.ts';
import type { DomainName, Message, Question, ResourceRecord } from './types.ts';

/** Aliases that are followed within one answer; resolvers stop earlier. */
const aliasesMax = 32;

function dnameOver(records: readonly ResourceRecord[], name: DomainName): ResourceRecord | null {
  return (
    records.find(
      (record) =>
        record.type === rrType.DNAME &&
        record.owner.length < name.length &&
        isSubdomainOf(name, record.owner),
    ) ?? null
  );
}

/**
 * The answer section in the order in which it answers: alias by alias, then the records asked for,
 * without signatures (unless they were asked for). Records that belong to no link are left out.
 */
export function answerChain(message: Message, question: Question): ResourceRecord[] {
  const { type } = question;
  const records = message.answers.filter(
    (record) => record.type !== rrType.RRSIG || type === rrType.RRSIG,
  );
  const chain: ResourceRecord[] = [];
  let name: DomainName = question.name;
  for (let aliases = 0; aliases <= aliasesMax; aliases += 1) {
    const key = nameKey(name);
    const here = records.filter((record) => nameKey(record.owner) === key);
    const asked = here.filter((record) => record.type === type || type === rrType.ANY);
    const dname = dnameOver(records, name);
    if (dname !== null && !chain.includes(dname)) chain.push(dname);
    const alias = here.find((record) => record.type === rrType.CNAME);
    const target = alias === undefined || asked.length > 0 ? null : parseTarget(alias.rdata);
    if (alias === undefined || target === null) return [...chain, ...asked];
    chain.push(alias);
    name = target;
  }
  return chain;
}
