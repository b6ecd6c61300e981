import { setTimeout as wait } from 'node:timers/promises';
import { failure } from '../../../shared/errors.ts';
import type { Result } from '../../../shared/errors.ts';
import { checkLine } from '../../../shared/dane/checkLine.ts';
import { checksAtOnce, checksUnderWayMax } from '../../../shared/dane/run.ts';
import { checkServices } from '../../../shared/dane/services.ts';
import type { CheckService } from '../../../shared/dane/services.ts';
import { verdictExit } from '../../../shared/dane/verdict.ts';
import { checkTarget } from '../../service/dane/check/checkTarget.ts';
import type { CheckRun } from '../../service/dane/check/checkRun.ts';
import { defineCommand } from '../command.ts';
import type { Invocation } from '../command.ts';
import { daneOptions, openCheckRun } from '../daneOptions.ts';
import { checkText } from '../daneText.ts';
import { inputLines } from '../inputLines.ts';
import { runItems } from '../items.ts';
import type { ItemOutcome } from '../items.ts';
import { parseChoice, parseWhole, usageError } from '../options.ts';
import { openInput } from '../openInput.ts';

/** Above it one handshake is enough, unless the person asks for all. */
const manyTargets = 50;
/** For the next target of a list that comes slowly, milliseconds. */
const patience = 300;
const concurrencyMax = 256;
const targetLengthMax = 1000;

const options = {
  from: { type: 'string', placeholder: 'FILE', description: 'dane.option.from' },
  service: { type: 'string', placeholder: 'NAME', description: 'dane.option.check-service' },
  concurrency: { type: 'string', placeholder: 'N', description: 'dane.option.concurrency' },
  handshakes: { type: 'string', placeholder: 'all|one', description: 'dane.option.handshakes' },
  ...daneOptions,
} as const;

type DaneInvocation = Invocation<typeof options>;

/** One target a line; what stands behind a tab, comma, semicolon or ` #` is somebody's notes. */
async function* targetLines(input: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  for await (const { text, number } of inputLines(input)) {
    const line = text === null ? `line ${number}` : text.trim();
    if (line.startsWith('#')) continue;
    const [target = ''] = line.replace(/^\u{feff}/u, '').split(/[\t,;]|\s#/);
    yield target.replaceAll('"', '').trim().slice(0, targetLengthMax);
  }
}

interface Targets {
  readonly items: AsyncIterable<string>;
  readonly areMany: boolean;
}

/**
 * Looks ahead as far as it takes to know whether there are many, and no further. Whoever writes one
 * target and waits for its result before the next has few.
 */
async function countAhead(source: AsyncIterable<string>): Promise<Targets> {
  const iterator = source[Symbol.asyncIterator]();
  const ahead: string[] = [];
  let next = iterator.next();
  while (ahead.length <= manyTargets) {
    const found = await Promise.race([next, wait(patience, null, { ref: false })]);
    if (found === null || found.done === true) break;
    ahead.push(found.value);
    next = iterator.next();
  }
  async function* items(): AsyncGenerator<string> {
    yield* ahead;
    for (let rest = await next; rest.done !== true; rest = await iterator.next()) {
      yield rest.value;
    }
  }
  return { items: items(), areMany: ahead.length > manyTargets };
}

async function* listed(targets: readonly string[]): AsyncGenerator<string> {
  yield* targets;
}

async function targetsOf({ positionals, values, io }: DaneInvocation): Promise<Result<Targets>> {
  if (values.from !== null && positionals.length > 0) {
    return usageError({ problem: 'conflict', option: '--from', other: 'TARGET' });
  }
  if (values.from === null) {
    if (positionals.length === 0) {
      return usageError({ problem: 'missingArgument', argument: 'TARGET' });
    }
    return { ok: true, value: await countAhead(listed(positionals)) };
  }
  const input = await openInput(values.from, io);
  return input.ok ? { ok: true, value: await countAhead(targetLines(input.value)) } : input;
}

async function checkOne(
  text: string,
  service: CheckService,
  run: CheckRun,
  { words }: DaneInvocation,
  signal: AbortSignal,
): Promise<Result<ItemOutcome>> {
  const target = checkTarget(text, service);
  if (!target.ok) return target;
  const check = await run.check(target.value, signal);
  if (signal.aborted) return failure('cancelled');
  return {
    ok: true,
    value: {
      lines: [checkLine(check, words)],
      text: checkText(check, words),
      exit: verdictExit[check.verdict],
    },
  };
}

export const command = defineCommand({
  usage: 'TARGET… | --from FILE|- [options]',
  description: 'dane.check.description',
  options,
  examples: [
    'dane check example.com',
    'dane check --from domains.txt --json --resolver https://dns.quad9.net/dns-query',
    'dane check www.example.com:443 --service https',
  ],
  async run(invocation) {
    const { values, output } = invocation;
    const service = parseChoice('--service', values.service ?? 'smtp', checkServices);
    if (!service.ok) return output.error(service.error);
    const asked = values.handshakes;
    const handshakes = parseChoice('--handshakes', asked ?? 'all', ['all', 'one']);
    if (!handshakes.ok) return output.error(handshakes.error);
    const concurrency = parseWhole(
      '--concurrency',
      values.concurrency ?? String(checksAtOnce),
      1,
      concurrencyMax,
    );
    if (!concurrency.ok) return output.error(concurrency.error);
    const targets = await targetsOf(invocation);
    if (!targets.ok) return output.error(targets.error);
    const { areMany, items } = targets.value;
    const opened = await openCheckRun(values, invocation.clock, {
      service: service.value,
      handshakes: asked === null && areMany ? 'one' : handshakes.value,
      beside: !areMany,
      atOnce: concurrency.value,
    });
    if (!opened.ok) return output.error(opened.error);
    try {
      return await runItems(invocation, {
        items,
        concurrency: checksUnderWayMax,
        name: (target) => target,
        work: (target, signal) =>
          checkOne(target, service.value, opened.value.run, invocation, signal),
      });
    } finally {
      opened.value.close();
    }
  },
});
