import { rcode, rrType } from '../../electron/service/dns/codes.ts';
import {
  ancestors,
  isSubdomainOf,
  nameWire,
  namesEqual,
  wildcardOf,
} from '../../electron/service/dns/name.ts';
import { parseTarget } from '../../electron/service/dns/rdata/parse.ts';
import type {
  DnsOutcome,
  DomainName,
  Exchange,
  Message,
  Question,
  ResourceRecord,
} from '../../electron/service/dns/types.ts';

/** A reply as a resolver gives it to a question with DO and CD. */
export function replyTo(question: Question, parts: Partial<Message>): Message {
  return {
    id: 0,
    opcode: 0,
    isResponse: true,
    authoritative: false,
    truncated: false,
    recursionDesired: true,
    recursionAvailable: true,
    authenticData: false,
    checkingDisabled: true,
    rcode: rcode.NOERROR,
    questions: [{ ...question, class: 1 }],
    answers: [],
    authorities: [],
    additionals: [],
    edns: { udpSize: 1232, version: 0, dnssecOk: true, extendedErrors: [] },
    ...parts,
  };
}

export function answered(message: Message): DnsOutcome {
  return { ok: true, answer: { message, server: 'udp://192.0.2.53:53', milliseconds: 1 } };
}

function isSignatureOf(record: ResourceRecord, type: number): boolean {
  return (
    record.type === rrType.RRSIG && ((record.rdata[0] ?? 0) << 8) + (record.rdata[1] ?? 0) === type
  );
}

function rrset(pool: readonly ResourceRecord[], owner: DomainName, type: number): ResourceRecord[] {
  return pool.filter(
    (record) =>
      namesEqual(record.owner, owner) && (record.type === type || isSignatureOf(record, type)),
  );
}

/** The RRset of the wildcard that stands for a name that does not exist. */
function expanded(pool: readonly ResourceRecord[], name: DomainName, type: number) {
  const encloser = ancestors(name).find((ancestor) =>
    pool.some(({ owner }) => isSubdomainOf(owner, ancestor)),
  );
  if (encloser === undefined || encloser.length === name.length) return [];
  return rrset(pool, wildcardOf(encloser), type).map((record) => ({ ...record, owner: name }));
}

/** What a resolver that knows nothing but `pool` answers; every denial comes with all NSECs it has. */
export function recordedReply(pool: readonly ResourceRecord[], question: Question): Message {
  const denials = pool.filter((record) =>
    [rrType.NSEC, rrType.NSEC3].some((type) => record.type === type || isSignatureOf(record, type)),
  );
  const answers: ResourceRecord[] = [];
  let { name } = question;
  for (;;) {
    const own = rrset(pool, name, question.type);
    const data = own.length > 0 ? own : expanded(pool, name, question.type);
    if (data.length > 0) {
      return replyTo(question, { answers: [...answers, ...data], authorities: denials });
    }
    const cname = rrset(pool, name, rrType.CNAME);
    const dname = pool.find(
      ({ type, owner }) =>
        type === rrType.DNAME && owner.length < name.length && isSubdomainOf(name, owner),
    );
    const target = parseTarget((cname[0] ?? dname)?.rdata ?? new Uint8Array());
    if (target === null) break;
    if (dname === undefined) {
      answers.push(...cname);
      name = target;
    } else {
      const redirected = [...name.slice(0, name.length - dname.owner.length), ...target];
      const synthesized = {
        ...dname,
        owner: name,
        type: rrType.CNAME,
        rdata: nameWire(redirected),
      };
      answers.push(...rrset(pool, dname.owner, rrType.DNAME), synthesized);
      name = redirected;
    }
  }
  const exists = pool.some(({ owner }) => isSubdomainOf(owner, name));
  const code = exists ? rcode.NOERROR : rcode.NXDOMAIN;
  return replyTo(question, { rcode: code, answers, authorities: denials });
}

/** Answers from a list of records, and remembers what it was asked. */
export function recordedExchange(pool: readonly ResourceRecord[]): {
  readonly exchange: Exchange;
  readonly asked: Question[];
} {
  const asked: Question[] = [];
  return {
    asked,
    exchange: (question) => {
      asked.push(question);
      return Promise.resolve(answered(recordedReply(pool, question)));
    },
  };
}
