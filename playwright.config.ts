import { defineConfig } from 'playwright/test';
import type { HostOptions } from './test/e2e/support/fixtures.ts';

const report = process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'];

/**
 * The same specs on three hosts. `web` and `double` run on the system's Chromium; `electron` runs
 * where Electron's runtime lies and a display exists, and counts as skipped elsewhere.
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
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: report === undefined ? [['list']] : [['list'], ['json', { outputFile: report }]],
  projects: [
    // What only a desktop shell has, and what only the double can show, is below folders of that name.
    { name: 'web', use: { host: 'web' }, testIgnore: ['desktop/**', 'double/**'] },
    { name: 'double', use: { host: 'double' } },
    { name: 'electron', use: { host: 'electron' }, testIgnore: 'double/**' },
  ],
});
