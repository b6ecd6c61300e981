import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { join } from 'node:path';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { buildForTest } from '../builtWeb.ts';
import { createHostPorts } from '../../../../electron/service/hostPorts.ts';
import { createService } from '../../../../electron/service/service.ts';
import { describeWith } from '../../../support/requirements.ts';
import { launchChromium } from '../launchChromium.ts';
import { startTestHost } from '../webHost.ts';
import type { Browser, BrowserContext, Page } from 'playwright';
import type { Companion } from '../../../../shared/contract/index.ts';
import type { Result } from '../../../../shared/errors.ts';
import type { Service } from '../../../../electron/service/service.ts';
import type { TestHost } from '../webHost.ts';

declare const window: Window & { readonly companion: Companion };

let folder: string;
let companionScript: string;
let browser: Browser;
let host: TestHost;
let context: BrowserContext;
/** Console messages of every page, where violations of the policy are told. */
let messages: string[];
/** Ends the calls of the channel `app.info` that were held back. */
let release: (() => void)[];

const good = { ok: true, value: { theme: 'system', locale: 'en' } };
const lost = { ok: false, error: { code: 'session-lost', params: {} } };

function settings(page: Page): Promise<Result<unknown>> {
  return page.evaluate(() => window.companion.call('settings.get', {}));
}

/** The real service, whose `app.info` waits until it is let go. */
function withSlowInfo(): Service {
  const service = createService(createHostPorts('web', folder));
  return {
    ...service,
    router: {
      async handle(channel, input) {
        if (channel === 'app.info') {
          await new Promise<void>((resolve) => {
            release.push(resolve);
          });
        }
        return service.router.handle(channel, input);
      },
    },
  };
}

async function open(link = host.server.freshLink()): Promise<Page> {
  const page = await context.newPage();
  await page.goto(link);
  return page;
}

describeWith(['chromium'], 'the page script in a browser', () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'exo-page-'));
    companionScript = await buildForTest('page', folder);
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    release = [];
    messages = [];
    host = await startTestHost({
      companionScript,
      service: withSlowInfo(),
      limits: { holdMilliseconds: 50 },
    });
    context = await browser.newContext();
    context.on('console', (message) => messages.push(message.text()));
  });
  afterEach(async () => {
    for (const end of release) end();
    await context.close();
    await host.close();
  });

  it('trades the link’s token, takes it out of the address, and calls', async () => {
    const page = await open();
    expect(await settings(page)).toEqual(good);
    expect(page.url()).toBe(`${host.origin}/`);
    expect(await page.title()).toBe('ready');
    // But for what its script tried, to see whether text becomes code.
    expect(messages.filter((text) => !/TrustedScript|Function constructor/.test(text))).toEqual([]);
    expect(messages).toHaveLength(2);
  });

  it('gives the page two functions, which it can’t change', async () => {
    const page = await open();
    const found = await page.evaluate(() => {
      const before = window.companion;
      const tries = [
        () => Object.assign(window.companion, { call: () => 'mine' }),
        () => Object.assign(window, { companion: 'mine' }),
        () => Object.defineProperty(window, 'companion', { value: 'mine' }),
        () => Reflect.deleteProperty(window, 'companion'),
      ];
      for (const attempt of tries) {
        try {
          attempt();
        } catch {
          // What is frozen says so in strict code.
        }
      }
      return {
        names: Object.getOwnPropertyNames(window.companion).toSorted(),
        frozen: Object.isFrozen(window.companion),
        same: window.companion === before,
      };
    });
    expect(found).toEqual({ names: ['call', 'on'], frozen: true, same: true });
  });

  it('keeps its session over a reload, in this tab alone, and in no cookie', async () => {
    const page = await open();
    await page.reload();
    expect(await settings(page)).toEqual(good);
    const other = await open(host.origin);
    expect(await settings(other)).toEqual(lost);
    expect(await context.cookies()).toEqual([]);
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  });

  it('says as a value that its link was used before', async () => {
    const link = host.server.freshLink();
    await open(link);
    expect(await settings(await open(link))).toEqual(lost);
  });

  it('takes a fresh link in the tab that has lost its session', async () => {
    const page = await open(host.origin);
    expect(await settings(page)).toEqual(lost);
    await page.evaluate((link) => {
      window.location.href = link;
    }, host.server.freshLink());
    await expect.poll(() => settings(page).catch(() => null)).toEqual(good);
    expect(page.url()).toBe(`${host.origin}/`);
  });

  it('opens its session also when it is reloaded while the token is being traded', async () => {
    const page = await context.newPage();
    let trades = 0;
    await page.route('**/session', async (route) => {
      trades += 1;
      // The first arrives at the host, but its answer never at the page.
      if (trades === 1) await route.fetch();
      else await route.continue();
    });
    await page.goto(host.server.freshLink());
    await expect.poll(() => trades).toBe(1);
    await page.reload();
    expect(await settings(page)).toEqual(good);
    expect(trades).toBe(2);
  });

  it('keeps what the page’s own address says', async () => {
    const page = await open();
    await page.evaluate(() => {
      window.location.hash = '#/settings';
    });
    await page.reload();
    expect(page.url()).toBe(`${host.origin}/#/settings`);
    expect(await settings(page)).toEqual(good);
  });

  it('brings the service’s events, the first included, until they are not wanted', async () => {
    const page = await open();
    const heard = await page.evaluate(async () => {
      const themes: string[] = [];
      const stop = window.companion.on('settings.changed', ({ theme }) => void themes.push(theme));
      const arrived = (count: number): Promise<void> =>
        new Promise((resolve) => {
          const look = (): void => {
            if (themes.length >= count) resolve();
            else setTimeout(look, 10);
          };
          look();
        });
      await window.companion.call('settings.set', { theme: 'dark' });
      await arrived(1);
      await window.companion.call('settings.set', { theme: 'light' });
      await arrived(2);
      stop();
      await window.companion.call('settings.set', { theme: 'system' });
      return themes;
    });
    expect(heard).toEqual(['dark', 'light']);
  });

  it('waits for long calls, more of them than a browser has connections, while others go on', async () => {
    const pages = [await open(), await open(), await open()];
    const waiting = pages.map((page) =>
      page.evaluate(() =>
        Promise.all(Array.from({ length: 6 }, () => window.companion.call('app.info', {}))),
      ),
    );
    await expect.poll(() => release.length, { timeout: 10_000 }).toBe(18);
    for (const page of pages) expect(await settings(page)).toEqual(good);
    for (const end of release) end();
    for (const answers of await Promise.all(waiting))
      for (const answer of answers)
        expect(answer).toMatchObject({ ok: true, value: { host: 'web' } });
  });

  it('works in more tabs than a browser has connections, all of them listening', async () => {
    const pages: Page[] = [];
    for (let count = 0; count < 8; count += 1) {
      const page = await open();
      await page.evaluate(() => void window.companion.on('jobs.changed', () => {}));
      pages.push(page);
    }
    for (const page of pages) expect(await settings(page)).toEqual(good);
  });

  it('rejects what waits when the host has gone, as it rejects what is called then', async () => {
    const page = await open();
    const waiting = page.evaluate(() =>
      window.companion.call('app.info', {}).then(
        () => 'answered',
        () => 'rejected',
      ),
    );
    await expect.poll(() => release.length).toBe(1);
    await host.server.close();
    expect(await waiting).toBe('rejected');
    expect(
      await page.evaluate(() =>
        window.companion.call('settings.get', {}).then(
          () => 'answered',
          () => 'rejected',
        ),
      ),
    ).toBe('rejected');
    host = await startTestHost();
  });
});
