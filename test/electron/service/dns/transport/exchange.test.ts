import { createSocket } from 'node:dgram';
import { existsSync, readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { createServer as createHttp1Server } from 'node:https';
import { createServer } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createExchange } from '../../../../../electron/service/dns/exchange.ts';
import { parseName } from '../../../../../electron/service/dns/name.ts';
import { formatRecord } from '../../../../../electron/service/dns/rdata/format.ts';
import { parseResolver } from '../../../../../electron/service/dns/resolver.ts';
import { createCertificateAuthority } from '../../../../support/certificateAuthority.ts';
import {
  answerTo,
  decoded,
  framed,
  sendHttp,
  startHttpsServer,
  startRawServer,
  startTcpServer,
  startTlsServer,
  startUdpServer,
} from './servers.ts';
import type { AddressInfo } from 'node:net';
import type { ExchangeHandle } from '../../../../../electron/service/dns/exchange.ts';
import type { DnsOutcome, Message, Question } from '../../../../../electron/service/dns/types.ts';
import type { TestServer } from './servers.ts';
import { patience } from '../../../../support/patience.ts';

const authority = createCertificateAuthority();
const certificate = authority.issue('DNS:dns.test', 'IP:127.0.0.1');

const opened: { close(): unknown }[] = [];

afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

async function serving(server: Promise<TestServer>): Promise<TestServer> {
  const started = await server;
  opened.push(started);
  return started;
}

function asking(resolvers: readonly string[], timeout = 3000): ExchangeHandle {
  const parsed = resolvers.map((text) => {
    const resolver = parseResolver(text);
    if (!resolver.ok) throw new Error(text);
    return resolver.value;
  });
  const exchange = createExchange({ resolvers: parsed, resolverCa: authority.caPem, timeout });
  opened.push(exchange);
  return exchange;
}

function question(text: string): Question {
  const name = parseName(text);
  if (!name.ok) throw new Error(text);
  return { name: name.value, type: 1 };
}

const www = question('wWw.example.com');

/** The records of an answer, or why there is none. */
function gist(outcome: DnsOutcome): string {
  return outcome.ok
    ? `${outcome.answer.message.rcode} ${outcome.answer.message.answers.map(formatRecord).join()}`
    : outcome.failure.reason;
}

const good = '0 wWw.example.com. 60 IN A 192.0.2.7';

async function timed<T>(work: Promise<T>): Promise<{ result: T; milliseconds: number }> {
  const started = performance.now();
  const result = await work;
  return { result, milliseconds: performance.now() - started };
}

function udp(server: { port: number }): string {
  return `udp://127.0.0.1:${server.port}`;
}

function tcp(server: { port: number }): string {
  return `tcp://127.0.0.1:${server.port}`;
}

function dot(server: { port: number }, name: string): string {
  return `tls://127.0.0.1:${server.port}${name}`;
}

function doh(server: { port: number }): string {
  return `https://127.0.0.1:${server.port}/dns-query`;
}

function reply(query: Message, socket: { write(bytes: Uint8Array): unknown }): void {
  socket.write(framed(answerTo(query)));
}

/** A port of the loopback on which nothing listens. */
async function deadPort(): Promise<number> {
  const server = await startTcpServer(() => {});
  await server.close();
  return server.port;
}

