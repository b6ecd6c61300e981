/**
 * `npm test`: installs what it needs, then runs every gate and every test. Works from a fresh clone.
 *
 *   npm test                 everything
 *   npm test -- --only NAME  one step (repeat for more); the names are printed
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureInstalled, ensureNode, repository } from './bootstrap.mjs';
import { countPlaywright, countVitest, specsOf } from './testReports.mjs';
import { ensureSystemPackages } from './systemPackages.mjs';

const node = ensureNode();
ensureInstalled(node);
ensureSystemPackages();

const results = join(repository, 'test-results');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const bin = (name) => join(repository, 'node_modules', name);
const vitestReport = join(results, 'vitest.json');
const playwrightReport = join(results, 'playwright.json');

/** In this order: what is quick and says most comes first. */
const steps = [
  { name: 'format', args: [bin('oxfmt/bin/oxfmt'), '--check', '.'] },
  { name: 'lint', args: [bin('oxlint/bin/oxlint'), '--type-aware', '.'] },
  { name: 'types', args: [bin('typescript/bin/tsc'), '-b'] },
  { name: 'dead-code', args: [bin('knip/bin/knip.js')] },
  { name: 'build', args: ['scripts/build.mjs'] },
  {
    name: 'unit',
    args: [
      bin('vitest/vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${vitestReport}`,
    ],
    count: () => countVitest(vitestReport),
  },
  {
    name: 'conformance',
    args: ['scripts/conformance.mjs', '--rpl', join(process.env.VECTORS ?? '', 'unbound')],
    skip: process.env.VECTORS ? null : 'VECTORS names no folder',
  },
  {
    name: 'end-to-end',
    args: [bin('playwright/cli.js'), 'test'],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightReport },
    count: () => withElectron(countPlaywright(playwrightReport)),
  },
];

const { values } = parseArgs({ options: { only: { type: 'string', multiple: true } } });
const unknown = (values.only ?? []).filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(
    `No step ${unknown.join(', ')}. Steps: ${steps.map((step) => step.name).join(', ')}`,
  );
  process.exit(2);
}
const chosen = values.only ? steps.filter((step) => values.only.includes(step.name)) : steps;

const outcomes = chosen.map(run);

console.log('\nStep            seconds  outcome');
for (const outcome of outcomes) {
  console.log(
    `${outcome.name.padEnd(15)} ${outcome.seconds.toFixed(1).padStart(7)}  ${outcome.words}`,
  );
}
// Once more, and short: what stands last is read first, and often alone.
for (const { name, failures } of outcomes) {
  for (const failure of failures) console.log(`\nFAILED ${name}: ${failure}`);
}
const sum = (key) => outcomes.reduce((total, outcome) => total + outcome[key], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
process.exitCode = sum('failed') > 0 ? 1 : 0;

/** A gate counts as one test; a step that counts its own tests counts as those. */
function run(step) {
  if (step.skip) {
    console.log(`\n--- ${step.name}: skipped, ${step.skip}`);
    return {
      name: step.name,
      seconds: 0,
      passed: 0,
      failed: 0,
      skipped: 1,
      words: `skipped: ${step.skip}`,
      failures: [],
    };
  }
  console.log(`\n--- ${step.name}`);
  const started = performance.now();
  const { status, signal, error } = spawnSync(node, step.args, {
    cwd: repository,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...step.env },
  });
  const seconds = (performance.now() - started) / 1000;
  const good = status === 0;
  const own = step.count?.() ?? {
    passed: good ? 1 : 0,
    failed: good ? 0 : 1,
    skipped: 0,
    failures: [],
  };
  // A runner that fails without a failed test (a crash, an unhandled rejection) has failed all the same.
  const failed = good ? own.failed : Math.max(own.failed, 1);
  const words = good
    ? `passed (${own.passed}${own.skipped > 0 ? `, ${own.skipped} skipped` : ''})`
    : `FAILED (${failed}${signal ? `, ${signal}` : ''}${error ? `, ${error.message}` : ''})`;
  const failures =
    good || own.failures.length > 0 ? own.failures : [`see above, from “--- ${step.name}” on`];
  return { ...own, name: step.name, seconds, failed, words, failures };
}

/**
 * Where real Electron can't run, its project is not there (`playwright.config.ts`). Its tests count as
 * skipped all the same.
 */
function withElectron(own) {
  if (own.projects?.includes('electron') !== false) return own;
  const { stdout } = spawnSync(
    node,
    [bin('playwright/cli.js'), 'test', '--list', '--project=electron', '--reporter=json'],
    { cwd: repository, encoding: 'utf8', env: { ...process.env, WITH_ELECTRON: '1' } },
  );
  const left = JSON.parse(stdout).suites.flatMap(specsOf).length;
  console.log(`\n${left} tests on real Electron: skipped, its runtime or a display is missing`);
  return { ...own, skipped: own.skipped + left };
}
