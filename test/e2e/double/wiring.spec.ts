/** What the built main bundle asks of `electron`, seen from the other side of that module. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDoubleApp } from '../support/doubleApp.ts';
import { launchDouble } from '../support/doubleLauncher.ts';
import { expect, test as base } from '../support/fixtures.ts';
import { chromiumPath, repository } from '../support/paths.ts';

const main = join(repository, 'out/main/main.mjs');

const test = base.extend<{ app: Awaited<ReturnType<typeof openDoubleApp>> }>({
  app: async ({ dataDirectory }, use) => {
    const app = await openDoubleApp(dataDirectory);
    await use(app);
    await app.close();
  },
});

test('guards stand before the first page does (SECURITY: S4)', async ({ app }) => {
  await expect.poll(async () => (await app.double.look()).windows[0]?.shown).toBe(true);
  const { installed, windows, escapedRequests } = await app.double.look();
  expect(installed).toEqual([
    'enableSandbox',
    'onBeforeRequest',
    'setPermissionRequestHandler',
    'setPermissionCheckHandler',
    'setDevicePermissionHandler',
  ]);
  expect(windows).toHaveLength(1);
  expect(windows[0]).toMatchObject({ options: { show: false } });
  expect(escapedRequests).toEqual([]);
});

test('a second start shows the first window, with the page that was asked for (SECURITY: S27, S35)', async ({
  app,
}) => {
  const { double, dataDirectory, page } = app;
  await page.evaluate(() => {
    const { companion } = globalThis as unknown as {
      companion: { on(event: string, listener: (payload: unknown) => void): void };
    };
    const routes: unknown[] = [];
    Object.assign(globalThis, { routes });
    companion.on('app.navigate', (payload) => routes.push(payload));
  });
  const second = await launchDouble({
    main,
    dataDirectory,
    chromium: chromiumPath,
    args: ['exo-companion://tlsa/explain?record=3'],
  });
  await second.start();
  await expect.poll(async () => (await double.look()).windows[0]?.focused).toBe(1);
  const routes = () => page.evaluate(() => (globalThis as unknown as { routes: object[] }).routes);
  await expect.poll(routes).toEqual([{ route: '/tlsa/explain?record=3' }]);
  await expect.poll(() => new URL(page.url()).hash).toMatch(/^#\/tlsa\/explain/);
  await double.emit('second-instance', ['exo-companion:not/a/route']);
  await double.emit('open-url', 'https://outside.example/');
  expect(await double.look()).toMatchObject({ windows: [{ focused: 3 }] });
  expect(await routes()).toHaveLength(1);
  expect(await second.ended).toBe(0);
});

test('a deep link at the start opens its page', async ({ dataDirectory }) => {
  const app = await openDoubleApp(dataDirectory, { args: ['exo-companion://tlsa/explain'] });
  expect(new URL(app.page.url()).hash).toBe('#/tlsa/explain');
  await app.close();
});

test('the window’s theme follows the settings, now and at the next start', async ({
  dataDirectory,
}) => {
  const first = await openDoubleApp(dataDirectory);
  expect(await first.double.look()).toMatchObject({ themeSource: 'system' });
  await first.page.evaluate(() => {
    const { companion } = globalThis as unknown as {
      companion: { call(channel: string, input: object): Promise<unknown> };
    };
    return companion.call('settings.set', { theme: 'high-contrast' });
  });
  expect(await first.double.look()).toMatchObject({ themeSource: 'dark' });
  await first.close();
  const second = await openDoubleApp(dataDirectory);
  expect(await second.double.look()).toMatchObject({
    themeSource: 'dark',
    windows: [{ options: { backgroundColor: '#292929' } }],
  });
  await second.close();
});

test('packaged, there are no developer tools, and links of the app come here (SECURITY: S23)', async ({
  dataDirectory,
}) => {
  const app = await openDoubleApp(dataDirectory, { packaged: true });
  const { installed, menu, windows } = await app.double.look();
  expect(JSON.stringify(menu)).not.toMatch(/reload|devtools/i);
  expect(JSON.stringify(menu)).toContain('editMenu');
  expect(windows).toMatchObject([{ options: { webPreferences: { devTools: false } } }]);
  expect(installed).toContain('protocol client exo-companion');
  await app.close();
});

test('packaged and called with a command, it is the command line and opens no window', async ({
  dataDirectory,
}) => {
  const options = { main, dataDirectory, chromium: chromiumPath, packaged: true };
  const good = await launchDouble({ ...options, args: ['--version'] });
  await good.start();
  expect(await good.ended).toBe(0);
  const bad = await launchDouble({ ...options, args: ['tlsa', 'explain', 'not a record'] });
  await bad.start();
  expect(await bad.ended).toBe(2);
});

test('without a place for its data it ends, with the code of a failure', async ({
  dataDirectory,
}) => {
  const file = join(dataDirectory, 'file');
  writeFileSync(file, '');
  const app = await launchDouble({ main, dataDirectory: file, chromium: chromiumPath });
  await app.start();
  expect(await app.ended).toBe(1);
});

test('what the double does not have it names', async () => {
  const script = `
    import { absent, closed, emitterOf } from './test/support/electronDouble/absent.ts';
    const attempts = [
      () => absent('Tray').isSupported,
      () => new (absent('Tray'))(),
      () => closed('app', { quit() {} }).relaunch(),
      () => { closed('nativeTheme', {}).themeSource = 'dark'; },
      () => emitterOf('app', 'ready').on('login', () => {}),
    ];
    for (const attempt of attempts) {
      try { attempt(); console.log('no error'); } catch (error) { console.log(error.message); }
    }`;
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: repository,
    encoding: 'utf8',
  });
  expect(output.trim().split('\n')).toEqual([
    'not in the double: Tray',
    'not in the double: Tray',
    'not in the double: app.relaunch',
    'not in the double: nativeTheme.themeSource',
    'not in the double: app event login',
  ]);
});
