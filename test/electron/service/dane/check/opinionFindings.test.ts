import { afterEach, describe, expect, it } from 'vitest';
import { findingSentences } from '../../../../../shared/dane/findingWords.ts';
import { createWords } from '../../../../../electron/service/words.ts';
import { daneWorld } from '../../../../support/daneWorld.ts';
import type { World, WorldOptions } from '../../../../support/daneWorld.ts';
import { identity, tlsaText } from '../../../../support/labCertificates.ts';

const own = identity('mx.example.test');
const servfail = 2;
const zone = {
  origin: 'example.test',
  text: [
    '@ IN MX 10 mx',
    'mx IN A 20.0.0.1',
    `_25._tcp.mx IN TLSA ${tlsaText('3 1 1', own.leaf)}`,
  ].join('\n'),
} as const;

let world: World | null = null;
afterEach(async () => {
  await world?.[Symbol.asyncDispose]();
  world = null;
});

async function check(options: Partial<WorldOptions>) {
  world = await daneWorld({
    zones: [zone],
    servers: { '20.0.0.1': { identities: [own] } },
    settings: { beside: true },
    ...options,
  });
  const result = await world.check('example.test');
  return { result, differs: result.findings.filter(({ code }) => code === 'resolver-differs') };
}

describe('the resolver’s own opinion', () => {
  it('that agrees, or is none, is no finding', async () => {
    const vouching = { ad: true, rcode: 0 };
    const { result, differs } = await check({
      opinions: { 'example.test MX': vouching, '_25._tcp.mx.example.test TLSA': vouching },
    });
    expect(differs).toEqual([]);
    expect(result.verdict).toBe('pass');
    const opinions = result.evidence.answers.map(({ question, resolver }) => [
      question,
      resolver.opinion,
    ]);
    expect(opinions).toContainEqual(['example.test MX', 'agrees']);
    expect(opinions).toContainEqual(['mx.example.test A', 'unchecked']);
  });

  it('that vouches for a bogus answer is a warning, and changes no verdict', async () => {
    const { result, differs } = await check({
      zones: [{ ...zone, delegation: 'wrong-key' }],
      opinions: { 'example.test MX': { ad: true, rcode: 0 } },
    });
    expect(result.verdict).toBe('defer');
    expect(differs).toMatchObject([
      { severity: 'warning', where: { host: null }, params: { opinion: 'vouches_for_bogus' } },
    ]);
  });

  it('that refuses what is proven is told of, once for a host, and leaves DANE working', async () => {
    const refusing = { ad: false, rcode: servfail };
    const { result, differs } = await check({
      opinions: { 'mx.example.test A': refusing, '_25._tcp.mx.example.test TLSA': refusing },
    });
    expect(result.verdict).toBe('pass');
    expect(differs).toMatchObject([{ severity: 'info', where: { host: 'mx.example.test' } }]);
    expect(findingSentences(differs[0]!, createWords()).message).toBe(
      'The resolver udp://192.0.2.53 sees it otherwise (mx.example.test A, _25._tcp.mx.example.test TLSA): it refuses the answer, though every signature holds here.',
    );
  });

  it('that never comes is not waited for', async () => {
    const { result, differs } = await check({
      withoutOpinion: true,
      settings: { beside: true, timeout: 60_000 },
    });
    expect(result.verdict).toBe('pass');
    expect(differs).toEqual([]);
  });
});
