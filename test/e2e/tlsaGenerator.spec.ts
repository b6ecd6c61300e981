import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { en } from '../../shared/words/en.ts';
import { hostInCertificate, makeOpensslFiles, pfxPassword } from '../support/opensslFiles.ts';
import { expectAccessible } from './support/accessibility.ts';
import { violationsOf } from './support/companionApp.ts';
import { chooseByPath, dropFiles } from './support/files.ts';
import { expect, test } from './support/fixtures.ts';
import { change, goTo, themes } from './support/pages.ts';
import type { OpensslFiles } from '../support/opensslFiles.ts';
import type { Page } from 'playwright/test';

let files: OpensslFiles;
let line: string;
test.beforeAll(() => {
  files = makeOpensslFiles();
  line = `_25._tcp.${hostInCertificate}. 3600 IN TLSA 3 1 1 ${files.publicKeySha256('leaf.pem')}`;
});
test.afterAll(() => files.remove());

const record = (page: Page) => page.getByRole('group', { name: 'The record' });
const fileInput = (page: Page) => page.locator('input[type=file]');

/** What a person gets who pastes now. The page itself may write to the clipboard, not read it. */
async function pasted(page: Page): Promise<string> {
  await goTo(page, '/tlsa/explain');
  await page.getByRole('textbox', { name: 'TLSA record' }).fill('');
  await page.getByRole('textbox', { name: 'TLSA record' }).press('ControlOrMeta+v');
  return page.getByRole('textbox', { name: 'TLSA record' }).inputValue();
}

test('a person drops a .pfx, mistypes its password, then gets the 3 1 1 line and copies it', async ({
  page,
}) => {
  await page.getByRole('link', { name: 'Make a TLSA record' }).click();
  await expect(page).toHaveTitle('Make a record – Exchange Companion');
  await dropFiles(page.getByText('or drop them here'), [files.path('mail.pfx')]);
  const password = page.getByLabel('Password of mail.pfx');
  await password.fill('wrong');
  await page.getByRole('button', { name: 'Read the file' }).click();
  await expect(page.getByText('This is not the password of “mail.pfx”.')).toBeVisible();
  await password.fill(pfxPassword);
  await page.getByRole('button', { name: 'Read the file' }).click();
  await expect(record(page)).toHaveText(line);
  await expect(page.getByText('It was not read, kept or shown.')).toBeVisible();
  await page.getByRole('button', { name: 'Copy the record' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await pasted(page)).toBe(line);
  expect(await violationsOf(page)).toEqual([]);
});

test('the same by keyboard alone', async ({ page }) => {
  const { keyboard } = page;
  await page.locator('h1').waitFor();
  const focused = () =>
    page.evaluate(() => {
      const { activeElement } = document;
      return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? '';
    });
  await keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('combobox', { name: 'Type a page or an action' })).toBeFocused();
  await keyboard.type('make a record');
  // What a dialog leaves hidden shows only when it had the time to hide it.
  await expect(page.getByRole('main')).toHaveCount(0);
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Make a record' })).toBeFocused();

  const chooser = page.waitForEvent('filechooser');
  await keyboard.press('ControlOrMeta+o');
  await (await chooser).setFiles(files.path('mail.pfx'));
  await expect(page.getByLabel('Password of mail.pfx')).toBeFocused();
  await keyboard.type(pfxPassword);
  await keyboard.press('Enter');
  await expect(record(page)).toHaveText(line);

  // On with Tab alone, through the form to the button.
  for (let presses = 0; (await focused()) !== 'Copy the record'; presses += 1) {
    expect(presses, 'the button can be reached').toBeLessThan(60);
    await keyboard.press('Tab');
  }
  await keyboard.press('Space');
  expect(await pasted(page)).toBe(line);

  await goTo(page, '/tlsa');
  await page.getByRole('radio', { name: '3 – DANE-EE' }).focus();
  await keyboard.press('ArrowUp');
  await expect(record(page)).toContainText(`2 1 1 ${files.publicKeySha256('issuing.pem')}`);
  await keyboard.press('ControlOrMeta+Enter');
  expect(await pasted(page)).toContain('IN TLSA 2 1 1 ');
});

test('of several files one bad one loses no other', { tag: '@page' }, async ({ page }) => {
  await goTo(page, '/tlsa');
  const names = ['page.cer', 'chain.pem', 'mail.p7b', 'leaf.der'] as const;
  await fileInput(page).setInputFiles(names.map((name) => files.path(name)));
  const list = page.getByRole('list', { name: 'Files' });
  await expect(list.getByRole('listitem')).toContainText([
    '“page.cer” is a web page, not a certificate.',
    'PEM: 2 certificates read',
    'PKCS #7: 2 certificates read',
    'DER: 1 certificate read',
  ]);
  await expect(record(page)).toHaveText(line);
});

test('a file of 2 GB is refused at once, unread', { tag: '@page' }, async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'companion-large-'));
  const path = join(folder, 'disk.vhdx');
  writeFileSync(path, '');
  truncateSync(path, 2 * 1024 ** 3);
  await goTo(page, '/tlsa');
  await chooseByPath(page, path);
  await expect(page.getByText(/“disk.vhdx” has 2,048 MiB/)).toBeVisible();
  rmSync(folder, { recursive: true });
});

test(
  'a certificate that is pasted anywhere on the page is read',
  { tag: '@page' },
  async ({ page }) => {
    await goTo(page, '/tlsa/explain');
    await page.getByRole('textbox').fill(files.read('chain.pem').toString());
    await page.getByRole('textbox').press('ControlOrMeta+a');
    await page.getByRole('textbox').press('ControlOrMeta+x');
    await goTo(page, '/tlsa');
    await page.keyboard.press('ControlOrMeta+v');
    await expect(record(page)).toHaveText(line);
  },
);

test('a form to take away is saved as a file', { tag: '@page' }, async ({ companion, page }) => {
  await goTo(page, '/tlsa');
  await fileInput(page).setInputFiles(files.path('chain.pem'));
  await page.getByRole('tab', { name: 'Windows DNS Server' }).click();
  const { name, content } = await companion.saved(() =>
    page.getByRole('button', { name: 'Save as a file' }).click(),
  );
  expect(name).toBe(`tlsa-${hostInCertificate}.ps1`);
  expect(content.toString()).toMatch(/^Add-DnsServerResourceRecord -TLSA .*\n$/);
});

test('a slow file shows its progress, and can be cancelled', { tag: '@page' }, async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'companion-slow-'));
  writeFileSync(join(folder, 'slow.pfx'), files.slowPfx());
  await goTo(page, '/tlsa');
  await fileInput(page).setInputFiles(join(folder, 'slow.pfx'));
  await page.getByLabel('Password of slow.pfx').fill(pfxPassword);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('list', { name: 'Files' })).toContainText(
    en['error.cancelled.message'],
  );
  rmSync(folder, { recursive: true });
});

test(
  'the page stays usable at 320 pixels, and accessible with everything on it',
  { tag: '@page' },
  async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await goTo(page, '/tlsa');
    await fileInput(page).setInputFiles(
      (['page.cer', 'mail.pfx', 'chain.pem'] as const).map((name) => files.path(name)),
    );
    await expect(record(page)).toHaveText(line);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(320);
    await expectAccessible(page);
    await page.setViewportSize({ width: 1280, height: 860 });
    for (const theme of themes) {
      await change(page, { theme });
      await expectAccessible(page);
    }
  },
);
