/** What a forger may try with signed answers; none of it may end as secure, nor as insecure. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rcode, rrType, typeName } from '../../../../electron/service/dns/codes.ts';
import { decodeMessage } from '../../../../electron/service/dns/decode.ts';
import { encodeMessage } from '../../../../electron/service/dns/encode.ts';
import { formatName, namesEqual } from '../../../../electron/service/dns/name.ts';
import { formatRdata } from '../../../../electron/service/dns/rdata/format.ts';
import { name, question } from '../../../support/dnssec.ts';
import { replyTo } from '../../../support/recordedExchange.ts';
import { signedWorld, worldExchange, worldValidator } from '../../../support/signedWorld.ts';
import { makeSigningKey, nsecRecord, records, signed } from '../../../support/signer.ts';
import type {
  DnsOutcome,
  Message,
  Question,
  ResourceRecord,
} from '../../../../electron/service/dns/types.ts';
import type { ValidatedAnswer } from '../../../../electron/service/dnssec/types.ts';

const world = signedWorld();

function ask(
  subject: string,
  type: string,
  change?: (question: Question, reply: Message) => Message | DnsOutcome,
): Promise<ValidatedAnswer> {
  const { exchange } = worldExchange(world.pool, change);
  return worldValidator(world, exchange).validate(name(subject), question(subject, type).type);
}

/** Puts one reply in place of that to a question. */
function instead(subject: string, type: string, parts: (reply: Message) => Partial<Message>) {
  const target = question(subject, type);
  return (asked: Question, reply: Message): Message =>
    namesEqual(asked.name, target.name) && asked.type === target.type
      ? { ...reply, ...parts(reply) }
      : reply;
}

function shown({ owner, type, rdata }: ResourceRecord): string {
  return `${formatName(owner)} ${typeName(type)} ${formatRdata(type, rdata)}`.toLowerCase();
}

/** All that an answer claims. */
function claims({ rcode, records, denial }: ValidatedAnswer): unknown {
  return { rcode, denial, records: records.map(shown).sort() };
}

describe('the small signed tree', () => {
  it.each([
    ['www.example.', 'A', 'secure', null],
    ['nowhere.example.', 'A', 'secure', 'nxdomain'],
    ['www.example.', 'AAAA', 'secure', 'nodata'],
    ['ent.example.', 'A', 'secure', 'nodata'],
    ['a.b.wild.example.', 'TXT', 'secure', 'wildcard'],
    ['a.wild.example.', 'A', 'secure', 'wildcard-nodata'],
    ['alias.example.', 'A', 'secure', null],
    ['www.tree.example.', 'A', 'secure', null],
    ['plain.example.', 'DS', 'secure', 'no-ds'],
    ['www.plain.example.', 'A', 'insecure', 'no-ds'],
    ['child.example.', 'DNSKEY', 'secure', null],
    ['.', 'DNSKEY', 'secure', null],
    ['.', 'DS', 'secure', 'no-ds'],
  ])('%s %s is %s', async (subject, type, status, denial) => {
    const answer = await ask(subject, type);
    expect([answer.status, answer.denial?.kind ?? null]).toEqual([status, denial]);
  });
});

describe('an octet changed on the way', () => {
  const questions = [
    ['www.example.', 'A'],
    ['nowhere.example.', 'A'],
    ['www.example.', 'AAAA'],
    ['a.b.wild.example.', 'TXT'],
    ['alias.example.', 'A'],
    ['www.tree.example.', 'A'],
    ['www.child.example.', 'A'],
  ] as const;
  it('never makes an answer secure that says something else, nor any insecure', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...questions),
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async ([subject, type], whichMessage, whichOctet, difference) => {
          const honest = await ask(subject, type);
          // Header and question are compared with what was asked before anything is validated.
          let count = 0;
          const forged = await ask(subject, type, (_, reply) => {
            count += 1;
            if (count !== 1 + (whichMessage % 8)) return reply;
            const wire = encodeMessage(reply);
            const from = encodeMessage({
              ...reply,
              answers: [],
              authorities: [],
              edns: null,
            }).length;
            const at = from + (whichOctet % (wire.length - from));
            wire[at] = (wire[at] ?? 0) ^ difference;
            const decoded = decodeMessage(wire);
            return decoded.ok
              ? decoded.value
              : { ok: false, failure: { reason: 'malformed', server: null, milliseconds: 0 } };
          });
          expect(honest.status).toBe('secure');
          expect(forged.status).not.toBe('insecure');
          if (forged.status === 'secure') expect(claims(forged)).toEqual(claims(honest));
        },
      ),
      { numRuns: 800 },
    );
  });
});

function denialOf(nsec: ResourceRecord) {
  return { answers: [], authorities: signed([nsec], world.example) };
}

