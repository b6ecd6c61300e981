/** The overview of a large tenant, kept and judged twice, measured in Chromium on the web host. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright';
import { createRunStore } from '../../../electron/service/readiness/runs/runStore.ts';
import {
  createSnapshotStore,
  tenantKey,
} from '../../../electron/service/tenant/store/snapshotStore.ts';
import { evaluateRules } from '../../../shared/readiness/evaluate.ts';
import { openDatabase } from '../../../electron/service/history/database.ts';
import type { Page } from 'playwright';
import type { Snapshot } from '../../../shared/tenant/snapshot.ts';

const repository = join(import.meta.dirname, '..', '..', '..');
const rounds = 5;

export interface OverviewTimes {
  /** Milliseconds from leaving another page until what needs attention stands there and keys are taken. */
  readonly opened: readonly number[];
  /** Milliseconds from the beginning of the navigation, where the app is opened at the overview. */
  readonly loaded: readonly number[];
}

/** Keeps the snapshot as the app would, and two runs, so that there are changes to show. */
async function keep(folder: string, snapshot: Snapshot, at: Date): Promise<void> {
  const opened = openDatabase(join(folder, 'history.sqlite'), () => at);
  if (!opened.ok) throw new Error(opened.error.code);
  const { database } = opened.value;
  const snapshots = createSnapshotStore(database);
  const id = snapshots.begin(snapshot.tenant, snapshot.takenAt);
  for (const entry of snapshot.sources) await snapshots.put(id, entry, snapshot.data[entry.id]);
  snapshots.finish(id, snapshot.tenant);
  const runs = createRunStore(database);
  const results = evaluateRules(snapshot, at);
  for (const some of [results.slice(results.length / 2), results]) {
    const evaluatedAt = at.toISOString();
    const tenant = tenantKey(snapshot.tenant);
    runs.save({ tenant, snapshotId: id, takenAt: snapshot.takenAt, evaluatedAt }, some);
  }
  database.close();
}

interface Watching {
  /** Resolves when the first result can be seen and the main thread is free. */
  readonly shown: () => Promise<void>;
}

/** Runs in the page before anything of the app does. */
function watch(): void {
  const shown = () =>
    new Promise<void>((resolve, reject) => {
      setTimeout(() => reject(new Error('the overview shows nothing')), 30_000);
      const look = (): void => {
        if (document.querySelector('main section ol li a') === null) requestAnimationFrame(look);
        else setTimeout(resolve, 0);
      };
      look();
    });
  Object.assign(globalThis, { shown } satisfies Watching);
}

async function measure(page: Page, times: { opened: number[]; loaded: number[] }): Promise<void> {
  await page.evaluate(() => void (location.hash = '/shortcuts'));
  await page.reload();
  await page.locator('h1').waitFor();
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  times.opened.push(
    await page.evaluate(async () => {
      const started = performance.now();
      location.hash = '/overview';
      await (globalThis as unknown as Watching).shown();
      return performance.now() - started;
    }),
  );
  await page.reload();
  times.loaded.push(
    await page.evaluate(async () => {
      await (globalThis as unknown as Watching).shown();
      return performance.now();
    }),
  );
}

export async function measureOverview(snapshot: Snapshot, at: Date): Promise<OverviewTimes> {
  const folder = mkdtempSync(join(tmpdir(), 'companion-bench-'));
  const times = { opened: [] as number[], loaded: [] as number[] };
  await keep(folder, snapshot, at);
  const settings = { theme: 'light', locale: 'en', resolvers: ['tcp://127.0.0.1:1'] };
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings));
  const host = spawn(process.execPath, [join(repository, 'out/web/web.mjs'), '--no-open'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, EXO_COMPANION_HOME: folder },
  });
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const [line] = (await once(createInterface(host.stdout), 'line')) as [string];
    const context = await browser.newContext();
    await context.addInitScript(watch);
    const page = await context.newPage();
    await page.goto(/http:\S+/.exec(line)?.[0] ?? '');
    for (let round = 0; round < rounds; round += 1) await measure(page, times);
  } finally {
    await browser.close();
    host.kill('SIGINT');
    await once(host, 'exit');
    rmSync(folder, { recursive: true, force: true });
  }
  return times;
}
