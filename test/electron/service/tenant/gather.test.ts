import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as tenants from '../../../cloud/scenarios/tenants.ts';
import { allSources } from '../../../../electron/service/tenant/allSources.ts';
import { allowedCmdlets } from '../../../../electron/service/exchange/allowedCmdlets.ts';
import { openTenant } from '../../../support/readTenant.ts';
import { snapshotSchema } from '../../../../shared/tenant/snapshot.ts';
import { sourceIds, sources } from '../../../../shared/tenant/sources.ts';
import { startCloud } from '../../../cloud/startCloud.ts';
import type { OpenTenant } from '../../../support/readTenant.ts';
import type { Scenario } from '../../../cloud/types.ts';
import type { SimulatedCloud } from '../../../cloud/startCloud.ts';
import type { SourceId } from '../../../../shared/tenant/sources.ts';

const imported: readonly SourceId[] = ['outlookInventory', 'smtpAuthClients'];

async function readScenario(scenario: Scenario) {
  await using cloud = await startCloud({ scenario });
  using tenant = await openTenant(cloud);
  const read = await tenant.read();
  expect(cloud.bugs).toEqual([]);
  expect(read.bugs).toEqual([]);
  expect(snapshotSchema.parse(read.snapshot)).toEqual(read.snapshot);
  return { ...read, requests: cloud.requests, secrets: cloud.entra.secrets() };
}

describe('a tenant in good order', () => {
  test('is read whole, and only what the lists allow was asked', async () => {
    const { snapshot, entry, requests, calls, secrets } = await readScenario(tenants.wholeTenant);
    for (const id of sourceIds.filter((id) => !imported.includes(id)))
      expect([id, entry(id).state, entry(id).reason]).toEqual([id, 'ok', null]);
    for (const id of imported)
      expect(entry(id)).toMatchObject({ state: 'not-asked', reason: 'not-imported' });
    expect(snapshot.tenant).toEqual({ id: tenants.wholeTenant.tenants[0]?.id, name: 'Contoso' });

    const apis = requests.filter(({ host }) => host !== 'authority');
    expect(apis.filter(({ route }) => route === null)).toEqual([]);
    const cmdlets = apis
      .filter(({ route }) => route === 'exchange invoke')
      .map(
        ({ body }) =>
          (body as { readonly CmdletInput: { readonly CmdletName: string } }).CmdletInput
            .CmdletName,
      );
    // Traces come by Graph.
    const usual = Object.keys(allowedCmdlets).filter((name) => !/MessageTrace/.test(name));
    expect(new Set(cmdlets)).toEqual(new Set(usual));
    const posts = apis.filter(({ method }) => method !== 'GET').map(({ route }) => route);
    expect(new Set(posts)).toEqual(new Set(['exchange invoke', 'graph batch']));
    expect(
      apis.filter(({ host }) => host === 'downloads').every(({ authorized }) => !authorized),
    ).toBe(true);

    expect(calls.filter(({ api }) => api !== 'dns')).toHaveLength(apis.length);
    for (const secret of secrets) {
      expect(JSON.stringify(snapshot)).not.toContain(secret);
      expect(JSON.stringify(calls)).not.toContain(secret);
    }
    expect(secrets.length).toBeGreaterThan(0);
  });

  test('keeps settings with their three states', async () => {
    const { snapshot } = await readScenario(tenants.wholeTenant);
    const { data } = snapshot;
    expect(data.organizationConfig).toMatchObject({
      sendFromAliasEnabled: true,
      ewsEnabled: null,
      defaultAuthenticationPolicy: null,
      ewsAllowedAppIds: ['a1a1a1a1-1111-4111-8111-111111111111'],
    });
    expect(data.casMailboxes?.map((mailbox) => mailbox.smtpClientAuthenticationDisabled)).toEqual([
      false,
      null,
      null,
    ]);
    expect(data.mailboxes?.[0]?.emailAddresses).toHaveLength(3);
    expect(data.outboundConnectors?.[0]?.lastValidationTimestamp).toBe('2026-07-24T18:59:12.000Z');
    expect(data.dnssecStatus).toMatchObject([
      { domain: 'contoso.example', expectedMx: 'contoso-example.o-v1.mx.microsoft' },
    ]);
    expect(data.smtpDaneInbound?.[0]?.values).toEqual([
      { property: 'DomainName', value: 'contoso.example' },
      { property: 'SmtpDaneStatus', value: 'Enabled' },
      { property: 'CheckedTlsaRecords', value: '2' },
    ]);
    expect(
      data.domains?.map(({ id, serviceConfigurationRecords }) => [
        id,
        serviceConfigurationRecords?.length,
      ]),
    ).toEqual([
      ['contoso.example', 1],
      ['contoso.onmicrosoft.com', 1],
      ['unverified.example', undefined],
    ]);
    expect(data.appUsageVersions).toMatchObject({ refreshedOn: '2026-11-21', period: 30 });
    expect(data.appUsageVersions?.counts).toContainEqual({ name: 'Outlook M365', users: 3 });
    expect(data.appUsageUsers?.[1]).toMatchObject({
      displayName: 'Two, User "2"',
      isDeleted: false,
    });
    expect(data.dns).toMatchObject([
      {
        domain: 'contoso.example',
        zone: { status: 'secure' },
        mx: { records: [{ exchange: 'contoso-example.o-v1.mx.microsoft', isMicrosoft: true }] },
        spf: { records: ['v=spf1 include:spf.protection.outlook.com -all'] },
        dmarc: { records: ['v=DMARC1; p=reject'], foundAt: 'contoso.example' },
        mtaSts: { state: 'absent' },
        tlsReporting: { state: 'found' },
      },
    ]);
    expect(data.dns?.[0]?.dkim.map(({ target }) => target)).toEqual([
      'selector1-contoso-example._domainkey.contoso.onmicrosoft.com',
      null,
    ]);
    expect(data.mxHosts).toEqual([]);
  });
});

