import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { _electron, expect } from 'playwright/test';
import { recordViolations } from './companionApp.ts';
import type { CompanionApp } from './companionApp.ts';
import { repository } from './paths.ts';

/** Why real Electron can't run here, or `null`. Never resolves the package: that would download. */
export function whyNoElectron(): string | null {
  if (runtime() === null) return "Electron's runtime is not installed";
  const needsDisplay = process.platform === 'linux';
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return needsDisplay && (DISPLAY ?? WAYLAND_DISPLAY) === undefined ? 'there is no display' : null;
}

function runtime(): string | null {
  const folder = join(repository, 'node_modules/electron');
  const named = join(folder, 'path.txt');
  const path = existsSync(named) ? join(folder, 'dist', readFileSync(named, 'utf8').trim()) : null;
  return path !== null && existsSync(path) ? path : null;
}

/** The built desktop shell in the real Electron. Has never run where this was written. */
export async function openElectronApp(
  dataDirectory: string,
  cloudFile: string | null,
): Promise<CompanionApp> {
  const app = await _electron.launch({
    executablePath: runtime() ?? '',
    args: [repository],
    env: {
      ...(process.env as Record<string, string>),
      EXO_COMPANION_HOME: dataDirectory,
      ...(cloudFile === null ? {} : { EXO_COMPANION_CLOUD: cloudFile }),
    },
  });
  await app.evaluate(({ shell, session }, folder) => {
    const opened: string[] = [];
    Object.assign(globalThis, { openedOutside: opened });
    shell.openExternal = async (url: string) => void opened.push(url);
    session.defaultSession.on('will-download', (_event, item) =>
      item.setSavePath(`${folder}/saved-by-electron`),
    );
  }, dataDirectory);
  const opened = () =>
    app.evaluate(() => (globalThis as unknown as { openedOutside: string[] }).openedOutside);
  const page = await app.firstWindow();
  await app.context().addInitScript(recordViolations);
  await page.reload();
  return {
    host: 'electron',
    page,
    context: app.context(),
    origin: 'app://companion',
    dataDirectory,
    async saved(action) {
      const [download] = await Promise.all([page.waitForEvent('download'), action()]);
      const content = await readFile(join(dataDirectory, 'saved-by-electron'));
      return { name: download.suggestedFilename(), content };
    },
    async openedOutside(action) {
      const before = (await opened()).length;
      await action();
      await page.waitForTimeout(500);
      return (await opened())[before] ?? null;
    },
    async signInPage(action) {
      const before = (await opened()).length;
      await action();
      const last = async () => (await opened())[before] ?? '';
      await expect.poll(last).not.toBe('');
      return last();
    },
    async close() {
      const child = app.process();
      await app.close();
      return child.exitCode;
    },
  };
}
