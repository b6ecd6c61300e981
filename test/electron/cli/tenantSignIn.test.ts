import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browse } from '../../cloud/browser.ts';
import { clientId, freshRegistration, healthy } from '../../cloud/scenarios/contoso.ts';
import { run } from '../../../electron/cli/main.ts';
import { leastPrivileged, littleConsent, noP1 } from '../../cloud/scenarios/tenants.ts';
import { sourceIds } from '../../../shared/tenant/sources.ts';
import { startCloud } from '../../cloud/startCloud.ts';
import type { Coverage } from '../../../shared/contract/tenant.ts';
import type { Person } from '../../cloud/browser.ts';
import type { SimulatedCloud } from '../../cloud/startCloud.ts';

let cloud: SimulatedCloud;

beforeAll(async () => {
  cloud = await startCloud({ scenario: healthy });
});

afterAll(async () => {
  await cloud.stop();
  expect(cloud.bugs).toEqual([]);
});

const folder = () => mkdtempSync(join(tmpdir(), 'exo-companion-cli-'));

interface Run {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly lines: readonly Readonly<Record<string, unknown>>[];
  readonly directory: string;
}

interface Setting {
  readonly at?: SimulatedCloud;
  /** `null`: nobody does what stderr says. */
  readonly person?: Omit<Person, 'ca'> | null;
  readonly directory?: string;
}

/** Runs the command, and has somebody do what its stderr says. */
async function signIn(args: readonly string[], setting: Setting = {}): Promise<Run> {
  const { at = cloud, person = { login: 'admin@contoso.example' }, directory = folder() } = setting;
  const written = { stdout: '', stderr: '' };
  const all = ['tenant', 'sign-in', '--data-dir', directory, '--cloud', at.cloudFile, ...args];
  const exit = await run(all, {
    stdin: (async function* () {})(),
    stdout: { write: async (text) => void (written.stdout += text) },
    stderr: {
      async write(text) {
        written.stderr += text;
        const [, uri, code] = /open the page (\S+) and enter the code (\S+)/.exec(text) ?? [];
        const [page] = /https:\/\/\S+authorize\?\S+/.exec(text) ?? [];
        const url = uri === undefined ? page : `${uri}?user_code=${code}`;
        if (url !== undefined && person !== null) void browse(url, { ...person, ca: at.ca });
      },
    },
    env: {},
    clock: () => new Date(),
    version: '0.0.0',
    signal: new AbortController().signal,
  });
  const lines = args.includes('--json')
    ? written.stdout
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>)
    : [];
  return { exit, ...written, lines, directory };
}

