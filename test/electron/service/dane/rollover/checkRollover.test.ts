import { describe, expect, it } from 'vitest';
import { checkRollover } from '../../../../../electron/service/dane/rollover/checkRollover.ts';
import type { RolloverInput } from '../../../../../electron/service/dane/rollover/checkRollover.ts';
import { rolloverSchema } from '../../../../../shared/dane/rollover.ts';
import { daneWorld, worldTime } from '../../../../support/daneWorld.ts';
import type { WorldOptions } from '../../../../support/daneWorld.ts';
import { name } from '../../../../support/dnssec.ts';
import {
  identity,
  issue,
  labRoot,
  pastDates,
  tlsaText,
} from '../../../../support/labCertificates.ts';

const old = identity('mx.example.test');
const next = identity('mx.example.test');
const renewed = identity('mx.example.test', { key: old.leaf.key });
const chain = [next.leaf.der, labRoot.der];
const owner = '_25._tcp.mx.example.test.';

/** `lines`: `[TTL] U S M data`. */
async function rollover(
  lines: readonly string[],
  input: Partial<RolloverInput> = {},
  options: Partial<WorldOptions> = {},
) {
  const text = ['mx IN A 20.0.0.1', ...lines.map((line) => `_25._tcp.mx ${line}`)].join('\n');
  const zones = [{ origin: 'example.test', text }];
  await using world = await daneWorld({ zones, ...options });
  const { schema: _, ...result } = rolloverSchema.parse(
    await checkRollover(
      {
        host: name('mx.example.test'),
        port: 25,
        chain,
        currentChain: async () => null,
        seen: () => [],
        roots: [],
        at: worldTime,
        ...input,
      },
      world.validator,
      new AbortController().signal,
    ),
  );
  return result;
}

function recordOf({ leaf }: typeof next) {
  const data = tlsaText('3 1 1', leaf).split(' ').at(-1) ?? '';
  return { usage: 3, selector: 1, matchingType: 1, data };
}

const record = (choice: string, { leaf }: typeof next, ttl = '') =>
  `${ttl} IN TLSA ${tlsaText(choice, leaf)}`;

