import { afterAll, beforeAll, expect, it } from 'vitest';
import { createExchange } from '../../../electron/service/dns/exchange.ts';
import { rcode, rrType } from '../../../electron/service/dns/codes.ts';
import { decodeMessage } from '../../../electron/service/dns/decode.ts';
import { encodeMessage } from '../../../electron/service/dns/encode.ts';
import { formatRecord } from '../../../electron/service/dns/rdata/format.ts';
import { parseZoneText } from '../../../electron/service/dns/zoneText.ts';
import { parseName } from '../../../electron/service/dns/name.ts';
import { parseResolver } from '../../../electron/service/dns/resolver.ts';
import { describeWith } from '../../support/requirements.ts';
import { dnsLabPrograms, startDnsLab } from './dnsLab.ts';
import { labZones } from './labZones.ts';
import { labQuestions } from './questions.ts';
import type { ExchangeHandle } from '../../../electron/service/dns/exchange.ts';
import type { DnsOutcome } from '../../../electron/service/dns/types.ts';
import type { DnsLab } from './dnsLab.ts';

/** What Unbound thinks of it. */
function status(outcome: DnsOutcome): string {
  if (!outcome.ok) return outcome.failure.reason;
  const { message } = outcome.answer;
  if (message.rcode === rcode.SERVFAIL) return 'bogus';
  return message.authenticData ? 'secure' : 'insecure';
}

function ask(exchange: ExchangeHandle, text: string): Promise<DnsOutcome> {
  const name = parseName(text);
  if (!name.ok) throw new Error(text);
  return exchange.opinion({ name: name.value, type: rrType.A });
}

/** What the zones' purposes promise: of a name that exists, or of one that does not. */
const promises = labZones.flatMap(({ name, purpose }) => {
  const [, isDenial, expected] = /^(denials )?(secure|insecure|bogus)/.exec(purpose) ?? [];
  const label = isDenial === undefined ? 'www' : 'nowhere';
  return expected === undefined ? [] : [{ name: `${label}.${name}`, purpose, expected }];
});

describeWith(dnsLabPrograms, 'the DNSSEC lab', () => {
  let lab: DnsLab;
  const opened: ExchangeHandle[] = [];

  beforeAll(async () => {
    lab = await startDnsLab();
  });

  afterAll(async () => {
    for (const exchange of opened) exchange.close();
    await lab.stop();
  });

  function over(text: string): ExchangeHandle {
    const resolver = parseResolver(text);
    if (!resolver.ok) throw new Error(text);
    const exchange = createExchange({
      resolvers: [resolver.value],
      resolverCa: lab.caPem,
      timeout: 5000,
    });
    opened.push(exchange);
    return exchange;
  }

  it.each(promises)('has $name, which is $purpose', async ({ name, expected }) => {
    expect(status(await ask(over(lab.validatingResolver), name))).toBe(expected);
  });

  it('answers alike over UDP, TCP, TLS and HTTPS', async () => {
    const texts = [
      lab.validatingResolver,
      lab.validatingResolver.replace('udp:', 'tcp:'),
      lab.dotResolver,
      lab.dohResolver,
    ];
    for (const text of texts) {
      const exchange = over(text);
      expect(status(await ask(exchange, 'www.alg13.nsec.'))).toBe('secure');
      expect(status(await ask(exchange, 'www.corrupt.nsec.'))).toBe('bogus');
      const unchecked = await exchange({ name: [], type: rrType.DNSKEY });
      expect(unchecked.ok && unchecked.answer.message.answers.length).toBeGreaterThan(2);
    }
  });

  it('hands signatures on through the plain resolver, which vouches for nothing', async () => {
    const outcome = await ask(over(lab.plainResolver), 'www.corrupt.nsec.');
    expect(status(outcome)).toBe('insecure');
    const types = outcome.ok ? outcome.answer.message.answers.map(({ type }) => type) : [];
    expect(types).toEqual([rrType.A, rrType.RRSIG]);
  });

  it('sends answers beyond 1232 octets over TCP', async () => {
    const name = parseName('big.alg13.nsec.');
    const exchange = over(lab.plainResolver);
    const outcome = await exchange({ name: name.ok ? name.value : [], type: rrType.TXT });
    expect(outcome.ok && outcome.answer.message.answers[0]?.rdata.length).toBe(2008);
  });

  it('answers thousands of questions with messages that read and write back, also as text', async () => {
    const exchange = over(lab.authority);
    const questions = labQuestions(lab.zones).filter((_, index) => index % 15 === 0);
    const outcomes = await Promise.all(questions.map((question) => exchange(question)));
    for (const outcome of outcomes) {
      if (!outcome.ok) throw new Error(outcome.failure.reason);
      const { message } = outcome.answer;
      for (const compress of [true, false]) {
        expect(decodeMessage(encodeMessage(message, { compress }))).toEqual({
          ok: true,
          value: message,
        });
      }
      const records = [...message.answers, ...message.authorities];
      const text = records.map(formatRecord).join('\n');
      expect(parseZoneText(text)).toEqual({ ok: true, value: records });
    }
    expect(outcomes.length).toBeGreaterThan(2500);
  });

  it('gives occasion for thousands of questions', () => {
    expect(labQuestions(lab.zones).length).toBeGreaterThan(10_000);
  });
});