describe('over UDP', () => {
  it('asks with RD, DO and CD and an EDNS size of 1232, and takes the answer', async () => {
    const seen: Message[] = [];
    const server = await serving(
      startUdpServer((query, send) => {
        seen.push(query);
        send(answerTo(query));
      }),
    );
    const exchange = asking([udp(server)]);
    const outcome = await exchange(www);
    expect(gist(outcome)).toBe(good);
    expect(outcome.ok && outcome.answer.server).toBe(udp(server));
    await exchange.opinion(www);
    expect(seen.map((query) => [query.recursionDesired, query.checkingDisabled])).toEqual([
      [true, true],
      [true, false],
    ]);
    expect(seen[0]?.edns).toEqual({
      udpSize: 1232,
      version: 0,
      dnssecOk: true,
      extendedErrors: [],
    });
  });

  it('uses another id and another port each time', async () => {
    const ids = new Set<number>();
    const ports = new Set<number>();
    const server = await serving(
      startUdpServer((query, send, fromPort) => {
        ids.add(query.id);
        ports.add(fromPort);
        send(answerTo(query));
      }),
    );
    const exchange = asking([udp(server)]);
    for (let index = 0; index < 20; index += 1) await exchange(www);
    expect(ids.size).toBeGreaterThan(17);
    expect(ports.size).toBeGreaterThan(17);
  });

  it.each<[string, (query: Message) => Uint8Array]>([
    ['another id', (query) => answerTo(query, { id: query.id ^ 1 })],
    [
      'another question',
      (query) => answerTo(query, { questions: [{ ...question('evil.example'), class: 1 }] }),
    ],
    [
      'another case',
      (query) => answerTo(query, { questions: [{ ...question('www.example.com'), class: 1 }] }),
    ],
    [
      'another type',
      (query) =>
        answerTo(query, { questions: query.questions.map((one) => ({ ...one, type: 28 })) }),
    ],
    ['no question', (query) => answerTo(query, { questions: [] })],
    ['a query', (query) => answerTo(query, { isResponse: false })],
    ['garbage', () => Buffer.from('not a message')],
    ['garbage behind', (query) => Buffer.concat([answerTo(query), Buffer.from([0])])],
    ['nothing', () => new Uint8Array()],
  ])('passes over a packet with %s, and takes the answer that follows', async (_, wrong) => {
    const server = await serving(
      startUdpServer((query, send) => {
        send(wrong(query));
        setTimeout(() => send(answerTo(query)), 20);
      }),
    );
    expect(gist(await asking([udp(server)])(www))).toBe(good);
  });

  it('tells what was wrong when nothing better came, inside its time', async () => {
    const server = await serving(
      startUdpServer((query, send) => send(answerTo(query, { id: query.id ^ 1 }))),
    );
    const { result, milliseconds } = await timed(asking([udp(server)], 600)(www));
    expect(gist(result)).toBe('wrong-question');
    expect(milliseconds).toBeLessThan(patience);
  });

  it('goes on over TCP when strange packets came, so that guessing does not help', async () => {
    const server = await serving(startUdpServer((_, send) => send(Buffer.from('?'))));
    await serving(
      startTcpServer((query, socket) => socket.write(framed(answerTo(query))), server.port),
    );
    expect(gist(await asking([udp(server)], 1000)(www))).toBe(good);
  });

  it('goes on over TCP when the answer is truncated, cut inside a record or not', async () => {
    const cut = await serving(
      startUdpServer((query, send) => send(answerTo(query, { truncated: true }).subarray(0, -7))),
    );
    const tcp = await serving(
      startTcpServer((query, socket) => socket.write(framed(answerTo(query))), cut.port),
    );
    const { result, milliseconds } = await timed(asking([udp(cut)])(www));
    expect(gist(result)).toBe(good);
    expect(milliseconds).toBeLessThan(patience);
    expect(tcp.connections()).toBe(1);
  });

  it('says truncated when there is no TCP to go on with', async () => {
    const server = await serving(
      startUdpServer((query, send) => send(answerTo(query, { truncated: true }))),
    );
    expect(gist(await asking([udp(server)])(www))).toBe('truncated');
  });

  it('sends again when a packet is lost', async () => {
    let packets = 0;
    const server = await serving(
      startUdpServer((query, send) => {
        packets += 1;
        if (packets > 1) send(answerTo(query));
      }),
    );
    expect(gist(await asking([udp(server)], 1000)(www))).toBe(good);
    expect(packets).toBe(2);
  });

  it('gives up in time when nobody answers', async () => {
    const server = await serving(startUdpServer(() => {}));
    await serving(startTcpServer(() => {}, server.port));
    const { result, milliseconds } = await timed(asking([udp(server)], 400)(www));
    expect(gist(result)).toBe('timeout');
    expect(milliseconds).toBeGreaterThan(380);
    expect(milliseconds).toBeLessThan(patience);
  });

  it('does not take the late answer to one question for an attack on another', async () => {
    const server = await serving(
      startUdpServer((query, send) => {
        const isSlow = query.questions[0]?.type === 16;
        setTimeout(() => send(answerTo(query)), isSlow ? 150 : 250);
      }),
    );
    const exchange = asking([udp(server)], 1000);
    const fill = Array.from({ length: 40 }, () => exchange(www));
    const controller = new AbortController();
    const slow = Array.from({ length: 8 }, () => exchange({ ...www, type: 16 }, controller.signal));
    setTimeout(() => controller.abort(), 50);
    expect((await Promise.all(slow)).map(gist)).toEqual(slow.map(() => 'cancelled'));
    const results = await Promise.all(fill);
    expect(results.map(gist)).toEqual(fill.map(() => good));
    expect(server.connections()).toBeLessThan(100);
  });

  it('notices at once that nobody listens', async () => {
    const { result, milliseconds } = await timed(
      asking([`udp://127.0.0.1:${await deadPort()}`])(www),
    );
    expect(gist(result)).toBe('refused-connection');
    expect(milliseconds).toBeLessThan(patience);
  });

  it('asks from the address that the system chooses, not from the resolver’s', async () => {
    const socket = createSocket('udp4');
    const from: string[] = [];
    socket.on('message', (packet, { address, port }) => {
      from.push(address);
      socket.send(answerTo(decoded(packet)), port, address);
    });
    await new Promise<void>((resolve) => {
      socket.bind(0, '127.0.0.2', resolve);
    });
    opened.push({ close: () => new Promise<void>((closed) => socket.close(closed)) });
    expect(gist(await asking([`udp://127.0.0.2:${socket.address().port}`])(www))).toBe(good);
    expect(from).toEqual(['127.0.0.1']);
  });

  it('notices at once that there is no way to an address', async () => {
    const { result, milliseconds } = await timed(asking(['udp://255.255.255.255'])(www));
    expect(gist(result)).toBe('unreachable');
    expect(milliseconds).toBeLessThan(patience);
  });

  it('stops when it is cancelled', async () => {
    const server = await serving(startUdpServer(() => {}));
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 50);
    const { result, milliseconds } = await timed(asking([udp(server)])(www, controller.signal));
    expect(gist(result)).toBe('cancelled');
    expect(milliseconds).toBeLessThan(patience);
    const late = await asking([udp(server)])(www, controller.signal);
    expect(gist(late)).toBe('cancelled');
  });

  it('answers many questions at a time', async () => {
    const server = await serving(
      startUdpServer((query, send) => setTimeout(() => send(answerTo(query)), 5)),
    );
    const exchange = asking([udp(server)]);
    const outcomes = await Promise.all(
      Array.from({ length: 600 }, (_, index) => exchange(question(`h${index}.example`))),
    );
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(600);
  });
});

