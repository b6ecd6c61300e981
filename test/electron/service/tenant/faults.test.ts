import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openTenant } from '../../../support/readTenant.ts';
import { snapshotSchema } from '../../../../shared/tenant/snapshot.ts';
import { startCloud } from '../../../cloud/startCloud.ts';
import { largeTenant, legacy, wholeTenant } from '../../../cloud/scenarios/tenants.ts';
import type { Fault } from '../../../cloud/types.ts';
import type { OpenTenant } from '../../../support/readTenant.ts';
import type { SimulatedCloud } from '../../../cloud/startCloud.ts';
import type { SourceId } from '../../../../shared/tenant/sources.ts';
import type { SourceReason } from '../../../../shared/tenant/snapshot.ts';

/** The request that each source of Graph's lives on. */
const graphRoutes: Partial<Record<SourceId, string>> = {
  organization: 'graph organization',
  domains: 'graph domains',
  securityDefaults: 'graph security defaults',
  conditionalAccess: 'graph conditional access',
  signIns: 'graph sign-ins v1.0',
  reportSettings: 'graph report settings',
  appUsageVersions: 'graph report appUsageVersions',
  appUsageCounts: 'graph report appUsageCounts',
  appUsageUsers: 'graph report appUsageUsers',
  messageCenter: 'graph messages',
  messageTraces: 'graph traces',
};

const exchangeSources: readonly SourceId[] = [
  'organizationConfig',
  'transportConfig',
  'acceptedDomains',
  'outboundConnectors',
  'inboundConnectors',
  'dkim',
  'remoteDomains',
  'authenticationPolicies',
  'casMailboxPlans',
  'casMailboxes',
  'mailboxes',
  'users',
];

/** What gives the same where the first request is closed: it meets the same fault. */
const otherRoutes: Partial<Record<SourceId, string>> = {
  messageTraces: 'exchange invoke Get-MessageTraceV2',
  mailboxes: 'graph users',
};

interface Case {
  readonly name: string;
  readonly fault: Fault;
  readonly times?: number;
  /** `null`: the source comes through it. */
  readonly reason: SourceReason | null;
  readonly api?: 'graph' | 'exchange';
}

const cases: readonly Case[] = [
  { name: '429 twice', fault: { kind: '429', seconds: 2 }, times: 2, reason: null },
  { name: '429 without a time', fault: { kind: '429', seconds: null }, times: 1, reason: null },
  { name: '429 for an hour', fault: { kind: '429', seconds: 3600 }, reason: 'throttled' },
  { name: '429 for ever', fault: { kind: '429', seconds: 1 }, reason: 'throttled' },
  { name: '503 twice', fault: { kind: '503' }, times: 2, reason: null },
  { name: '503 for ever', fault: { kind: '503' }, reason: 'server-error' },
  { name: 'a gateway that times out', fault: { kind: '504' }, reason: 'server-error' },
  { name: 'no answer', fault: { kind: 'timeout' }, reason: 'timeout' },
  { name: 'a reset once', fault: { kind: 'reset' }, times: 1, reason: null },
  { name: 'a reset each time', fault: { kind: 'reset' }, reason: 'unreachable' },
  { name: 'a cut answer once', fault: { kind: 'cut' }, times: 1, reason: null },
  { name: 'something else than JSON', fault: { kind: 'wrong-json' }, reason: 'unexpected-answer' },
  { name: 'a claims challenge', fault: { kind: 'claims-challenge' }, times: 1, reason: null },
  { name: '401 once', fault: { kind: '401' }, times: 1, reason: null },
  { name: '401 each time', fault: { kind: '401' }, reason: 'token-refused' },
  { name: '403', fault: { kind: '403' }, reason: 'role-missing' },
  { name: '403 of NUL bytes', fault: { kind: 'nul-403' }, reason: 'role-missing' },
  { name: 'an expired page', fault: { kind: 'expired-page' }, reason: 'pages-expired' },
  {
    name: 'a redirect to the region',
    fault: { kind: 'region' },
    times: 1,
    reason: null,
    api: 'exchange',
  },
];

