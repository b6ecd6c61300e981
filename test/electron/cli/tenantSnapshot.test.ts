import {
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browse } from '../../cloud/browser.ts';
import { readSnapshot } from '../../../shared/tenant/readSnapshot.ts';
import { closed } from '../../../electron/cli/io.ts';
import { run } from '../../../electron/cli/main.ts';
import { runCli } from '../../support/runCli.ts';
import { sourceIds } from '../../../shared/tenant/sources.ts';
import { startCloud } from '../../cloud/startCloud.ts';
import { value } from '../../support/signedIn.ts';
import { littleConsent, wholeTenant } from '../../cloud/scenarios/tenants.ts';
import type { SimulatedCloud } from '../../cloud/startCloud.ts';
import type { Snapshot } from '../../../shared/tenant/snapshot.ts';

let cloud: SimulatedCloud;

beforeAll(async () => {
  cloud = await startCloud({ scenario: wholeTenant });
});

afterAll(async () => {
  await cloud.stop();
  expect(cloud.bugs).toEqual([]);
});

const folder = () => mkdtempSync(join(tmpdir(), 'exo-companion-cli-'));
/** Nobody answers there, so that names stay undetermined without waiting. */
const noDns = ['--resolver', 'tcp://127.0.0.1:9', '--timeout', '200'];

/** Runs the command, and has the administrator do what its stderr says. */
async function snapshot(args: readonly string[], at = cloud, directory = folder()) {
  const written = { stdout: '', stderr: '' };
  const all = ['tenant', 'snapshot', '--data-dir', directory, '--cloud', at.cloudFile];
  const exit = await run([...all, '--client-id', at.scenario.app.clientId, ...noDns, ...args], {
    stdin: (async function* () {})(),
    stdout: { write: async (text) => void (written.stdout += text) },
    stderr: {
      async write(text) {
        written.stderr += text;
        const [, uri, code] = /open the page (\S+) and enter the code (\S+)/.exec(text) ?? [];
        if (uri !== undefined)
          void browse(`${uri}?user_code=${code}`, { login: 'admin@contoso.example', ca: at.ca });
      },
    },
    env: {},
    clock: () => new Date(),
    version: '0.0.0',
    signal: new AbortController().signal,
  });
  return { exit, ...written, directory };
}

const parsed = (text: string): Snapshot => value(readSnapshot(JSON.parse(text), 'stdout'));