describe('several resolvers', () => {
  it.each([
    ['is not there', null],
    ['answers SERVFAIL', 2],
    ['answers REFUSED', 5],
    ['answers NOTIMP', 4],
  ])('asks the next when the first %s', async (_, code) => {
    const first =
      code === null
        ? { port: await deadPort() }
        : await serving(
            startUdpServer((query, send) => send(answerTo(query, { rcode: code, answers: [] }))),
          );
    const second = await serving(startUdpServer((query, send) => send(answerTo(query))));
    const exchange = asking([`udp://127.0.0.1:${first.port}`, `udp://127.0.0.1:${second.port}`]);
    const outcome = await exchange(www);
    expect(gist(outcome)).toBe(good);
    expect(outcome.ok && outcome.answer.server).toBe(`udp://127.0.0.1:${second.port}`);
  });

  it('keeps NXDOMAIN of the first: that is an answer', async () => {
    const first = await serving(
      startUdpServer((query, send) => send(answerTo(query, { rcode: 3, answers: [] }))),
    );
    const second = await serving(startUdpServer((query, send) => send(answerTo(query))));
    const exchange = asking([`udp://127.0.0.1:${first.port}`, `udp://127.0.0.1:${second.port}`]);
    expect(gist(await exchange(www))).toBe('3 ');
    expect(second.connections()).toBe(0);
  });

  it('keeps SERVFAIL for the opinion of the first when that was asked for', async () => {
    const first = await serving(
      startUdpServer((query, send) => send(answerTo(query, { rcode: 2, answers: [] }))),
    );
    const second = await serving(startUdpServer((query, send) => send(answerTo(query))));
    const exchange = asking([udp(first), udp(second)]);
    expect(gist(await exchange.opinion(www))).toBe('2 ');
    expect(gist(await exchange(www))).toBe(good);
  });

  it('gives the first refusal when none does better', async () => {
    const first = await serving(
      startUdpServer((query, send) => send(answerTo(query, { rcode: 5, answers: [] }))),
    );
    const exchange = asking([
      `udp://127.0.0.1:${first.port}`,
      `udp://127.0.0.1:${await deadPort()}`,
    ]);
    expect(gist(await exchange(www))).toBe('5 ');
  });

  it('leaves time for the next when the first is silent, and asks it first from then on', async () => {
    let unanswered = 0;
    const silent = await serving(
      startUdpServer(() => {
        unanswered += 1;
      }),
    );
    const second = await serving(startUdpServer((query, send) => send(answerTo(query))));
    const exchange = asking(
      [`udp://127.0.0.1:${silent.port}`, `udp://127.0.0.1:${second.port}`],
      1000,
    );
    expect(gist(await exchange(www))).toBe(good);
    const before = unanswered;
    expect(gist(await exchange(www))).toBe(good);
    expect(unanswered).toBe(before);
  });

  it('goes on asking the first first when one answer of it could not be had', async () => {
    const first = await serving(
      startUdpServer((query, send) => {
        const isLarge = query.questions[0]?.type === 16;
        send(answerTo(query, { truncated: isLarge }));
      }),
    );
    const second = await serving(startUdpServer((query, send) => send(answerTo(query))));
    const exchange = asking([udp(first), udp(second)]);
    const large = await exchange({ ...www, type: 16 });
    expect(large.ok && large.answer.server).toBe(udp(second));
    const small = await exchange(www);
    expect(small.ok && small.answer.server).toBe(udp(first));
  });

  it('says so when there is none', async () => {
    expect(gist(await asking([])(www))).toBe('no-resolver');
  });
});

