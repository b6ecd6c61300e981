/** A tenant that is forgotten leaves nothing: no token, snapshot, judgement, audit line or upload. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contoso } from '../../../../cloud/scenarios/contoso.ts';
import { openTenantService } from '../../../../support/tenantService.ts';
import { startCloud } from '../../../../cloud/startCloud.ts';
import { wholeTenant } from '../../../../cloud/scenarios/tenants.ts';
import type { SimulatedCloud } from '../../../../cloud/startCloud.ts';
import type { TenantService } from '../../../../support/tenantService.ts';

const anything = { tenantId: null, api: null, text: '', limit: 500, before: null } as const;

let cloud: SimulatedCloud;
let desk: TenantService;

beforeAll(async () => {
  cloud = await startCloud({ scenario: wholeTenant });
});
afterAll(async () => {
  await cloud.stop();
  expect(cloud.bugs).toEqual([]);
});

const calls = async () => (await desk.ask('tenant.audit', anything)).calls.map(({ call }) => call);

/** Signs in by the tenant's domain, as who has typed it into the registration. */
async function readContoso(): Promise<string> {
  await desk.signIn();
  const { accounts } = await desk.ask('identity.state', {});
  await desk.ask('identity.signOut', { accountId: accounts[0]?.id ?? '' });
  const { clientId } = cloud.scenario.app;
  const registration = { clientId, tenant: 'contoso.example', cloud: 'worldwide' } as const;
  await desk.ask('identity.configure', registration);
  const sign = { jobId: randomUUID(), accountId: null, consent: null };
  const { id: accountId } = await desk.ask('identity.signIn', sign);
  await desk.ask('identity.configure', { ...registration, tenant: null });
  await desk.ask('dns.setResolvers', { resolvers: ['udp://127.0.0.1:9'] });
  const sources = ['organization', 'acceptedDomains', 'casMailboxes', 'users', 'dns'] as const;
  await desk.ask('tenant.gather', { jobId: randomUUID(), accountId, sources: [...sources] });
  await desk.ask('readiness.run', { jobId: randomUUID(), tenant: contoso.id, snapshotId: null });
  return accountId;
}

describe('a tenant that was read and judged', () => {
  beforeAll(async () => {
    desk = openTenantService({ cloud });
    await readContoso();
  });
  afterAll(() => desk[Symbol.asyncDispose]());

  test('is forgotten with everything of it', async () => {
    expect((await calls()).join()).toContain('/contoso.example/');
    await desk.ask('identity.forgetTenant', { tenantId: contoso.id });
    const { tenants, inUse } = await desk.ask('tenant.list', {});
    expect({ tenants, inUse }).toEqual({ tenants: [], inUse: null });
    expect((await desk.ask('identity.state', {})).accounts).toEqual([]);
    expect(await desk.ask('readiness.runs', { tenant: contoso.id })).toEqual([]);
    expect((await calls()).join()).not.toContain('contoso');
  });

  test('is in no file any more, not even where it was deleted', async () => {
    await desk.service.close();
    const files = desk.files().join('\n').toLowerCase();
    for (const word of ['contoso', contoso.id, 'user1@', 'get-casmailbox'])
      expect(files.includes(word)).toBe(false);
  });
});

test('a tenant of files alone is forgotten with what was asked for it', async () => {
  desk = openTenantService();
  await desk.ask('dns.setResolvers', { resolvers: ['udp://127.0.0.1:9'] });
  const uploadId = randomUUID();
  const domains = [{ DomainName: 'fabrikam.example', DomainType: 'Authoritative' }];
  const base64 = Buffer.from(JSON.stringify(domains)).toString('base64');
  await desk.ask('tenant.upload', { uploadId, name: 'domains.json', index: 0, base64 });
  const more = { key: null, name: 'Fabrikam', mix: false };
  await desk.ask('tenant.import', { jobId: randomUUID(), uploads: [uploadId], ...more });
  const read = { jobId: randomUUID(), accountId: null, sources: ['dns' as const] };
  const { tenant, sources } = await desk.ask('tenant.gather', read);
  // What was imported and what was asked meet in one snapshot, each with where it comes from.
  const origin = (id: string) => sources.find((one) => one.id === id)?.origin;
  expect([origin('acceptedDomains'), origin('dns')]).toEqual(['import', 'dns']);
  expect((await calls()).join()).toContain('fabrikam.example');
  await desk.ask('tenant.forget', { key: tenant.key });
  expect((await calls()).join()).not.toContain('fabrikam');
  await desk.service.close();
  expect(desk.files().join('\n').toLowerCase()).not.toContain('fabrikam');
  await desk[Symbol.asyncDispose]();
});
