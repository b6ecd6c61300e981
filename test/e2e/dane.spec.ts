import { expectAccessible } from './support/accessibility.ts';
import { violationsOf } from './support/companionApp.ts';
import { expect, test } from './support/fixtures.ts';
import { change, goTo, themes } from './support/pages.ts';
import type { Page } from 'playwright/test';

async function checkAllOfTheLab(page: Page): Promise<void> {
  await goTo(page, '/lab');
  await page.getByRole('button', { name: 'Start the practice lab' }).click();
  await page.getByRole('button', { name: 'Check all of them' }).click();
  await expect(page.getByText(/\d+ domains checked\./)).toBeVisible();
}

/** The verdict as the page's first heading below its title. */
function verdictOf(page: Page, name: RegExp) {
  return page.getByRole('heading', { level: 2, name });
}

test('a list of domains is checked, a failing one opened, its fix copied, a second check compared', async ({
  page,
}) => {
  await checkAllOfTheLab(page);
  await page.getByRole('button', { name: /^Refused \(/ }).click();
  await page.getByRole('link', { name: 'wrong-hash.test' }).click();
  await expect(verdictOf(page, /DANE clients refuse it wrong-hash\.test/)).toBeVisible();

  await page.bringToFront();
  await page.getByRole('button', { name: 'Copy the record' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();

  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(page.getByText(/Nothing has changed since/)).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'History' }).click();
  await expect(page.getByText('2 checks are kept, the newest first.')).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
});

test('a domain is checked by keyboard alone', { tag: '@page' }, async ({ page }) => {
  await goTo(page, '/dane?place=lab');
  const field = page.getByRole('textbox', { name: /^Domain, e-mail address/ });
  for (let presses = 0; presses < 40; presses += 1) {
    if (await field.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await expect(field).toBeFocused();
  await page.keyboard.type('two-addresses.test');
  await page.keyboard.press('Enter');
  await expect(verdictOf(page, /refuse it two-addresses\.test/)).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/Nothing has changed since/)).toBeVisible();
});

test(
  'results, lists and the lab are accessible in every theme, and fit 320 pixels',
  { tag: '@page' },
  async ({ page }) => {
    test.slow();
    const expectAccessibleInEveryTheme = async () => {
      for (const theme of themes) {
        await change(page, { theme });
        await expectAccessible(page);
      }
    };
    await checkAllOfTheLab(page);
    await expectAccessibleInEveryTheme();
    for (const path of [
      ...['good', 'two-keys', 'bogus', 'unusable'].map((name) => `/dane/${name}.test`),
      '/history/two-keys.test',
    ]) {
      await goTo(page, `${path}?place=lab`);
      await expect(page.getByRole('region', { name: 'Evidence' })).toBeVisible();
      await expectAccessibleInEveryTheme();
    }
    await goTo(page, '/lab');
    await expect(page.getByRole('table', { name: 'Domains of the lab' })).toBeVisible();
    await expectAccessibleInEveryTheme();

    await page.setViewportSize({ width: 320, height: 640 });
    for (const locale of ['en', 'qps-ploc']) {
      await change(page, { locale });
      for (const path of ['/dane/two-keys.test?place=lab', '/domains', '/lab']) {
        await goTo(page, path);
        await page.locator('main section').first().waitFor();
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width, `${path} ${locale}`).toBeLessThanOrEqual(320);
      }
    }
  },
);

test(
  'names that look like markup are shown as text, and nothing of them runs',
  {
    tag: '@page',
  },
  async ({ page }) => {
    const hostile = '<img src=x onerror=alert(1)>';
    await goTo(page, '/domains');
    await page.getByRole('textbox', { name: 'Domains, one a line' }).fill(`good.test\n${hostile}`);
    await expect(page.getByText(hostile, { exact: true }).last()).toBeVisible();
    await goTo(page, `/dane/${encodeURIComponent(hostile)}`);
    await expect(page.getByText(`${hostile} has not been checked on this computer`)).toBeVisible();
    expect(await page.locator('main img').count()).toBe(0);
    expect(await violationsOf(page)).toEqual([]);
  },
);

test('results are exported in every form', { tag: '@page' }, async ({ companion, page }) => {
  await checkAllOfTheLab(page);
  const forms = [
    [/^JSON Lines/, /\.jsonl$/, '"schema":"exo-companion/dane-check@1"'],
    [/^CSV/, /\.csv$/, 'domain,checkedAt,verdict'],
    [/^Markdown/, /\.md$/, '# DANE check'],
    [/^HTML/, /\.html$/, '<!doctype html>'],
  ] as const;
  for (const [item, name, content] of forms) {
    const saved = await companion.saved(async () => {
      await page.getByRole('button', { name: /^Export/ }).click();
      await page.getByRole('menuitem', { name: item }).click();
    });
    expect(saved.name).toMatch(name);
    expect(saved.content.toString()).toContain(content);
    expect(saved.content.toString()).toContain('wrong-hash.test');
  }
});
