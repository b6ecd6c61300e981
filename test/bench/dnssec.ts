/**
 * Validation, measured over the lab of signed zones. `npm run bench -- dnssec`
 *
 * Rates against delv and unbound-host, a process for each question, and against a fresh Unbound; round
 * trips of a cold validation; how long the event loop is held up by 500 names at once; memory over
 * 10,000 validations. Exits 1 when a bound is missed.
 */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rcode, rrType, typeName } from '../../electron/service/dns/codes.ts';
import { createExchange } from '../../electron/service/dns/exchange.ts';
import { formatName, parseName } from '../../electron/service/dns/name.ts';
import { parseResolver } from '../../electron/service/dns/resolver.ts';
import { readTrustAnchors } from '../../electron/service/dnssec/anchors/readTrustAnchors.ts';
import { createValidator } from '../../electron/service/dnssec/createValidator.ts';
import { startDnsLab } from '../lab/dns/dnsLab.ts';
import { labQuestions } from '../lab/dns/questions.ts';
import { startUnbound } from '../lab/dns/servers.ts';
import { freePort } from '../lab/freePort.ts';
import { delvStatus, writeDelvAnchors } from '../support/peerStatus.ts';
import { delayedExchanges } from './support/delayedExchange.ts';
import {
  bestRates,
  createReport,
  inParallel,
  loopDelay,
  loopWork,
  settledMemory,
  slope,
} from './support/measure.ts';
import type { ExchangeHandle } from '../../electron/service/dns/exchange.ts';
import type { Exchange, Question } from '../../electron/service/dns/types.ts';
import type { TrustAnchors } from '../../electron/service/dnssec/anchors/trustAnchors.ts';
import type { Validator } from '../../electron/service/dnssec/types.ts';
import type { DnsLab } from '../lab/dns/dnsLab.ts';
import type { LabProcess } from '../lab/process.ts';
import type { LoopDelay, Report, Side } from './support/measure.ts';

/** Beyond the round trip that brings the answer itself. */
const extraRoundTripsMax = 2;
/** Milliseconds. */
const loopDelayMax = 20;
/** Octets that the straight line through the samples may rise over all validations. */
const memoryGrowthMax = 1024 * 1024;

const rounds = 3;
const batch = 500;
const validations = 10_000;
/** Fills the caches, which are bounded. */
const validationsBefore = 5_000;

/** Of answers, while round trips are counted. Milliseconds. */
const delay = 60;
/** Under way at once, as in a check of many domains. */
const width = 16;
/** Processes at once, one for each core of a small machine. */
const processes = 2;

interface Ground {
  readonly lab: DnsLab;
  readonly anchors: TrustAnchors;
  readonly questions: readonly Question[];
  readonly report: Report;
}

function open(text: string): ExchangeHandle {
  const resolver = parseResolver(text);
  if (!resolver.ok) throw new Error(text);
  return createExchange({ resolvers: [resolver.value], resolverCa: null, timeout: 8000 });
}

function fresh(exchange: Exchange, { anchors }: Ground): Validator {
  return createValidator({ exchange, anchors, clock: () => new Date() });
}

function sampleOf<T>(items: readonly T[], count: number): T[] {
  const every = items.length / count;
  return Array.from({ length: count }, (_, index) => items[Math.floor(index * every)] as T);
}

/** All names at once, as a list that somebody dropped; nothing cached. */
async function measureLoop(ground: Ground): Promise<void> {
  const { lab, questions, report } = ground;
  const names = sampleOf(questions, batch);
  const exchange = open(lab.plainResolver);
  const validateAll = async (): Promise<void> => {
    for (let round = 0; round < rounds; round += 1) {
      const validator = fresh(exchange, ground);
      await Promise.all(names.map(({ name, type }) => validator.validate(name, type)));
    }
  };
  const shown = ({ p99, max }: LoopDelay): string =>
    `p99 ${p99.toFixed(1)} ms, longest ${max.toFixed(1)} ms`;
  const delay = await loopDelay(validateAll);
  const own = await loopWork(validateAll);
  exchange.close();
  const title = `event loop held up by ${batch} names at once, ${rounds} times`;
  report.bound(title, shown(delay), delay.p99 < loopDelayMax, `p99 under ${loopDelayMax} ms`);
  report.line('processor time of its busy rounds, garbage collection too', shown(own));
}

