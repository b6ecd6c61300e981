import { existsSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright/test';
import { dnsLabPrograms, startDnsLab } from '../lab/dns/dnsLab.ts';
import { en } from '../../shared/words/en.ts';
import { expectAccessible } from './support/accessibility.ts';
import { violationsOf } from './support/companionApp.ts';
import { expect, test as base } from './support/fixtures.ts';
import { change, goTo, themes } from './support/pages.ts';
import { chromiumPath } from './support/paths.ts';
import type { DnsLab } from '../lab/dns/dnsLab.ts';
import type { Page } from 'playwright/test';

let lab: DnsLab;

/** The app of a person whose settings name the lab's resolver and the lab's root. */
const test = base.extend({
  dataDirectory: async ({ dataDirectory }, use) => {
    const settings = { theme: 'light', locale: 'en', resolvers: [lab.validatingResolver] };
    writeFileSync(join(dataDirectory, 'settings.json'), JSON.stringify(settings));
    writeFileSync(join(dataDirectory, 'trust-anchors.txt'), lab.trustAnchorText);
    await use(dataDirectory);
  },
});

function missingPrograms(): string[] {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/sbin'];
  return dnsLabPrograms.filter((name) => !folders.some((folder) => existsSync(join(folder, name))));
}

test.beforeAll(async () => {
  const missing = missingPrograms();
  if (missing.length > 0 && process.env['CI'] === 'true')
    throw new Error(`needs ${missing.join()}`);
  test.skip(missing.length > 0, `needs ${missing.join(', ')}`);
  lab = await startDnsLab();
});
test.afterAll(() => lab.stop());

const result = (page: Page) => page.getByRole('region', { name: 'Result' });
const picture = (page: Page) => page.getByRole('group', { name: /^Chain of trust of/ });

/** Asks as a person does who comes to the page. */
async function checkName(page: Page, name: string, type = 'A'): Promise<void> {
  await goTo(page, '/about');
  await goTo(page, '/dnssec');
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('combobox', { name: 'Type' }).selectOption(type);
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(result(page)).toBeVisible();
}

test('what a name comes to is said first, with why, and the chain is drawn', async ({ page }) => {
  const names = [
    ['www.split.nsec3', 'Secure', en['dnssec.meaning.secure']],
    ['nowhere.alg13.nsec3', 'Secure', en['dnssec.meaning.secure-absence']],
    ['www.insecure.nsec', 'Insecure', en['dnssec.action.delegation-unsigned']],
    ['www.expired.nsec', 'Bogus', 'The signatures of expired.nsec have expired.'],
    ['tobogus.alg13.nsec', 'Bogus', 'A signature of corrupt.nsec does not fit its records'],
  ] as const;
  for (const [name, status, sentence] of names) {
    await test.step(name, async () => {
      await checkName(page, name);
      await expect(page).toHaveTitle(`Chain of trust of ${name} A – Exchange Companion`);
      await expect(result(page)).toContainText(status);
      await expect(result(page)).toContainText(sentence);
      await expect(picture(page)).toHaveAccessibleName(`Chain of trust of ${name} A: ${status}`);
      const broken = picture(page).getByText('Broken', { exact: true });
      await expect(broken).toHaveCount(status === 'Bogus' ? 1 : 0);
    });
  }
  expect(await violationsOf(page)).toEqual([]);
});

test(
  'an alias goes on in a further chain, and is a link of its own',
  { tag: '@page' },
  async ({ page }) => {
    await checkName(page, 'out.alg13.nsec');
    await expect(picture(page).getByRole('button')).toHaveCount(7);
    await picture(page).getByRole('button', { name: 'alg15.nsec3: Secure' }).click();
    const details = page.getByRole('region', { name: 'Everything of alg15.nsec3' });
    await expect(details.getByRole('table', { name: 'Keys' })).toContainText('ED25519 (15)');
    await page.getByRole('tab', { name: 'List' }).click();
    await expect(page.getByText('The alias leads on to www.alg15.nsec3')).toBeVisible();
  },
);

test('the picture is saved as a file that any program shows, and the JSON beside it', async ({
  companion,
  page,
}) => {
  await checkName(page, 'www.expired.nsec');
  const svg = await companion.saved(() =>
    page.getByRole('button', { name: 'Save the picture' }).click(),
  );
  expect(svg.name).toBe('dnssec-www.expired.nsec-A.svg');
  const json = await companion.saved(() =>
    page.getByRole('button', { name: 'Save as JSON' }).click(),
  );
  expect(json.name).toBe('dnssec-www.expired.nsec-A.json');
  expect(JSON.parse(json.content.toString())).toMatchObject({
    schema: 'exo-companion/dnssec-validation@1',
    status: 'bogus',
    reason: 'signature-expired',
  });

  const browser = await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox'] });
  const viewer = await browser.newPage();
  const requests: string[] = [];
  viewer.on('request', (request) => requests.push(new URL(request.url()).protocol));
  await viewer.goto(`data:image/svg+xml;base64,${svg.content.toString('base64')}`);
  const drawn = await viewer.evaluate(() => {
    const texts = [...document.querySelectorAll<SVGTextElement>('text')];
    const { width } = document.documentElement.getBoundingClientRect();
    return {
      root: document.documentElement.tagName,
      errors: document.querySelectorAll('parsererror').length,
      title: document.querySelector('title')?.textContent,
      texts: texts.map((text) => text.textContent),
      outside: texts.filter((text) => text.getBoundingClientRect().right > width).length,
      colour: texts[0] === undefined ? '' : getComputedStyle(texts[0]).fill,
    };
  });
  await browser.close();
  expect(drawn).toMatchObject({ root: 'svg', errors: 0, outside: 0, colour: 'rgb(36, 36, 36)' });
  expect(drawn.title).toBe('Chain of trust of www.expired.nsec A: Bogus');
  expect(drawn.texts).toEqual(expect.arrayContaining(['expired.nsec', 'Broken', 'Trust anchor']));
  expect(requests.filter((protocol) => protocol !== 'data:')).toEqual([]);
});

test('everything is reached by keyboard alone', async ({ page }) => {
  const { keyboard } = page;
  await page.locator('h1').waitFor();
  const tabTo = async (name: string, role: 'link' | 'textbox' | 'button') => {
    const target = page.getByRole(role, { name, exact: true });
    await target.waitFor();
    for (let presses = 0; presses < 40; presses += 1) {
      await keyboard.press('Tab');
      if (await target.evaluate((element) => element === document.activeElement)) return;
    }
    throw new Error(`${name} can’t be reached`);
  };
  await tabTo('Chain of trust', 'link');
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Chain of trust' })).toBeFocused();
  await tabTo('Name', 'textbox');
  await keyboard.type('www.split.nsec3');
  await keyboard.press('Enter');
  await expect(result(page)).toContainText('Secure');
  await tabTo('nsec3: Secure', 'button');
  await keyboard.press('Space');
  await expect(page.getByRole('region', { name: 'Everything of nsec3' })).toBeVisible();
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Everything of split.nsec3' })).toBeVisible();
});

test('a link shows the page and starts nothing', { tag: '@page' }, async ({ page }) => {
  await goTo(page, '/dnssec/www.alg13.nsec/MX');
  await expect(page.getByText(en['dnssecPage.notChecked.title'])).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('www.alg13.nsec');
  await expect(result(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(result(page)).toContainText(en['dnssec.meaning.secure-absence']);
});

test('the settings show resolver and anchor in use, and test the resolver', async ({ page }) => {
  await goTo(page, '/settings');
  const listed = page.getByRole('list', { name: 'Resolvers to ask' });
  await expect(listed).toContainText(lab.validatingResolver);
  await page.getByRole('button', { name: 'Test this resolver' }).click();
  await expect(page.getByRole('list', { name: 'What the test found' })).toContainText(
    en['dns.self-test.verdict.validating'],
  );
  await expect(page.getByText(en['networkSettings.anchors.imported'])).toBeVisible();
  await page.getByRole('button', { name: 'Go back to the built-in keys' }).click();
  await expect(page.getByText(en['networkSettings.anchors.built-in'])).toBeVisible();

  // The lab's root is not the internet's: its keys are not those that are built in.
  await checkName(page, 'www.split.nsec3');
  await expect(result(page)).toContainText(en['dnssecPage.rootBroken']);
  await result(page).getByRole('link', { name: en['dnssecPage.testResolver'] }).click();
  await page.getByRole('button', { name: 'Import others' }).click();
  await page
    .getByRole('textbox', { name: 'DS or DNSKEY records, or root-anchors.xml' })
    .fill(lab.trustAnchorText);
  await page.getByRole('button', { name: 'Use these' }).click();
  await expect(page.getByText(en['networkSettings.anchors.imported'])).toBeVisible();
  await checkName(page, 'www.split.nsec3');
  await expect(result(page)).toContainText('Secure');
});

test('results are accessible in every theme', { tag: '@page' }, async ({ page }) => {
  const expectAccessibleInEveryTheme = async () => {
    for (const theme of themes) {
      await change(page, { theme });
      await expectAccessible(page);
    }
  };
  for (const name of ['www.expired.nsec', 'www.insecure.optout', 'out.alg13.nsec']) {
    await checkName(page, name);
    await expectAccessibleInEveryTheme();
  }
  await page.getByRole('tab', { name: 'List' }).click();
  await expectAccessibleInEveryTheme();
});

test(
  'results are accessible in colours that the system forces',
  { tag: '@page' },
  async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await checkName(page, 'www.expired.nsec');
    await expectAccessible(page, 'forced');
    const stroke = await picture(page)
      .locator('rect')
      .first()
      .evaluate((rect) => getComputedStyle(rect).stroke);
    expect(stroke).toBe('rgb(0, 0, 0)');
  },
);

test(
  'results fit 320 pixels, also with long names and text a third longer',
  { tag: '@page' },
  async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    const long = `${'a'.repeat(60)}.${'b'.repeat(60)}.${'c'.repeat(60)}.alg13.nsec`;
    for (const name of ['www.expired.nsec', 'out.alg13.nsec', long]) {
      await checkName(page, name);
      for (const locale of ['en', 'qps-ploc']) {
        await change(page, { locale });
        const { right, width } = await page.evaluate(() => ({
          width: document.documentElement.scrollWidth,
          right: Math.max(
            ...[...document.querySelectorAll('main svg text')].map(
              (text) => text.getBoundingClientRect().right,
            ),
          ),
        }));
        expect(width, `${name} ${locale}`).toBeLessThanOrEqual(320);
        expect(right, `${name} ${locale}`).toBeLessThan(width);
      }
      await change(page, { locale: 'en' });
    }
  },
);
