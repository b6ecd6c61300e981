import { connect, createServer } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { rrType } from '../../../../electron/service/dns/codes.ts';
import { encodeMessage } from '../../../../electron/service/dns/encode.ts';
import { namesEqual, parseName } from '../../../../electron/service/dns/name.ts';
import { parseResolver } from '../../../../electron/service/dns/resolver.ts';
import { selfTest } from '../../../../electron/service/dns/selfTest.ts';
import { dnsLabPrograms, startDnsLab } from '../../../lab/dns/dnsLab.ts';
import { describeWith } from '../../../support/requirements.ts';
import { askOnce, tamperingResolver } from '../../../support/tamperingResolver.ts';
import { answerTo, decoded, startTcpServer, startUdpServer } from './transport/servers.ts';
import type { Server } from 'node:net';
import type { Message } from '../../../../electron/service/dns/types.ts';
import type { SelfTestProbes } from '../../../../electron/service/dns/selfTest.ts';
import type { DnsLab } from '../../../lab/dns/dnsLab.ts';
import type { TestServer } from './transport/servers.ts';
import { patience } from '../../../support/patience.ts';

function name(text: string) {
  const parsed = parseName(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}

/** As a server that takes no more over UDP writes it. */
function within512(answer: Message): Uint8Array {
  const small = { ...answer, edns: answer.edns && { ...answer.edns, udpSize: 512 } };
  const whole = encodeMessage(small);
  return whole.length > 512
    ? encodeMessage({ ...small, truncated: true, answers: [], authorities: [] })
    : whole;
}

const probes: SelfTestProbes = {
  zone: [],
  nsec3Zone: name('nsec3.'),
  bogusName: name('www.corrupt.nsec.'),
};

describeWith(dnsLabPrograms, 'a resolver tested', () => {
  let lab: DnsLab;
  const opened: TestServer[] = [];

  beforeAll(async () => {
    lab = await startDnsLab();
  });

  afterEach(async () => {
    for (const server of opened.splice(0)) await server.close();
  });

  afterAll(() => lab.stop());

  async function tested(text: string) {
    const resolver = parseResolver(text);
    if (!resolver.ok) throw new Error(text);
    const result = await selfTest(resolver.value, { resolverCa: lab.caPem, probes });
    const checks = Object.fromEntries(
      result.checks.map(({ check, passed, detail }) => [check, detail ?? passed]),
    );
    return { ...result, checks };
  }

  /** A resolver that changes what another one answers. */
  async function tampering(change: (answer: Message) => Message, resolver = lab.plainResolver) {
    return tested(await tamperingResolver(resolver, change));
  }

  it.each(['validatingResolver', 'dotResolver', 'dohResolver'] as const)(
    'validates and hands the proofs on: %s',
    async (which) => {
      const result = await tested(lab[which]);
      expect(result).toMatchObject({ resolver: lab[which], verdict: 'validating', usable: true });
      expect(result.udpSize).toBe(1232);
      expect(result.checks).toEqual({
        answers: true,
        signatures: true,
        'large-answers': true,
        denial: true,
        'denial-nsec3': true,
        tlsa: true,
        honest: 'validates',
      });
    },
  );

  it('hands the proofs on without checking them', async () => {
    const result = await tested(lab.plainResolver);
    expect(result).toMatchObject({ verdict: 'passes', usable: true });
    expect(result.checks['honest']).toBe('does-not-validate');
  });

  it('strips signatures', async () => {
    const result = await tampering((answer) => ({
      ...answer,
      answers: answer.answers.filter(({ type }) => type !== rrType.RRSIG),
    }));
    expect(result).toMatchObject({ verdict: 'strips', usable: false });
    expect(result.checks['signatures']).toBe('stripped');
  });

  it('strips the proofs of absence alone', async () => {
    const result = await tampering((answer) => ({
      ...answer,
      authorities: answer.authorities.filter(({ type }) => type === rrType.SOA),
    }));
    expect(result).toMatchObject({ verdict: 'strips', usable: false });
    expect(result.checks).toMatchObject({ signatures: true, denial: 'stripped', tlsa: 'stripped' });
  });

  it('knows no NSEC3', async () => {
    const result = await tampering((answer) => ({
      ...answer,
      authorities: answer.authorities.filter(({ type }) => type !== rrType.NSEC3),
    }));
    expect(result.checks).toMatchObject({ denial: true, 'denial-nsec3': 'stripped' });
    expect(result.usable).toBe(false);
  });

  it('knows no TLSA records', async () => {
    const result = await tampering((answer) =>
      answer.questions[0]?.type === rrType.TLSA ? { ...answer, rcode: 4, authorities: [] } : answer,
    );
    expect(result.checks['tlsa']).toBe('error-rcode');
    expect(result.usable).toBe(false);
  });

  it('proves that the public names do not exist, below a root of its own: that is no lie', async () => {
    const resolver = parseResolver(lab.validatingResolver);
    if (!resolver.ok) throw new Error(lab.validatingResolver);
    const result = await selfTest(resolver.value, { resolverCa: null });
    expect(result).toMatchObject({ verdict: 'validating', usable: true });
    expect(result.checks.find(({ check }) => check === 'honest')?.passed).toBeNull();
  });

  it('vouches for everything; its data are still good for validating', async () => {
    const result = await tampering((answer) => ({ ...answer, authenticData: true }));
    expect(result).toMatchObject({ verdict: 'lies', usable: true });
    expect(result.checks['honest']).toBe('vouches-for-bogus');
  });

  it('sends people who mistyped a name somewhere else', async () => {
    const result = await tampering((answer) =>
      answer.rcode === 3 ? decoded(answerTo({ ...answer, rcode: 0, authorities: [] })) : answer,
    );
    expect(result).toMatchObject({ verdict: 'lies', usable: false });
    expect(result.checks['denial']).toBe('invents-answers');
  });

  it('denies everything', async () => {
    const result = await tampering((answer) => ({ ...answer, rcode: 3, answers: [] }));
    expect(result).toMatchObject({ verdict: 'lies', usable: false });
    expect(result.checks['answers']).toBe('denies-everything');
    expect(result.checks['signatures']).toBe(null);
  });

  it('refuses everything', async () => {
    const result = await tampering((answer) => ({ ...answer, rcode: 5, answers: [] }));
    expect(result).toMatchObject({ verdict: 'no-answer', usable: false });
    expect(result.checks['answers']).toBe('error-rcode');
  });

  it('fails whoever asks for signatures', async () => {
    const result = await tampering((answer) => ({ ...answer, rcode: 2, answers: [] }));
    expect(result).toMatchObject({ verdict: 'no-answer', usable: false });
    expect(result.checks['answers']).toBe('error-rcode');
  });

  it('takes 512 octets over UDP and the rest over TCP: that is no harm', async () => {
    const port = Number(lab.validatingResolver.split(':').at(-1));
    const small = await startUdpServer((query, send) => {
      void askOnce(port, query).then((answer) => send(within512({ ...answer, id: query.id })));
    });
    const relay = createServer((socket) => {
      const upstream = connect(port, '127.0.0.1');
      socket.on('error', () => upstream.destroy());
      upstream.on('error', () => socket.destroy());
      socket.pipe(upstream).pipe(socket);
    });
    await new Promise<void>((resolve) => relay.listen(small.port, '127.0.0.1', resolve));
    opened.push(small, { ...small, close: () => closed(relay) });
    const result = await tested(`udp://127.0.0.1:${small.port}`);
    expect(result).toMatchObject({ verdict: 'validating', usable: true, udpSize: 512 });
  });

  it('speaks no EDNS', async () => {
    const result = await tampering((answer) => ({ ...answer, edns: null }));
    expect(result.udpSize).toBe(null);
  });

  it('cuts large answers and has no TCP', async () => {
    const result = await tampering((answer) =>
      answer.questions[0]?.type === rrType.DNSKEY && namesEqual(answer.questions[0].name, [])
        ? { ...answer, truncated: true, answers: [] }
        : answer,
    );
    expect(result.checks['large-answers']).toBe('truncated');
    expect(result.usable).toBe(false);
  });

  it('is silent, and is given up in time', async () => {
    const server = await startUdpServer(() => {});
    opened.push(server, await startTcpServer(() => {}, server.port));
    const result = await tested(`udp://127.0.0.1:${server.port}`);
    expect(result).toMatchObject({ verdict: 'no-answer', usable: false });
    expect(result.checks['answers']).toBe('timeout');
    expect(result.milliseconds).toBeLessThan(patience);
  });
});
