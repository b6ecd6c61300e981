import { readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect } from 'playwright/test';
import { pageOrigin } from '../../support/electronDouble/addresses.ts';
import { recordViolations } from './companionApp.ts';
import type { CompanionApp } from './companionApp.ts';
import { launchDouble } from './doubleLauncher.ts';
import type { DoubleApp, DoubleLaunch } from './doubleLauncher.ts';
import { chromiumPath, repository } from './paths.ts';

/** The built desktop shell on the double, with its window open. */
export async function openDoubleApp(
  dataDirectory: string,
  options: Partial<DoubleLaunch> = {},
): Promise<CompanionApp & { readonly double: DoubleApp }> {
  const double = await launchDouble({
    main: join(repository, 'out/main/main.mjs'),
    dataDirectory,
    chromium: chromiumPath,
    ...options,
  });
  const { page, context } = double;
  await context.addInitScript(recordViolations);
  await double.start();
  await page.waitForURL(`${pageOrigin}/**`);
  await expect.poll(async () => (await double.look()).windows[0]?.shown).toBe(true);
  return {
    host: 'double',
    page,
    context,
    origin: pageOrigin,
    dataDirectory,
    double,
    async saved(action) {
      const path = join(dataDirectory, 'saved-by-the-double');
      // Of an earlier save.
      await rm(path, { force: true });
      const before = (await double.look()).saveDialogs.length;
      await double.saveTo(path);
      await action();
      await expect.poll(async () => readFile(path).catch(() => null)).not.toBeNull();
      const dialog = (await double.look()).saveDialogs[before];
      return { name: basename(dialog?.defaultPath ?? ''), content: await readFile(path) };
    },
    async openedOutside(action) {
      const before = await double.look();
      await action();
      await expect
        .poll(async () => (await double.look()).deniedWindows.length)
        .toBeGreaterThan(before.deniedWindows.length);
      return (await double.look()).openedOutside[before.openedOutside.length] ?? null;
    },
    async signInPage(action) {
      const before = (await double.look()).openedOutside.length;
      await action();
      const page = async () => (await double.look()).openedOutside[before] ?? '';
      await expect.poll(page).not.toBe('');
      return page();
    },
    close: () => double.close(),
  };
}