describe('a tenant', () => {
  test('with legacy protocols shows who uses them, and mail that DANE stopped, without its subject', async () => {
    const { snapshot } = await readScenario(tenants.legacy);
    expect(snapshot.data.signIns?.clients).toMatchObject([
      {
        userPrincipalName: 'user1@contoso.example',
        clientAppUsed: 'Authenticated SMTP',
        successes: 2,
        failures: 1,
      },
      {
        userPrincipalName: 'user2@contoso.example',
        clientAppUsed: 'IMAP4',
        successes: 1,
        failures: 0,
      },
    ]);
    expect(snapshot.data.messageTraces).toMatchObject({
      messages: 2,
      examined: 1,
      failures: [
        {
          code: '4.7.323',
          reason: 'tlsa-invalid',
          recipientDomain: 'partner.example',
          server: 'mx1.partner.example',
          event: 'Defer',
        },
        { code: '5.7.323', reason: 'tlsa-invalid', event: 'Fail' },
      ],
    });
    const text = JSON.stringify(snapshot.data.messageTraces);
    expect(text).not.toContain('Secret subject');
    expect(text).not.toContain('neil');
  });

  test('whose EWS Microsoft switched off has it as off, not as unset', async () => {
    const { snapshot } = await readScenario(tenants.ewsBlocked);
    expect(snapshot.data.organizationConfig?.ewsEnabled).toBe(false);
  });

  test('read by somebody with few roles has what those allow', async () => {
    const { entry, snapshot } = await readScenario(tenants.leastPrivileged);
    for (const id of ['acceptedDomains', 'transportConfig', 'organization', 'dns'] as const)
      expect([id, entry(id).state]).toEqual([id, 'ok']);
    for (const id of [
      'organizationConfig',
      'casMailboxes',
      'dnssecStatus',
      'conditionalAccess',
      'signIns',
      'appUsageUsers',
    ] as const) {
      expect([id, entry(id).state, entry(id).reason]).toEqual([id, 'failed', 'role-missing']);
      expect(snapshot.data[id]).toBeNull();
    }
  });

  test('whose mailboxes Exchange does not show has their addresses from the directory', async () => {
    const { entry, snapshot, calls } = await readScenario(tenants.leastPrivileged);
    expect(entry('mailboxes')).toMatchObject({
      state: 'partial',
      reason: 'properties-missing',
      origin: 'graph',
      call: 'GET /v1.0/users',
      records: 3,
      missing: ['recipientTypeDetails'],
    });
    // Neither the guest nor the account without an address.
    expect(snapshot.data.mailboxes?.map((mailbox) => mailbox.primarySmtpAddress)).toEqual([
      'user1@contoso.example',
      'user2@contoso.example',
      'user3@contoso.example',
    ]);
    expect(snapshot.data.mailboxes?.[0]).toEqual({
      ...(await readScenario(tenants.wholeTenant)).snapshot.data.mailboxes?.[0],
      recipientTypeDetails: null,
    });
    expect(calls.some(({ call }) => call === 'GET /v1.0/users')).toBe(true);
  });

  test('that gave Exchange no consent has the addresses of its mailboxes from the directory too', async () => {
    const { wholeTenant } = tenants;
    const { entry } = await readScenario({
      ...wholeTenant,
      app: {
        ...wholeTenant.app,
        consented: wholeTenant.app.consented.filter((scope) => scope !== 'Exchange.Manage'),
      },
    });
    expect(entry('mailboxes')).toMatchObject({ state: 'partial', origin: 'graph', records: 3 });
    expect(entry('users')).toMatchObject({ state: 'not-asked', reason: 'consent-required' });
  });

  test('without P1 has no sign-ins', async () => {
    const { entry } = await readScenario(tenants.noP1);
    expect(entry('signIns')).toMatchObject({ state: 'failed', reason: 'licence-missing' });
  });

  test('that conceals names has them as hashes, and says so', async () => {
    const { entry, snapshot } = await readScenario(tenants.concealedNames);
    expect(entry('appUsageUsers')).toMatchObject({
      state: 'partial',
      reason: 'names-concealed',
      records: 3,
    });
    expect(JSON.stringify(snapshot.data.appUsageUsers)).not.toContain('@');
    expect(entry('appUsageCounts').state).toBe('ok');
  });

  test('without the service principal of tracing has its traces by cmdlet', async () => {
    const byGraph = await readScenario(tenants.legacy);
    const { entry, snapshot } = await readScenario(tenants.noTracePrincipal);
    expect(entry('messageTraces')).toMatchObject({
      ...byGraph.entry('messageTraces'),
      at: expect.any(String) as unknown,
      requestId: expect.any(String) as unknown,
      origin: 'exchange',
      call: 'Get-MessageTraceV2, Get-MessageTraceDetailV2',
    });
    expect(snapshot.data.messageTraces?.failures.map((one) => ({ ...one, status: null }))).toEqual(
      byGraph.snapshot.data.messageTraces?.failures.map((one) => ({ ...one, status: null })),
    );
    expect(snapshot.data.messageTraces?.failures).toHaveLength(2);
    expect(JSON.stringify(snapshot)).not.toContain('Secret subject');
  });

  test('without that principal, read by somebody who may not trace, is told of the principal', async () => {
    const { entry } = await readScenario({
      ...tenants.noTracePrincipal,
      users: tenants.leastPrivileged.users,
    });
    expect(entry('messageTraces')).toMatchObject({
      state: 'failed',
      reason: 'trace-principal-missing',
      origin: 'graph',
    });
  });

  test('of a national cloud lacks what is not there', async () => {
    const { entry } = await readScenario(tenants.gccHigh);
    for (const id of ['reportSettings'] as const)
      expect(entry(id)).toMatchObject({ state: 'not-asked', reason: 'not-in-this-cloud' });
    expect(entry('messageTraces')).toMatchObject({ state: 'ok', origin: 'exchange' });
  });

  test('that has not consented to all is read as far as it has', async () => {
    const { entry, requests } = await readScenario(tenants.littleConsent);
    for (const id of ['signIns', 'appUsageUsers', 'messageCenter', 'domains'] as const)
      expect(entry(id)).toMatchObject({ state: 'not-asked', reason: 'consent-required', at: null });
    expect(entry('messageTraces')).toMatchObject({ state: 'ok', origin: 'exchange' });
    expect(entry('conditionalAccess').state).toBe('ok');
    expect(requests.filter(({ path }) => path.includes('signIns'))).toEqual([]);
  });

  test('with 2,500 mailboxes is read in pages', async () => {
    const { entry, requests } = await readScenario(tenants.largeTenant(2500));
    for (const id of ['casMailboxes', 'mailboxes', 'users'] as const)
      expect(entry(id)).toMatchObject({ state: 'ok', records: 2500 });
    const pages = requests.filter(({ query }) => query['$skiptoken'] !== undefined);
    expect(pages).toHaveLength(6);
  });
});

