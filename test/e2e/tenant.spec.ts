import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { littleConsent } from '../cloud/scenarios/tenants.ts';
import { browse } from '../cloud/browser.ts';
import { expectAccessible } from './support/accessibility.ts';
import { violationsOf } from './support/companionApp.ts';
import { expect, test } from './support/fixtures.ts';
import { goTo } from './support/pages.ts';
import type { Browser, Page } from 'playwright/test';
import type { SimulatedCloud } from '../cloud/startCloud.ts';

const login = 'admin@contoso.example';

/** No resolver answers: what is not in the simulated cloud is not asked. */
async function withoutDns(page: Page): Promise<void> {
  await page.evaluate(() =>
    (
      globalThis as unknown as { companion: { call(name: string, input: object): Promise<void> } }
    ).companion.call('settings.set', { resolvers: ['tcp://127.0.0.1:1'] }),
  );
}

/** What the person does in the system's browser, in a Chromium with cookies of its own. */
async function inTheirBrowser(
  browser: Browser,
  address: string,
  decision: string,
): Promise<string> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  const theirs = await context.newPage();
  await theirs.goto(address);
  await theirs.getByLabel('Account').fill(login);
  await theirs.getByRole('button', { name: 'Sign in' }).click();
  const consent = theirs.getByRole('button', { name: decision, exact: true });
  const end = theirs.getByRole('heading', { name: /^You are (?:not )?signed in$/ });
  await expect(consent.or(end)).toBeVisible();
  if (await consent.isVisible()) await consent.click();
  const title = await end.textContent();
  await context.close();
  return title ?? '';
}

/** Every file of the app, as text. */
function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'));
}

/** Nothing but reading left the app, and no secret of the sign-in is where it must not be. */
async function expectKept(page: Page, cloud: SimulatedCloud, dataDirectory: string): Promise<void> {
  expect(cloud.bugs).toEqual([]);
  const calls = cloud.requests.filter(({ host, authorized }) => host !== 'authority' && authorized);
  expect(calls.length).toBeGreaterThan(10);
  expect(calls.filter(({ route }) => route === null)).toEqual([]);
  const shown = await page.evaluate(() =>
    [
      document.documentElement.outerHTML,
      JSON.stringify([Object.entries(sessionStorage), Object.entries(localStorage)]),
    ].join(),
  );
  const texts = [shown, ...filesOf(dataDirectory)];
  const secrets = cloud.entra.secrets();
  expect(secrets.length).toBeGreaterThan(2);
  expect(secrets.filter((secret) => texts.some((text) => text.includes(secret)))).toEqual([]);
}

