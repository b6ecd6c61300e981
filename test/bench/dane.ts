/**
 * DANE checks, measured over a lab of real BIND, Unbound and Postfix. `npm run bench -- dane`
 *
 * (a) 1,000 domains over twenty MX hosts against posttls-finger, two processes at a time, each side
 * with a freshly started Unbound; (b) one warm check against one posttls-finger; (c) round trips on
 * the critical path of a cold check; (d) memory, and how long the event loop is held up. Needs root,
 * for ports 25 and 53. Exits 1 when a bound is missed.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createCheckRun } from '../../electron/service/dane/check/checkRun.ts';
import type { CheckSettings } from '../../electron/service/dane/check/checkRun.ts';
import { checkTarget } from '../../electron/service/dane/check/checkTarget.ts';
import type { CheckTarget } from '../../electron/service/dane/check/checkTarget.ts';
import { realPorts } from '../../electron/service/dane/check/realPorts.ts';
import { createExchange } from '../../electron/service/dns/exchange.ts';
import type { ExchangeHandle } from '../../electron/service/dns/exchange.ts';
import { parseResolver } from '../../electron/service/dns/resolver.ts';
import { readTrustAnchors } from '../../electron/service/dnssec/anchors/readTrustAnchors.ts';
import type { TrustAnchors } from '../../electron/service/dnssec/anchors/trustAnchors.ts';
import type { Exchange } from '../../electron/service/dns/types.ts';
import type { Connect } from '../../electron/service/smtp/connectTo.ts';
import { checksUnderWayMax } from '../../shared/dane/run.ts';
import { verdictExit } from '../../shared/dane/verdict.ts';
import { startPostfix } from '../lab/dane/postfix.ts';
import { runWithLabResolver } from '../lab/dane/systemResolver.ts';
import { startDnsLab } from '../lab/dns/dnsLab.ts';
import type { DnsLab } from '../lab/dns/dnsLab.ts';
import { signedWith } from '../lab/dns/labZones.ts';
import { startUnbound } from '../lab/dns/servers.ts';
import { freePort } from '../lab/freePort.ts';
import type { LabProcess } from '../lab/process.ts';
import { identity, tlsaText } from '../support/labCertificates.ts';
import { createReport, inParallel, loopDelay, loopWork } from './support/measure.ts';
import type { Report } from './support/measure.ts';

const domains = 1000;
const hosts = 20;
const rounds = 3;

/** How many times as fast as posttls-finger. */
const ratioOneMin = 5;
const ratioAllMin = 3;
const roundTripsMax = 10;
const memoryMax = 300 * 1024 * 1024;
/** Milliseconds. */
const blockedMax = 50;
/** Of each reply, while round trips are counted. Milliseconds. */
const delay = 30;

interface Ground {
  readonly dns: DnsLab;
  readonly folder: string;
  readonly anchors: TrustAnchors;
  readonly targets: readonly CheckTarget[];
  readonly report: Report;
}

const settings: CheckSettings = {
  service: 'smtp',
  connectPort: null,
  timeout: 10_000,
  handshakes: 'one',
  allowPrivate: true,
  beside: false,
  digests: [2, 1],
};

const kinds = ['ecdsa', 'rsa', 'ecdsa', 'ed25519'] as const;

function server(index: number) {
  const hostName = `mx${index}.hosts.lab`;
  const keyType = kinds[index % kinds.length] ?? 'ecdsa';
  const identities = [identity(hostName, { keyType })];
  return { address: `127.77.2.${index + 1}`, hostName, identities, startTls: true };
}

