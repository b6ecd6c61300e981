import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from 'playwright/test';
import type { Browser } from 'playwright/test';
import type { Scenario } from '../../cloud/types.ts';
import type { SimulatedCloud } from '../../cloud/startCloud.ts';
import type { CompanionApp, HostName } from './companionApp.ts';
import { openDoubleApp } from './doubleApp.ts';
import { openElectronApp, whyNoElectron } from './electronApp.ts';
import { chromiumPath } from './paths.ts';
import { launchChromium, openWebApp } from './webApp.ts';

export { expect } from 'playwright/test';

export interface HostOptions {
  readonly host: HostName;
  /** Stands before the app in place of Microsoft's cloud. */
  readonly scenario: Scenario | null;
  /** The app's service reaches this computer alone, on the web host. */
  readonly unplugged: boolean;
}

interface CompanionFixtures {
  /** A data directory of the test's own, removed afterwards. */
  readonly dataDirectory: string;
  /** The simulated cloud; `null`: the test has no scenario. */
  readonly cloud: SimulatedCloud | null;
  /** The app, open at its start page, with nothing kept from another test. */
  readonly companion: CompanionApp;
}

interface WorkerFixtures {
  /** The browser of the web host, launched when it is first asked for: one for all of its tests. */
  readonly webBrowser: () => Promise<Browser>;
}

type Opener = (
  dataDirectory: string,
  browser: () => Promise<Browser>,
  options: { readonly cloudFile: string | null; readonly unplugged: boolean },
) => Promise<CompanionApp>;

const openers: Readonly<Record<HostName, Opener>> = {
  web: async (dataDirectory, browser, options) =>
    openWebApp(dataDirectory, await browser(), options),
  double: (dataDirectory, _, { cloudFile }) => openDoubleApp(dataDirectory, { cloudFile }),
  electron: (dataDirectory, _, { cloudFile }) => openElectronApp(dataDirectory, cloudFile),
};

/**
 * `test` with the app before it: `companion` is the app, `page` its page. A host that can't run here
 * counts as skipped with its reason; with `CI=true` only real Electron may be missing.
 */
export const test = base.extend<CompanionFixtures & HostOptions, WorkerFixtures>({
  host: ['web', { option: true }],
  scenario: [null, { option: true }],
  unplugged: [false, { option: true }],
  dataDirectory: async ({ host }, use, testInfo) => {
    const why = whyNot(host);
    testInfo.skip(why !== null, why ?? '');
    const folder = mkdtempSync(join(tmpdir(), 'exchange-companion-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
  webBrowser: [
    // The first parameter has to be a pattern: Playwright reads the names in it.
    // oxlint-disable-next-line eslint/no-empty-pattern
    async ({}, use) => {
      let browser: Promise<Browser> | undefined;
      await use(() => (browser ??= launchChromium()));
      await (await browser)?.close();
    },
    { scope: 'worker' },
  ],
  cloud: async ({ scenario }, use) => {
    if (scenario === null) return use(null);
    const { startCloud } = await import('../../cloud/startCloud.ts');
    const cloud = await startCloud({ scenario });
    await use(cloud);
    await cloud.stop();
  },
  companion: async ({ host, dataDirectory, webBrowser, cloud, unplugged }, use) => {
    const cloudFile = cloud?.cloudFile ?? null;
    const app = await openers[host](dataDirectory, webBrowser, { cloudFile, unplugged });
    await use(app);
    await app.close();
  },
  page: async ({ companion }, use) => use(companion.page),
  context: async ({ companion }, use) => use(companion.context),
});

function whyNot(host: HostName): string | null {
  if (host === 'electron') return whyNoElectron();
  if (existsSync(chromiumPath)) return null;
  if (process.env['CI'] === 'true') throw new Error(`${chromiumPath} is missing`);
  return `${chromiumPath} is missing`;
}
