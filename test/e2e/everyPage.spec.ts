import { expectAccessible } from './support/accessibility.ts';
import { violationsOf } from './support/companionApp.ts';
import { expect, test } from './support/fixtures.ts';
import { change, goTo, paths, themes } from './support/pages.ts';
import type { Page } from 'playwright/test';

/** Goes to a page, and waits for what it reads first. */
async function open(page: Page, path: string): Promise<void> {
  await goTo(page, path);
  await expect(page.getByRole('progressbar')).toHaveCount(0);
}

test(
  'every page is accessible in every theme, and in colours that the system forces',
  { tag: '@page' },
  async ({ page }) => {
    test.slow();
    for (const path of paths) {
      await open(page, path);
      for (const theme of themes) {
        await test.step(`${path} ${theme}`, async () => {
          await change(page, { theme });
          await expectAccessible(page);
        });
      }
      await test.step(`${path} in forced colours`, async () => {
        await page.emulateMedia({ forcedColors: 'active' });
        await expectAccessible(page, 'forced');
        await page.emulateMedia({ forcedColors: 'none' });
      });
    }
  },
);

test('every page loads under the content security policy', async ({ page }) => {
  for (const path of paths) await open(page, path);
  await page.reload();
  await page.locator('h1').waitFor();
  expect(await violationsOf(page)).toEqual([]);
});

test(
  'no page scrolls sideways at 320 pixels, also with text a third longer',
  { tag: '@page' },
  async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    for (const locale of ['en', 'qps-ploc']) {
      await change(page, { locale });
      for (const path of paths) {
        await open(page, path);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width, `${path} ${locale}`).toBeLessThanOrEqual(320);
      }
    }
  },
);

test('at 320 pixels the navigation opens, and closes behind the person', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeHidden();
  await page.getByRole('button', { name: 'Pages' }).click();
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeFocused();
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeHidden();
});

test('no sentence is left out of the catalogue', { tag: '@page' }, async ({ page }) => {
  await change(page, { locale: 'qps-ploc' });
  const left: string[] = [];
  for (const path of paths) {
    await open(page, path);
    left.push(...(await page.evaluate(untranslated)).map((text) => `${path}: ${text}`));
  }
  expect(left).toEqual([]);
});

test('the theme follows the system until the person chooses one', async ({ page }) => {
  const scheme = () => page.evaluate(() => document.documentElement.style.colorScheme);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(scheme).toBe('dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(scheme).toBe('light');
  await change(page, { theme: 'dark' });
  await expect.poll(scheme).toBe('dark');
  await page.reload();
  await expect.poll(scheme).toBe('dark');
});

test('every link leads out by the system’s browser, and the page stays', async ({
  companion,
  page,
}) => {
  await goTo(page, '/tlsa/guide?topic=check');
  const before = page.url();
  const url = await companion.openedOutside(() =>
    page.getByRole('link', { name: /Remote Connectivity Analyzer/ }).click(),
  );
  expect(url).toBe('https://testconnectivity.microsoft.com/');
  expect(page.url()).toBe(before);
});

test('a topic’s address shows the topic, and going back shows where one was', async ({ page }) => {
  await goTo(page, '/tlsa/guide?topic=renewal');
  const heading = page.getByRole('heading', { name: 'Why a renewal can stop mail' });
  await expect(heading).toBeInViewport();
  await expect(heading).toBeFocused();
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeFocused();
  expect(await page.evaluate(() => globalThis.scrollY)).toBe(0);
  await page.goBack();
  await expect(heading).toBeInViewport();
});

/**
 * In the page, in the pseudo-language: the English of its texts and attributes. None is what is
 * marked as not to be translated, and what is a value in a sentence (between isolates), unless that
 * reads like a sentence itself.
 */
function untranslated(): string[] {
  const found: string[] = [];
  const look = (text: string, element: Element | null, what: string): void => {
    if (element?.closest('[translate=no], script, style') !== null) return;
    const rest = text.replaceAll(/\u2068([^\u2068\u2069]*)\u2069/g, (_, value: string) =>
      /[a-z]{2,} [a-z]{2,}/.test(value) ? value : '',
    );
    if (/[a-z]{2}/i.test(rest)) found.push(what + text);
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    look(node.textContent ?? '', node.parentElement, '');
  }
  for (const name of ['aria-label', 'placeholder', 'title', 'alt']) {
    for (const element of document.querySelectorAll(`[${name}]`)) {
      look(element.getAttribute(name) ?? '', element, `${name}: `);
    }
  }
  return found;
}
