import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright/test';
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

/**
 * Starts the built web host, before Microsoft's cloud or a simulated one, and opens its one-time link in
 * a browser as of a person of its own.
 */
export async function openWebApp(
  dataDirectory: string,
  browser: Browser,
  cloudFile: string | null = null,
): Promise<CompanionApp> {
  const host = spawn(process.execPath, [join(repository, 'out/web/web.mjs'), '--no-open'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
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
