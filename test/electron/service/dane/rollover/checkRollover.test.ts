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
    });
  });

  it('has to wait for caches while the record is fresh', async () => {
    // Zones of this world are signed a day before.
    expect(
      await rollover([record('3 1 1', old, '86400'), record('3 1 1', next, '86400')]),
    ).toMatchObject({
      verdict: 'wait',
      reason: 'recently-published',
      notBefore: '2026-11-24T12:00:00Z',
    });
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