/** From nothing to the status, of every kind of question that the lab has. */
async function measureRoundTrips(ground: Ground): Promise<void> {
  const { lab, questions, report } = ground;
  const exchange = open(lab.plainResolver);
  const { known, delayed } = delayedExchanges(exchange, delay);
  const results = await inParallel(sampleOf(questions, 1000), width, async (question) => {
    const { name, type } = question;
    await fresh(known, ground).validate(name, type);
    const asked = delayed();
    const { evidence } = await fresh(asked.exchange, ground).validate(name, type);
    const zones = evidence.zones.length;
    return { question, zones, queries: asked.queries(), roundTrips: asked.roundTrips() };
  });
  exchange.close();
  for (const [zones, some] of [...Map.groupBy(results, (result) => result.zones)].toSorted(
    ([a], [b]) => a - b,
  )) {
    const queries = some.reduce((sum, result) => sum + result.queries, 0) / some.length;
    const trips = some.map(({ roundTrips }) => roundTrips);
    const mean = trips.reduce((sum, count) => sum + count, 0) / trips.length;
    report.line(
      `cold, ${zones} zones in the chain, ${some.length} questions`,
      `${queries.toFixed(1)} queries, ${mean.toFixed(1)} round trips, at most ${Math.max(...trips)}`,
    );
  }
  const late = results.filter(({ roundTrips }) => roundTrips - 1 > extraRoundTripsMax);
  const most = Math.max(...results.map(({ roundTrips }) => roundTrips - 1));
  const title = 'round trips on the critical path beyond the answer’s own';
  report.bound(title, String(most), late.length === 0, `at most ${extraRoundTripsMax}`);
  for (const { question, zones, roundTrips } of late.slice(0, 10)) {
    const text = `${formatName(question.name)} ${typeName(question.type)}`;
    console.log(`  ${text}: ${roundTrips} round trips, ${zones} zones`);
  }
}

/** Names that were never asked before, so that every cache turns over. */
function* newQuestions(): Generator<Question, never> {
  const zones = ['wild.alg13.nsec.', 'alg8.nsec3.', 'wild.alg15.nsec3.', 'insecure.nsec.'];
  for (let index = 0; ; index += 1) {
    const name = parseName(`n${index}.${zones[index % zones.length] ?? ''}`);
    if (!name.ok) throw new Error('no name');
    yield { name: name.value, type: rrType.A };
  }
}

async function measureMemory(ground: Ground): Promise<void> {
  const { lab, report } = ground;
  const exchange = open(lab.plainResolver);
  const validator = fresh(exchange, ground);
  const source = newQuestions();
  const validateSome = async (count: number): Promise<void> => {
    const questions = Array.from({ length: count }, () => source.next().value);
    await inParallel(questions, width, ({ name, type }) => validator.validate(name, type));
  };
  await validateSome(validationsBefore);
  const step = validations / 10;
  const samples: [number, number][] = [[0, settledMemory()]];
  for (let done = step; done <= validations; done += step) {
    await validateSome(step);
    samples.push([done, settledMemory()]);
  }
  exchange.close();
  const rise = slope(samples);
  const megabytes = samples.map(([, octets]) => (octets / 1024 ** 2).toFixed(2));
  report.line(`memory after each ${step} of ${validations} validations, MiB`, megabytes.join(' '));
  report.bound(
    'rise of the line through them',
    `${rise.toFixed(1)} octets a validation`,
    rise * validations < memoryGrowthMax,
    `under ${memoryGrowthMax / validations} octets`,
  );
}

function portOf(resolver: string): number {
  return Number(resolver.split(':').at(-1));
}

async function unboundHost(question: Question, config: string): Promise<void> {
  const { name, type } = question;
  const host = spawn('unbound-host', ['-C', config, '-v', '-t', typeName(type), formatName(name)], {
    stdio: ['ignore', 'ignore', 'ignore'],
  });
  await new Promise((resolve, reject) => {
    host.on('error', reject);
    host.on('exit', resolve);
  });
}

