/** Files of a tenant, handed over in parts and imported through the service's one door. */
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { demoTenantId } from '../../../../../shared/tenant/demo.ts';
import { openTenantService } from '../../../../support/tenantService.ts';
import { printedKinds } from '../../../../../electron/service/tenant/import/recognize.ts';
import { recognizePrinted } from '../../../../../electron/service/tenant/import/recognize.ts';
import type { TenantService } from '../../../../support/tenantService.ts';

let desk: TenantService;

beforeEach(() => {
  desk = openTenantService();
});

afterEach(async () => {
  await desk[Symbol.asyncDispose]();
  expect(desk.bugs).toEqual([]);
});

const base64 = (text: string) => Buffer.from(text).toString('base64');

async function upload(name: string, text: string, parts = 1): Promise<string> {
  const uploadId = randomUUID();
  const size = Math.ceil(text.length / parts);
  for (let index = 0; index < parts; index += 1) {
    const part = text.slice(index * size, (index + 1) * size);
    await desk.ask('tenant.upload', { uploadId, name, index, base64: base64(part) });
  }
  return uploadId;
}

function importing(uploads: readonly string[], more: object = {}) {
  return desk.call('tenant.import', {
    jobId: randomUUID(),
    uploads: [...uploads],
    key: null,
    name: 'Fabrikam',
    mix: false,
    ...more,
  });
}

function uploaded(): readonly string[] {
  const entries = readdirSync(desk.directory, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.parentPath.includes('uploads-'))
    .map((entry) => join(entry.parentPath, entry.name));
}

const transport = JSON.stringify([
  { SmtpClientAuthenticationDisabled: true, MessageExpiration: '1.00:00:00' },
]);
const organization = (root: string) =>
  JSON.stringify([{ Name: root, OrganizationalUnitRoot: root, SendFromAliasEnabled: true }]);
const inventory = 'User,Device,Office version\nann@fabrikam.example,PC1,16.0.19127.20240\n';

describe('an import', () => {
  test('makes a tenant of files in parts, uses it, and leaves nothing of them behind', async () => {
    const json = await upload('transport.json', transport, 3);
    const csv = await upload('inventory.csv', inventory);
    const [file = ''] = uploaded();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const read = await importing([json, csv]);
    expect(read).toMatchObject({
      ok: true,
      value: {
        tenant: { key: 'fabrikam', id: null, name: 'Fabrikam', snapshots: 1 },
        files: [
          { name: 'transport.json', kinds: ['transportConfig'], records: 1, skipped: 0 },
          { name: 'inventory.csv', kinds: ['outlookInventory'], records: 1, skipped: 0 },
        ],
      },
    });
    expect(uploaded()).toEqual([]);
    expect((await desk.ask('tenant.list', {})).inUse).toBe('fabrikam');
    const found = await desk.ask('tenant.snapshot', { key: 'fabrikam', snapshotId: null });
    const source = found?.sources.find(({ id }) => id === 'transportConfig');
    expect(source).toMatchObject({ state: 'ok', origin: 'import', call: 'transport.json' });
  });

  test('adds to what is there already', async () => {
    await importing([await upload('transport.json', transport)]);
    const second = await importing([await upload('inventory.csv', inventory)], {
      key: 'fabrikam',
      name: '',
    });
    const states = second.ok
      ? second.value.sources.filter(({ state }) => state !== 'not-asked').map(({ id }) => id)
      : [];
    expect(states).toEqual(['transportConfig', 'outlookInventory']);
  });

  test('of another tenant’s file asks before it mixes, and keeps the file for the answer', async () => {
    await importing([await upload('one.json', organization('fabrikam.onmicrosoft.com'))]);
    const other = await upload('other.json', organization('contoso.onmicrosoft.com'));
    expect(await importing([other])).toMatchObject({ ok: false, error: { code: 'tenant-mixed' } });
    expect(uploaded()).toHaveLength(1);
    expect(await importing([other], { mix: true })).toMatchObject({ ok: true });
    expect(uploaded()).toEqual([]);
  });

  test('never goes into the demo tenant, nor into one that is not there', async () => {
    await desk.ask('tenant.openDemo', { jobId: randomUUID() });
    const file = await upload('transport.json', transport);
    const into = async (key: string | null, name = '') => {
      const result = await importing([file], { key, name });
      return result.ok ? 'imported' : result.error.code;
    };
    expect(await into(demoTenantId)).toBe('import-into-demo');
    expect(await into(null, demoTenantId.toUpperCase())).toBe('import-into-demo');
    expect(await into('nowhere')).toBe('snapshot-missing');
    expect(await into(null, '   ')).toBe('tenant-name-missing');
  });

  test('whose file tells the tenant’s id meets what is read of that tenant', async () => {
    const id = '72f988bf-0000-4000-8000-000000000001';
    const told = JSON.stringify([
      { SendFromAliasEnabled: true, ExternalDirectoryOrganizationId: id.toUpperCase() },
    ]);
    const read = await importing([await upload('organization.json', told)]);
    expect(read).toMatchObject({ ok: true, value: { tenant: { key: id, id, name: 'Fabrikam' } } });
    const again = await importing([await upload('transport.json', transport)], { key: id });
    expect(again).toMatchObject({ ok: true, value: { tenant: { key: id, snapshots: 2 } } });
  });

  test('of many files, one of which is none, changes nothing and keeps the others for the next try', async () => {
    const good: string[] = [];
    for (let count = 0; count < 19; count += 1)
      good.push(await upload(`inventory-${count}.csv`, inventory));
    const bad = await upload('broken.json', '[{"SmtpClientAuthenticationDisabled": tr');
    expect(await importing([...good, bad])).toMatchObject({
      ok: false,
      error: { code: 'import-malformed', params: { name: 'broken.json' } },
    });
    expect((await desk.ask('tenant.list', {})).tenants).toEqual([]);
    const read = await importing(good);
    expect(read.ok && read.value.sources.find(({ id }) => id === 'outlookInventory')).toMatchObject(
      { state: 'ok', records: 19 },
    );
    expect(read.ok && read.value.files).toHaveLength(19);
  });

  test('tells how far it is, and what is none of a tenant’s properties is nowhere', async () => {
    const secret = 'canary-7c1f';
    const more = JSON.stringify([{ SmtpClientAuthenticationDisabled: true, Password: secret }]);
    await importing([await upload('transport.json', more)]);
    await desk.service.close();
    expect(desk.heard.some((one) => JSON.stringify(one).includes('"job.progress"'))).toBe(true);
    expect(JSON.stringify(desk.heard)).not.toContain(secret);
    expect(desk.files().join('')).not.toContain(secret);
  });

  test('says which file is none', async () => {
    const file = await upload('letter.json', '{"Dear": "reader"}');
    expect(await importing([file])).toMatchObject({
      ok: false,
      error: { code: 'import-not-recognized', params: { name: 'letter.json' } },
    });
    expect((await desk.ask('tenant.list', {})).tenants).toEqual([]);
  });
});