describe('tenant sign-in', () => {
  test('signs in with a code, shows what is granted, and keeps nothing', async () => {
    const ran = await signIn(['--client-id', clientId, '--json']);
    expect(ran.exit).toBe(0);
    expect(ran.lines).toHaveLength(1);
    expect(ran.lines[0]).toMatchObject({
      schema: 'exo-companion/sign-in@1',
      account: 'admin@contoso.example',
      tenantId: healthy.tenants[0]?.id,
    });
    expect(ran.lines[0]?.['permissions']).toContainEqual({
      resource: 'exchange',
      scope: 'Exchange.Manage',
      granted: true,
    });
    expect(ran.stderr).toContain('Signed out admin@contoso.example: the tokens are forgotten');
    // The list of calls alone is kept.
    const kept = readdirSync(ran.directory);
    expect(kept.filter((name) => !name.startsWith('history.sqlite'))).toEqual([]);
    const shown = [
      ran.stdout,
      ran.stderr,
      ...kept.map((name) => readFileSync(join(ran.directory, name), 'latin1')),
    ].join('');
    for (const secret of cloud.entra.secrets()) expect(shown).not.toContain(secret.slice(0, 24));
  });

  test('signs in with the browser of this computer', async () => {
    const ran = await signIn(['--client-id', clientId, '--interactive']);
    expect(ran.exit).toBe(0);
    expect(ran.stdout).toMatch(/Exchange\.Manage +granted/);
  });

  test('prints the coverage table: what can be read, and what stands in the way of the rest', async () => {
    await using own = await startCloud({ scenario: noP1 });
    const { lines } = await signIn(['--client-id', clientId, '--json'], { at: own });
    const sources = lines[0]?.['sources'] as readonly Coverage[];
    expect(sources.map(({ id }) => id)).toEqual([...sourceIds]);
    const states = Object.fromEntries(sources.map(({ id, state }) => [id, state]));
    expect(states).toMatchObject({
      casMailboxes: 'ready',
      signIns: 'licence-missing',
      dns: 'ready',
      outlookInventory: 'import-only',
    });
  });

  test('names the cmdlets that no role of the account holds, and the roles that do', async () => {
    await using own = await startCloud({ scenario: leastPrivileged });
    const { stdout } = await signIn(['--client-id', clientId], { at: own });
    expect(stdout).toMatch(
      /Role missing +Mailbox protocols +Get-CASMailbox\n +Missing: Get-CASMailbox\n +Role, any of: Global Reader\n/,
    );
    expect(stdout).toContain('Ask for one of the roles');
    // Its other road is open.
    expect(stdout).toMatch(/Ready +Mailboxes +GET \/v1\.0\/users\n/);
  });

  test('gives the links by which an administrator consents to what is lacking', async () => {
    await using own = await startCloud({ scenario: littleConsent });
    const { lines } = await signIn(['--client-id', clientId, '--json'], { at: own });
    expect(lines[0]?.['consent']).toMatchObject([{ resource: 'graph' }]);
    const link = new URL(/"link":"([^"]+)/.exec(JSON.stringify(lines))?.[1] ?? '');
    expect(link.pathname).toBe(`/${String(lines[0]?.['tenantId'])}/v2.0/adminconsent`);
    expect(link.searchParams.get('scope')).toContain(`${own.origins.graph}/AuditLog.Read.All`);
  });

  test('shows what has no consent', async () => {
    await using fresh = await startCloud({ scenario: freshRegistration });
    const ran = await signIn(['--client-id', clientId], { at: fresh });
    expect(ran.exit).toBe(0);
    expect(ran.stdout).toMatch(/User\.Read +granted/);
    expect(ran.stdout).toMatch(/Exchange\.Manage +consent needed/);
  });

  test('takes the application from the settings, and leaves them alone', async () => {
    const directory = folder();
    const settings = JSON.stringify({
      theme: 'dark',
      registration: { clientId, tenant: null, cloud: 'worldwide' },
    });
    writeFileSync(join(directory, 'settings.json'), settings);
    const ran = await signIn([], { directory });
    expect(ran.exit).toBe(0);
    expect(readFileSync(join(directory, 'settings.json'), 'utf8')).toBe(settings);
  });

  test('names the tenant by a domain of it', async () => {
    const ran = await signIn(['--client-id', clientId, '--tenant', 'fabrikam.example', '--json'], {
      person: { login: 'admin@fabrikam.example' },
    });
    expect(ran.lines[0]).toMatchObject({ tenantId: healthy.tenants[1]?.id });
  });

  test.each([
    [[], 2, 'client-id-missing'],
    [['--client-id', 'my app'], 2, 'usage'],
    [['--client-id', clientId, '--tenant', 'no spaces here'], 2, 'usage'],
    [['--client-id', '00000000-0000-4000-8000-00000000dead'], 4, 'app-not-in-tenant'],
    [['--client-id', 'desktop-app'], 4, 'app-not-in-tenant'],
    [['--client-id', clientId, '--tenant', 'nowhere.example'], 4, 'tenant-not-found'],
    [['--client-id', clientId, 'extra'], 2, 'usage'],
  ])('%j ends with %d (%s)', async (args, exit, code) => {
    const ran = await signIn([...args, '--json'], { person: null });
    expect([ran.exit, ran.lines[0]]).toMatchObject([
      exit,
      { schema: 'exo-companion/error@1', code },
    ]);
  });

  test('Microsoft’s own clouds know applications by a GUID alone', async () => {
    const at = { ...cloud, cloudFile: 'worldwide' };
    const ran = await signIn(['--client-id', 'desktop-app', '--json'], { at, person: null });
    expect([ran.exit, ran.lines[0]?.['code']]).toEqual([2, 'usage']);
  });

  test('a person who declines ends with 4', async () => {
    await using fresh = await startCloud({ scenario: freshRegistration });
    const ran = await signIn(['--client-id', clientId, '--json'], {
      at: fresh,
      person: { login: 'admin@contoso.example', decision: 'decline' },
    });
    expect([ran.exit, ran.lines[0]?.['code']]).toEqual([4, 'sign-in-declined']);
  });

  test('a cloud that is not there ends with 3', async () => {
    const gone = await startCloud({ scenario: healthy });
    const copy = join(folder(), 'cloud.json');
    writeFileSync(copy, readFileSync(gone.cloudFile));
    await gone.stop();
    const at = { ...cloud, cloudFile: copy };
    const ran = await signIn(['--client-id', clientId, '--json'], { at, person: null });
    expect([ran.exit, ran.lines[0]?.['code']]).toEqual([3, 'network-unreachable']);
  });
});

function write(content: string): SimulatedCloud {
  const file = join(folder(), 'cloud.json');
  writeFileSync(file, content);
  return { ...cloud, cloudFile: file };
}

describe('--cloud', () => {
  const args = ['--client-id', clientId, '--json'] as const;

  test('the roots may stand in a file beside it', async () => {
    const at = write('');
    writeFileSync(join(at.cloudFile, '..', 'roots.pem'), cloud.ca);
    writeFileSync(at.cloudFile, JSON.stringify({ ...cloud.cloud, ca: 'roots.pem' }));
    expect((await signIn(args, { at })).exit).toBe(0);
  });

  test('without its roots the cloud is not trusted', async () => {
    const at = write(JSON.stringify({ ...cloud.cloud, ca: null }));
    const ran = await signIn(args, { at, person: null });
    expect([ran.exit, ran.lines[0]?.['code']]).toEqual([3, 'network-untrusted']);
  });

  test.each([
    ['not JSON', '{', 'cloud-file-invalid'],
    [
      'no authority',
      JSON.stringify({ name: 'x', graph: 'https://a', exchange: 'https://b' }),
      'cloud-file-invalid',
    ],
    ['plain http', null, 'cloud-file-invalid'],
    ['roots that are none', undefined, 'cloud-file-invalid'],
  ])('%s is refused', async (_name, content, code) => {
    const plain = { ...cloud.cloud, authority: cloud.cloud.authority.replace('https', 'http') };
    const text =
      content ??
      JSON.stringify(content === null ? plain : { ...cloud.cloud, ca: '-----BEGIN nothing' });
    const ran = await signIn(args, { at: write(text), person: null });
    expect([ran.exit, ran.lines[0]?.['code']]).toEqual([2, code]);
  });

  test('a cloud that is neither known nor a file is refused', async () => {
    const ran = await signIn(args, { at: { ...cloud, cloudFile: 'mars' }, person: null });
    expect([ran.exit, ran.lines[0]?.['code']]).toEqual([2, 'file-not-found']);
  });
});
