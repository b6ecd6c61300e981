/** What the dearest answers cost, counted in cryptographic operations: the same on any machine. */
import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rcode, rrType } from '../../../../electron/service/dns/codes.ts';
import { encodeBase32hex } from '../../../../electron/service/dns/base32hex.ts';
import { canonicalWire, isSubdomainOf, nameWire } from '../../../../electron/service/dns/name.ts';
import { encodeTypeBitmap } from '../../../../electron/service/dns/rdata/bitmap.ts';
import { runtimeAlgorithms } from '../../../../electron/service/dnssec/crypto/algorithmSuite.ts';
import {
  aliasesMax,
  delegationRecordsMax,
  keysPerSignatureMax,
  nsec3ComputationsMax,
  nsec3IterationsMax,
  queriesPerQuestionMax,
  verificationsPerQuestionMax,
} from '../../../../electron/service/dnssec/limits.ts';
import { name } from '../../../support/dnssec.ts';
import { replyTo } from '../../../support/recordedExchange.ts';
import {
  signedWorld,
  signedZone,
  worldExchange,
  worldValidator,
} from '../../../support/signedWorld.ts';
import {
  dsRecord,
  makeRecord,
  makeSigningKey,
  signed,
  signRrset,
} from '../../../support/signer.ts';
import type { Message, Question, ResourceRecord } from '../../../../electron/service/dns/types.ts';
import type { SigningKey } from '../../../support/signer.ts';

const counted = { hashes: 0, digests: 0, verifications: 0 };

/** The crypto library's own functions, with a count. */
const { createHash, hash, verify } = crypto;

function put(functions: Partial<typeof crypto>): void {
  Object.assign(crypto, functions);
  syncBuiltinESMExports();
}

beforeAll(async () => {
  // The probe of the runtime is no part of a question.
  await runtimeAlgorithms();
  put({
    createHash: (...args: Parameters<typeof createHash>) => {
      counted.digests += 1;
      return createHash(...args);
    },
    hash: ((...args: Parameters<typeof hash>) => {
      counted.hashes += 1;
      return hash(...args);
    }) as typeof hash,
    verify: ((...args: Parameters<typeof verify>) => {
      counted.verifications += 1;
      return verify(...args);
    }) as typeof verify,
  });
});

afterAll(() => put({ createHash, hash, verify }));

beforeEach(() => void Object.assign(counted, { hashes: 0, digests: 0, verifications: 0 }));

const world = signedWorld();
const deepLabels = 115;

/** As many labels as fit, below a zone. */
function deep(zone: string): string {
  return `${'a.'.repeat(deepLabels)}${zone}`;
}

function validate(
  subject: string,
  change: (asked: Question, reply: Message) => Message,
  pool: readonly ResourceRecord[] = world.pool,
) {
  const { exchange, questions } = worldExchange(pool, change);
  const validator = worldValidator(world, exchange);
  return { validator, questions, answer: validator.validate(name(subject), rrType.A) };
}

/** A zone of one name, so that one NSEC3 record denies all others. */
function nsec3Zone(key: SigningKey, salt: Uint8Array) {
  let digest = canonicalWire(key.zone);
  for (let round = 0; round <= nsec3IterationsMax; round += 1) {
    const sha1 = createHash('sha1').update(digest).update(salt);
    digest = new Uint8Array(sha1.digest());
  }
  const types = encodeTypeBitmap([rrType.NS, rrType.SOA, rrType.RRSIG, rrType.DNSKEY]);
  const parameters = Buffer.of(1, 0, 0, nsec3IterationsMax, salt.length);
  const rdata = Buffer.concat([parameters, salt, Buffer.of(20), digest, types]);
  const owner = [Buffer.from(encodeBase32hex(digest)), ...key.zone];
  return signed([makeRecord(owner, rrType.NSEC3, rdata)], key);
}

describe('NSEC3 (CVE-2023-50868)', () => {
  const trap = makeSigningKey('trap.');
  const pool = [
    ...signedZone({ key: world.root, text: '', signedChildren: [world.example, trap] }),
    ...signed([trap.dnskey], trap),
  ];

  function trapped(salt: Uint8Array, isProven: boolean) {
    const denial = nsec3Zone(trap, salt);
    return validate(
      deep('trap.'),
      (asked, reply) => {
        const isBelow = asked.name.length > 1 && isSubdomainOf(asked.name, trap.zone);
        if (!isBelow) return reply;
        const hasProof = isProven || asked.type === rrType.DS;
        return replyTo(asked, { rcode: rcode.NXDOMAIN, authorities: hasProof ? denial : [] });
      },
      pool,
    );
  }

  it('the dearest honest denial is still proven', async () => {
    const answer = await trapped(new Uint8Array(), true).answer;
    expect([answer.status, answer.denial?.kind]).toEqual(['secure', 'nxdomain']);
    expect(counted.hashes).toBeGreaterThan(deepLabels * nsec3IterationsMax);
    expect(counted.hashes).toBeLessThanOrEqual(nsec3ComputationsMax);
  });

  it.each([
    ['no salt', 0, nsec3ComputationsMax],
    ['a salt that makes each hash five times as dear', 255, nsec3ComputationsMax / 5],
  ])('a proof at every label ends at the bound: %s', async (_, saltLength, most) => {
    const answer = await trapped(new Uint8Array(saltLength), false).answer;
    expect([answer.status, answer.reason]).toEqual(['bogus', 'limit-nsec3']);
    expect(counted.hashes).toBeLessThanOrEqual(most);
  });
});

/** Signatures that do not fit, in front of one that does. */
function withBadSignatures(rrset: readonly ResourceRecord[], key: SigningKey, count: number) {
  const bad = Array.from({ length: count }, (_, index) =>
    signRrset(rrset, { ...key, sign: () => new Uint8Array(64).fill(index + 1) }),
  );
  return [...rrset, ...bad, signRrset(rrset, key)];
}

