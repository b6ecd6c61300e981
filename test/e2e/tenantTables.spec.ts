import { join } from 'node:path';
import { createCallLog } from '../../electron/service/history/callLog.ts';
import { expect, test as base } from './support/fixtures.ts';
import { expectAccessible } from './support/accessibility.ts';
import { goTo } from './support/pages.ts';
import { openDatabase } from '../../electron/service/history/database.ts';
import type { Page } from 'playwright/test';

/** With calls that went out before the app was started. */
const test = base.extend({
  dataDirectory: async ({ dataDirectory }, use) => {
    const opened = openDatabase(join(dataDirectory, 'history.sqlite'), () => new Date());
    if (!opened.ok) throw new Error(opened.error.code);
    const log = createCallLog(opened.value.database);
    for (let n = 1; n <= 120; n += 1) {
      log.record({
        at: new Date(Date.UTC(2026, 10, 20, 9, 0, n)).toISOString(),
        tenantId: '7d1f6c9a-3c50-4a57-9d9e-000000000001',
        api: n % 2 === 0 ? 'graph' : 'exchange',
        call: n % 2 === 0 ? `GET /v1.0/users/jane${n}@fabrikam.example` : 'Get-CASMailbox',
        outcome: n === 120 ? '429' : '200',
        milliseconds: n,
        requestId: `7a9e0000-0000-4000-8000-${String(n).padStart(12, '0')}`,
      });
    }
    opened.value.database.close();
    await use(dataDirectory);
  },
});

/** What stands in the rows that are made. */
function cells(page: Page, column: number) {
  return page.locator(`table tr[aria-rowindex] td:nth-child(${column})`).allTextContents();
}

test('the demo tenant is looked through: a setting, its raw data, mailboxes, addresses, calls, a bundle', async ({
  companion,
  page,
}) => {
  await goTo(page, '/tenant');
  await page.getByRole('main').getByRole('button', { name: 'Open the demo tenant' }).click();

  await test.step('a setting is found, with its evidence, by keyboard', async () => {
    const search = page.getByRole('searchbox', { name: 'Find a setting' });
    await search.focus();
    await page.keyboard.type('smtpclientauth');
    await expect(page.getByText('1 setting', { exact: true })).toBeVisible();
    await expect(page.getByText('Get-TransportConfig', { exact: true })).toBeVisible();
    await expect(page.getByText(/^demo-\d+$/)).toBeVisible();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const raw = page.getByRole('region', { name: 'Kept data: Transport settings' });
    await expect(raw).toContainText('"smtpClientAuthenticationDisabled": false');
    await expectAccessible(page);
    await search.fill('');
    await expect(page.getByText(/^\d{3} settings$/)).toBeVisible();
    // Every setting of Contoso has a meaning in words.
    await expect(page.getByText('Not known to this app')).toHaveCount(0);
    await expectAccessible(page);
  });

  await test.step('mailboxes are filtered and sorted, and the keyboard stays where it was', async () => {
    await goTo(page, '/tenant/mailboxes?filter=smtp-auth-explicit');
    await expect(page.getByLabel('Show')).toHaveValue('smtp-auth-explicit');
    await expect.poll(() => cells(page, 2)).toContain('Off – mailbox');
    const address = page.getByRole('button', { name: 'Address' });
    await address.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('columnheader', { name: 'Address' })).toHaveAttribute(
      'aria-sort',
      'descending',
    );
    await expect(address).toBeFocused();
    const shown = await cells(page, 1);
    expect(shown.length).toBeGreaterThan(1);
    expect(shown).toEqual(shown.toSorted().reverse());
    await page.getByLabel('Show').selectOption('All');
    await expect(page.getByRole('table', { name: 'Mailboxes, 94 rows' })).toBeVisible();
    const { name, content } = await companion.saved(() =>
      page.getByRole('button', { name: 'Export as CSV' }).click(),
    );
    expect(name).toMatch(/^mailboxes-.*\.csv$/);
    expect(content.toString().trimEnd().split('\n').length).toBe(95);
    await expectAccessible(page);
  });

  await test.step('the last mailbox is reached by keyboard', async () => {
    await page.getByRole('region', { name: /^Mailboxes/ }).focus();
    await page.keyboard.press('End');
    await expect(page.locator('tr[aria-rowindex="95"]')).toBeInViewport();
  });

  await test.step('addresses to send from have their marks', async () => {
    await goTo(page, '/tenant/aliases?find=%2B');
    await expect.poll(() => cells(page, 3)).toContain('Plus address');
  });

  await test.step('calls are filtered, and saved as they are filtered', async () => {
    await goTo(page, '/settings/audit');
    await expect(page.getByText('100 of 120, the newest first')).toBeVisible();
    await page.getByLabel('To').selectOption('Microsoft Graph');
    await expect(page.getByText('60 of 60, the newest first')).toBeVisible();
    await expect(page.getByText('7a9e0000-0000-4000-8000-000000000120')).toBeVisible();
    const { name, content } = await companion.saved(() =>
      page.getByRole('button', { name: 'Export as JSON Lines' }).click(),
    );
    expect(name).toMatch(/\.jsonl$/);
    const lines = content.toString().trimEnd().split('\n');
    const calls = lines.map((line) => JSON.parse(line) as { readonly api: string });
    expect(calls.length).toBe(60);
    expect(new Set(calls.map(({ api }) => api))).toEqual(new Set(['graph']));
  });

  await test.step('a support bundle is read, and then saved as it was read, with nobody’s name', async () => {
    await page.getByRole('button', { name: 'Make a bundle and show it' }).click();
    await page.getByRole('button', { name: 'Contents of outside-calls.jsonl' }).click();
    const shown = page.getByRole('region', { name: 'Contents of outside-calls.jsonl' });
    await expect(shown).toContainText('7a9e0000-0000-4000-8000-000000000120');
    await expectAccessible(page);
    const text = (await shown.textContent()) ?? '';
    const { content } = await companion.saved(() =>
      page.getByRole('button', { name: 'Save the bundle' }).click(),
    );
    expect(content.toString()).toContain(text.trimEnd());
    expect(content.toString()).not.toMatch(/jane|fabrikam|7d1f6c9a/);
  });
});

test(
  'pages of a tenant fit narrow windows, and every column can be scrolled to',
  { tag: '@page' },
  async ({ page }) => {
    await goTo(page, '/tenant');
    await page.getByRole('main').getByRole('button', { name: 'Open the demo tenant' }).click();
    await expect(page.getByRole('searchbox', { name: 'Find a setting' })).toBeVisible();
    await page.setViewportSize({ width: 320, height: 640 });
    for (const path of ['/tenant', '/tenant/mailboxes', '/tenant/users', '/settings/audit']) {
      await test.step(path, async () => {
        await goTo(page, path);
        await expect(page.getByRole('table').first()).toBeVisible();
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width).toBeLessThanOrEqual(320);
        await expectAccessible(page);
      });
    }
    await goTo(page, '/tenant/mailboxes');
    await page.getByRole('region', { name: /^Mailboxes/ }).focus();
    const policy = page.getByRole('columnheader', { name: 'Policy' });
    await expect(policy).not.toBeInViewport();
    for (let press = 0; press < 40; press += 1) await page.keyboard.press('ArrowRight');
    await expect(policy).toBeInViewport();
  },
);
