import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, expect } from 'playwright/test';
import type { Browser } from 'playwright/test';
import { recordViolations } from './companionApp.ts';
import type { CompanionApp } from './companionApp.ts';
import { chromiumPath, repository } from './paths.ts';

export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}

export interface WebAppOptions {
  /** Of a simulated cloud; `null`: Microsoft's. */
  readonly cloudFile: string | null;
  /** The service's way out of this computer is closed. */
  readonly unplugged: boolean;
}

/**
 * Starts the built web host and opens its one-time link in a browser as of a person of its own. The
 * service's own way to open a browser leads, on Linux, to a program that notes what it is to open.
 */
export async function openWebApp(
  dataDirectory: string,
  browser: Browser,
  { cloudFile, unplugged }: WebAppOptions = { cloudFile: null, unplugged: false },
): Promise<CompanionApp> {
  const noted = noteOpened(dataDirectory);
  const guard = unplugged ? [`--import=${new URL('./noNetwork.ts', import.meta.url).href}`] : [];
  const args = [...guard, join(repository, 'out/web/web.mjs'), '--no-open'];
  const host = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      ...noted.env,
      EXO_COMPANION_HOME: dataDirectory,
      ...(cloudFile === null ? {} : { EXO_COMPANION_CLOUD: cloudFile }),
    },
  });
  const ended = once(host, 'exit') as Promise<[number | null]>;
  const [line] = (await Promise.race([
    once(createInterface(host.stdout), 'line'),
    ended.then(([code]) => [`ended with code ${code}`]),
  ])) as [string];
  const link = /^Exchange Companion is open at (\S+)$/.exec(line)?.[1];
  if (link === undefined) throw new Error(`The web host said: ${line}`);

  const context = await browser.newContext({
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await context.addInitScript(recordViolations);
  const page = await context.newPage();
  await page.goto(link);
  // The clipboard is the browser's: what an earlier test copied is not this one's.
  await page.evaluate(() => navigator.clipboard.writeText(''));
  return {
    host: 'web',
    page,
    context,
    origin: new URL(link).origin,
    dataDirectory,
    async saved(action) {
      const [download] = await Promise.all([page.waitForEvent('download'), action()]);
      return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
    },
    async openedOutside(action) {
      // What is asked for, not what comes: there need be no network.
      const [opened, request] = await Promise.all([
        context.waitForEvent('page'),
        context.waitForEvent('request', (asked) => asked.isNavigationRequest()),
        action(),
      ]);
      await opened.close();
      return request.url();
    },
    async signInPage(action) {
      const before = noted.opened().length;
      await action();
      await expect.poll(() => noted.opened().length).toBeGreaterThan(before);
      return noted.opened()[before] ?? '';
    },
    async kill() {
      host.kill('SIGKILL');
      await ended;
    },
    async close() {
      await context.close();
      host.kill('SIGINT');
      const [code] = await ended;
      return code;
    },
  };
}

/** `xdg-open` for this host alone, and a screen that it believes to have. */
function noteOpened(dataDirectory: string) {
  const folder = join(dataDirectory, 'for-the-test');
  const notes = join(folder, 'opened');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'xdg-open'), '#!/bin/sh\nprintf "%s\\n" "$1" >> "$OPENED"\n', {
    mode: 0o755,
  });
  const path = [folder, process.env['PATH'] ?? ''].join(delimiter);
  return {
    env: { PATH: path, OPENED: notes, DISPLAY: ':none' },
    opened: () => (existsSync(notes) ? readFileSync(notes, 'utf8').trim().split('\n') : []),
  };
}
