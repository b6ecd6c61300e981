import { afterAll, beforeAll, expect, it } from 'vitest';
import { createServer } from 'node:http';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describeWith } from '../../../support/requirements.ts';
import { launchChromium } from '../launchChromium.ts';
import { startTestHost } from '../webHost.ts';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright';
import type { Server } from 'node:http';
import type { TestHost } from '../webHost.ts';

declare const window: Window;

let browser: Browser;
let host: TestHost;
let foreign: Server;
let page: Page;
let session: string;

interface Attempt {
  readonly method: string;
  readonly body: string;
  readonly mode?: 'no-cors';
  readonly headers?: Record<string, string>;
}

function attempt(init: Attempt): Promise<string> {
  return page.evaluate(
    async ([address, request]) => {
      try {
        const response = await window.fetch(address, request);
        return `${response.type} ${response.status}`;
      } catch {
        return 'blocked';
      }
    },
    [`${host.origin}/call`, init] as const,
  );
}

/** Another program's page on another port of this machine, which even knows a session's secret. */
describeWith(['chromium'], 'the page of another port', () => {
  beforeAll(async () => {
    host = await startTestHost();
    session = await host.session();
    foreign = createServer((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html' });
      response.end('<!doctype html><title>foreign</title><body></body>');
    });
    await new Promise<void>((resolve) => {
      foreign.listen(0, '127.0.0.1', resolve);
    });
    browser = await launchChromium();
    page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(foreign.address() as AddressInfo).port}/`);
  });
  afterAll(async () => {
    await browser.close();
    foreign.close();
    await host.close();
  });

  const body =
    '{"id":"7b0d3f0e-5d0c-4f43-9a53-8f2d8f0a3c11","channel":"settings.set","input":{"theme":"dark"}}';

  it('can’t call, with a preflight or without', async () => {
    const headers = { 'Content-Type': 'application/json', 'X-Companion-Session': session };
    expect(await attempt({ method: 'POST', body, headers })).toBe('blocked');
    const simple = { 'Content-Type': 'text/plain' };
    expect(await attempt({ method: 'POST', body, headers: simple })).toBe('blocked');
    expect(await attempt({ method: 'POST', mode: 'no-cors', body })).toBe('blocked');
    expect(existsSync(join(host.folder, 'data', 'settings.json'))).toBe(false);
  });

  it('can’t load our script or our picture', async () => {
    for (const [tag, path] of [
      ['script', '/companion.js'],
      ['img', '/icon.svg'],
    ] as const) {
      const outcome = page.evaluate(
        ([name, address]) =>
          new Promise((resolve) => {
            const element = window.document.createElement(name);
            element.addEventListener('load', () => resolve('loaded'));
            element.addEventListener('error', () => resolve('blocked'));
            element.src = address;
            window.document.body.append(element);
          }),
        [tag, host.origin + path] as const,
      );
      expect(await outcome).toBe('blocked');
    }
  });

  it('can’t frame our page', async () => {
    await page.evaluate((address) => {
      // oxlint-disable-next-line react/iframe-missing-sandbox -- a sandbox would help us, not the attacker
      const frame = window.document.createElement('iframe');
      frame.src = address;
      window.document.body.append(frame);
    }, `${host.origin}/`);
    await expect
      .poll(() => page.frames().map((frame) => frame.url()))
      .toContain('chrome-error://chromewebdata/');
  });

  it('can’t open a WebSocket', async () => {
    const outcome = page.evaluate(
      (address) =>
        new Promise((resolve) => {
          const socket = new WebSocket(address);
          socket.addEventListener('open', () => resolve('open'));
          socket.addEventListener('error', () => resolve('blocked'));
        }),
      `ws://127.0.0.1:${host.port}/events`,
    );
    expect(await outcome).toBe('blocked');
  });

  it('has no hold on our page when it opens it', async () => {
    const [opened] = await Promise.all([
      page.context().waitForEvent('page'),
      page.evaluate((address) => {
        Object.assign(window, { ours: window.open(address) });
      }, `${host.origin}/`),
    ]);
    await opened.waitForLoadState();
    expect(await opened.title()).toBe('ready');
    const hold = page.evaluate(() => (window as unknown as { readonly ours: Window }).ours.closed);
    expect(await hold, 'severed by Cross-Origin-Opener-Policy').toBe(true);
    expect(await opened.evaluate(() => window.opener === null)).toBe(true);
  });
});
