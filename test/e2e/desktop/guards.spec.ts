import { expect, test } from '../support/fixtures.ts';

test('no window opens, and the page gets none (SECURITY: S14)', async ({ companion, page }) => {
  const windows = await page.evaluate(() => [
    window.open('https://outside.example/'),
    window.open('/index.html'),
    window.open('about:blank'),
    window.open('javascript:alert(1)'),
  ]);
  expect(windows).toEqual([null, null, null, null]);
  await expect.poll(() => companion.context.pages().length).toBe(1);
});

test('a link to a page of ours elsewhere opens in the system browser, and no other does (SECURITY: S15)', async ({
  companion,
  page,
}) => {
  const follow = (href: string) => () =>
    page.evaluate((address) => {
      const link = Object.assign(document.createElement('a'), { href: address, target: '_blank' });
      document.body.append(link);
      link.click();
    }, href);
  const allowed = 'https://learn.microsoft.com/en-us/exchange/';
  expect(await companion.openedOutside(follow(allowed))).toBe(allowed);
  for (const other of [
    'http://learn.microsoft.com/',
    'https://learn.microsoft.com.outside.example/',
    'https://learn.microsoft.com@outside.example/',
  ]) {
    expect(await companion.openedOutside(follow(other)), other).toBeNull();
  }
  expect(page.url().startsWith(companion.origin)).toBe(true);
});

test('the page can’t be led away (SECURITY: S13)', async ({ companion, page }) => {
  const before = page.url();
  for (const address of [
    'https://outside.example/',
    'https://companion.outside.example/',
    'https://outside.example/?next=app://companion',
    'file:///etc/hosts',
    'data:text/html,<p>elsewhere</p>',
    'javascript:void 0',
  ]) {
    await page.evaluate((to) => {
      setTimeout(() => {
        location.href = to;
      });
    }, address);
    await page.waitForTimeout(200);
    expect(page.url(), address).toBe(before);
  }
  expect(await page.evaluate(() => typeof window['companion' as never])).toBe('object');
  expect(companion.context.pages()).toHaveLength(1);
});

test('every permission but writing to the clipboard is denied (SECURITY: S5)', async ({ page }) => {
  const states = await page.evaluate(async () => {
    const names = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'midi',
      'persistent-storage',
      'screen-wake-lock',
      'clipboard-read',
      'clipboard-write',
    ] as PermissionName[];
    const states = names.map(async (name) => [
      name,
      (await navigator.permissions.query({ name })).state,
    ]);
    return Object.fromEntries(await Promise.all(states)) as Record<string, string>;
  });
  const { 'clipboard-write': writing, ...others } = states;
  expect(writing).toBe('granted');
  expect(new Set(Object.values(others))).toEqual(new Set(['denied']));
});

test('only the page’s own files can be saved (SECURITY: S28)', async ({ companion, page }) => {
  const asked: string[] = [];
  page.on('response', (response) => asked.push(response.url()));
  await page.evaluate(() => {
    const link = Object.assign(document.createElement('a'), {
      href: 'https://outside.example/program.exe',
      download: 'program.exe',
    });
    document.body.append(link);
    link.click();
  });
  await page.waitForTimeout(300);
  expect(asked.filter((url) => url.includes('outside.example'))).toEqual([]);
  expect(page.url().startsWith(companion.origin)).toBe(true);
});