describe('records replayed where they do not belong', () => {
  it('the NSEC of a wildcard does not deny a name that it would expand to', async () => {
    const wildcard = nsecRecord('*.wild.example.', 'www.example.', ['TXT', 'RRSIG', 'NSEC']);
    const [, signature] = signed([wildcard], world.example);
    const owner = name('host.wild.example.');
    const replayed = [wildcard, signature].flatMap((record) =>
      record === undefined ? [] : [{ ...record, owner }],
    );
    const answer = await ask(
      'host.wild.example.',
      'TXT',
      instead('host.wild.example.', 'TXT', () => ({ answers: [], authorities: replayed })),
    );
    expect(answer.status).toBe('bogus');
  });

  it("a parent's NSEC at a delegation does not deny names in the child", async () => {
    const nsec = nsecRecord('child.example.', 'mail.example.', ['NS', 'DS', 'RRSIG', 'NSEC']);
    const answer = await ask(
      'www.child.example.',
      'A',
      instead('www.child.example.', 'A', () => ({ ...denialOf(nsec), rcode: rcode.NXDOMAIN })),
    );
    expect(answer.status).toBe('bogus');
  });

  it("the child's own NSEC does not deny its DS", async () => {
    const nsec = nsecRecord('child.example.', 'www.child.example.', [
      'NS',
      'SOA',
      'DNSKEY',
      'NSEC',
    ]);
    const answer = await ask(
      'www.child.example.',
      'A',
      instead('child.example.', 'DS', () => ({
        answers: [],
        authorities: signed([nsec], world.child),
      })),
    );
    expect([answer.status, answer.reason]).not.toContain('insecure');
    expect(answer.status).toBe('bogus');
  });

  it('an NSEC with the type, or a CNAME, denies nothing', async () => {
    for (const types of [['A'], ['CNAME']] as const) {
      const nsec = nsecRecord('www.example.', 'zzz.example.', [...types, 'RRSIG', 'NSEC']);
      const answer = await ask(
        'www.example.',
        'A',
        instead('www.example.', 'A', () => denialOf(nsec)),
      );
      expect([answer.status, answer.reason]).toEqual(['bogus', 'denial-contradicted']);
    }
  });

  it('an NSEC that reaches over the zone denies nothing', async () => {
    const nsec = nsecRecord('mail.example.', 'zzz.', ['MX', 'RRSIG', 'NSEC']);
    const answer = await ask(
      'nowhere.example.',
      'A',
      instead('nowhere.example.', 'A', () => denialOf(nsec)),
    );
    expect(answer.status).toBe('bogus');
  });

  it('a name that is only denied, without its wildcard, stays unproven', async () => {
    const nsec = nsecRecord('mail.example.', 'tree.example.', ['MX', 'RRSIG', 'NSEC']);
    const answer = await ask(
      'nowhere.example.',
      'A',
      instead('nowhere.example.', 'A', () => ({ ...denialOf(nsec), rcode: rcode.NXDOMAIN })),
    );
    expect([answer.status, answer.reason]).toEqual(['bogus', 'denial-incomplete']);
  });

  it('an expanded answer without proof that the name does not exist is bogus', async () => {
    const answer = await ask(
      'a.wild.example.',
      'TXT',
      instead('a.wild.example.', 'TXT', (reply) => ({ answers: reply.answers, authorities: [] })),
    );
    expect([answer.status, answer.reason]).toEqual(['bogus', 'wildcard-unproven']);
  });

  it('a wildcard can not stand in for a name that exists', async () => {
    const txt = records('www.example. TXT "wild"');
    const forged = signed(txt, world.example, { labels: 1 });
    const answer = await ask(
      'www.example.',
      'TXT',
      instead('www.example.', 'TXT', (reply) => ({ ...reply, answers: forged })),
    );
    expect(answer.status).toBe('bogus');
  });

  it('a CNAME that is not what its DNAME makes of the name is refused', async () => {
    const answer = await ask(
      'www.tree.example.',
      'A',
      instead('www.tree.example.', 'A', (reply) => ({
        answers: reply.answers.map((record) =>
          record.type === rrType.CNAME
            ? { ...record, rdata: records('x. CNAME evil.example.')[0]?.rdata ?? record.rdata }
            : record,
        ),
      })),
    );
    expect([answer.status, answer.reason]).toEqual(['bogus', 'dname-mismatch']);
  });

  it('an alias beside its secure target can not be cut out', async () => {
    const answer = await ask(
      'alias.example.',
      'A',
      instead('alias.example.', 'A', (reply) => ({
        answers: reply.answers.filter(
          ({ type, owner }) => type !== rrType.RRSIG || !namesEqual(owner, name('alias.example.')),
        ),
      })),
    );
    expect([answer.status, answer.reason]).toEqual(['bogus', 'signature-missing']);
  });
});

describe('keys that may not sign', () => {
  it.each([
    ['revoked', { flags: 0x0181 }],
    ['not of a zone', { flags: 0x0001 }],
    ['of another protocol', { protocol: 2 }],
  ])('a key that is %s does not count', async (_, fields) => {
    const bad = makeSigningKey('example.', fields);
    const keys = [world.example.dnskey, bad.dnskey];
    const data = records('www.example. A 192.0.2.66');
    const answer = await ask('www.example.', 'A', (asked, reply) => {
      if (asked.type === rrType.DNSKEY && namesEqual(asked.name, name('example.'))) {
        return replyTo(asked, { answers: signed(keys, world.example) });
      }
      return instead('www.example.', 'A', () => ({ answers: signed(data, bad) }))(asked, reply);
    });
    expect([answer.status, answer.reason]).toEqual(['bogus', 'signature-key-missing']);
  });

  it('a key that only its own signature speaks for does not enter the key set', async () => {
    const evil = makeSigningKey('example.');
    const answer = await ask(
      'www.example.',
      'A',
      instead('example.', 'DNSKEY', () => ({
        answers: signed([world.example.dnskey, evil.dnskey], evil),
      })),
    );
    expect(answer.status).toBe('bogus');
  });

  it.each([
    ['that has more labels than its owner', { labels: 3 }, 'signature-labels'],
    ['of fewer labels than its zone', { labels: 0 }, 'signature-labels'],
    ['in the name of another zone', { signer: name('child.example.') }, 'signature-missing'],
    ['of a zone that is none', { signer: name('www.example.') }, 'signature-signer'],
  ])('a signature %s proves nothing', async (_, changes, reason) => {
    const data = records('www.example. A 192.0.2.66');
    const answer = await ask(
      'www.example.',
      'A',
      instead('www.example.', 'A', () => ({ answers: signed(data, world.example, changes) })),
    );
    expect([answer.status, answer.reason]).toEqual(['bogus', reason]);
  });
});