test.describe('a tenant in the simulated cloud', () => {
  test.use({ scenario: littleConsent });

  test('sign in, give consent, read, see a setting’s evidence, sign out', async ({
    companion,
    page,
    cloud,
    dataDirectory,
    webBrowser,
  }) => {
    test.slow();
    const theirs = await webBrowser();
    await withoutDns(page);
    await goTo(page, '/tenant/sign-in');
    await page.getByLabel('Application (client) ID').fill(cloud!.scenario.app.clientId);
    await page.getByRole('textbox', { name: 'Tenant' }).fill('contoso.example');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'Check the registration' }).click();
    const check = page.getByRole('list', { name: 'What the check found' });
    await expect(check.getByText('Good')).toHaveCount(3);

    // Changing one's mind, and then doing it.
    const signIn = page.getByRole('button', { name: 'Sign in with the browser' });
    await companion.signInPage(() => signIn.click());
    await expect(page.getByText(/left to finish/)).toBeVisible();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByText('Signing in was cancelled.')).toBeVisible();
    const address = await companion.signInPage(() => signIn.click());
    expect(await inTheirBrowser(theirs, address, 'Accept')).toBe('You are signed in');
    const accounts = page.getByRole('region', { name: 'Accounts' });
    await expect(accounts.getByRole('strong').getByText(login)).toBeVisible();
    await expect(accounts.getByText(/Tokens are kept in memory/)).toBeVisible();
    await expectAccessible(page);

    await page.getByRole('link', { name: 'Choose what to read' }).click();
    const coverage = page.getByRole('table', { name: 'What can be read' });
    const reports = coverage.getByRole('row').filter({ hasText: 'E-mail apps of users' });
    await expect(reports.getByText('Consent needed')).toBeVisible();
    const ask = page.getByRole('button', { name: 'Ask for consent: Microsoft Graph' });
    const declined = await companion.signInPage(() => ask.click());
    expect(await inTheirBrowser(theirs, declined, 'Cancel')).toBe('You are not signed in');
    await expect(page.getByText('The permissions were declined in the browser.')).toBeVisible();
    const given = await companion.signInPage(() => ask.click());
    expect(await inTheirBrowser(theirs, given, 'Accept')).toBe('You are signed in');
    await expect(reports.getByText('Ready')).toBeVisible();
    await expectAccessible(page);

    cloud!.faults.set('exchange invoke Get-RemoteDomain', { kind: '403' }, { times: 9 });
    await page.getByRole('button', { name: /^Read \d+ sources/ }).click();
    await expect(page.getByText('Reading done')).toBeVisible();
    const troubled = page.getByRole('table', { name: 'What was read' });
    await expect(troubled.getByRole('row').filter({ hasText: 'Remote domains' })).toContainText(
      'Failed',
    );
    await page.getByRole('link', { name: 'Show the tenant' }).click();

    await page.getByRole('searchbox').fill('SmtpClientAuthenticationDisabled');
    await expect(page.getByRole('heading', { level: 3 })).toHaveText(['Transport settings']);
    const settings = page.getByRole('table', { name: 'Settings: Transport settings' });
    await expect(settings.getByText('SmtpClientAuthenticationDisabled')).toBeVisible();
    const group = page.getByRole('region', { name: 'Settings' });
    await expect(group.getByText('Get-TransportConfig').first()).toBeVisible();
    await page.getByRole('button', { name: 'Raw JSON Transport settings' }).click();
    await expect(page.getByText(/"smtpClientAuthenticationDisabled": true/i)).toBeVisible();
    await expectAccessible(page);
    await expectKept(page, cloud!, dataDirectory);

    await goTo(page, '/settings/audit');
    await expect(page.getByRole('table').getByText('Get-TransportConfig').first()).toBeVisible();
    await goTo(page, '/tenant/sign-in');
    await page.getByRole('button', { name: `Sign out ${login}` }).click();
    await expect(accounts.getByText('Nobody is signed in')).toBeVisible();
    // What was read stays until the tenant is forgotten.
    await goTo(page, '/tenant');
    await expect(page.getByRole('table', { name: 'Settings: Transport settings' })).toBeVisible();
    await page.getByRole('button', { name: 'Forget this tenant…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Forget it' }).click();
    await expect(page.getByText('No tenant has been read yet')).toBeVisible();
    expect(await violationsOf(page)).toEqual([]);
  });

  test(
    'a reading that is stopped keeps what had come',
    { tag: '@page' },
    async ({ page, cloud }) => {
      await withoutDns(page);
      await goTo(page, '/tenant/sign-in');
      await page.getByLabel('Application (client) ID').fill(cloud!.scenario.app.clientId);
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.getByRole('button', { name: 'Sign in with a code' }).click();
      const code = await page.locator('code').first().textContent();
      const page1 = await page.locator('code').nth(1).textContent();
      await browse(`${page1}?user_code=${code}`, { login, ca: cloud!.ca });
      await page.getByRole('link', { name: 'Choose what to read' }).click();
      cloud!.faults.set('exchange invoke Get-Mailbox', { kind: 'timeout' });
      await page.getByRole('button', { name: /^Read \d+ sources/ }).click();
      const read = page.getByRole('table', { name: 'What was read' });
      await expect(read.getByText('Transport settings')).toBeVisible();
      const running = page.getByRole('list', { name: 'Progress of each source' });
      await expect(running.getByText(/^Mailboxes – Being read/)).toBeVisible();
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Cancel' }).click();
      await expect(page.getByText('The reading was stopped.')).toBeVisible();
      await page.getByRole('link', { name: 'Show the tenant' }).click();
      await expect(page.getByRole('table', { name: 'Settings: Transport settings' })).toBeVisible();
    },
  );
});

