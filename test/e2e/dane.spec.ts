import { expectAccessible } from './support/accessibility.ts';
import { violationsOf } from './support/companionApp.ts';
import { expect, test } from './support/fixtures.ts';
import { change, goTo } from './support/pages.ts';
import type { Page } from 'playwright/test';

async function checkAllOfTheLab(page: Page): Promise<void> {
  await goTo(page, '/lab');
  await page.getByRole('button', { name: 'Start the practice lab' }).click();
  await page.getByRole('button', { name: 'Check all of them' }).click();
  await expect(page.getByText(/\d+ domains checked\./)).toBeVisible({ timeout: 30_000 });
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

test('a domain is checked by keyboard alone', async ({ page }) => {
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

for (const theme of ['light', 'dark', 'high-contrast'] as const) {
  test(`results, lists and the lab are accessible in the theme ${theme}`, async ({ page }) => {
    await change(page, { theme });
    await checkAllOfTheLab(page);
    await expectAccessible(page);
    for (const domain of ['good.test', 'two-keys.test', 'bogus.test', 'unusable.test']) {
      await goTo(page, `/dane/${domain}?place=lab`);
      await expect(page.getByRole('region', { name: 'Evidence' })).toBeVisible();
      await expectAccessible(page);
    }
    await goTo(page, '/lab');
    await expect(page.getByRole('table', { name: 'Domains of the lab' })).toBeVisible();
    await expectAccessible(page);
    await goTo(page, '/history/two-keys.test?place=lab');
    await expect(page.getByRole('region', { name: 'Evidence' })).toBeVisible();
    await expectAccessible(page);
  });
}

test('a result fits a window of 320 pixels, in the pseudo-language as well', async ({ page }) => {
  await checkAllOfTheLab(page);
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
});

test('names that look like markup are shown as text, and nothing of them runs', async ({
  page,
}) => {
  const hostile = '<img src=x onerror=alert(1)>';
  await goTo(page, '/domains');
  await page.getByRole('textbox', { name: 'Domains, one a line' }).fill(`good.test\n${hostile}`);
  await expect(page.getByText(hostile, { exact: true }).last()).toBeVisible();
  await goTo(page, `/dane/${encodeURIComponent(hostile)}`);
  await expect(page.getByText(`${hostile} has not been checked on this computer`)).toBeVisible();
  expect(await page.locator('main img').count()).toBe(0);
  expect(await violationsOf(page)).toEqual([]);
});

test('results are exported in every form', async ({ companion, page }) => {
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

test('a thousand domains leave the page smooth, and any of their rows can be reached', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await goTo(page, '/lab');
  await page.getByRole('button', { name: 'Start the practice lab' }).click();
  await page.getByRole('button', { name: 'Check all of them' }).click();
  await expect(page.getByText(/\d+ domains checked\./)).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Another list' }).click();
  const names = Array.from({ length: 1000 }, (_, n) => `nowhere-${n}.test`);
  await goTo(page, '/dane?place=lab');
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(globalThis, { longTasks: tasks });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ entryTypes: ['longtask'] });
  });
  await goTo(page, '/domains');
  await page.getByRole('textbox', { name: 'Domains, one a line' }).fill(names.join('\n'));
  await page.evaluate(() => {
    (globalThis as unknown as { longTasks: number[] }).longTasks.length = 0;
  });
  await page.getByRole('button', { name: 'Check 1,000 domains' }).click();
  await expect(page.getByText(/^1,000 domains checked/)).toBeVisible({ timeout: 150_000 });
  const tasks = await page.evaluate(
    () => (globalThis as unknown as { longTasks: number[] }).longTasks,
  );
  expect(tasks.filter((duration) => duration > 200)).toEqual([]);
  const table = page.getByRole('table', { name: /^Results of 1,000/ });
  expect(await table.getByRole('row').count()).toBeLessThan(60);
  await page.getByRole('searchbox', { name: 'Find a domain or server' }).fill('nowhere-999.');
  await expect(page.getByRole('link', { name: 'nowhere-999.test' })).toBeVisible();
});