/** With sign-ins and a message to examine. */
const scenario = {
  ...wholeTenant,
  graph: { ...legacy.graph, traces: (legacy.graph['traces'] as readonly unknown[]).slice(0, 1) },
};

let cloud: SimulatedCloud;
let tenant: OpenTenant;

beforeAll(async () => {
  cloud = await startCloud({ scenario });
  tenant = await openTenant(cloud);
});

afterEach(() => cloud.faults.clear());

afterAll(async () => {
  expect(cloud.bugs).toEqual([]);
  tenant[Symbol.dispose]();
  await cloud.stop();
});

async function check(id: SourceId, route: string, { fault, times, reason }: Case): Promise<void> {
  const other = otherRoutes[id];
  for (const name of other === undefined ? [route] : [route, other])
    cloud.faults.set(name, fault, times === undefined ? {} : { times });
  const timeout = fault.kind === 'timeout' ? 60 : 5000;
  const { entry, snapshot, bugs } = await tenant.read({ chosen: [id], timeout });
  expect(bugs).toEqual([]);
  expect(snapshotSchema.parse(snapshot)).toEqual(snapshot);
  expect([entry(id).state, entry(id).reason]).toEqual(
    reason === null ? ['ok', null] : ['failed', reason],
  );
  if (reason === null) expect(snapshot.data[id]).not.toBeNull();
  else expect(snapshot.data[id]).toBeNull();
}

describe.each(cases.filter(({ api }) => api !== 'exchange'))('under $name', (one) => {
  test.each(Object.entries(graphRoutes) as [SourceId, string][])('%s of Graph', (id, route) =>
    check(id, route, one),
  );
});

describe.each(cases)('under $name', (one) => {
  test.each(exchangeSources)('%s of Exchange', (id) => check(id, 'exchange invoke', one));
});

describe('a source whose first road is closed takes the other one, and names it:', () => {
  test.each(['403', 'nul-403', '401'] as const)('message traces under %s', async (kind) => {
    cloud.faults.set('graph traces', { kind });
    const { entry, snapshot } = await tenant.read({ chosen: ['messageTraces'] });
    expect(entry('messageTraces')).toMatchObject({
      state: 'ok',
      reason: null,
      call: 'Get-MessageTraceV2, Get-MessageTraceDetailV2',
      origin: 'exchange',
    });
    expect(snapshot.data.messageTraces).not.toBeNull();
  });

  test.each(['403', 'nul-403'] as const)('mailboxes under %s', async (kind) => {
    cloud.faults.set('exchange invoke Get-Mailbox', { kind });
    const { entry, snapshot } = await tenant.read({ chosen: ['mailboxes'] });
    // The directory has the addresses and not the kinds of mailboxes.
    expect(entry('mailboxes')).toMatchObject({
      state: 'partial',
      reason: 'properties-missing',
      missing: ['recipientTypeDetails'],
      call: 'GET /v1.0/users',
      origin: 'graph',
    });
    expect(snapshot.data.mailboxes?.every(({ emailAddresses }) => emailAddresses.length > 0)).toBe(
      true,
    );
  });

  test.each(['503', '429', 'wrong-json'] as const)(
    'but not under %s, which passes and says nothing of the road',
    async (kind) => {
      const fault = kind === '429' ? { kind, seconds: 3600 } : { kind };
      cloud.faults.set('exchange invoke Get-Mailbox', fault);
      const { entry } = await tenant.read({ chosen: ['mailboxes'] });
      expect(entry('mailboxes')).toMatchObject({ state: 'failed', call: 'Get-Mailbox' });
      expect(cloud.requests.at(-1)?.route).toBe('exchange invoke');
    },
  );
});

