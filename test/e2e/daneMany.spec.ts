import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test as base } from './support/fixtures.ts';
import { goTo } from './support/pages.ts';

/** The app of a person whose resolver refuses: each check ends at once, and says so. */
const test = base.extend({
  dataDirectory: async ({ dataDirectory }, use) => {
    const settings = { theme: 'light', locale: 'en', resolvers: ['tcp://127.0.0.1:1'] };
    writeFileSync(join(dataDirectory, 'settings.json'), JSON.stringify(settings));
    await use(dataDirectory);
  },
});

// How long the page is held up meanwhile is measured: `npm run bench -- page`.
test('of a thousand domains any row can be reached', { tag: '@page' }, async ({ page }) => {
  await goTo(page, '/domains');
  const names = Array.from({ length: 1000 }, (_, n) => `nowhere-${n}.test`);
  await page.getByRole('textbox', { name: 'Domains, one a line' }).fill(names.join('\n'));
  await page.getByRole('button', { name: 'Check 1,000 domains' }).click();
  await expect(page.getByText(/^1,000 domains checked/)).toBeVisible({ timeout: 100_000 });
  const table = page.getByRole('table', { name: /^Results of 1,000/ });
  expect(await table.getByRole('row').count()).toBeLessThan(60);
  await page.getByRole('searchbox', { name: 'Find a domain or server' }).fill('nowhere-999.');
  await expect(page.getByRole('link', { name: 'nowhere-999.test' })).toBeVisible();
});
