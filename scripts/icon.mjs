/**
 * Draws build/icon.png from the page's icon, in Chromium: `node scripts/icon.mjs`, after that icon
 * changed. The picture is kept in the repository.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { repository } from './bootstrap.mjs';

const side = 1024;
/** Systems draw icons with air around them. */
const margin = 64;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const page = await browser.newPage({ viewport: { width: side, height: side } });
const svg = readFileSync(join(repository, 'renderer/public/icon.svg'), 'utf8');
const style = `body { margin: ${margin}px } svg { display: block; width: ${side - 2 * margin}px }`;
await page.setContent(`<style>${style}</style>${svg}`);
await page.screenshot({ path: join(repository, 'build/icon.png'), omitBackground: true });
await browser.close();
