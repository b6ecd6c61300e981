import { legacy } from '../cloud/scenarios/tenants.ts';
import { browse } from '../cloud/browser.ts';
import { transportConfig } from '../cloud/scenarios/tenantData.ts';
import { expectAccessible } from './support/accessibility.ts';
import { expect, test } from './support/fixtures.ts';
import { change, goTo } from './support/pages.ts';
import type { Locator, Page } from 'playwright/test';
import type { Scenario } from '../cloud/types.ts';
import type { SimulatedCloud } from '../cloud/startCloud.ts';

/** What an administrator changes in Exchange, meanwhile. */
const exchange = { smtpClientAuthenticationDisabled: false };
const scenario: Scenario = {
  ...legacy,
  cmdlets: {
    ...legacy.cmdlets,
    'Get-TransportConfig': () => [
      {
        ...transportConfig,
        SmtpClientAuthenticationDisabled: exchange.smtpClientAuthenticationDisabled,
      },
    ],
  },
};

const rule = 'SMTP AUTH for the organization';

/** Signs in with a code, as the pages tell, and reads what can be read. */
async function readTenant(page: Page, cloud: SimulatedCloud): Promise<void> {
  // No resolver answers: what is not in the simulated cloud is not asked.
  await page.evaluate(() =>
    (
      globalThis as unknown as { companion: { call(name: string, input: object): Promise<void> } }
    ).companion.call('settings.set', { resolvers: ['tcp://127.0.0.1:1'] }),
  );
  await goTo(page, '/tenant/sign-in');
  await page.getByLabel('Application (client) ID').fill(cloud.scenario.app.clientId);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Sign in with a code' }).click();
  const address = await page.getByText(/^https:\/\/127\.0\.0\.1:\d+\/\S*$/).textContent();
  const code = await page.locator('code').first().textContent();
  const person = { login: 'admin@contoso.example', ca: cloud.ca };
  await browse(`${address}?user_code=${code}`, person);
  await expect(page.getByText('admin@contoso.example').first()).toBeVisible();
  await goTo(page, '/tenant/read');
  await page.getByRole('button', { name: /^Read \d+ sources/ }).click();
  await expect(page.getByText('Reading done')).toBeVisible();
}

