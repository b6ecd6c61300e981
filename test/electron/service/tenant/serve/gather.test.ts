/** Reading a tenant through the service's one door, from sign-in to snapshot. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contoso } from '../../../../cloud/scenarios/contoso.ts';
import { openTenantService } from '../../../../support/tenantService.ts';
import { startCloud } from '../../../../cloud/startCloud.ts';
import { wholeTenant } from '../../../../cloud/scenarios/tenants.ts';
import type { SimulatedCloud } from '../../../../cloud/startCloud.ts';
import type { TenantService } from '../../../../support/tenantService.ts';

const everything = { tenantId: null, api: null, text: '', limit: 500, before: null } as const;

describe('a tenant that is read', () => {
  let cloud: SimulatedCloud;
  let desk: TenantService;
  let accountId: string;

  beforeAll(async () => {
    cloud = await startCloud({ scenario: wholeTenant });
    desk = openTenantService({ cloud });
    ({ id: accountId } = await desk.signIn());
    // No resolver answers there: what is DNS stays undetermined, and nothing leaves this machine.
    await desk.ask('dns.setResolvers', { resolvers: ['udp://127.0.0.1:9'] });
  });
  afterAll(async () => {
    await desk[Symbol.asyncDispose]();
    await cloud.stop();
    expect([...desk.bugs, ...cloud.bugs]).toEqual([]);
  });

  test('is kept as a snapshot, in use, with every call in the audit table', async () => {
    const jobId = randomUUID();
    const sources = ['organization', 'transportConfig', 'casMailboxes'] as const;
    const read = await desk.ask('tenant.gather', { jobId, accountId, sources: [...sources] });
    expect(read.tenant).toMatchObject({ key: contoso.id, accountId, snapshots: 1 });
    expect(read.snapshot?.finished).toBe(true);
    const states = Object.fromEntries(read.sources.map(({ id, state }) => [id, state]));
    for (const id of sources) expect(states[id]).toBe('ok');
    expect(states['users']).toBe('not-asked');
    const done = desk.items(jobId).filter((one) => (one as { kind: string }).kind === 'done');
    expect(done).toHaveLength(sources.length);
    expect((await desk.ask('tenant.list', {})).inUse).toBe(contoso.id);
    const { calls } = await desk.ask('tenant.audit', { ...everything, tenantId: contoso.id });
    expect(calls.map(({ call }) => call)).toEqual(
      expect.arrayContaining(['GET /v1.0/organization', 'Get-TransportConfig', 'Get-CASMailbox']),
    );
  });

  test('a second time takes over what was not chosen', async () => {
    const read = await desk.ask('tenant.gather', {
      jobId: randomUUID(),
      accountId,
      sources: ['acceptedDomains'],
    });
    const entry = (id: string) => read.sources.find((one) => one.id === id);
    expect(entry('transportConfig')?.state).toBe('ok');
    expect(entry('acceptedDomains')?.state).toBe('ok');
    expect(read.tenant.snapshots).toBe(2);
    const found = await desk.ask('tenant.snapshot', { key: contoso.id, snapshotId: null });
    expect(found?.snapshot).toEqual(read.snapshot);
    expect(found?.settings.map(({ source }) => source)).toContain('transportConfig');
  });

  test('without an account gives what needs none', async () => {
    const jobId = randomUUID();
    const refused = await desk.call('tenant.gather', {
      jobId,
      accountId: null,
      sources: ['transportConfig'],
    });
    expect(refused).toMatchObject({ ok: false, error: { code: 'sign-in-required' } });
  });

  test('that is stopped keeps what has come', async () => {
    cloud.faults.set('exchange invoke', { kind: 'slow', milliseconds: 2000 });
    const jobId = randomUUID();
    const stop = desk.service.subscribe((event, payload) => {
      const { item } = payload as { item?: { kind?: string; entry?: { id: string } } };
      if (event === 'job.item' && item?.kind === 'done' && item.entry?.id === 'organization')
        void desk.call('jobs.cancel', { jobId });
    });
    const read = await desk.ask('tenant.gather', {
      jobId,
      accountId,
      sources: ['organization', 'casMailboxes', 'remoteDomains'],
    });
    stop();
    cloud.faults.clear();
    const states = Object.fromEntries(read.sources.map(({ id, state }) => [id, state]));
    expect(states).toMatchObject({ organization: 'ok', transportConfig: 'ok' });
    expect(read.sources.find(({ id }) => id === 'casMailboxes')?.reason).toBe('interrupted');
    expect(read.snapshot?.finished).toBe(true);
  });

  test('forgotten with its account leaves no snapshot and no audit line', async () => {
    await desk.ask('identity.forgetTenant', { tenantId: contoso.id });
    expect((await desk.ask('tenant.list', {})).tenants).toEqual([]);
    const { total } = await desk.ask('tenant.audit', { ...everything, tenantId: contoso.id });
    expect(total).toBe(0);
  });
});

test('an account that nobody knows reads nothing', async () => {
  await using desk = openTenantService();
  const refused = await desk.call('tenant.gather', {
    jobId: randomUUID(),
    accountId: 'nobody',
    sources: ['organization'],
  });
  expect(refused).toMatchObject({ ok: false, error: { code: 'account-unknown' } });
});

test('the demo tenant can be read again without an account', async () => {
  await using desk = openTenantService();
  await desk.ask('tenant.openDemo', { jobId: randomUUID() });
  const read = await desk.ask('tenant.gather', {
    jobId: randomUUID(),
    accountId: null,
    sources: ['transportConfig'],
  });
  expect(read.tenant).toMatchObject({ demo: true, snapshots: 2 });
  expect(read.sources.find(({ id }) => id === 'transportConfig')?.state).toBe('ok');
});
