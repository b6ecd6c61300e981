/**
 * `npm test`: installs what it needs, then runs every gate and every test. Works from a fresh clone.
 *
 *   npm test                 everything
 *   npm test -- --only NAME  one step (repeat for more); the names are printed
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureInstalled, ensureNode, repository } from './bootstrap.mjs';
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
    skip: process.env.VECTORS === undefined ? 'VECTORS names no folder' : null,
  },
  {
    name: 'end-to-end',
    args: [bin('playwright/cli.js'), 'test'],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightReport },
    count: () => countPlaywright(playwrightReport),
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
  const own = step.count?.() ?? { passed: good ? 1 : 0, failed: good ? 0 : 1, skipped: 0 };
  // A runner that fails without a failed test (a crash, an unhandled rejection) has failed all the same.
  const failed = good ? own.failed : Math.max(own.failed, 1);
  const words = good
    ? `passed (${own.passed}${own.skipped > 0 ? `, ${own.skipped} skipped` : ''})`
    : `FAILED (${failed}${signal ? `, ${signal}` : ''}${error ? `, ${error.message}` : ''})`;
  return { name: step.name, seconds, ...own, failed, words };
}

function countVitest(file) {
  const report = readReport(file);
  if (report === null) return { passed: 0, failed: 1, skipped: 0 };
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

function countPlaywright(file) {
  const report = readReport(file);
  if (report === null) return { passed: 0, failed: 1, skipped: 0 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected, failed: unexpected + flaky, skipped };
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
