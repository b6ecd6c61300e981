/**
 * Plays a resolver over the recorded servers of a scenario: from the configured servers down the zones
 * that the recording knows; what no server is recorded to answer comes from the RRsets that others of
 * its answers hold, as from a cache.
 */
import { rcode, rrType } from '../../../electron/service/dns/codes.ts';
import { isSubdomainOf, nameKey, namesEqual } from '../../../electron/service/dns/name.ts';
import { replyTo } from '../../support/recordedExchange.ts';
import { knownZones, serverAddress } from './knownZones.ts';
import type {
  DomainName,
  Message,
  Question,
  ResourceRecord,
} from '../../../electron/service/dns/types.ts';
import type { Zone } from './knownZones.ts';
import type { RplEntry, RplFile } from './rplFile.ts';

export interface RecordedServers {
  /** What a resolver would answer at this step; `null`: no server answers. */
  resolve(question: Question, step: number): Message | null;
}

export function recordedServers(file: RplFile): RecordedServers {
  const zones = knownZones(file);
  const isCachingDenials = file.settings.some(
    ({ key, value }) => key === 'aggressive-nsec' && value === 'yes',
  );
  const handedOut: Message[] = [];
  const isScrubbing = !file.settings.some(
    ({ key, value }) => key === 'iter-scrub-promiscuous' && value === 'no',
  );

  function* entriesAt(step: number, addresses: ReadonlySet<string> | null): Iterable<RplEntry> {
    for (const { from, to, address, entries } of file.ranges) {
      const isActive = step >= from && step <= to;
      const isHere = address === null || addresses?.has(serverAddress(address)) !== false;
      if (isActive && isHere) {
        yield* entries;
      }
    }
  }

  function ask(
    question: Question,
    step: number,
    addresses: ReadonlySet<string> | null,
    transport: 'UDP' | 'TCP' = 'UDP',
  ): Message | null {
    let refused: Message | null = null;
    for (const entry of entriesAt(step, addresses)) {
      if (!matches(entry, question, transport)) continue;
      if (entry.reply.has('TC') && transport === 'UDP') {
        return ask(question, step, addresses, 'TCP');
      }
      const reply = message(entry, question);
      if (usableRcodes.has(reply.rcode)) return reply;
      refused ??= reply;
    }
    return refused;
  }

  /** The parent's word on a delegation that stands in a referral to another question. */
  function delegationOf(question: Question, step: number): Message | null {
    if (question.type !== rrType.DS) return null;
    const entries = [...entriesAt(step, null)];
    const referral = entries.find(
      ({ answers, authorities }) =>
        answers.length === 0 &&
        authorities.some((record) => isCutAt(record, question.name)) &&
        authorities.some(isProof),
    );
    if (referral !== undefined) return delegationAnswer(referral, question);
    // A resolver keeps denials and answers DS questions from them (RFC 8198).
    const denials = entries.flatMap(({ authorities }) => authorities.filter(isDenial));
    return denials.length > 0 ? replyTo(question, { authorities: unique(denials) }) : null;
  }

  /** Out of answers to other questions: an RRset, an alias of the name, or that it does not exist. */
  function fromCache({ name, type }: Question, step: number): Message | null {
    const entries = [...entriesAt(step, null)];
    const isHere = (owner: DomainName) => namesEqual(owner, name);
    const isAbove = (owner: DomainName) => owner.length < name.length && isSubdomainOf(name, owner);
    const wanted: readonly [number, (owner: DomainName) => boolean][] = [
      [type, isHere],
      [rrType.DNAME, isAbove],
      [rrType.CNAME, isHere],
    ];
    for (const [cached, isOwner] of wanted) {
      for (const entry of entries) {
        const answers = entry.answers.filter(
          (record) => isOwner(record.owner) && typeOrCovered(record) === cached,
        );
        if (!answers.some((record) => record.type === cached)) continue;
        const reply = message(entry, { name, type });
        // A question for the alias itself ends with it.
        const isEnd = cached === type || type === rrType.CNAME;
        return { ...reply, rcode: isEnd ? rcode.NOERROR : reply.rcode, answers };
      }
    }
    const absent = entries.find(
      ({ question, answers, reply }) =>
        question !== null && isHere(question.name) && answers.length === 0 && reply.has('NXDOMAIN'),
    );
    return absent === undefined ? null : message(absent, { name, type });
  }

  /**
   * RFC 8198: out of all denials that were given so far. Which of them deny this name, and whether they
   * deny the name or the type, is for the validator to find out.
   */
  function fromDenials(question: Question): Message | null {
    const records = handedOut.flatMap(({ authorities }) => authorities);
    const denials = records.filter(
      (record) => isDenial(record) || typeOrCovered(record) === rrType.SOA,
    );
    return isCachingDenials && denials.some(isDenial)
      ? replyTo(question, { rcode: rcode.NXDOMAIN, authorities: unique(denials) })
      : null;
  }

  function fromServers(question: Question, step: number): Message | null {
    let refused: Message | null = null;
    for (const zone of zonesOf(question, zones)) {
      const reply = ask(question, step, zone.addresses);
      if (reply === null) continue;
      if (isReferral(reply, question, zone.name)) {
        if (question.type !== rrType.DS) continue;
        const isHere = reply.authorities.some((record) => isCutAt(record, question.name));
        if (isHere) return delegationAnswer(reply, question);
        continue;
      }
      if (usableRcodes.has(reply.rcode)) return isScrubbing ? scrub(reply, zone.name) : reply;
      refused ??= reply;
    }
    return refused;
  }

  return {
    resolve(question, step) {
      const reply =
        fromServers(question, step) ??
        fromCache(question, step) ??
        delegationOf(question, step) ??
        fromDenials(question);
      if (reply !== null) handedOut.push(reply);
      return reply;
    },
  };
}

