/**
 * The page, measured in Chromium, on the web host. `npm run bench -- page`
 *
 * (a) Its first load, with nothing cached: until the start page stands there and takes keys, and how
 * long the main thread was held up on the way. (b) A check of 1,000 domains, by a resolver that refuses,
 * so that results come faster than any resolver could send them: its longest stop, as the browser
 * counts long tasks (script, style and layout in one piece, from 50 ms on). Exits 1 when the scripts that must be loaded first are larger than 350 kB gzipped, or a stop is 50 ms
 * or longer.
 */
import { once } from 'node:events';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright';
import { initialJavaScript } from '../../scripts/bundleBudget.mjs';
import type { Browser, Page } from 'playwright';

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

/** A page on a host and in a context of its own, opened by the host's one-time link. */
async function onFreshHost<T>(browser: Browser, use: (page: Page) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'companion-bench-'));
  const settings = { theme: 'light', locale: 'en', resolvers: ['tcp://127.0.0.1:1'] };
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings));
  const host = spawn(process.execPath, [join(repository, 'out/web/web.mjs'), '--no-open'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, EXO_COMPANION_HOME: folder },
  });
  const [line] = (await once(createInterface(host.stdout), 'line')) as [string];
  const context = await browser.newContext();
  await context.addInitScript(watch);
  const page = await context.newPage();
  await page.goto(/http:\S+/.exec(line)?.[0] ?? '');
  const result = await use(page);
  await context.close();
  host.kill('SIGINT');
  await once(host, 'exit');
  rmSync(folder, { recursive: true, force: true });
  return result;
}

async function load(page: Page): Promise<Load> {
  await page.waitForFunction(
    () =>
      (globalThis as unknown as { times: Load }).times.interactive > 0 &&
      performance.getEntriesByName('first-contentful-paint').length > 0,
  );
  return page.evaluate(() => ({
    ...(globalThis as unknown as { times: Load }).times,
    painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
  }));
}

/** Milliseconds of each long task while 1,000 domains are checked and their results come in. */
async function checkThousand(page: Page): Promise<readonly number[]> {
  await page.evaluate(() => void (location.hash = '/domains'));
  const names = Array.from({ length: 1000 }, (_, n) => `nowhere-${n}.test`);
  await page.getByRole('textbox', { name: 'Domains, one a line' }).fill(names.join('\n'));
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(globalThis, { tasks });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ type: 'longtask' });
  });
  await page.getByRole('button', { name: 'Check 1,000 domains' }).click();
  await page.getByText(/^1,000 domains checked/).waitFor({ timeout: 600_000 });
  return page.evaluate(() => (globalThis as unknown as { tasks: number[] }).tasks);
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
for (let round = 0; round < rounds; round += 1) loads.push(await onFreshHost(browser, load));
const stops = await onFreshHost(browser, checkThousand);
await browser.close();
console.log(`scripts before the first page   ${kilobytes.toFixed(1)} kB gzipped, of ${budget}`);
console.log(`first paint                     ${median(loads.map(({ painted }) => painted))}`);
console.log(
  `interactive                     ${median(loads.map(({ interactive }) => interactive))}`,
);
console.log(`main thread held up             ${median(loads.map(({ blocked }) => blocked))}`);
console.log(`medians of ${rounds} loads with nothing cached`);
console.log(`longest stop, 1,000 domains     ${Math.max(0, ...stops).toFixed(0)} ms, of 50`);
console.log(`stops of 50 ms and longer       ${stops.length}`);
if (kilobytes > budget || stops.length > 0) process.exitCode = 1;
