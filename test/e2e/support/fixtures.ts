import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from 'playwright/test';
import type { CompanionApp, HostName } from './companionApp.ts';
import { openDoubleApp } from './doubleApp.ts';
import { openElectronApp, whyNoElectron } from './electronApp.ts';
import { chromiumPath } from './paths.ts';
import { openWebApp } from './webApp.ts';

export { expect } from 'playwright/test';

export interface HostOptions {
  readonly host: HostName;
}

interface CompanionFixtures {
  /** A data directory of the test's own, removed afterwards. */
  readonly dataDirectory: string;
  /** The app, open at its start page, with nothing kept from another test. */
  readonly companion: CompanionApp;
}

const openers: Readonly<Record<HostName, (dataDirectory: string) => Promise<CompanionApp>>> = {
  web: openWebApp,
  double: openDoubleApp,
  electron: openElectronApp,
};

/**
 * `test` with the app before it: `companion` is the app, `page` its page. A host that can't run here
 * counts as skipped with its reason; with `CI=true` only real Electron may be missing.
 */
export const test = base.extend<CompanionFixtures & HostOptions>({
  host: ['web', { option: true }],
  dataDirectory: async ({ host }, use, testInfo) => {
    const why = whyNot(host);
    testInfo.skip(why !== null, why ?? '');
    const folder = mkdtempSync(join(tmpdir(), 'exchange-companion-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
  companion: async ({ host, dataDirectory }, use) => {
    const app = await openers[host](dataDirectory);
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