const usableRcodes: ReadonlySet<number> = new Set([rcode.NOERROR, rcode.NXDOMAIN, rcode.YXDOMAIN]);

/** Zones whose servers may know, from the top; the DS of a name is its parent's to know. */
function zonesOf({ name, type }: Question, zones: readonly Zone[]): Zone[] {
  return zones
    .filter((zone) => isSubdomainOf(name, zone.name))
    .filter((zone) => type !== rrType.DS || zone.name.length < name.length || name.length === 0)
    .toSorted((a, b) => a.name.length - b.name.length);
}

function matches(
  { match, question }: RplEntry,
  asked: Question,
  transport: 'UDP' | 'TCP',
): boolean {
  const other = transport === 'UDP' ? 'TCP' : 'UDP';
  if (question === null || match.has(other) || match.has('noedns')) return false;
  if (match.has('qtype') && question.type !== asked.type) return false;
  if (match.has('qname') && !namesEqual(question.name, asked.name)) return false;
  return !match.has('subdomain') || isSubdomainOf(asked.name, question.name);
}

const rcodes = new Map<string, number>(Object.entries(rcode));

function message(entry: RplEntry, asked: Question): Message {
  const code = [...entry.reply]
    .map((word) => rcodes.get(word))
    .find((found) => found !== undefined);
  return replyTo(asked, {
    authoritative: entry.reply.has('AA'),
    rcode: code ?? rcode.NOERROR,
    answers: entry.answers,
    authorities: entry.authorities,
    additionals: entry.additionals,
  });
}

/** Sends on to a zone below this server's own, at or above the question's name. */
function isReferral(reply: Message, { name }: Question, zone: DomainName): boolean {
  if (reply.rcode !== rcode.NOERROR || reply.answers.length > 0) return false;
  if (reply.authorities.some(({ type }) => type === rrType.SOA)) return false;
  return reply.authorities.some(
    ({ type, owner }) =>
      type === rrType.NS && owner.length > zone.length && isSubdomainOf(name, owner),
  );
}

function typeOrCovered({ type, rdata }: ResourceRecord): number {
  return type === rrType.RRSIG ? ((rdata[0] ?? 0) << 8) + (rdata[1] ?? 0) : type;
}

function isCutAt({ type, owner }: ResourceRecord, name: DomainName): boolean {
  return type === rrType.NS && namesEqual(owner, name);
}

function isDenial(record: ResourceRecord): boolean {
  const type = typeOrCovered(record);
  return type === rrType.NSEC || type === rrType.NSEC3;
}

function isProof(record: ResourceRecord): boolean {
  return isDenial(record) || record.type === rrType.DS;
}

function unique(records: readonly ResourceRecord[]): ResourceRecord[] {
  const byText = new Map(
    records.map((record) => [
      `${nameKey(record.owner)} ${record.type} ${Buffer.from(record.rdata).toString('hex')}`,
      record,
    ]),
  );
  return [...byText.values()];
}

/** A referral says all that the parent knows of the DS, or of its absence. */
function delegationAnswer(
  { authorities }: Pick<Message, 'authorities'>,
  question: Question,
): Message {
  const isDs = (record: ResourceRecord) =>
    typeOrCovered(record) === rrType.DS && namesEqual(record.owner, question.name);
  return replyTo(question, {
    answers: authorities.filter(isDs),
    authorities: authorities.filter((record) => !isDs(record) && record.type !== rrType.NS),
  });
}

/** A server's data outside its zone do not count; denials do, since they are signed or nothing. */
function scrub(reply: Message, zone: DomainName): Message {
  return { ...reply, answers: reply.answers.filter(({ owner }) => isSubdomainOf(owner, zone)) };
}