describe('what is asked for each domain', () => {
  test.each(['dnssecStatus', 'smtpDaneInbound'] as const)(
    '%s fails with its reason',
    async (id) => {
      // The list of domains comes through, the rest does not.
      cloud.faults.set('exchange invoke', { kind: 'nul-403' }, { after: 1 });
      const { entry, snapshot } = await tenant.read({ chosen: ['acceptedDomains', id] });
      expect(entry('acceptedDomains').state).toBe('ok');
      expect(entry(id)).toMatchObject({ state: 'failed', reason: 'role-missing' });
      expect(snapshot.data[id]).toBeNull();
    },
  );

  test('without the domains there is nothing to ask', async () => {
    cloud.faults.set('exchange invoke', { kind: '503' });
    cloud.faults.set('graph domains', { kind: '503' });
    const { entry } = await tenant.read({
      chosen: ['acceptedDomains', 'domains', 'dnssecStatus', 'dns', 'mxHosts'],
    });
    for (const id of ['dnssecStatus', 'dns', 'mxHosts'] as const)
      expect(entry(id)).toMatchObject({ state: 'not-asked', reason: 'no-domains' });
  });
});

describe('parts of a source', () => {
  test('the sign-ins that only beta has are missing, and that is said', async () => {
    cloud.faults.set('graph sign-ins beta', { kind: '403' });
    const { entry, snapshot } = await tenant.read({ chosen: ['signIns'] });
    expect(entry('signIns')).toMatchObject({ state: 'partial', reason: 'role-missing' });
    expect(snapshot.data.signIns?.clients[0]).toMatchObject({ successes: 1, failures: 1 });
  });

  test('the apps of EWS are missing, and that is said', async () => {
    cloud.faults.set(
      'exchange invoke',
      { kind: 'answer', answer: { status: 400, body: { error: {} } } },
      { after: 1 },
    );
    const { entry } = await tenant.read({ chosen: ['organizationConfig'] });
    expect(entry('organizationConfig')).toMatchObject({
      state: 'partial',
      reason: 'properties-missing',
      missing: ['ewsAllowedAppIds'],
    });
  });

  test('the records that Microsoft wants in the zones are missing, and that is said', async () => {
    cloud.faults.set('graph batch', { kind: '503' });
    const { entry, snapshot } = await tenant.read({ chosen: ['domains'] });
    expect(entry('domains')).toMatchObject({
      state: 'partial',
      reason: 'server-error',
      records: 3,
    });
    expect(
      snapshot.data.domains?.every(
        ({ serviceConfigurationRecords }) => serviceConfigurationRecords === null,
      ),
    ).toBe(true);
  });

  test('a report whose download breaks off is fetched again', async () => {
    cloud.faults.set('download appUsageUsers', { kind: 'cut' }, { times: 1 });
    const { entry } = await tenant.read({ chosen: ['appUsageUsers'] });
    expect(entry('appUsageUsers')).toMatchObject({ state: 'ok', records: 3 });
  });

  test('a download that never comes whole fails', async () => {
    cloud.faults.set('download appUsageUsers', { kind: 'cut' });
    const { entry, snapshot } = await tenant.read({ chosen: ['appUsageUsers'] });
    expect(entry('appUsageUsers').state).not.toBe('ok');
    expect(entry('appUsageUsers').reason).toBe('cut-off');
    expect(snapshot.sources).toHaveLength(29);
  });

  test('a page that fails leaves those before it', async () => {
    await using large = await startCloud({ scenario: largeTenant(2500) });
    using own = await openTenant(large);
    // The first is refused for a property that this Exchange does not know.
    large.faults.set('exchange invoke', { kind: '503' }, { after: 3 });
    const { entry, snapshot } = await own.read({ chosen: ['casMailboxes'] });
    expect(entry('casMailboxes')).toMatchObject({
      state: 'partial',
      reason: 'server-error',
      records: 2000,
    });
    expect(snapshot.data.casMailboxes).toHaveLength(2000);
  });
});