describe('closing', () => {
  it.each(['udp', 'tcp', 'tls', 'https'] as const)(
    'ends what is still asked over %s',
    async (protocol) => {
      const servers = {
        udp: () => startUdpServer(() => {}),
        tcp: () => startTcpServer(() => {}),
        tls: () => startTlsServer(certificate, () => {}),
        https: () => startHttpsServer(certificate, () => {}),
      };
      const server = await serving(servers[protocol]());
      const path = protocol === 'https' ? '/dns-query' : '';
      const exchange = asking([`${protocol}://127.0.0.1:${server.port}${path}`]);
      const outcomes = [exchange(www), exchange(www)];
      setTimeout(() => exchange.close(), 100);
      const { result, milliseconds } = await timed(Promise.all(outcomes));
      expect(result.map(gist)).toEqual(['cancelled', 'cancelled']);
      expect(gist(await exchange(www))).toBe('cancelled');
      expect(milliseconds).toBeLessThan(patience);
    },
  );
});

/** Sockets that this process has open. */
function openSockets(): number {
  const folder = '/proc/self/fd';
  return readdirSync(folder).filter((descriptor) => {
    try {
      return readlinkSync(join(folder, descriptor)).startsWith('socket:');
    } catch {
      // The descriptor of the listing itself.
      return false;
    }
  }).length;
}

function until(condition: () => boolean): Promise<boolean> {
  return vi.waitUntil(condition, { timeout: 15_000, interval: 10 });
}