describe('tenant snapshot', () => {
  test('signs in with a code, prints one line of JSON, and keeps no token', async () => {
    const { exit, stdout, stderr, directory } = await snapshot(['--json']);
    expect(exit).toBe(0);
    expect(stdout.trimEnd().split('\n')).toHaveLength(1);
    const read = parsed(stdout);
    expect(read.tenant.name).toBe('Contoso');
    expect(read.sources.map(({ id }) => id)).toEqual([...sourceIds]);
    expect(read.sources.find(({ id }) => id === 'casMailboxes')).toMatchObject({
      state: 'ok',
      records: 3,
    });
    expect(read.sources.find(({ id }) => id === 'dns')?.state).not.toBe('ok');
    expect(stderr).toContain('Get-CASMailbox');
    expect(stderr).toContain('Signed out admin@contoso.example: the tokens are forgotten');
    const kept = readdirSync(directory).map((name) =>
      readFileSync(join(directory, name), 'latin1'),
    );
    const secrets = cloud.entra.secrets();
    expect(secrets.length).toBeGreaterThan(0);
    for (const secret of secrets) {
      expect(stdout + stderr).not.toContain(secret);
      for (const content of kept) expect(content).not.toContain(secret);
    }
  });

  test('is what tenant readiness then takes as the latest', async () => {
    const { directory } = await snapshot(['--json']);
    const ready = await runCli([
      'tenant',
      'readiness',
      '--snapshot',
      'latest',
      '--data-dir',
      directory,
      '--json',
    ]);
    expect(ready.lines.length).toBeGreaterThan(10);
    expect(ready.lines.every(({ schema }) => schema === 'exo-companion/rule-result@1')).toBe(true);
  });

  test('writes a file that only its owner can read, and nothing else beside it', async () => {
    const directory = folder();
    const file = join(directory, 'out', 'x.json');
    const refused = await snapshot(['--out', file], cloud, directory);
    expect(refused.exit).toBe(2);
    expect(refused.stderr).toContain('can’t be written');
    const good = join(directory, 'x.json');
    const { exit, stdout } = await snapshot(['--out', good], cloud, directory);
    expect([exit, stdout]).toEqual([0, '']);
    expect(statSync(good).mode & 0o777).toBe(0o600);
    expect(parsed(readFileSync(good, 'utf8')).tenant.name).toBe('Contoso');
    expect(readdirSync(directory).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('without some permissions reads the rest', async () => {
    await using own = await startCloud({ scenario: littleConsent });
    const { exit, stdout } = await snapshot([], own);
    expect(exit).toBe(0);
    expect(parsed(stdout).sources.find(({ id }) => id === 'signIns')).toMatchObject({
      state: 'not-asked',
      reason: 'consent-required',
    });
  });

  test('whose sign-in is revoked on the way prints what it has, says why the rest is missing, and is 4', async () => {
    await using own = await startCloud({ scenario: wholeTenant });
    own.entra.fail('token', { aadsts: 50173, times: 1000, grant: 'refresh_token' });
    const { exit, stdout, stderr } = await snapshot([], own);
    expect(exit).toBe(4);
    expect(parsed(stdout).sources.find(({ id }) => id === 'organization')?.state).toBe('ok');
    expect(stderr).toContain('You are not signed in, or have to sign in again.');
    expect(stderr).toContain('The session of admin@contoso.example has ended');
    expect(stderr).toContain('Signed out');
  });

  test('where nothing answers is 3', async () => {
    await using own = await startCloud({ scenario: wholeTenant });
    own.faults.set('*', {
      kind: 'answer',
      answer: { status: 429, headers: { 'retry-after': '9999' }, body: '' },
    });
    expect((await snapshot([], own)).exit).toBe(3);
  });

  test('of the demo needs no account, keeps nothing, and is the same shape', async () => {
    const directory = folder();
    const { exit, stdout } = await runCli([
      'tenant',
      'snapshot',
      '--demo',
      '--data-dir',
      directory,
    ]);
    expect(exit).toBe(0);
    const demo = parsed(stdout);
    const asked = demo.sources.filter(({ origin }) => origin !== 'import');
    expect(asked.filter(({ state }) => state !== 'ok')).toEqual([]);
    expect(demo.data.mxHosts).toMatchObject([{ domain: 'contoso-works.example', verdict: 'fail' }]);
    expect(existsSync(join(directory, 'history.sqlite'))).toBe(false);
  });

  test.each([
    [['extra'], 'extra'],
    [['--demo', '--tenant', 'contoso.example'], '--tenant'],
  ])('with %j is a wrong call', async (args, named) => {
    const { exit, stderr } = await runCli(['tenant', 'snapshot', ...args]);
    expect(exit).toBe(2);
    expect(stderr).toContain(named);
  });
});

function files(contents: Readonly<Record<string, string>>) {
  const directory = folder();
  return Object.entries(contents).map(([name, content]) => {
    const path = join(directory, name);
    writeFileSync(path, content);
    return path;
  });
}

describe('tenant import', () => {
  const transport = JSON.stringify({
    MessageExpiration: '1.00:00:00',
    SmtpClientAuthenticationDisabled: true,
    OrganizationalUnitRoot: 'contoso.onmicrosoft.com',
  });

  test('adds files to what is known of the tenant, call by call', async () => {
    const directory = folder();
    const [first = '', second = ''] = files({
      'transport.json': transport,
      'inventory.csv': 'user,device,product,build\na@a.example,PC1,Outlook,16.0.1\n',
    });
    const base = ['--tenant', 'Contoso', '--data-dir', directory, '--json'];
    const one = await runCli(['tenant', 'import', first, ...base]);
    expect(one.exit).toBe(0);
    const two = await runCli(['tenant', 'import', second, ...base]);
    const snapshot = parsed(two.stdout);
    expect(snapshot.data.transportConfig).toMatchObject({ smtpClientAuthenticationDisabled: true });
    expect(snapshot.data.outlookInventory).toHaveLength(1);
    expect(snapshot.tenant).toEqual({ id: null, name: 'Contoso' });
  });

  test('refuses a file of another tenant, names it, and takes the others', async () => {
    const [first = '', other = ''] = files({
      'a.json': transport,
      'b.json': transport.replace('contoso', 'fabrikam'),
    });
    const { exit, lines } = await runCli([
      'tenant',
      'import',
      first,
      other,
      '--tenant',
      'Contoso',
      '--data-dir',
      folder(),
      '--json',
    ]);
    expect(exit).toBe(2);
    expect(lines).toMatchObject([
      { schema: 'exo-companion/error@1', item: other, code: 'tenant-mixed' },
      { schema: 'exo-companion/snapshot@1' },
    ]);
  });

  test('takes stdin, and goes on after a file that is not there', async () => {
    const { exit, lines } = await runCli(
      [
        'tenant',
        'import',
        '-',
        '/none/x.json',
        '--tenant',
        'Contoso',
        '--data-dir',
        folder(),
        '--json',
      ],
      { stdin: transport },
    );
    expect(exit).toBe(2);
    expect(lines).toMatchObject([{ code: 'file-not-found' }, { tenant: { name: 'Contoso' } }]);
  });

  test.each([
    [['--tenant', 'Contoso'], 'FILE'],
    [['x.json'], '--tenant'],
  ])('with %j is a wrong call', async (args, named) => {
    const { exit, stderr } = await runCli(['tenant', 'import', ...args]);
    expect(exit).toBe(2);
    expect(stderr).toContain(named);
  });
});

test('a reader that has read enough is no Ctrl+C', async () => {
  const controller = new AbortController();
  const exit = await run(['tenant', 'snapshot', '--demo', '--data-dir', folder()], {
    stdin: (async function* () {})(),
    stdout: { write: async () => controller.abort(closed) },
    stderr: { async write() {} },
    env: {},
    clock: () => new Date(),
    version: '0.0.0',
    signal: controller.signal,
  });
  expect(exit).toBe(0);
});
