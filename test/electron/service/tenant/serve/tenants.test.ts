/** Tenants through the service's one door: the demo tenant, which of them is in use, forgetting. */
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { contoso } from '../../../../cloud/scenarios/contoso.ts';
import { demoTenantId } from '../../../../../shared/tenant/demo.ts';
import { openTenantService } from '../../../../support/tenantService.ts';
import { sources, sourceIds } from '../../../../../shared/tenant/sources.ts';
import { startCloud } from '../../../../cloud/startCloud.ts';
import { wholeTenant } from '../../../../cloud/scenarios/tenants.ts';
import type { TenantService } from '../../../../support/tenantService.ts';

let desk: TenantService;

beforeEach(() => {
  desk = openTenantService();
});

afterEach(async () => {
  await desk[Symbol.asyncDispose]();
  expect(desk.bugs).toEqual([]);
});

const openDemo = () => desk.ask('tenant.openDemo', { jobId: randomUUID() });

describe('a first start', () => {
  test('has no tenant, and a storage that lasts', async () => {
    expect(await desk.ask('tenant.list', {})).toEqual({
      inUse: null,
      tenants: [],
      storage: { lasting: true, keptAside: null },
    });
  });

  test('says that a damaged database was put aside', async () => {
    writeFileSync(join(desk.directory, 'history.sqlite'), 'no database at all, whatever it says');
    const { storage } = await desk.ask('tenant.list', {});
    expect(storage.lasting).toBe(true);
    expect(storage.keptAside).toContain('history.sqlite.damaged-');
  });

  test('knows nothing of a tenant that was never read', async () => {
    expect(await desk.call('tenant.use', { key: 'nowhere' })).toMatchObject({
      ok: false,
      error: { code: 'snapshot-missing' },
    });
    expect(await desk.ask('tenant.snapshot', { key: 'nowhere', snapshotId: null })).toBeNull();
    expect(
      await desk.call('tenant.source', { snapshotId: 99, source: 'transportConfig' }),
    ).toMatchObject({ ok: false, error: { code: 'snapshot-missing' } });
  });
});

describe('the demo tenant', () => {
  test('is read by its sources, used, and called what it is', async () => {
    const jobId = randomUUID();
    const { tenant, snapshot, sources: entries } = await desk.ask('tenant.openDemo', { jobId });
    expect(tenant).toMatchObject({ key: demoTenantId, demo: true, snapshots: 1, accountId: null });
    expect(snapshot?.finished).toBe(true);
    expect(entries.map(({ id }) => id)).toEqual(sourceIds);
    const done = desk.items(jobId).filter((item) => (item as { kind: string }).kind === 'done');
    const readable = sourceIds.filter((id) => sources[id].api !== 'import');
    expect(done.length).toBe(readable.length);
    const list = await desk.ask('tenant.list', {});
    expect(list.inUse).toBe(demoTenantId);
    expect(list.tenants).toEqual([tenant]);
    expect(desk.heard).toContainEqual({ event: 'tenant.changed', payload: {} });
  });

  test('opened again is one snapshot, the newest', async () => {
    const first = await openDemo();
    const second = await openDemo();
    const kept = await desk.ask('tenant.snapshots', { key: demoTenantId });
    expect(kept).toEqual([second.snapshot]);
    expect(kept).not.toContainEqual(first.snapshot);
    expect(second.tenant.snapshots).toBe(1);
  });

  test('shows settings as Microsoft spells them, and says which were not in the answer', async () => {
    await openDemo();
    const found = await desk.ask('tenant.snapshot', { key: demoTenantId, snapshotId: null });
    const setting = (source: string, property: string) =>
      found?.settings.find((row) => row.source === source && row.property === property);
    expect(setting('transportConfig', 'SmtpClientAuthenticationDisabled')).toMatchObject({
      subject: null,
      name: 'smtpClientAuthenticationDisabled',
      present: true,
    });
    expect(setting('acceptedDomains', 'SmtpDaneStatus')?.subject).toContain('contoso');
    expect(setting('dns', 'MX')?.value).toEqual(expect.arrayContaining([expect.any(String)]));
    for (const { source, name, present } of found?.settings ?? []) {
      const entry = found?.sources.find(({ id }) => id === source);
      expect(present).toBe(!entry?.missing.includes(name));
    }
  });

  test('gives the raw data of a source as JSON', async () => {
    const { snapshot } = await openDemo();
    const source = async (id: 'transportConfig' | 'casMailboxes' | 'outlookInventory') =>
      desk.ask('tenant.source', { snapshotId: snapshot?.id ?? 0, source: id });
    const one = await source('transportConfig');
    expect(JSON.parse(one.json)).toHaveProperty('smtpClientAuthenticationDisabled');
    const list = await source('casMailboxes');
    expect((JSON.parse(list.json) as unknown[]).length + list.left).toBe(list.entry.records);
    expect(JSON.parse((await source('outlookInventory')).json)).toBeNull();
  });

  test('is forgotten with its snapshot', async () => {
    await openDemo();
    const list = await desk.ask('tenant.forget', { key: demoTenantId });
    expect(list).toMatchObject({ inUse: null, tenants: [] });
    expect((await desk.ask('settings.get', {})).tenant).toBeUndefined();
  });
});

test('who signs in has a tenant before anything was read, and it is in use', async () => {
  await using cloud = await startCloud({ scenario: wholeTenant });
  await using own = openTenantService({ cloud });
  const account = await own.signIn();
  const list = await own.ask('tenant.list', {});
  expect(list.inUse).toBe(contoso.id);
  expect(list.tenants).toEqual([
    {
      key: contoso.id,
      id: contoso.id,
      name: 'contoso.example',
      demo: false,
      accountId: account.id,
      newest: null,
      snapshots: 0,
    },
  ]);
  await own.ask('tenant.openDemo', { jobId: randomUUID() });
  expect((await own.ask('tenant.list', {})).inUse).toBe(demoTenantId);
  const back = await own.ask('tenant.use', { key: contoso.id });
  expect(back.inUse).toBe(contoso.id);
  expect(back.tenants.length).toBe(2);
});