describe('reading again', () => {
  let cloud: SimulatedCloud;
  let tenant: OpenTenant;
  beforeAll(async () => {
    cloud = await startCloud({ scenario: tenants.wholeTenant });
    tenant = await openTenant(cloud);
  });
  afterAll(async () => {
    tenant[Symbol.dispose]();
    await cloud.stop();
  });

  test('some sources leaves the others as they were, each with its own time', async () => {
    const before = await tenant.read({ chosen: ['acceptedDomains', 'transportConfig'] });
    expect(before.entry('users')).toMatchObject({ state: 'not-asked', reason: 'not-chosen' });
    const after = await tenant.read({ chosen: ['transportConfig', 'dns'], base: before.snapshot });
    expect(after.entry('acceptedDomains')).toEqual(before.entry('acceptedDomains'));
    expect(after.snapshot.data.acceptedDomains).toEqual(before.snapshot.data.acceptedDomains);
    expect(after.entry('transportConfig').at).not.toBe(before.entry('transportConfig').at);
    // The domains come from what was read before.
    expect(after.entry('dns').state).toBe('ok');
    expect(after.calls.filter(({ call }) => call === 'Get-AcceptedDomain')).toEqual([]);
  });

  test('a source that fails now does not show what was known before as if it were new', async () => {
    const before = await tenant.read({ chosen: ['transportConfig'] });
    cloud.faults.set('exchange invoke', { kind: 'nul-403' });
    const after = await tenant.read({ chosen: ['transportConfig'], base: before.snapshot });
    cloud.faults.clear();
    expect(after.entry('transportConfig')).toMatchObject({
      state: 'failed',
      reason: 'role-missing',
    });
    expect(after.snapshot.data.transportConfig).toBeNull();
  });

  test('and stopping it keeps what has come and says what has not', async () => {
    const controller = new AbortController();
    cloud.faults.set('exchange invoke', { kind: 'slow', milliseconds: 50 });
    const { snapshot, entry } = await tenant.read({
      controller,
      onReading: (id) => {
        if (id === 'dns') controller.abort();
      },
    });
    cloud.faults.clear();
    expect(entry('acceptedDomains').state).toBe('ok');
    const stopped = snapshot.sources.filter(({ reason }) => reason === 'interrupted');
    expect(stopped.length).toBeGreaterThan(3);
    expect(snapshotSchema.parse(snapshot)).toEqual(snapshot);
  });

  test('when the token is revoked in the middle leaves what was read', async () => {
    await using own = await startCloud({ scenario: tenants.wholeTenant });
    using desk = await openTenant(own);
    const { snapshot, entry } = await desk.read({
      onReading: (id) => {
        if (id === 'dns') own.entra.revoke('admin@contoso.example');
      },
    });
    expect(entry('acceptedDomains').state).toBe('ok');
    expect(snapshot.sources.some(({ reason }) => reason === 'sign-in-required')).toBe(true);
    expect(entry('dns').state).toBe('ok');
  });
});

describe('the table of sources', () => {
  test('has a reader for each that can be asked, and each waits only for earlier ones', () => {
    const readable = sourceIds.filter((id) => sources[id].api !== 'import');
    expect(allSources.map(({ id }) => id).toSorted()).toEqual(readable.toSorted());
    for (const [index, { after }] of allSources.entries()) {
      const before = new Set(allSources.slice(0, index).map(({ id }) => id));
      for (const id of after) expect(before).toContain(id);
    }
  });

  test('has a file for each', () => {
    for (const { id } of allSources)
      expect(readFileSync(`electron/service/tenant/sources/${id}.ts`, 'utf8')).toContain(id);
  });
});