describe('signatures (CVE-2023-50387)', () => {
  it('of many denials, each with many signatures, are tried up to the bound of a question', async () => {
    const { example } = world;
    const denials = Array.from({ length: 60 }, (_, index) => {
      const owner = name(`n${index}.example.`);
      const rdata = Buffer.concat([nameWire(name('z.example.')), encodeTypeBitmap([rrType.A])]);
      const rrset = [makeRecord(owner, rrType.NSEC, rdata)];
      return withBadSignatures(rrset, example, 7).slice(0, -1);
    });
    const { answer } = validate('nowhere.example.', (asked, reply) =>
      asked.type === rrType.A
        ? replyTo(asked, { rcode: rcode.NXDOMAIN, authorities: denials.flat() })
        : reply,
    );
    expect((await answer).status).toBe('bogus');
    expect(counted.verifications).toBeGreaterThan(verificationsPerQuestionMax / 2);
    expect(counted.verifications).toBeLessThanOrEqual(verificationsPerQuestionMax);
  });

  it('of zones one below the other are tried up to the bound of a question', async () => {
    const keys = [world.root];
    let zone = 'deep.';
    for (let level = 0; level < 100; level += 1) {
      keys.push(makeSigningKey(zone));
      zone = `z.${zone}`;
    }
    const pool = keys.flatMap((key, index) => {
      const child = keys[index + 1];
      return [
        ...withBadSignatures([key.dnskey], key, 3),
        ...(child === undefined ? [] : withBadSignatures([dsRecord(child)], key, 3)),
      ];
    });
    const last = keys.at(-1) ?? world.root;
    const host = makeRecord([Buffer.from('www'), ...last.zone], rrType.A, Buffer.of(192, 0, 2, 1));
    const { exchange, questions } = worldExchange([...pool, ...signed([host], last)]);
    const answer = await worldValidator(world, exchange).validate(host.owner, rrType.A);
    expect([answer.status, answer.reason]).toEqual(['bogus', 'limit-verifications']);
    expect(counted.verifications).toBeLessThanOrEqual(verificationsPerQuestionMax);
    expect(questions.length).toBeLessThanOrEqual(queriesPerQuestionMax);
  });

  it('that one question has no means left for are tried again for another', async () => {
    const { example } = world;
    const dear = Array.from({ length: 35 }, (_, index) =>
      makeRecord(name(`d${index}.example.`), rrType.NSEC, Buffer.alloc(3)),
    );
    const noise = dear.flatMap((record) => withBadSignatures([record], example, 8).slice(0, -1));
    // A wildcard leads to the child's zone; its proof is there, among much that costs.
    const { validator, answer } = validate('zz.example.', (asked, reply) => {
      const alias = makeRecord(asked.name, rrType.CNAME, nameWire(name('www.child.example.')));
      const isAsked = asked.type === rrType.A && asked.name[0]?.length === 2;
      return isAsked
        ? replyTo(asked, {
            answers: signed([alias], example, { labels: 1 }),
            authorities: [...reply.authorities, ...noise],
          })
        : reply;
    });
    const { status, reason, aliases } = await answer;
    expect([status, reason]).toEqual(['bogus', 'limit-verifications']);
    expect(aliases.map((alias) => alias.status)).toEqual(['secure']);
    expect(counted.verifications).toBeLessThanOrEqual(verificationsPerQuestionMax);
    expect((await validator.validate(name('www.child.example.'), rrType.A)).status).toBe('secure');
  });
});

describe('delegations', () => {
  it('keys and digests that all have one tag cost a bounded number of digests', async () => {
    const { example } = world;
    const digests = Array.from({ length: delegationRecordsMax - 1 }, (_, index) => {
      const rdata = Buffer.from(dsRecord(example).rdata);
      rdata[rdata.length - 1] = (rdata.at(-1) ?? 0) ^ (index + 1);
      return makeRecord(example.zone, rrType.DS, rdata);
    });
    const { answer } = validate('www.example.', (asked, reply) =>
      asked.type === rrType.DS && asked.name.length === 1
        ? replyTo(asked, { answers: signed([dsRecord(example), ...digests], world.root) })
        : reply,
    );
    expect((await answer).status).toBe('secure');
    expect(counted.digests).toBeLessThanOrEqual(delegationRecordsMax * keysPerSignatureMax + 16);
  });
});

describe('aliases', () => {
  it('that are signed and never end cost a signature each', async () => {
    const { example } = world;
    let made = 0;
    const { answer } = validate('c0.example.', (asked, reply) => {
      if (asked.type !== rrType.A) return reply;
      made += 1;
      const target = nameWire(name(`c${made}.example.`));
      return replyTo(asked, {
        answers: signed([makeRecord(asked.name, rrType.CNAME, target)], example),
      });
    });
    expect((await answer).reason).toBe('limit-aliases');
    expect(counted.verifications).toBeLessThanOrEqual(2 * aliasesMax + 8);
  });

  it('that lead from one deep name to another are asked for up to a bound', async () => {
    let made = 0;
    const { answer, questions } = validate('c0.plain.example.', (asked, reply) => {
      if (asked.type !== rrType.A) return reply;
      made += 1;
      const target = nameWire(name(deep(`c${made}.example.`)));
      return replyTo(asked, { answers: [makeRecord(asked.name, rrType.CNAME, target)] });
    });
    expect((await answer).status).not.toBe('secure');
    expect(questions.length).toBeLessThanOrEqual(queriesPerQuestionMax);
    expect(counted.verifications).toBeLessThanOrEqual(verificationsPerQuestionMax);
  });
});