describe.runIf(existsSync('/proc/self/fd'))('questions that are cancelled', () => {
  it.each(['udp', 'tcp', 'tls', 'https'] as const)('leave no socket over %s', async (protocol) => {
    const servers = {
      udp: () => startUdpServer(() => {}),
      tcp: () => startTcpServer(() => {}),
      tls: () => startTlsServer(certificate, () => {}),
      https: () => startHttpsServer(certificate, () => {}),
    };
    const server = await serving(servers[protocol]());
    const before = openSockets();
    const path = protocol === 'https' ? '/dns-query' : '';
    const exchange = asking([`${protocol}://127.0.0.1:${server.port}${path}`]);
    for (let round = 0; round < 3; round += 1) {
      const controller = new AbortController();
      const asked = Array.from({ length: 300 }, () => exchange(www, controller.signal));
      await until(() => server.connections() > 0);
      controller.abort();
      expect(new Set((await Promise.all(asked)).map(gist))).toEqual(new Set(['cancelled']));
    }
    // Of a connection both ends are in this process; one may wait for the next question.
    await until(() => openSockets() <= before + (protocol === 'udp' ? 0 : 2));
    exchange.close();
    await until(() => openSockets() <= before);
  });
});

describe('over IPv6', () => {
  it('asks over UDP and TCP', async () => {
    const server = createServer((socket) => {
      socket.on('data', (chunk: Buffer) =>
        socket.end(framed(answerTo(decoded(chunk.subarray(2))))),
      );
    });
    const { port } = await new Promise<AddressInfo>((resolve) => {
      server.listen(0, '::1', () => resolve(server.address() as AddressInfo));
    });
    opened.push({ close: () => new Promise((closed) => server.close(closed)) });
    expect(gist(await asking([`tcp://[::1]:${port}`])(www))).toBe(good);
    const socket = createSocket('udp6');
    socket.on('message', (packet, from) => {
      socket.send(answerTo(decoded(packet)), from.port, from.address);
    });
    await new Promise<void>((resolve) => {
      socket.bind(0, '::1', resolve);
    });
    opened.push({ close: () => new Promise<void>((closed) => socket.close(closed)) });
    expect(gist(await asking([`udp://[::1]:${socket.address().port}`])(www))).toBe(good);
  });
});

