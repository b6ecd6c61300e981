import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  statSync,
  writeFileSync,
  chmodSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestSecretBox } from '../../../support/secretBox.ts';
import { healthy } from '../../../cloud/scenarios/contoso.ts';
import { sitDown, value } from '../../../support/signedIn.ts';
import { startCloud } from '../../../cloud/startCloud.ts';
import type { SimulatedCloud } from '../../../cloud/startCloud.ts';

let cloud: SimulatedCloud;

beforeAll(async () => {
  cloud = await startCloud({ scenario: healthy, accessTokenSeconds: 200 });
});

afterAll(async () => {
  await cloud.stop();
  expect(cloud.bugs).toEqual([]);
});

const folder = () => mkdtempSync(join(tmpdir(), 'exo-companion-keeping-'));
const graph = { resource: 'graph', scopes: ['User.Read'] } as const;

describe('with a key store', () => {
  test('sign-ins outlive the app, and tokens are refreshed without a person', async () => {
    const directory = folder();
    const secrets = createTestSecretBox();
    using before = sitDown({ cloud, directory, secrets });
    value(await before.browserSignIn());
    before.person = { login: 'admin@fabrikam.example' };
    value(await before.browserSignIn());
    await before.identity.settled();
    using after = sitDown({ cloud, directory, secrets });
    const state = await after.identity.state();
    expect(state.keeping).toBe('kept');
    expect(state.accounts.map(({ username, active }) => [username, active])).toEqual([
      ['admin@contoso.example', false],
      ['admin@fabrikam.example', true],
    ]);
    for (const { id } of state.accounts)
      value(await value(await after.identity.session(id)).token(graph));
    expect(after.opened).toEqual([]);
  });

  test('SECURITY: S24 the file is for its owner alone, and holds nothing in clear', async () => {
    const directory = folder();
    using desk = sitDown({ cloud, directory, secrets: createTestSecretBox() });
    value(await desk.browserSignIn());
    await desk.identity.settled();
    const [name, ...others] = readdirSync(directory);
    expect([name, others]).toEqual(['sign-ins.sealed', []]);
    const file = join(directory, name ?? '');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const text = readFileSync(file, 'latin1');
    for (const word of ['contoso', 'admin@', 'RefreshToken', 'eyJ'])
      expect(text).not.toContain(word);
  });

  test('signing out everybody leaves no file', async () => {
    const directory = folder();
    using desk = sitDown({ cloud, directory, secrets: createTestSecretBox() });
    const account = value(await desk.browserSignIn());
    value(await desk.identity.signOut(account.id));
    expect(readdirSync(directory)).toEqual([]);
  });

  test('a store that changed is told apart from damage; both are put aside', async () => {
    const directory = folder();
    const secrets = createTestSecretBox();
    using first = sitDown({ cloud, directory, secrets });
    value(await first.browserSignIn());
    await first.identity.settled();
    const file = join(directory, 'sign-ins.sealed');
    const sealed = readFileSync(file);

    writeFileSync(file, Buffer.concat([sealed.subarray(0, -4), Buffer.from('oops')]));
    using damaged = sitDown({ cloud, directory, secrets });
    expect(await damaged.identity.state()).toMatchObject({ keeping: 'damaged', accounts: [] });

    writeFileSync(file, sealed);
    secrets.changeStore();
    using changed = sitDown({ cloud, directory, secrets });
    expect(await changed.identity.state()).toMatchObject({
      keeping: 'store-changed',
      accounts: [],
    });
    expect(existsSync(`${file}.unreadable`)).toBe(true);

    value(await changed.browserSignIn());
    expect(await changed.identity.state()).toMatchObject({ keeping: 'kept' });
  });

  test('what was sealed but is of another shape counts as damaged', async () => {
    const directory = folder();
    const secrets = createTestSecretBox();
    const sealed = await secrets.seal(JSON.stringify({ schema: 'exo-companion/sign-ins@9' }));
    writeFileSync(join(directory, 'sign-ins.sealed'), sealed ?? '');
    using desk = sitDown({ cloud, directory, secrets });
    expect(await desk.identity.state()).toMatchObject({ keeping: 'damaged', accounts: [] });
  });

  test('a disk that refuses keeps the sign-in in memory and says so', async () => {
    const directory = folder();
    const secrets = createTestSecretBox();
    // A folder in place of the file: root may write anywhere else.
    using desk = sitDown({ cloud, directory: join(directory, 'file', 'below'), secrets });
    writeFileSync(join(directory, 'file'), '');
    chmodSync(directory, 0o500);
    value(await desk.browserSignIn());
    expect(await desk.identity.state()).toMatchObject({ keeping: 'not-written' });
    value(await value(await desk.identity.session(null)).token(graph));
    expect(desk.bugs.join()).not.toContain('eyJ');
    chmodSync(directory, 0o700);
  });
});

describe('without a key store', () => {
  test.each([
    ['none on this host', undefined],
    ['one that protects nothing', Object.assign(createTestSecretBox(), { available: false })],
  ])('%s: tokens stay in memory, and nothing is written', async (_name, secrets) => {
    const directory = folder();
    using desk = sitDown({ cloud, directory, secrets });
    value(await desk.browserSignIn());
    await desk.identity.settled();
    expect((await desk.identity.state()).keeping).toBe('no-store');
    expect(readdirSync(directory)).toEqual([]);
    using after = sitDown({ cloud, directory, secrets });
    expect((await after.identity.state()).accounts).toEqual([]);
  });
});
