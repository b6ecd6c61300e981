import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { expect, test } from './support/fixtures.ts';
import { goTo } from './support/pages.ts';
import { openWebApp } from './support/webApp.ts';

test('killed in the midst of a batch, the app starts again and nothing that was kept is lost', async ({
  companion,
  page,
  dataDirectory,
  webBrowser,
}) => {
  test.skip(companion.kill === undefined, 'only the web host is a process that a test can kill');
  await goTo(page, '/lab');
  await page.getByRole('button', { name: 'Start the practice lab' }).click();
  await page.getByRole('button', { name: 'Check all of them' }).click();
  await expect(page.getByText(/\d+ domains checked\./)).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Another list' }).click();

  // A batch that takes long enough to be killed in its midst.
  void page.evaluate(() => {
    const targets = Array.from({ length: 5000 }, (_, n) => `nowhere-${n}.test`);
    const options = {
      service: 'smtp',
      place: 'lab',
      handshakes: 'auto',
      allowPrivate: false,
      proxy: null,
      hello: null,
      resolvers: [],
      connectPort: null,
      timeout: 10_000,
    };
    const { companion: given } = globalThis as unknown as {
      companion: { call(channel: string, input: object): Promise<object> };
    };
    given.call('dane.checkMany', { jobId: crypto.randomUUID(), targets, options }).catch(() => {});
  });
  const file = join(dataDirectory, 'history.sqlite');
  const kept = (): number => {
    const database = new DatabaseSync(file, { readOnly: true });
    try {
      return Number(database.prepare('SELECT count(*) AS count FROM checks').get()?.['count']);
    } finally {
      database.close();
    }
  };
  await expect.poll(kept, { timeout: 30_000 }).toBeGreaterThan(40);
  await companion.kill?.();
  const before = kept();
  expect(before).toBeLessThan(5000);

  const again = await openWebApp(dataDirectory, await webBrowser());
  try {
    await goTo(again.page, '/history?place=lab');
    await expect(again.page.getByRole('link', { name: 'bogus.test' })).toBeVisible();
    await expect(again.page.getByText(/could not be read|can’t be written/)).toHaveCount(0);
    expect(kept()).toBe(before);
    await goTo(again.page, '/dane/wrong-hash.test?place=lab');
    await expect(
      again.page.getByRole('heading', { level: 2, name: /refuse it wrong-hash\.test/ }),
    ).toBeVisible();
    await again.page.getByRole('button', { name: 'Check again' }).click();
    await expect(again.page.getByText(/thing.* changed since/)).toBeVisible();
    expect(kept()).toBe(before + 1);
  } finally {
    await again.close();
  }
});