describe('over TCP', () => {
  it('keeps one connection for many questions and takes answers out of order', async () => {
    const held: (() => void)[] = [];
    const server = await serving(
      startTcpServer((query, socket) => {
        held.push(() => socket.write(framed(answerTo(query))));
        if (held.length === 50) for (const send of held.toReversed()) send();
      }),
    );
    const exchange = asking([tcp(server)]);
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (_, index) => exchange(question(`h${index}.example`))),
    );
    expect(outcomes.map(gist)).toEqual(
      Array.from({ length: 50 }, (_, index) => `0 h${index}.example. 60 IN A 192.0.2.7`),
    );
    expect(server.connections()).toBe(1);
  });

  it('takes all that came before the server closed, however much it was', async () => {
    const count = 100;
    const frames: Buffer[] = [];
    const server = await serving(
      startTcpServer((query, socket) => {
        frames.push(framed(answerTo(query)));
        if (frames.length === count) socket.end(Buffer.concat(frames));
      }),
    );
    const exchange = asking([tcp(server)]);
    const outcomes = await Promise.all(Array.from({ length: count }, () => exchange(www)));
    expect(new Set(outcomes.map(gist))).toEqual(new Set([good]));
    expect(server.connections()).toBe(1);
  });

  it('opens another connection when the server closed the last one', async () => {
    const server = await serving(
      startTcpServer((query, socket) => socket.end(framed(answerTo(query)))),
    );
    const exchange = asking([tcp(server)]);
    for (let index = 0; index < 5; index += 1) expect(gist(await exchange(www))).toBe(good);
  });

  it('asks once more when the server closes an idle connection at that moment', async () => {
    let questions = 0;
    const server = await serving(
      startTcpServer((query, socket) => {
        questions += 1;
        if (questions === 2) socket.destroy();
        else socket.write(framed(answerTo(query)));
      }),
    );
    const exchange = asking([tcp(server)]);
    expect(gist(await exchange(www))).toBe(good);
    expect(gist(await exchange(www))).toBe(good);
    expect(server.connections()).toBe(2);
  });

  it('reads answers that come octet by octet, if they come in time', async () => {
    const server = await serving(
      startTcpServer((query, socket) => {
        for (const octet of framed(answerTo(query))) socket.write(Buffer.from([octet]));
      }),
    );
    expect(gist(await asking([tcp(server)])(www))).toBe(good);
  });

  it('does not wait longer for a server that drips', async () => {
    const server = await serving(
      startTcpServer((query, socket) => {
        const octets = [...framed(answerTo(query))];
        const timer = setInterval(() => {
          if (socket.destroyed || octets.length === 0) clearInterval(timer);
          else socket.write(Buffer.from([octets.shift() ?? 0]));
        }, 60);
      }),
    );
    const { result, milliseconds } = await timed(asking([tcp(server)], 500)(www));
    expect(gist(result)).toBe('timeout');
    expect(milliseconds).toBeLessThan(patience);
  });

  it('takes a new connection after a question that timed out', async () => {
    let connections = 0;
    const server = await serving(
      startRawServer((socket) => {
        connections += 1;
        const isFirst = connections === 1;
        socket.on('data', (chunk: Buffer) => {
          if (!isFirst) socket.write(framed(answerTo(decoded(chunk.subarray(2)))));
        });
      }),
    );
    const exchange = asking([tcp(server)], 300);
    expect(gist(await exchange(www))).toBe('timeout');
    expect(gist(await exchange(www))).toBe(good);
  });

  it.each<[string, string, (query: Message) => Uint8Array]>([
    ['a message cut short', 'truncated', (query) => framed(answerTo(query)).subarray(0, -3)],
    ['one octet of length', 'truncated', () => Uint8Array.of(0)],
    ['nothing', 'unreachable', () => new Uint8Array()],
    ['an empty message', 'malformed', () => Uint8Array.of(0, 0)],
    ['an answer with TC', 'truncated', (query) => framed(answerTo(query, { truncated: true }))],
    [
      'garbage under the right id',
      'malformed',
      ({ id }) => framed(Buffer.from([id >> 8, id & 255, 128, 0, 0, 9, 9])),
    ],
    ['another question', 'wrong-question', (query) => framed(answerTo(query, { questions: [] }))],
  ])('ends at once on %s', async (_, reason, wrong) => {
    const server = await serving(startTcpServer((query, socket) => socket.end(wrong(query))));
    const { result, milliseconds } = await timed(asking([tcp(server)])(www));
    expect(gist(result)).toBe(reason);
    expect(milliseconds).toBeLessThan(patience);
  });

  it('closes on a flood of answers that nobody asked for', async () => {
    const server = await serving(
      startTcpServer((query, socket) => {
        for (let index = 1; index < 100; index += 1) {
          socket.write(framed(answerTo(query, { id: (query.id + index) % 65536 })));
        }
      }),
    );
    expect(gist(await asking([tcp(server)])(www))).toBe('malformed');
  });

  it('takes an answer of 64 kB', async () => {
    const server = await serving(
      startTcpServer((query, socket) => {
        const [one] = decoded(answerTo(query)).answers;
        const answers = Array.from({ length: 1600 }, () => one).filter(
          (each) => each !== undefined,
        );
        socket.write(framed(answerTo(query, { answers })));
      }),
    );
    const outcome = await asking([tcp(server)])(www);
    expect(outcome.ok && outcome.answer.message.answers).toHaveLength(1600);
  });

  it('notices at once that nobody listens', async () => {
    expect(gist(await asking([tcp({ port: await deadPort() })])(www))).toBe('refused-connection');
  });
});