describe('an upload', () => {
  test('with a part missing is refused', async () => {
    const part = { uploadId: randomUUID(), name: 'x.csv', base64: base64('a,b\n') };
    expect(await desk.call('tenant.upload', { ...part, index: 1 })).toMatchObject({
      ok: false,
      error: { code: 'upload-broken' },
    });
    await desk.ask('tenant.upload', { ...part, index: 0 });
    expect(await desk.call('tenant.upload', { ...part, index: 2 })).toMatchObject({
      ok: false,
      error: { code: 'upload-broken' },
    });
    expect(await desk.ask('tenant.upload', { ...part, index: 1 })).toEqual({ bytes: 8 });
  });

  test('that nobody imports gives way to newer ones', async () => {
    const first = await upload('first.json', transport);
    for (let count = 0; count < 20; count += 1) await upload(`${count}.json`, transport);
    expect(uploaded()).toHaveLength(20);
    expect(await importing([first])).toMatchObject({ ok: false, error: { code: 'upload-broken' } });
  });

  test('that an earlier run left behind goes away with the next one', async () => {
    const left = join(desk.directory, 'uploads-left');
    const other = join(desk.directory, 'uploads-of-another-process');
    for (const folder of [left, other]) mkdirSync(folder);
    const twoDaysAgo = new Date(Date.now() - 2 * 24 * 60 * 60 * 1000);
    utimesSync(left, twoDaysAgo, twoDaysAgo);
    await upload('transport.json', transport);
    expect(existsSync(left)).toBe(false);
    expect(existsSync(other)).toBe(true);
  });

  test('ends with the app', async () => {
    await upload('transport.json', transport);
    expect(uploaded()).toHaveLength(1);
    await desk.service.close();
    expect(uploaded()).toEqual([]);
  });

  test('whose name is a path stays in its folder', async () => {
    const id = await upload('../../../etc/passwd', transport);
    expect(uploaded()).toHaveLength(1);
    expect(uploaded()[0]).toContain(id);
  });
});

describe('the commands', () => {
  test('exist for whatever a cmdlet prints, and what they print is recognized', async () => {
    const commands = await desk.ask('tenant.importCommands', {});
    expect(new Set(commands.map(({ kind }) => kind))).toEqual(
      new Set(printedKinds.map(({ id }) => id)),
    );
    for (const { kind, command, file } of commands) {
      expect(command).toMatch(/@\((?:foreach \(\$domain in @\(\()?Get-[A-Za-z]+/);
      expect(command).toContain(file);
      const selected = /Select-Object ([^)]+)\)/.exec(command)?.[1]?.split(', ');
      if (selected !== undefined) expect(recognizePrinted(selected)?.id).toBe(kind);
    }
  });
});
