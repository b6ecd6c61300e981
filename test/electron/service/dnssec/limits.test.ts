/** Zones written to cost a validator dearly: each ends soon, with the reason told. */
import { describe, expect, it } from 'vitest';
import { rrType } from '../../../../electron/service/dns/codes.ts';
import { nameWire, namesEqual } from '../../../../electron/service/dns/name.ts';
import { keyTag } from '../../../../electron/service/dns/rdata/parse.ts';
import { runtimeAlgorithms } from '../../../../electron/service/dnssec/crypto/algorithmSuite.ts';
import {
  aliasesMax,
  delegationRecordsMax,
  queriesPerQuestionMax,
  verificationsPerRrsetMax,
  zoneKeysMax,
} from '../../../../electron/service/dnssec/limits.ts';
import { name, question } from '../../../support/dnssec.ts';
import { replyTo } from '../../../support/recordedExchange.ts';
import { signedWorld, worldExchange, worldValidator } from '../../../support/signedWorld.ts';
import {
  dsRecord,
  makeRecord,
  makeSigningKey,
  records,
  signed,
  signRrset,
} from '../../../support/signer.ts';
import type { Message, Question, ResourceRecord } from '../../../../electron/service/dns/types.ts';
import type { AlgorithmSuite } from '../../../../electron/service/dnssec/crypto/algorithmSuite.ts';

const world = signedWorld();

function isFor(asked: Question, subject: string, type: string): boolean {
  const target = question(subject, type);
  return namesEqual(asked.name, target.name) && asked.type === target.type;
}

/** A key of invented octets that has this tag, which is hardly more than their sum. */
function keyWithTag(tag: number, seed: number): ResourceRecord {
  const rdata = Buffer.concat([Buffer.of(1, 1, 3, 15), Buffer.alloc(32, seed)]);
  rdata.writeUInt16BE(0, 34);
  const missing = tag - keyTag(rdata);
  for (const candidate of [missing, missing - 1, missing + 0xffff]) {
    if (candidate < 0 || candidate > 0xffff) continue;
    rdata.writeUInt16BE(candidate, 34);
    if (keyTag(rdata) === tag) return makeRecord(name('example.'), rrType.DNSKEY, rdata);
  }
  throw new Error('no key of that tag');
}

/** Counts signatures that are verified. */
async function counting(): Promise<{ suite: AlgorithmSuite; count: () => number }> {
  const runtime = await runtimeAlgorithms();
  let verified = 0;
  return {
    count: () => verified,
    suite: {
      supported: runtime.supported,
      createPublicKey: (algorithm, octets) => {
        const key = runtime.createPublicKey(algorithm, octets);
        return (
          key && {
            verify: (data, signature) => {
              verified += 1;
              return key.verify(data, signature);
            },
          }
        );
      },
    },
  };
}