/** Both ask the resolver that our own cold validations ask. */
function processSides({ lab }: Ground, questions: readonly Question[]): Side[] {
  const port = portOf(lab.plainResolver);
  const anchors = writeDelvAnchors(lab.folder, lab.trustAnchorText);
  const config = join(lab.folder, 'unbound-host.conf');
  const server = `server:\n  do-not-query-localhost: no\n  trust-anchor-file: "${lab.trustAnchorFile}"`;
  const forward = `forward-zone:\n  name: "."\n  forward-addr: 127.0.0.1@${port}`;
  writeFileSync(config, `${server}\n${forward}\n`);
  return [
    {
      name: 'delv, a process each',
      async run() {
        await inParallel(questions, processes, (question) => delvStatus(question, port, anchors));
        return questions.length;
      },
    },
    {
      name: 'unbound-host, a process each',
      async run() {
        await inParallel(questions, processes, (question) => unboundHost(question, config));
        return questions.length;
      },
    },
  ];
}

function ownSides(ground: Ground, exchange: Exchange, questions: readonly Question[]): Side[] {
  const each = async (items: readonly Question[], atOnce: number, take: () => Validator) => {
    await inParallel(items, atOnce, ({ name, type }) => take().validate(name, type));
    return items.length;
  };
  const cold = (): Validator => fresh(exchange, ground);
  const known = cold();
  return [
    { name: 'ours, cold, one at a time', run: () => each(questions, 1, cold) },
    { name: `ours, cold, ${width} at once`, run: () => each(questions, width, cold) },
    {
      name: `ours, warm, ${width} at once`,
      prepare: async () => void (await each(questions, width, () => known)),
      run: () => each(questions, width, () => known),
    },
  ];
}

/** Both start with nothing cached and ask BIND. */
function runSides(ground: Ground, questions: readonly Question[], atOnce: number): Side[] {
  const { lab } = ground;
  let unbound: { readonly server: LabProcess; readonly exchange: ExchangeHandle } | null = null;
  let count = 0;
  return [
    {
      name: `ours, one run, ${atOnce} at once`,
      async run() {
        const exchange = open(lab.authority);
        const validator = fresh(exchange, ground);
        await inParallel(questions, atOnce, ({ name, type }) => validator.validate(name, type));
        exchange.close();
        return questions.length;
      },
    },
    {
      name: `Unbound, fresh, ${atOnce} at once`,
      async prepare() {
        const port = await freePort();
        const server = startUnbound(`bench-${(count += 1)}`, lab.folder, {
          authorityPort: portOf(lab.authority),
          port,
          tls: null,
          trustAnchorFile: lab.trustAnchorFile,
        });
        const exchange = open(`udp://127.0.0.1:${port}`);
        while (!(await exchange({ name: [], type: rrType.NS })).ok) {
          if (server.hasEnded()) throw new Error('Unbound ended');
        }
        unbound = { server, exchange };
      },
      async run() {
        if (unbound === null) throw new Error('not prepared');
        const { server, exchange } = unbound;
        const outcomes = await inParallel(questions, atOnce, (one) => exchange.opinion(one));
        const answered = outcomes.filter(
          (outcome) => outcome.ok && outcome.answer.message.rcode !== rcode.REFUSED,
        ).length;
        exchange.close();
        await server.stop();
        return answered;
      },
    },
  ];
}

async function measureRates(ground: Ground): Promise<void> {
  const { lab, questions, report } = ground;
  const exchange = open(lab.plainResolver);
  const some = sampleOf(questions, 600);
  const sides = [
    ...ownSides(ground, exchange, some),
    ...processSides(ground, sampleOf(some, 40)),
    ...runSides(ground, sampleOf(questions, 2000), 100),
  ];
  const rates = await bestRates(sides, rounds);
  exchange.close();
  for (const [name, rate] of rates) report.line(name, `${rate.toFixed(0)} a second`);
}

const report = createReport();
const lab = await startDnsLab();
try {
  const anchors = readTrustAnchors(lab.trustAnchorText);
  if (!anchors.ok) throw new Error(anchors.error.code);
  const questions = labQuestions(lab.zones);
  const ground: Ground = { lab, anchors: anchors.value, questions, report };
  console.log(`${lab.zones.length} zones, ${questions.length} questions to choose from`);
  await measureLoop(ground);
  await measureRoundTrips(ground);
  await measureRates(ground);
  await measureMemory(ground);
} finally {
  await lab.stop();
}
