/** What is asked how often, in how many round trips, and when it is given up. */
import { describe, expect, it } from 'vitest';
import { rrType, typeName } from '../../../../electron/service/dns/codes.ts';
import { formatName, isSubdomainOf, namesEqual } from '../../../../electron/service/dns/name.ts';
import { name } from '../../../support/dnssec.ts';
import { answered, recordedReply } from '../../../support/recordedExchange.ts';
import {
  signedWorld,
  signedZone,
  worldExchange,
  worldValidator,
} from '../../../support/signedWorld.ts';
import { makeSigningKey, signedNow } from '../../../support/signer.ts';
import type {
  DnsOutcome,
  Exchange,
  Message,
  Question,
  ResourceRecord,
} from '../../../../electron/service/dns/types.ts';

const world = signedWorld();

function counts(questions: readonly Question[]): Map<string, number> {
  const asked = new Map<string, number>();
  for (const { name, type } of questions) {
    const key = `${formatName(name)} ${typeName(type)}`;
    asked.set(key, (asked.get(key) ?? 0) + 1);
  }
  return asked;
}

/** A chain of signed zones, each a label below the other, with an address at the end. */
function deepWorld(levels: number) {
  const root = makeSigningKey('.');
  const names = Array.from({ length: levels }, (_, index) =>
    Array.from({ length: index + 1 }, (__, level) => `l${index - level}`).join('.'),
  );
  const keys = [root, ...names.map((zone) => makeSigningKey(`${zone}.`))];
  const pool = keys.flatMap((key, index) => {
    const child = keys[index + 1];
    const text = child === undefined ? `www.${names.at(-1) ?? ''}. A 192.0.2.1` : '';
    return signedZone({ key, text, signedChildren: child === undefined ? [] : [child] });
  });
  return { root, pool, host: `www.${names.at(-1) ?? ''}.` };
}

/** Answers come in rounds: all that was asked before the network fell silent, then the next. */
function roundTripExchange(
  pool: readonly ResourceRecord[],
  change: (asked: Question, reply: Message) => Message = (_, reply) => reply,
) {
  let waiting: (() => void)[] = [];
  let rounds = 0;
  let timer: NodeJS.Timeout | null = null;
  const deliver = () => {
    rounds += 1;
    timer = null;
    const ready = waiting;
    waiting = [];
    for (const answer of ready) answer();
  };
  const exchange: Exchange = (question) =>
    new Promise((resolve) => {
      waiting.push(() => resolve(answered(change(question, recordedReply(pool, question)))));
      timer ??= setTimeout(deliver, 25);
    });
  return { exchange, rounds: () => rounds };
}

describe('round trips of a cold validation', () => {
  it.each([
    [1, 'www'],
    [2, 'www'],
    [3, 'www'],
    [7, 'www'],
    [7, 'nowhere'],
  ])(
    'a chain of %i zones to %s needs at most two beyond the answer’s own',
    async (levels, label) => {
      const { root, pool, host } = deepWorld(levels);
      const { exchange, rounds } = roundTripExchange(pool);
      const asked = name(host.replace(/^www/, label));
      const answer = await worldValidator({ root }, exchange).validate(asked, rrType.A);
      expect(answer.status).toBe('secure');
      expect(rounds()).toBeLessThanOrEqual(3);
    },
  );

  it.each([
    ['an unsigned delegation', 'www.plain.example.'],
    ['a name that does not exist', 'nowhere.example.'],
  ])('%s needs no more', async (_, host) => {
    const { exchange, rounds } = roundTripExchange(world.pool);
    const answer = await worldValidator(world, exchange).validate(name(host), rrType.A);
    expect(['secure', 'insecure']).toContain(answer.status);
    expect(rounds()).toBeLessThanOrEqual(3);
  });
});

describe('an alias to data that are wrong', () => {
  it('is bogus without a further round trip', async () => {
    const wrong = world.pool.map((record) =>
      record.type === rrType.A && formatName(record.owner) === 'www.child.example.'
        ? { ...record, rdata: Buffer.of(192, 0, 2, 66) }
        : record,
    );
    const { exchange, rounds } = roundTripExchange(wrong);
    const answer = await worldValidator(world, exchange).validate(name('alias.example.'), rrType.A);
    expect([answer.status, answer.reason]).toEqual(['bogus', 'signature-invalid']);
    expect(rounds()).toBeLessThanOrEqual(3);
  });

  it('nor is the wrong proof of its absence asked for again', async () => {
    const { child } = world;
    const soa = world.pool.filter(
      ({ type, owner }) => type === rrType.SOA && namesEqual(owner, child.zone),
    );
    const isOfDenial = ({ type, owner, rdata }: ResourceRecord) =>
      type === rrType.RRSIG && rdata[1] === rrType.NSEC && isSubdomainOf(owner, child.zone);
    const wrong = world.pool.map((record) =>
      isOfDenial(record)
        ? {
            ...record,
            rdata: record.rdata.map((octet, at, all) => octet ^ (at === all.length - 1 ? 1 : 0)),
          }
        : record,
    );
    const { exchange, rounds } = roundTripExchange(wrong, (asked, reply) =>
      asked.type === rrType.AAAA
        ? { ...reply, authorities: [...soa, ...reply.authorities.filter(isBelowChild)] }
        : reply,
    );
    const answer = await worldValidator(world, exchange).validate(
      name('alias.example.'),
      rrType.AAAA,
    );
    expect([answer.status, answer.reason]).toEqual(['bogus', 'signature-invalid']);
    expect(rounds()).toBeLessThanOrEqual(3);
  });

  it('is asked for together with its zone when the resolver left it out', async () => {
    const { exchange, rounds } = roundTripExchange(world.pool, (asked, reply) =>
      asked.name.length === 2
        ? { ...reply, answers: reply.answers.filter(({ owner }) => namesEqual(owner, asked.name)) }
        : reply,
    );
    const answer = await worldValidator(world, exchange).validate(name('alias.example.'), rrType.A);
    expect([answer.status, answer.records.length]).toEqual(['secure', 2]);
    expect(rounds()).toBeLessThanOrEqual(3);
  });
});