const files = {
  transport: { Name: 'Transport Settings', SmtpClientAuthenticationDisabled: false },
  domains: (name: string) => [
    { DomainName: `${name}.example`, DomainType: 'Authoritative', InitialDomain: false },
    { DomainName: `${name}.onmicrosoft.com`, DomainType: 'Authoritative', InitialDomain: true },
  ],
};

/** As Windows PowerShell writes it: UTF-16 with its mark. */
function printed(name: string, value: unknown) {
  const buffer = Buffer.from(`\uFEFF${JSON.stringify(value)}`, 'utf16le');
  return { name, mimeType: 'application/json', buffer };
}

test('files become a tenant without signing in, and another tenant’s are not mixed in', async ({
  page,
}) => {
  await goTo(page, '/tenant/import');
  const chooser = page.getByLabel('Files to import', { exact: true });
  await expect(page.getByText('@(Get-AcceptedDomain)')).toBeVisible();
  await expect(page.getByText('Writes dnssecStatus.json')).toBeVisible();
  await expect(page.getByText('Writes smtpDaneInbound.json')).toBeVisible();
  const inventory = 'User;Computer;Version\r\njane@contoso.example;PC1;16.0.4266.1001\r\n';
  await chooser.setInputFiles([
    printed('transportConfig.json', files.transport),
    printed('acceptedDomains.json', files.domains('contoso')),
    { name: 'outlook.csv', mimeType: 'text/csv', buffer: Buffer.from(inventory) },
  ]);
  await page.getByLabel('Its name').fill('contoso.example');
  await page.getByRole('button', { name: 'Import 3 files' }).click();
  const done = page.getByRole('region', { name: 'Imported' });
  await expect(done.getByText('Recognized as: Outlook inventory')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Import more' }).click();
  await chooser.setInputFiles([printed('acceptedDomains.json', files.domains('fabrikam'))]);
  await page.getByRole('button', { name: 'Import 1 file' }).click();
  await page.getByRole('button', { name: 'Mix them all the same…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/fabrikam\.onmicrosoft\.com/)).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  await goTo(page, '/tenant');
  await expect(page.getByText('fabrikam.example')).toHaveCount(0);
  const domains = page.getByRole('table', { name: 'Settings: Accepted domains' });
  await expect(domains.getByText('contoso.example').first()).toBeVisible();
  await goTo(page, '/tenant/users');
  await expect(page.getByText('jane@contoso.example')).toBeVisible();
});

test.describe('with the network unplugged', { tag: '@page' }, () => {
  test.use({ unplugged: true });

  test('the demo tenant opens from the first page, and nothing is asked outside', async ({
    page,
    companion,
  }) => {
    const elsewhere: string[] = [];
    await page.context().route(
      (url) => url.origin !== companion.origin,
      (route) => {
        elsewhere.push(route.request().url());
        return route.abort();
      },
    );
    await page.getByRole('button', { name: 'Open the demo tenant' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
    await goTo(page, '/tenant');
    await expect(page.getByText(/^Contoso is made up\./)).toBeVisible();
    await expect(page.getByRole('table', { name: 'Settings: Transport settings' })).toBeVisible();
    await expect(page.getByText(/, 0 failed,/)).toBeVisible();
    await expectAccessible(page);
    await goTo(page, '/tenant/mailboxes');
    await expect(page.getByRole('grid').or(page.getByRole('table'))).toBeVisible();
    await goTo(page, '/settings/audit');
    await expect(page.getByText('No call was made')).toBeVisible();
    expect(elsewhere).toEqual([]);
  });

  test('signing in says that the network is missing, and what to do', async ({ page }) => {
    await goTo(page, '/tenant/sign-in');
    await page.getByLabel('Application (client) ID').fill('c0ffee00-1234-4abc-8def-000000000001');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'Sign in with a code' }).click();
    await expect(
      page.getByText('login.microsoftonline.com can’t be reached from here.'),
    ).toBeVisible();
    await expect(page.getByText(/Check the network and the proxy/)).toBeVisible();
  });
});