test.describe('a tenant in the simulated cloud', { tag: '@page' }, () => {
  test.use({ scenario });

  test('a failing rule is mended by its checklist, and the next run shows it fixed', async ({
    companion,
    page,
    cloud,
  }) => {
    test.slow();
    exchange.smtpClientAuthenticationDisabled = false;
    await readTenant(page, cloud!);

    await goTo(page, '/overview');
    const attention = page.getByRole('region', { name: 'Needs attention first' });
    await expect(attention.getByText('Needs a change').first()).toBeVisible();
    await expectAccessible(page);
    await attention.getByRole('link', { name: rule }).click();

    await expect(page.getByRole('heading', { level: 1, name: rule })).toBeFocused();
    await expect(
      page.getByText('Set-TransportConfig -SmtpClientAuthenticationDisabled $true'),
    ).toBeVisible();
    await page.getByRole('button', { name: 'Evidence' }).click();
    await expect(page.getByRole('table').getByText('Get-TransportConfig')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Leaving SMTP AUTH and EWS' }).click();

    // Nobody knows yet who sends that way: turning it off could stop mail.
    const off = page.getByRole('article', { name: 'Turn SMTP AUTH off for the organization' });
    await expect(off.getByText('Not yet: it would stop mail')).toBeVisible();
    await expect(off.getByText('$true')).toHaveCount(0);
    await expectAccessible(page);
    const moved = page.getByRole('article', { name: 'Move senders away from passwords' });
    await moved.getByLabel('Note').fill('Ticket 4711: the scanner sends by a connector');
    await moved.getByRole('button', { name: /^Mark as done/ }).click();
    await expect(moved.getByText('Ticket 4711')).toBeVisible();
    await off.getByRole('button', { name: /^Verify/ }).click();
    await expect(off.getByText('To do')).toBeVisible();
    await expect(off.getByText('$true')).toBeVisible();

    exchange.smtpClientAuthenticationDisabled = true;
    await off.getByRole('button', { name: /^Verify/ }).click();
    await expect(off.getByText('Done', { exact: true })).toBeVisible();
    await expect(off.getByText(/SmtpClientAuthenticationDisabled: true/)).toBeVisible();

    await goTo(page, '/overview');
    const changes = page.getByRole('region', { name: 'Changes' });
    await changes.getByRole('link', { name: 'See the comparison' }).click();
    const fixed = page.getByRole('list', { name: /^Fixed/ });
    await expect(fixed.getByRole('link', { name: rule })).toBeVisible();
    await expectAccessible(page);

    await goTo(page, '/overview');
    await expect(attention.getByRole('link', { name: rule })).toHaveCount(0);
    await page.getByRole('button', { name: 'Save report' }).click();
    const report = await companion.saved(() =>
      page.getByRole('dialog').getByRole('button', { name: 'Save' }).click(),
    );
    expect(report.name).toMatch(/\.html$/);
    const html = report.content.toString('utf8');
    expect(html).toContain(rule);
    expect(html).toContain('Contoso');
    expect(html).not.toContain('<script');
    expect(cloud!.bugs).toEqual([]);
  });
});

/** Presses Tab until it has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < 200; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('The Tab key does not lead there');
}

async function press(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

test('by keyboard alone: the demo tenant, a rule, its checklist, a waiver, a report', async ({
  companion,
  page,
}) => {
  test.slow();
  await page.locator('h1').waitFor();
  await press(page, page.getByRole('button', { name: 'Open the demo tenant' }));
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeFocused();
  const attention = page.getByRole('region', { name: 'Needs attention first' });
  await press(page, attention.getByRole('link', { name: rule }));
  await expect(page.getByRole('heading', { level: 1, name: rule })).toBeFocused();

  await press(page, page.getByRole('button', { name: /^Waive/ }));
  await page.keyboard.type('The printers go in January');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Jane');
  await page.keyboard.press('Tab');
  await page.keyboard.type('12312099');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Waived by Jane until/)).toBeVisible();

  await press(page, page.getByRole('link', { name: 'Leaving SMTP AUTH and EWS' }));
  const verify = page.getByRole('button', { name: 'Verify all steps' });
  await press(page, verify);
  await expect(page.getByText(/^\d of 7 steps done$/)).toBeVisible();
  await expect(verify).toBeFocused();
  const apps = page.getByRole('article', { name: 'Find apps that use EWS' });
  await press(page, apps.getByLabel('Note'), 'T');
  await press(page, apps.getByRole('button', { name: /^Mark as done/ }), 'Space');
  await expect(apps.getByText('Ticked by a person')).toBeVisible();
  await expect(apps.getByRole('button', { name: /^Mark as not done/ })).toBeFocused();

  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Type a page or an action' })).toBeFocused();
  await page.keyboard.type('Overview');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeFocused();
  await press(page, page.getByRole('button', { name: 'Save report' }));
  const dialog = page.getByRole('dialog');
  await tabTo(page, dialog.getByLabel('Format'));
  await page.keyboard.type('Action');
  await tabTo(page, dialog.getByRole('button', { name: 'Save' }));
  const report = await companion.saved(() => page.keyboard.press('Enter'));
  expect(report.name).toMatch(/\.csv$/);
  expect(report.content.toString('utf8')).toContain('Inbound DANE of Exchange Online');
});

/** Pages of a tenant with something on them; `everyPage.spec.ts` has them empty. */
const filled = [
  '/overview',
  '/readiness',
  '/readiness/dane.inbound',
  '/runs',
  '/checklists',
  '/checklists/inbound-dane?subject=contoso.example',
];

test(
  'with a tenant, pages are accessible in dark and in high contrast, and fit 320 pixels',
  { tag: '@page' },
  async ({ page }) => {
    test.slow();
    await page.getByRole('button', { name: 'Open the demo tenant' }).click();
    await page.getByRole('region', { name: 'Needs attention first' }).waitFor();
    await page.setViewportSize({ width: 320, height: 640 });
    for (const theme of ['dark', 'high-contrast'] as const) {
      await change(page, { theme, locale: theme === 'dark' ? 'qps-ploc' : 'en' });
      for (const path of filled) {
        await goTo(page, path);
        await expect(page.locator('main :is(section, article)').first()).toBeVisible();
        await expectAccessible(page);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width, `${path} ${theme}`).toBeLessThanOrEqual(320);
      }
    }
  },
);
