/**
 * `npm run screenshots`: takes the pictures of the README anew, light and dark, from the running app.
 * Clock, time zone, language and certificate are fixed, so that only a change of the page changes them;
 * the overview alone shows the day on which it was taken, since the service reads the demo tenant then.
 */
import { once } from 'node:events';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled, ensureNode, repository, runToEnd } from './bootstrap.mjs';

const now = new Date('2026-11-23T09:00:00Z');
const size = { width: 1280, height: 860 };
const folder = join(repository, 'docs', 'screenshots');
const certificate = join(repository, 'scripts', 'screenshots.pem');

/** What is shown: its name, the link that leads there, and what is done before the picture is taken. */
const pictures = [
  {
    name: 'tlsa',
    link: 'Make a record',
    async prepare(page) {
      const buffer = readFileSync(certificate);
      const file = { name: 'mail.example.com.pem', mimeType: 'text/plain', buffer };
      await page.locator('input[type=file]').setInputFiles(file);
      await page.getByRole('button', { name: 'Copy the record' }).waitFor();
    },
  },
  {
    name: 'guide',
    link: 'Guide',
    prepare: (page) => page.getByRole('link', { name: 'What the three numbers mean' }).click(),
  },
  {
    name: 'overview',
    link: 'Overview',
    async prepare(page) {
      await page.clock.setFixedTime(new Date());
      const open = page.getByRole('button', { name: 'Open the demo tenant' });
      const attention = page.getByRole('heading', { name: 'Needs attention first' });
      await open.or(attention).waitFor();
      if (await open.isVisible()) await open.click();
      await attention.waitFor();
    },
  },
];

const node = ensureNode();
ensureInstalled(node);
if (node === process.execPath) await takeAll();
else process.exitCode = (await runToEnd(node, [fileURLToPath(import.meta.url)])).code;

async function takeAll() {
  const built = await runToEnd(node, [join(repository, 'scripts', 'build.mjs'), '--quiet']);
  if (built.code !== 0) {
    process.exitCode = built.code;
    return;
  }
  mkdirSync(folder, { recursive: true });
  const data = mkdtempSync(join(tmpdir(), 'companion-screenshots-'));
  const host = spawn(node, [join(repository, 'out/web/web.mjs'), '--no-open', '--data-dir', data], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(createInterface(host.stdout), 'line');
  const { chromium } = await import('playwright');
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    await takePictures(browser, /http:\S+/.exec(line)[0]);
  } finally {
    await browser.close();
    host.kill('SIGINT');
    await once(host, 'exit');
    rmSync(data, { recursive: true, force: true });
  }
}

async function takePictures(browser, link) {
  const context = await browser.newContext({
    viewport: size,
    timezoneId: 'UTC',
    locale: 'en-US',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(link);
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    for (const picture of pictures) {
      await page.clock.setFixedTime(now);
      await page.reload();
      await page.getByRole('link', { name: picture.link, exact: true }).click();
      await picture.prepare(page);
      await page.waitForTimeout(500);
      const file = join(folder, `${picture.name}-${colorScheme}.png`);
      await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
      console.log(file);
    }
  }
}