function isBelowChild({ owner }: ResourceRecord): boolean {
  return isSubdomainOf(owner, world.child.zone);
}

describe('a batch', () => {
  it('asks each question once, however many names need its answer', async () => {
    const { exchange, questions } = worldExchange(world.pool);
    const validator = worldValidator(world, exchange);
    const hosts = Array.from({ length: 100 }, (_, index) => `h${index % 50}.wild.example.`);
    const answers = await Promise.all(
      hosts.map((host) => validator.validate(name(host), rrType.TXT)),
    );
    expect(answers.every(({ status }) => status === 'secure')).toBe(true);
    expect([...counts(questions).values()].every((count) => count === 1)).toBe(true);
    expect(counts(questions).get('example. DNSKEY')).toBe(1);
  });

  it('asks again when a TTL has run out, and not before', async () => {
    let now = signedNow.getTime();
    const { exchange, questions } = worldExchange(world.pool);
    const validator = worldValidator(world, exchange, { clock: () => new Date(now) });
    const ask = () => validator.validate(name('www.example.'), rrType.A);
    await ask();
    const first = questions.length;
    now += 3_599_000;
    await ask();
    expect(questions.length).toBe(first);
    now += 2000;
    await ask();
    expect(questions.length).toBe(2 * first);
  });

  it('keeps a failure for a moment only', async () => {
    let now = signedNow.getTime();
    let isDown = true;
    const { exchange } = worldExchange(world.pool, (_, reply) =>
      isDown ? { ok: false, failure: { reason: 'timeout', server: null, milliseconds: 1 } } : reply,
    );
    const validator = worldValidator(world, exchange, { clock: () => new Date(now) });
    const down = await validator.validate(name('www.example.'), rrType.A);
    expect([down.status, down.reason, down.failure]).toEqual([
      'indeterminate',
      'no-answer',
      'timeout',
    ]);
    isDown = false;
    now += 11_000;
    expect((await validator.validate(name('www.example.'), rrType.A)).status).toBe('secure');
  });

  it('caps the TTL by the original one and by the signature', async () => {
    const { exchange } = worldExchange(world.pool, (_, reply) => ({
      ...reply,
      answers: reply.answers.map((record) => ({ ...record, ttl: 2_000_000 })),
    }));
    const answer = await worldValidator(world, exchange).validate(name('www.example.'), rrType.A);
    expect([answer.status, answer.ttl]).toEqual(['secure', 3600]);
    const late = new Date('2026-11-30T23:59:00Z');
    const validator = worldValidator(world, exchange, { clock: () => late });
    const ending = await validator.validate(name('www.example.'), rrType.A);
    expect([ending.ttl, ending.expires]).toEqual([60, '2026-12-01T00:00:00.000Z']);
  });
});

describe('cancelling', () => {
  it('ends one question without ending those that others still wait for', async () => {
    const cancelled: boolean[] = [];
    const release = Promise.withResolvers<void>();
    const exchange: Exchange = (question, signal) =>
      new Promise<DnsOutcome>((resolve) => {
        signal?.addEventListener('abort', () => {
          cancelled.push(true);
          resolve({ ok: false, failure: { reason: 'cancelled', server: null, milliseconds: 0 } });
        });
        void release.promise.then(() => resolve(answered(recordedReply(world.pool, question))));
      });
    const validator = worldValidator(world, exchange);
    const impatient = new AbortController();
    const first = validator.validate(name('www.example.'), rrType.A, impatient.signal);
    const second = validator.validate(name('www.example.'), rrType.A);
    await new Promise((resolve) => setTimeout(resolve, 10));
    impatient.abort();
    const answer = await first;
    expect([answer.status, answer.reason, answer.failure]).toEqual([
      'indeterminate',
      'cancelled',
      'cancelled',
    ]);
    expect(cancelled).toEqual([]);
    release.resolve();
    expect((await second).status).toBe('secure');
  });

  it('ends what nobody waits for any more', async () => {
    let cancelled = 0;
    const exchange: Exchange = (_, signal) =>
      new Promise((resolve) => {
        signal?.addEventListener('abort', () => {
          cancelled += 1;
          resolve({ ok: false, failure: { reason: 'cancelled', server: null, milliseconds: 0 } });
        });
      });
    const controller = new AbortController();
    const validator = worldValidator(world, exchange);
    const asked = validator.validate(name('www.example.'), rrType.A, controller.signal);
    await new Promise((resolve) => setTimeout(resolve, 10));
    controller.abort();
    expect((await asked).reason).toBe('cancelled');
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(cancelled).toBeGreaterThan(1);
  });
});