describe('over TLS', () => {
  it('asks a server whose certificate names it, or its address, over one connection', async () => {
    const server = await serving(startTlsServer(certificate, reply));
    for (const name of ['#dns.test', '']) {
      const exchange = asking([dot(server, name)]);
      const outcomes = await Promise.all([exchange(www), exchange(www), exchange(www)]);
      expect(outcomes.map(gist)).toEqual([good, good, good]);
    }
    expect(server.connections()).toBe(2);
  });

  it('refuses one that names another', async () => {
    const server = await serving(startTlsServer(authority.issue('DNS:other.test'), reply));
    expect(gist(await asking([dot(server, '#dns.test')])(www))).toBe('tls-failed');
    expect(gist(await asking([dot(server, '')])(www))).toBe('tls-failed');
  });

  it('refuses one whose issuer is unknown, and sends it no question', async () => {
    let asked = 0;
    const foreign = createCertificateAuthority().issue('DNS:dns.test');
    const server = await serving(
      startTlsServer(foreign, () => {
        asked += 1;
      }),
    );
    expect(gist(await asking([dot(server, '#dns.test')])(www))).toBe('tls-failed');
    expect(asked).toBe(0);
  });

  it('refuses a server that speaks no TLS', async () => {
    const server = await serving(startRawServer((socket) => socket.end('220 mail ESMTP\r\n')));
    expect(gist(await asking([dot(server, '#dns.test')])(www))).toBe('tls-failed');
  });

  it('gives up in time when the handshake never ends', async () => {
    const server = await serving(startRawServer(() => {}));
    const { result, milliseconds } = await timed(asking([dot(server, '#dns.test')], 400)(www));
    expect(gist(result)).toBe('timeout');
    expect(milliseconds).toBeLessThan(patience);
  });

  it('tells an absent server from a wrong one', async () => {
    const resolver = dot({ port: await deadPort() }, '#dns.test');
    expect(gist(await asking([resolver])(www))).toBe('refused-connection');
  });
});