describe('the next certificate', () => {
  it('is safe once its record has been there for two TTLs, and the old one is then in the way', async () => {
    expect(await rollover([record('3 1 1', old), record('3 1 1', next)])).toMatchObject({
      verdict: 'safe',
      reason: 'record-published',
      notBefore: null,
      missing: [],
      obsolete: [`${owner} IN TLSA ${tlsaText('3 1 1', old.leaf)}`],
      ttl: 300,
      publishedSince: '2026-11-22T13:00:00Z',
    });
  });

  it('has to wait for caches while the record is fresh', async () => {
    // Zones of this world are signed a day before, and signers date back by an hour.
    expect(
      await rollover([record('3 1 1', old, '86400'), record('3 1 1', next, '86400')]),
    ).toMatchObject({
      verdict: 'wait',
      reason: 'recently-published',
      notBefore: '2026-11-24T13:00:00Z',
    });
  });

  it('counts as published from when it was first seen, if that is before its signature', async () => {
    const long = [record('3 1 1', old, '86400'), record('3 1 1', next, '86400')];
    const both = [recordOf(old), recordOf(next)];
    const seen = (firstSeen: string) => () => [{ records: both, firstSeen, lastSeen: firstSeen }];
    expect(await rollover(long, { seen: seen('2026-11-20T12:00:00Z') })).toMatchObject({
      verdict: 'safe',
      publishedSince: '2026-11-20T12:00:00Z',
      reason: 'record-published',
    });
    expect(await rollover(long, { seen: seen('2026-11-22T00:00:00Z') })).toMatchObject({
      verdict: 'wait',
      notBefore: '2026-11-24T00:00:00Z',
    });
  });

  it('has to wait where its record was not there a while ago, however old the signature says it is', async () => {
    const short = [record('3 1 1', old), record('3 1 1', next)];
    const without = {
      records: [recordOf(old)],
      firstSeen: '2026-11-01T00:00:00Z',
      lastSeen: '2026-11-23T11:58:00Z',
    };
    const now = '2026-11-23T12:00:00Z';
    // Never seen until now.
    expect(await rollover(short, { seen: () => [without] })).toMatchObject({
      verdict: 'wait',
      reason: 'recently-published',
      notBefore: '2026-11-23T12:10:00Z',
    });
    const since = (firstSeen: string) => () => [
      { records: [recordOf(next), recordOf(old)], firstSeen, lastSeen: now },
      { ...without, lastSeen: '2026-11-23T11:00:00Z' },
    ];
    expect(await rollover(short, { seen: since('2026-11-23T11:55:00Z') })).toMatchObject({
      verdict: 'wait',
      notBefore: '2026-11-23T12:05:00Z',
    });
    expect(await rollover(short, { seen: since('2026-11-23T11:50:00Z') })).toMatchObject({
      verdict: 'safe',
    });
  });

  it('may rest on sets that were others, if each of them carries it', async () => {
    const seen = () => [
      {
        records: [recordOf(next)],
        firstSeen: '2026-11-23T11:59:00Z',
        lastSeen: '2026-11-23T11:59:00Z',
      },
      {
        records: [recordOf(old), recordOf(next)],
        firstSeen: '2026-11-23T11:00:00Z',
        lastSeen: '2026-11-23T11:58:00Z',
      },
      // Whoever remembers that there was nothing asks for nothing.
      { records: [], firstSeen: '2026-11-20T00:00:00Z', lastSeen: '2026-11-20T00:00:00Z' },
    ];
    const result = await rollover([record('3 1 1', next, '86400')], { seen });
    expect(result.verdict).toBe('safe');
  });

  it('with the key of the one in use changes nothing', async () => {
    const result = await rollover([record('3 1 1', old, '86400')], {
      chain: [renewed.leaf.der],
      currentChain: async () => [old.leaf.der],
    });
    expect(result).toMatchObject({ verdict: 'safe', reason: 'same-key', obsolete: [] });
  });

  it('without a record stops mail, and the record is told for each kind published', async () => {
    expect(await rollover([record('3 1 1', old), record('3 1 2', old)])).toMatchObject({
      verdict: 'stops-mail',
      reason: 'no-match',
      publishedSince: null,
      missing: [
        `${owner} IN TLSA ${tlsaText('3 1 1', next.leaf)}`,
        `${owner} IN TLSA ${tlsaText('3 1 2', next.leaf)}`,
      ].toSorted((a, b) => (a < b ? -1 : 1)),
    });
  });

  it('that only the weaker digest matches stops mail from some', async () => {
    expect(
      await rollover([record('3 1 1', next), record('3 1 1', old), record('3 1 2', old)]),
    ).toMatchObject({ verdict: 'stops-mail', reason: 'weaker-digest-only' });
  });

  it('is carried by a record of its issuer, if name, date and path fit', async () => {
    const anchor = `IN TLSA ${tlsaText('2 1 1', labRoot)}`;
    expect((await rollover([anchor])).verdict).toBe('safe');
    const elsewhere = identity('other.test');
    expect(await rollover([anchor], { chain: [elsewhere.leaf.der, labRoot.der] })).toMatchObject({
      verdict: 'stops-mail',
      reason: 'name-mismatch',
    });
    const expired = identity('mx.example.test', pastDates);
    expect(await rollover([anchor], { chain: [expired.leaf.der, labRoot.der] })).toMatchObject({
      verdict: 'stops-mail',
      reason: 'expired',
      missing: [`${owner} IN TLSA ${tlsaText('3 1 1', expired.leaf)}`],
    });
    const otherRoot = issue('Other Root', { isCa: true });
    const moved = identity('mx.example.test', { issuer: otherRoot });
    expect(await rollover([anchor], { chain: [moved.leaf.der, otherRoot.der] })).toMatchObject({
      verdict: 'stops-mail',
      missing: [`${owner} IN TLSA ${tlsaText('2 1 1', otherRoot)}`],
    });
    expect(await rollover([anchor], { chain: [next.leaf.der] })).toMatchObject({
      reason: 'anchor-not-sent',
    });
  });

  it('of a host without DANE is nobody’s concern', async () => {
    expect(await rollover([])).toMatchObject({ verdict: 'safe', reason: 'no-dane' });
    expect(await rollover([record('1 1 1', old)])).toMatchObject({
      verdict: 'safe',
      reason: 'no-usable-record',
    });
  });

  it('is not judged where the DNS does not tell', async () => {
    const failing = ['_25._tcp.mx.example.test TLSA'];
    expect(await rollover([record('3 1 1', old)], {}, { failing })).toMatchObject({
      verdict: 'undetermined',
      reason: 'dns-failed',
    });
    const bogus = await rollover(
      [record('3 1 1', old)],
      {},
      {
        zones: [
          {
            origin: 'example.test',
            text: `mx IN A 20.0.0.1\n_25._tcp.mx ${record('3 1 1', old)}`,
            delegation: 'wrong-key',
          },
        ],
      },
    );
    expect(bogus.verdict).toBe('undetermined');
    expect(await rollover([], { host: name('none.example.test') })).toMatchObject({
      verdict: 'undetermined',
      reason: 'no-address',
    });
  });
});
