import { expectAccessible } from './support/accessibility.ts';
import { violationsOf } from './support/companionApp.ts';
import { expect, test } from './support/fixtures.ts';
import { change, goTo, paths } from './support/pages.ts';

for (const theme of ['light', 'dark', 'high-contrast'] as const) {
  test(`every page is accessible in the theme ${theme}`, async ({ page }) => {
    await change(page, { theme });
    for (const path of paths) {
      await test.step(path, async () => {
        await goTo(page, path);
        await expectAccessible(page);
      });
    }
  });
}

test('every page loads under the content security policy', async ({ page }) => {
  for (const path of paths) await goTo(page, path);
  await page.reload();
  await page.locator('h1').waitFor();
  expect(await violationsOf(page)).toEqual([]);
});

test('no page scrolls sideways at 320 pixels, and its navigation opens', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const path of paths) {
    await goTo(page, path);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, path).toBeLessThanOrEqual(320);
  }
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeHidden();
  await page.getByRole('button', { name: 'Pages' }).click();
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeFocused();
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeHidden();
});

test('no page scrolls sideways with text a third longer', async ({ page }) => {
  await change(page, { locale: 'qps-ploc' });
  await page.setViewportSize({ width: 320, height: 640 });
  for (const path of paths) {
    await goTo(page, path);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, path).toBeLessThanOrEqual(320);
  }
});

test('no sentence is left out of the catalogue', async ({ page }) => {
  await change(page, { locale: 'qps-ploc' });
  const left: string[] = [];
  for (const path of paths) {
    await goTo(page, path);
    left.push(
      ...(await page.evaluate(() => {
        const found: string[] = [];
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          const text = node.textContent ?? '';
          const untold = node.parentElement?.closest('[translate=no], script, style') === null;
          if (untold && /[a-z]{2}/i.test(text)) found.push(text);
        }
        for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
          for (const name of ['aria-label', 'placeholder']) {
            const text = element.getAttribute(name) ?? '';
            if (/[a-z]{2}/i.test(text) && !text.startsWith('⟦')) found.push(`${name}: ${text}`);
          }
        }
        return found;
      })),
    );
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

test('every page is accessible in colours that the system forces', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  for (const path of paths) {
    await goTo(page, path);
    await expectAccessible(page, 'forced');
  }
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