function many(count: number, make: (index: number) => ResourceRecord): ResourceRecord[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

/** An alias to a name that was never heard of. */
function aliasOf(asked: Question): Message {
  const target = name(`n${asked.name.length}${Math.random().toString(36).slice(2)}.plain.example.`);
  return replyTo(asked, { answers: [makeRecord(asked.name, rrType.CNAME, nameWire(target))] });
}

describe('KeyTrap (CVE-2023-50387)', () => {
  it('keys of one tag and signatures that all fail cost a bounded number of verifications', async () => {
    const { suite, count } = await counting();
    const { tag } = world.example;
    const keys = Array.from({ length: 40 }, (_, index) => keyWithTag(tag, index + 1));
    const data = records('www.example. A 192.0.2.66');
    const liar = makeSigningKey('example.');
    const signatures = Array.from({ length: 60 }, (_, index) =>
      signRrset(data, liar, { tag, originalTtl: 1000 + index }),
    );
    const { exchange } = worldExchange(world.pool, (asked, reply): Message => {
      if (isFor(asked, 'example.', 'DNSKEY')) {
        return replyTo(asked, { answers: signed([world.example.dnskey, ...keys], world.example) });
      }
      return isFor(asked, 'www.example.', 'A')
        ? { ...reply, answers: [...data, ...signatures] }
        : reply;
    });
    const validator = worldValidator(world, exchange, { hooks: { algorithms: suite } });
    const answer = await validator.validate(name('www.example.'), rrType.A);
    expect([answer.status, answer.reason]).toEqual(['bogus', 'limit-verifications']);
    // The RRset's own, and those of the few RRsets of the chain and of denials.
    expect(count()).toBeLessThanOrEqual(4 * verificationsPerRrsetMax);
  });

  it.each([
    ['keys', 'DNSKEY'],
    ['DS records', 'DS'],
  ])('a zone with more %s than any has is refused', async (_, type) => {
    const { exchange } = worldExchange(world.pool, (asked, reply): Message => {
      if (!isFor(asked, 'example.', type)) return reply;
      const rrset =
        type === 'DNSKEY'
          ? [
              world.example.dnskey,
              ...many(
                zoneKeysMax,
                (index) => makeSigningKey('example.', { flags: 256 + 16 * (index % 2) }).dnskey,
              ),
            ]
          : [
              dsRecord(world.example),
              ...many(delegationRecordsMax, (index) =>
                makeRecord(
                  name('example.'),
                  rrType.DS,
                  Buffer.concat([Buffer.of(0, index, 15, 2), Buffer.alloc(32)]),
                ),
              ),
            ];
      return replyTo(asked, {
        answers: signed(rrset, type === 'DNSKEY' ? world.example : world.root),
      });
    });
    const answer = await worldValidator(world, exchange).validate(name('www.example.'), rrType.A);
    expect([answer.status, answer.reason]).toEqual(['bogus', 'limit-records']);
  });
});

describe('names that lead on and on', () => {
  it('an endless chain of aliases ends as undetermined', async () => {
    const { exchange, questions } = worldExchange(world.pool, (asked, reply) =>
      asked.type === rrType.A ? aliasOf(asked) : reply,
    );
    const answer = await worldValidator(world, exchange).validate(
      name('a.plain.example.'),
      rrType.A,
    );
    expect([answer.status, answer.reason]).toEqual(['indeterminate', 'limit-aliases']);
    expect(answer.aliases).toHaveLength(aliasesMax);
    expect(questions.length).toBeLessThan(queriesPerQuestionMax);
  });

  it('two aliases that name each other end as undetermined', async () => {
    const { exchange } = worldExchange(world.pool, (asked, reply) => {
      if (asked.type !== rrType.A) return reply;
      const [from, to] = isFor(asked, 'a.plain.example.', 'A') ? ['a', 'b'] : ['b', 'a'];
      return replyTo(asked, {
        answers: records(`${from}.plain.example. CNAME ${to}.plain.example.`),
      });
    });
    const answer = await worldValidator(world, exchange).validate(
      name('a.plain.example.'),
      rrType.A,
    );
    expect([answer.status, answer.reason]).toEqual(['indeterminate', 'alias-loop']);
  });

  it('a name of 127 labels is still answered', async () => {
    const deep = `${'a.'.repeat(119)}plain.example.`;
    const { exchange, questions } = worldExchange([
      ...world.pool,
      ...records(`${deep} A 192.0.2.7`),
    ]);
    const answer = await worldValidator(world, exchange).validate(name(deep), rrType.A);
    expect([answer.status, answer.reason]).toEqual(['insecure', 'delegation-unsigned']);
    expect(questions.length).toBeLessThan(130);
  });
});

describe('a large answer', () => {
  it('of a thousand records is validated', async () => {
    const many = Array.from({ length: 1000 }, (_, index) =>
      makeRecord(name('www.example.'), rrType.A, Buffer.of(10, 0, index >> 8, index & 255)),
    );
    const { exchange } = worldExchange(world.pool, (asked, reply): Message =>
      isFor(asked, 'www.example.', 'A')
        ? { ...reply, answers: signed(many, world.example) }
        : reply,
    );
    const answer = await worldValidator(world, exchange).validate(name('www.example.'), rrType.A);
    expect([answer.status, answer.records.length]).toEqual(['secure', 1000]);
  });
});

describe('an answer that is too large', () => {
  it('an RRset of thousands of records is refused', async () => {
    const many = Array.from({ length: 3000 }, (_, index) =>
      makeRecord(name('www.example.'), rrType.A, Buffer.of(10, 0, index >> 8, index & 255)),
    );
    const { exchange } = worldExchange(world.pool, (asked, reply): Message =>
      isFor(asked, 'www.example.', 'A')
        ? { ...reply, answers: signed(many, world.example) }
        : reply,
    );
    const answer = await worldValidator(world, exchange).validate(name('www.example.'), rrType.A);
    expect([answer.status, answer.reason]).toEqual(['bogus', 'limit-records']);
  });
});
