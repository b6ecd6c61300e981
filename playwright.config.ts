import { defineConfig } from 'playwright/test';
import { whyNoElectron } from './test/e2e/support/electronApp.ts';
import type { HostOptions } from './test/e2e/support/fixtures.ts';

const report = process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'];

/** Set, the tests of real Electron are there although it can't run: to be listed, and skipped. */
const electronWanted = process.env['WITH_ELECTRON'] === '1';

/**
 * The same specs on three hosts. `web` and `double` run on the system's Chromium; `electron` runs
 * where Electron's runtime lies and a display exists, and `npm test` counts it as skipped elsewhere.
 *
 * A test with the tag `@page` comes out by the page alone: colours, widths, words, a page's own
 * steps. The double shows the same bundle in the same browser and leaves those out. It keeps what
 * crosses from the page to the host: the shell, the guards, and a way through each feature.
 */
export default defineConfig<HostOptions>({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  globalSetup: './test/e2e/support/build.ts',
  outputDir: 'test-results/end-to-end',
  // Two cores, and every test starts an app of its own.
  workers: 1,
  retries: 0,
  forbidOnly: process.env['CI'] === 'true',
  // Generous, for a machine that has more to do: only what hangs may come to them.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: report === undefined ? [['list']] : [['list'], ['json', { outputFile: report }]],
  projects: [
    // What only a desktop shell has, and what only the double can show, is below folders of that name.
    { name: 'web', use: { host: 'web' }, testIgnore: ['desktop/**', 'double/**'] },
    { name: 'double', use: { host: 'double' }, grepInvert: /@page/ },
    ...(electronWanted || whyNoElectron() === null
      ? [{ name: 'electron', use: { host: 'electron' as const }, testIgnore: 'double/**' }]
      : []),
  ],
});
