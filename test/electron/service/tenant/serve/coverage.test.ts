/** What could be read, asked through the service's one door, against clouds that lack this or that. */
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import * as tenants from '../../../../cloud/scenarios/tenants.ts';
import { assertAllowedGet } from '../../../../../electron/service/graph/allowedRequests.ts';
import { openTenantService } from '../../../../support/tenantService.ts';
import { sourceIds } from '../../../../../shared/tenant/sources.ts';
import { startCloud } from '../../../../cloud/startCloud.ts';
import type { Coverage } from '../../../../../shared/contract/tenant.ts';
import type { Scenario } from '../../../../cloud/types.ts';
import type { SourceId } from '../../../../../shared/tenant/sources.ts';

async function cover(scenario: Scenario, login?: string) {
  await using cloud = await startCloud({ scenario });
  await using desk = openTenantService({ cloud });
  const { id } = await desk.signIn(login);
  const before = cloud.requests.length;
  const jobId = randomUUID();
  const table = await desk.ask('tenant.coverage', { jobId, accountId: id });
  const of = (source: SourceId): Coverage => {
    const found = table.sources.find((one) => one.id === source);
    if (found === undefined) throw new Error(`no ${source}`);
    return found;
  };
  expect(table.sources.map((one) => one.id)).toEqual(sourceIds);
  expect(desk.items(jobId)).toEqual(table.sources);
  const { tenants: known } = await desk.ask('tenant.list', {});
  expect(known.map(({ snapshots }) => snapshots)).toEqual([0]);
  const audit = await desk.ask('tenant.audit', {
    tenantId: null,
    api: null,
    text: '',
    limit: 500,
    before: null,
  });
  expect([...desk.bugs, ...cloud.bugs]).toEqual([]);
  return { ...table, of, requests: cloud.requests.slice(before), audit };
}

describe('the coverage table', () => {
  test('of nobody says what needs a sign-in and what does not', async () => {
    await using desk = openTenantService();
    const input = { jobId: randomUUID(), accountId: null };
    const { sources, consent } = await desk.ask('tenant.coverage', input);
    const states = Object.fromEntries(sources.map(({ id, state }) => [id, state]));
    expect(states).toMatchObject({
      organization: 'sign-in-needed',
      casMailboxes: 'sign-in-needed',
      dns: 'ready',
      outlookInventory: 'import-only',
    });
    expect(consent).toEqual([]);
  });

  test('of an administrator to whom all is open is ready, after a few small questions', async () => {
    const { sources, consent, requests } = await cover(tenants.wholeTenant);
    const closed = sources.filter(({ api, state }) => api !== 'import' && state !== 'ready');
    expect(closed).toEqual([]);
    expect(consent).toEqual([]);
    const asked = requests.filter(({ host }) => host !== 'authority').map(({ path }) => path);
    expect(asked.length).toBeLessThanOrEqual(5);
    for (const path of asked.filter((one) => !one.includes('adminapi')))
      expect(() => assertAllowedGet(path)).not.toThrow();
    expect(asked.filter((path) => path.includes('InvokeCommand'))).toEqual([]);
  });

  test('names the consent that is missing, and nothing else to ask for', async () => {
    const { of, consent } = await cover(tenants.littleConsent);
    expect(of('signIns')).toMatchObject({
      state: 'consent-needed',
      missing: ['AuditLog.Read.All', 'Directory.Read.All'],
    });
    expect(of('conditionalAccess')).toMatchObject({ state: 'ready', missing: [] });
    expect(of('organizationConfig').state).toBe('ready');
    expect(consent).toHaveLength(1);
    expect(consent[0]?.resource).toBe('graph');
    expect(consent[0]?.scopes).toContain('Reports.Read.All');
    expect(consent[0]?.scopes).not.toContain('Policy.Read.All');
  });

  test('names the cmdlets that the role lacks', async () => {
    const { of } = await cover(tenants.leastPrivileged);
    expect(of('acceptedDomains').state).toBe('ready');
    expect(of('casMailboxes')).toMatchObject({
      state: 'role-missing',
      missing: ['Get-CASMailbox'],
    });
  });

  test('knows of a tenant without P1, with hidden names, without tracing', async () => {
    expect((await cover(tenants.noP1)).of('signIns').state).toBe('licence-missing');
    expect((await cover(tenants.concealedNames)).of('appUsageUsers').state).toBe('names-concealed');
  });

  test('of a tenant without tracing shows the other way to it, if the role has that', async () => {
    const { of } = await cover(tenants.noTracePrincipal);
    expect(of('messageTraces')).toMatchObject({ state: 'ready', api: 'exchange' });
    const { users } = tenants.leastPrivileged;
    const least = await cover({ ...tenants.noTracePrincipal, users });
    expect(least.of('messageTraces').state).toBe('trace-principal-missing');
  });
});

test('Microsoft that does not answer, and a sign-in that ended, leave a table that says so', async () => {
  await using cloud = await startCloud({ scenario: tenants.wholeTenant });
  await using desk = openTenantService({ cloud });
  const { id } = await desk.signIn();
  const states = async () => {
    const input = { jobId: randomUUID(), accountId: id };
    const { sources } = await desk.ask('tenant.coverage', input);
    return Object.fromEntries(sources.map((source) => [source.id, source.state]));
  };
  cloud.faults.set('exchange module', { kind: 'nul-403' });
  expect(await states()).toMatchObject({ transportConfig: 'role-missing', organization: 'ready' });
  cloud.faults.clear();
  cloud.entra.fail('token', { aadsts: 50173 });
  cloud.entra.revoke('admin@contoso.example');
  await desk.ask('identity.forgetTenant', { tenantId: cloud.scenario.tenants[0]?.id ?? '' });
  const gone = await desk.call('tenant.coverage', { jobId: randomUUID(), accountId: id });
  expect(gone).toMatchObject({ ok: false, error: { code: 'account-unknown' } });
});
