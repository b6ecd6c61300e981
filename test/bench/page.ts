/**
 * The page's first load, measured. `npm run bench -- page`
 *
 * From the web host into Chromium, with nothing cached: until the start page stands there and takes
 * keys, and how long the main thread was held up on the way. Exits 1 when the scripts that must be
 * loaded before are larger than 350 kB gzipped.
 */
import { once } from 'node:events';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright';
import { initialJavaScript } from '../../scripts/bundleBudget.mjs';
import type { Browser } from 'playwright';

const rounds = 7;
const repository = join(import.meta.dirname, '..', '..');

interface Load {
  /** Milliseconds from the beginning of the navigation. */
  readonly painted: number;
  readonly interactive: number;
  /** Milliseconds of all tasks beyond their first 50. */
  readonly blocked: number;
}

/** Runs in the page before anything of the app does. */
function watch(): void {
  const times = { interactive: 0, blocked: 0 };
  Object.assign(globalThis, { times });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) times.blocked += duration - 50;
  }).observe({ type: 'longtask', buffered: true });
  const look = (): void => {
    if (document.querySelector('h1') === null) requestAnimationFrame(look);
    // A timer runs when the main thread is free for what a person does.
    else setTimeout(() => (times.interactive = performance.now()), 0);
  };
  look();
}

async function loadOnce(browser: Browser): Promise<Load> {
  const folder = mkdtempSync(join(tmpdir(), 'companion-bench-'));
  const host = spawn(process.execPath, [join(repository, 'out/web/web.mjs'), '--no-open'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, EXO_COMPANION_HOME: folder },
  });
  const [line] = (await once(createInterface(host.stdout), 'line')) as [string];
  const context = await browser.newContext();
  await context.addInitScript(watch);
  const page = await context.newPage();
  await page.goto(/http:\S+/.exec(line)?.[0] ?? '');
  await page.waitForFunction(
    () =>
      (globalThis as unknown as { times: Load }).times.interactive > 0 &&
      performance.getEntriesByName('first-contentful-paint').length > 0,
  );
  const load = await page.evaluate(() => ({
    ...(globalThis as unknown as { times: Load }).times,
    painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
  }));
  await context.close();
  host.kill('SIGINT');
  await once(host, 'exit');
  rmSync(folder, { recursive: true, force: true });
  return load;
}

function median(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  return `${(sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(0)} ms`;
}

const { kilobytes, budget } = initialJavaScript(join(repository, 'out', 'renderer'));
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const loads: Load[] = [];
for (let round = 0; round < rounds; round += 1) loads.push(await loadOnce(browser));
await browser.close();
console.log(`scripts before the first page   ${kilobytes.toFixed(1)} kB gzipped, of ${budget}`);
console.log(`first paint                     ${median(loads.map(({ painted }) => painted))}`);
console.log(
  `interactive                     ${median(loads.map(({ interactive }) => interactive))}`,
);
console.log(`main thread held up             ${median(loads.map(({ blocked }) => blocked))}`);
console.log(`medians of ${rounds} loads with nothing cached`);
if (kilobytes > budget) process.exitCode = 1;