describe('over HTTPS', () => {
  it('posts the question with id 0, over one session', async () => {
    const seen: unknown[] = [];
    const server = await serving(
      startHttpsServer(certificate, (query, stream, headers) => {
        seen.push([
          headers[':method'],
          headers[':path'],
          headers['content-type'],
          decoded(query).id,
        ]);
        sendHttp(stream, answerTo(decoded(query)));
      }),
    );
    const exchange = asking([doh(server)]);
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, (_, index) => exchange(question(`h${index}.example`))),
    );
    expect(outcomes.map(gist)).toEqual(
      Array.from({ length: 40 }, (_, index) => `0 h${index}.example. 60 IN A 192.0.2.7`),
    );
    expect(gist(await exchange(www))).toBe(good);
    expect(seen[0]).toEqual(['POST', '/dns-query', 'application/dns-message', 0]);
    expect(server.connections()).toBe(1);
  });

  it.each<[string, string, Parameters<typeof startHttpsServer>[1]]>([
    ['status 500', 'http-failed', (_, stream) => sendHttp(stream, new Uint8Array(), 500)],
    ['a redirection', 'http-failed', (_, stream) => sendHttp(stream, new Uint8Array(), 302)],
    [
      'a web page',
      'http-failed',
      (_, stream) => sendHttp(stream, Buffer.from('<html>'), 200, 'text/html'),
    ],
    ['garbage', 'malformed', (_, stream) => sendHttp(stream, Buffer.from('garbage, long enough'))],
    ['nothing', 'malformed', (_, stream) => sendHttp(stream, new Uint8Array())],
    ['more than any message', 'malformed', (_, stream) => sendHttp(stream, Buffer.alloc(200_000))],
    [
      'another question',
      'wrong-question',
      (query, stream) => sendHttp(stream, answerTo({ ...decoded(query), questions: [] })),
    ],
    [
      'another id',
      'wrong-question',
      (query, stream) => sendHttp(stream, answerTo(decoded(query), { id: 9 })),
    ],
    ['a reset', 'http-failed', (_, stream) => stream.close(8)],
    ['a lost connection', 'http-failed', (_, stream) => stream.session?.destroy()],
  ])('ends at once on %s', async (_, reason, badReply) => {
    const server = await serving(startHttpsServer(certificate, badReply));
    const { result, milliseconds } = await timed(asking([doh(server)])(www));
    expect(gist(result)).toBe(reason);
    expect(milliseconds).toBeLessThan(patience);
  });

  it('opens another session after the server said goodbye', async () => {
    const server = await serving(
      startHttpsServer(certificate, (query, stream) => {
        sendHttp(stream, answerTo(decoded(query)));
        stream.on('close', () => stream.session?.close());
      }),
    );
    const exchange = asking([doh(server)]);
    for (let index = 0; index < 4; index += 1) expect(gist(await exchange(www))).toBe(good);
  });

  it('gives up in time on a server that drips, or says nothing', async () => {
    const server = await serving(
      startHttpsServer(certificate, (_, stream) => {
        stream.respond({ ':status': 200, 'content-type': 'application/dns-message' });
        const timer = setInterval(() => {
          if (stream.destroyed) clearInterval(timer);
          else stream.write(Buffer.from([0]));
        }, 40);
      }),
    );
    const { result, milliseconds } = await timed(asking([doh(server)], 400)(www));
    expect(gist(result)).toBe('timeout');
    expect(milliseconds).toBeLessThan(patience);
  });

  it('asks a server by name at the addresses known of it, and checks the name', async () => {
    const server = await serving(
      startHttpsServer(certificate, (query, stream) => sendHttp(stream, answerTo(decoded(query)))),
    );
    for (const [host, expected] of [
      ['dns.test', good],
      ['other.test', 'tls-failed'],
    ] as const) {
      const resolver = {
        protocol: 'https' as const,
        text: `https://${host}`,
        host,
        port: server.port,
        path: '/dns-query',
        // The first is dead: the next is tried.
        addresses: ['127.0.0.3', '127.0.0.1'],
      };
      const exchange = createExchange({
        resolvers: [resolver],
        resolverCa: authority.caPem,
        timeout: 3000,
      });
      opened.push(exchange);
      expect(gist(await exchange(www))).toBe(expected);
    }
  });

  it('stops when it is cancelled, and the session goes on', async () => {
    const server = await serving(
      startHttpsServer(certificate, (query, stream) => {
        setTimeout(() => stream.destroyed || sendHttp(stream, answerTo(decoded(query))), 200);
      }),
    );
    const exchange = asking([doh(server)]);
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 50);
    const [cancelled, other] = await Promise.all([exchange(www, controller.signal), exchange(www)]);
    expect(gist(cancelled)).toBe('cancelled');
    expect(gist(other)).toBe(good);
    expect(server.connections()).toBe(1);
  });

  it('refuses a certificate that names another, or whose issuer is unknown', async () => {
    const others = [
      authority.issue('DNS:other.test'),
      createCertificateAuthority().issue('IP:127.0.0.1'),
    ];
    for (const other of others) {
      const server = await serving(startHttpsServer(other, () => {}));
      expect(gist(await asking([doh(server)])(www))).toBe('tls-failed');
    }
  });

  it('notices at once that nobody listens', async () => {
    expect(gist(await asking([doh({ port: await deadPort() })])(www))).toBe('refused-connection');
  });

  it('refuses a server that speaks TLS but no HTTP/2, and sends it no question', async () => {
    let received = 0;
    const server = await serving(
      startTlsServer(certificate, () => {
        received += 1;
      }),
    );
    expect(gist(await asking([doh(server)])(www))).toBe('no-http2');
    expect(received).toBe(0);
  });

  it('ends with one that chooses no protocol at all', async () => {
    const server = createTlsServer({ cert: certificate.cert, key: certificate.key }, (socket) => {
      socket.on('error', () => {});
      socket.on('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    opened.push({ close: () => new Promise((resolve) => server.close(resolve)) });
    const { port } = server.address() as AddressInfo;
    expect(gist(await asking([doh({ port })])(www))).toBe('no-http2');
  });

  it('says of a web server with HTTP/1.1 only that it speaks no HTTP/2', async () => {
    const server = createHttp1Server({ cert: certificate.cert, key: certificate.key });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    opened.push({ close: () => new Promise((resolve) => server.close(resolve)) });
    const { port } = server.address() as AddressInfo;
    expect(gist(await asking([doh({ port })])(www))).toBe('no-http2');
  });
});