async function buildLab(): Promise<{ ground: Ground; stop: () => Promise<void> }> {
  const servers = Array.from({ length: hosts }, (_, index) => server(index));
  const standard = { signing: signedWith(13), delegation: 'sha256', purpose: 'bench' } as const;
  const mx = Array.from(
    { length: domains },
    (_, index) => `d${index} MX 10 mx${index % hosts}.hosts`,
  );
  const hostLines = servers.flatMap(({ address, hostName, identities }) => [
    `${hostName}. A ${address}`,
    ...identities.map(({ leaf }) => `_25._tcp.${hostName}. TLSA ${tlsaText('3 1 1', leaf)}`),
  ]);
  const dns = await startDnsLab({
    zones: [
      { name: '.', records: '', ...standard },
      { name: 'lab.', records: mx.join('\n'), ...standard },
      { name: 'hosts.lab.', records: hostLines.join('\n'), ...standard },
    ],
  });
  const folder = mkdtempSync(join(tmpdir(), 'exo-companion-bench-'));
  const postfix = await startPostfix(folder, servers);
  const anchors = readTrustAnchors(dns.trustAnchorText);
  if (!anchors.ok) throw new Error('no anchors');
  const targets = Array.from({ length: domains }, (_, index) => {
    const target = checkTarget(`d${index}.lab`, 'smtp');
    if (!target.ok) throw new Error('no target');
    return target.value;
  });
  writeFileSync(join(folder, 'domains'), `${targets.map(({ label }) => label).join('\n')}\n`);
  return {
    ground: { dns, folder, anchors: anchors.value, targets, report: createReport() },
    async stop() {
      await postfix.stop();
      await dns.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function authorityPort({ dns }: Ground): number {
  return Number(dns.authority.split(':').at(-1));
}

async function freshUnbound(ground: Ground, name: string, port: number): Promise<LabProcess> {
  const unbound = startUnbound(name, ground.folder, {
    authorityPort: authorityPort(ground),
    port,
    tls: null,
    trustAnchorFile: ground.dns.trustAnchorFile,
  });
  const exchange = open(port);
  for (;;) {
    const outcome = await exchange({ name: [], type: 2 });
    if (outcome.ok) break;
    await wait(50);
  }
  exchange.close();
  return unbound;
}

function open(port: number): ExchangeHandle {
  const resolver = parseResolver(`udp://127.0.0.1:${port}`);
  if (!resolver.ok) throw new Error('resolver');
  return createExchange({ resolvers: [resolver.value], resolverCa: null, timeout: 5000 });
}

function createRun(ground: Ground, exchange: ExchangeHandle, changes: Partial<CheckSettings> = {}) {
  const ports = realPorts({
    exchange,
    anchors: ground.anchors,
    clock: () => new Date(),
    proxy: null,
    hello: 'bench.lab',
    roots: [],
  });
  return createCheckRun({ ...settings, ...changes }, ports);
}

/** Seconds for the whole list, all of which has to pass. */
async function oursInSeconds(ground: Ground, handshakes: 'one' | 'all'): Promise<number> {
  const port = await freePort();
  const unbound = await freshUnbound(ground, `ours-${handshakes}`, port);
  const exchange = open(port);
  const run = createRun(ground, exchange, { handshakes });
  const { signal } = new AbortController();
  const started = performance.now();
  const verdicts = await inParallel(
    ground.targets,
    checksUnderWayMax,
    async (target) => (await run.check(target, signal)).verdict,
  );
  const seconds = (performance.now() - started) / 1000;
  run.close();
  exchange.close();
  await unbound.stop();
  const bad = verdicts.filter((verdict) => verdictExit[verdict] !== 0);
  if (bad.length > 0) throw new Error(bad.join(' '));
  return seconds;
}

async function fingerInSeconds(ground: Ground): Promise<number> {
  const unbound = await freshUnbound(ground, 'finger', 53);
  const started = performance.now();
  const script = `xargs -P 2 -n 1 posttls-finger -c -l dane -L summary < ${join(ground.folder, 'domains')}`;
  const log = await runWithLabResolver(ground.folder, 'sh', ['-c', script], '127.0.0.1');
  const seconds = (performance.now() - started) / 1000;
  await unbound.stop();
  const verified = log.split('Verified TLS connection').length - 1;
  if (verified < domains)
    throw new Error(`posttls-finger: ${verified} verified\n${log.slice(-500)}`);
  return seconds;
}

function atLeast(report: Report, name: string, figure: number, least: number): void {
  report.bound(name, figure.toFixed(1), figure >= least, `at least ${least}`);
}

function atMost(report: Report, name: string, figure: number, most: number): void {
  report.bound(name, figure.toFixed(1), figure <= most, `at most ${most}`);
}

async function compareLists(ground: Ground): Promise<void> {
  const best = { one: Infinity, all: Infinity, finger: Infinity };
  for (let round = 0; round < rounds; round += 1) {
    best.one = Math.min(best.one, await oursInSeconds(ground, 'one'));
    best.finger = Math.min(best.finger, await fingerInSeconds(ground));
    best.all = Math.min(best.all, await oursInSeconds(ground, 'all'));
  }
  const { report } = ground;
  report.line(`${domains} domains, posttls-finger two at a time`, `${best.finger.toFixed(1)} s`);
  report.line(`${domains} domains, one handshake per address`, `${best.one.toFixed(1)} s`);
  report.line(`${domains} domains, every kind of key`, `${best.all.toFixed(1)} s`);
  atLeast(report, 'times as fast, one handshake', best.finger / best.one, ratioOneMin);
  atLeast(report, 'times as fast, every kind of key', best.finger / best.all, ratioAllMin);
}

async function compareOne(ground: Ground): Promise<void> {
  const { report, targets } = ground;
  const unbound = await freshUnbound(ground, 'single', 53);
  const exchange = open(53);
  const { signal } = new AbortController();
  const [target] = targets;
  if (target === undefined) return;
  const times: number[] = [];
  for (let round = 0; round < 10; round += 1) {
    const run = createRun(ground, exchange);
    const started = performance.now();
    await run.check(target, signal);
    times.push(performance.now() - started);
    run.close();
    await wait(200);
  }
  const finger: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const started = performance.now();
    await runWithLabResolver(
      ground.folder,
      'posttls-finger',
      ['-c', '-l', 'dane', target.label],
      '127.0.0.1',
    );
    finger.push(performance.now() - started);
  }
  exchange.close();
  await unbound.stop();
  report.line('one warm check', `${Math.min(...times).toFixed(1)} ms`);
  report.line('one posttls-finger process', `${Math.min(...finger).toFixed(1)} ms`);
}

/** Round trips that lie one after another up to now. */
interface Trips {
  done: number;
}

/** Everything that the server says comes late, and ends the round trip that began with what it heard. */
function delayedSocket(socket: Socket, trips: Trips): Socket {
  const push = socket.push.bind(socket);
  const write = socket._write.bind(socket);
  let begun = trips.done;
  let order: Promise<unknown> = Promise.resolve();
  socket._write = (chunk, encoding, callback) => {
    begun = trips.done;
    write(chunk, encoding, callback);
  };
  socket.push = (chunk: unknown, encoding?: BufferEncoding) => {
    const own = begun + 1;
    order = order
      .then(() => wait(delay))
      .finally(() => {
        trips.done = Math.max(trips.done, own);
        push(chunk, encoding);
      });
    return true;
  };
  return socket;
}

async function countRoundTrips(ground: Ground): Promise<void> {
  const port = await freePort();
  const unbound = await freshUnbound(ground, 'latency', port);
  const exchange = open(port);
  const [, target] = ground.targets;
  if (target === undefined) return;
  const trips: Trips = { done: 0 };
  const late: Exchange = async (question, signal) => {
    const own = trips.done + 1;
    const outcome = await exchange(question, signal);
    await wait(delay);
    trips.done = Math.max(trips.done, own);
    return outcome;
  };
  // What the resolver has to fetch itself is not ours to count: it is asked once before.
  const warm = createRun(ground, exchange);
  await warm.check(target, new AbortController().signal);
  warm.close();

  const connectLate: Connect = ({ address, port: to }) =>
    new Promise((resolve, reject) => {
      const socket = connect({ host: address, port: to, noDelay: true });
      socket.once('connect', () => resolve(delayedSocket(socket, trips)));
      socket.once('error', reject);
    });
  const ports = realPorts({
    exchange: late,
    anchors: ground.anchors,
    clock: () => new Date(),
    proxy: null,
    hello: 'bench.lab',
    roots: [],
  });
  const run = createCheckRun(settings, {
    ...ports,
    probes: { ...ports.probes, connect: connectLate },
  });
  const started = performance.now();
  const check = await run.check(target, new AbortController().signal);
  const elapsed = performance.now() - started;
  const { done } = trips;
  run.close();
  exchange.close();
  await unbound.stop();
  if (check.verdict !== 'pass') throw new Error(check.verdict);
  ground.report.line('a cold check with replies 30 ms late', `${elapsed.toFixed(0)} ms`);
  atMost(ground.report, 'round trips on its critical path', done, roundTripsMax);
}

async function checkAll(ground: Ground): Promise<void> {
  const port = await freePort();
  const unbound = await freshUnbound(ground, 'resources', port);
  const exchange = open(port);
  const run = createRun(ground, exchange);
  const { signal } = new AbortController();
  await inParallel(ground.targets, checksUnderWayMax, (target) => run.check(target, signal));
  run.close();
  exchange.close();
  await unbound.stop();
}

/** The event loop's longest stop is the best of several: other programs stop it as well. */
async function watchResources(ground: Ground): Promise<void> {
  globalThis.gc?.();
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 10);
  let stop = (await loopDelay(() => checkAll(ground))).max;
  clearInterval(watch);
  for (let round = 1; round < rounds; round += 1) {
    stop = Math.min(stop, (await loopDelay(() => checkAll(ground))).max);
  }
  const own = await loopWork(() => checkAll(ground));
  const { report } = ground;
  atMost(report, 'memory at the peak, MB', peak / 1024 / 1024, memoryMax / 1024 / 1024);
  atMost(report, 'longest stop of the event loop, ms', stop, blockedMax);
  report.line('of its own work, garbage collection too', `${own.max.toFixed(1)} ms`);
}

const { ground, stop } = await buildLab();
try {
  await watchResources(ground);
  await compareLists(ground);
  await compareOne(ground);
  await countRoundTrips(ground);
} finally {
  await stop();
}
