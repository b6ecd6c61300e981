/** Every source that Microsoft gives, in every scenario, under every fault; and the others beside it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as tenants from '../../../cloud/scenarios/tenants.ts';
import { allowedCmdlets } from '../../../../electron/service/exchange/allowedCmdlets.ts';
import { createMatcher } from '../../../cloud/api/match.ts';
import { exchangeRoutes } from '../../../cloud/exchange/routes.ts';
import { graphRoutes } from '../../../cloud/graph/routes.ts';
import { namesOf } from '../../../cloud/api/dispatch.ts';
import { openTenant } from '../../../support/readTenant.ts';
import { sources } from '../../../../shared/tenant/sources.ts';
import { startCloud } from '../../../cloud/startCloud.ts';
import type { Fault, Scenario } from '../../../cloud/types.ts';
import type { OpenTenant, ReadTenant } from '../../../support/readTenant.ts';
import type { SimulatedCloud } from '../../../cloud/startCloud.ts';
import type { SourceId } from '../../../../shared/tenant/sources.ts';
import type { SourceReason } from '../../../../shared/tenant/snapshot.ts';
import type { TenantSession } from '../../../../electron/service/identity/types.ts';

const invoke = (cmdlet: string) => `exchange invoke ${cmdlet}`;

/** The requests that a source lives on, on each of its roads. */
const graphNames = {
  organization: ['graph organization'],
  domains: ['graph domains'],
  securityDefaults: ['graph security defaults'],
  conditionalAccess: ['graph conditional access'],
  signIns: ['graph sign-ins v1.0', 'graph sign-ins beta'],
  reportSettings: ['graph report settings'],
  appUsageVersions: ['graph report appUsageVersions'],
  appUsageCounts: ['graph report appUsageCounts'],
  appUsageUsers: ['graph report appUsageUsers'],
  messageCenter: ['graph messages'],
  messageTraces: ['graph traces', invoke('Get-MessageTraceV2')],
  mailboxes: ['graph users', invoke('Get-Mailbox')],
} as const satisfies Partial<Record<SourceId, readonly string[]>>;

const asked = (Object.keys(sources) as SourceId[]).filter((id) =>
  ['graph', 'exchange'].includes(sources[id].api),
);
const namesOfSource = new Map<SourceId, readonly string[]>(
  asked.map((id) => [
    id,
    id in graphNames
      ? graphNames[id as keyof typeof graphNames]
      : sources[id].cmdlets.map((cmdlet) => invoke(cmdlet)),
  ]),
);
/** So that of the two lists of domains one is always there. */
const halves = [
  asked.filter((_, index) => index % 2 === 0).filter((id) => id !== 'domains'),
  asked.filter((id, index) => index % 2 === 1 || id === 'domains'),
].map((half, index) =>
  index === 0
    ? [...new Set<SourceId>([...half, 'acceptedDomains'])]
    : half.filter((id) => id !== 'acceptedDomains'),
);

const twoRoads = ['messageTraces', 'mailboxes'] as const;
const graphIds = asked.filter((id) => sources[id].api === 'graph' && id !== 'messageTraces');
const exchangeIds = asked.filter((id) => sources[id].api === 'exchange' && id !== 'mailboxes');
const pairs: readonly (readonly [SourceId, SourceId?])[] = [
  ...exchangeIds.map((id, index) => [id, graphIds[index]] as [SourceId, SourceId?]),
  ...twoRoads.map((id) => [id] as [SourceId]),
];

interface Trouble {
  readonly name: string;
  /** `null`: no answer comes in time. */
  readonly fault: Fault | null;
  readonly times?: number;
  /** `null`: the source comes through it. */
  readonly reason: SourceReason | null;
}

const troubles: readonly Trouble[] = [
  { name: '429 with a time', fault: { kind: '429', seconds: 7 }, times: 2, reason: null },
  { name: 'cut answers', fault: { kind: 'cut' }, times: 2, reason: null },
  { name: '503', fault: { kind: '503' }, reason: 'server-error' },
  { name: 'no answer in time', fault: null, reason: 'timeout' },
  { name: 'wrong JSON', fault: { kind: 'wrong-json' }, reason: 'unexpected-answer' },
  { name: 'expired page links', fault: { kind: 'expired-page' }, reason: 'pages-expired' },
  { name: '403 of NUL bytes', fault: { kind: 'nul-403' }, reason: 'role-missing' },
];

const scenarios: readonly Scenario[] = [
  tenants.wholeTenant,
  tenants.legacy,
  tenants.ewsBlocked,
  tenants.leastPrivileged,
  tenants.noP1,
  tenants.concealedNames,
  tenants.noTracePrincipal,
  tenants.gccHigh,
  tenants.littleConsent,
];

const match = createMatcher([...graphRoutes, ...exchangeRoutes]);

/** A road on which these requests find no answer, without anybody waiting for it. */
function silentFor(hit: ReadonlySet<string>) {
  return (fetch: TenantSession['fetch']): TenantSession['fetch'] =>
    async (url, request) => {
      const route = match(request.method, new URL(url).pathname)?.route.name ?? '';
      const body: unknown = typeof request.body === 'string' ? JSON.parse(request.body) : null;
      if (!namesOf(route, body).some((name) => hit.has(name))) return fetch(url, request);
      throw Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' });
    };
}

/** What of an entry stays the same from reading to reading. */
function stand({ entry }: ReadTenant, id: SourceId) {
  const { state, reason, call, origin, records, missing } = entry(id);
  return { id, state, reason, call, origin, records, missing };
}

/** Nothing is there to ask for. */
function isWithoutDomains(id: SourceId, { snapshot: { data } }: ReadTenant): boolean {
  const isPerDomain = id === 'dnssecStatus' || id === 'smtpDaneInbound';
  return isPerDomain && data.acceptedDomains === null && data.domains === null;
}

describe.each(scenarios.map((scenario) => [scenario.name, scenario] as const))(
  'the scenario %s',
  (_, scenario) => {
    let cloud: SimulatedCloud;
    let tenant: OpenTenant;
    let before: ReadTenant;

    beforeAll(async () => {
      cloud = await startCloud({ scenario });
      tenant = await openTenant(cloud);
      before = await tenant.read({ chosen: asked });
    });

    afterAll(async () => {
      const apis = cloud.requests.filter(({ host }) => host !== 'authority');
      expect(apis.length).toBeGreaterThan(500);
      expect(apis.filter(({ route }) => route === null)).toEqual([]);
      const cmdlets = apis.flatMap(({ route, body }) =>
        route === 'exchange invoke' ? (namesOf(route, body)[0] ?? '') : [],
      );
      const allowed = new Set(Object.keys(allowedCmdlets).map(invoke));
      expect(cmdlets.filter((name) => !allowed.has(name))).toEqual([]);
      const posted = apis.filter(({ method }) => method !== 'GET').map(({ route }) => route);
      expect(
        posted.filter((route) => !/^(?:exchange invoke|graph batch)$/.test(route ?? '')),
      ).toEqual([]);
      expect(cloud.bugs).toEqual([]);
      tenant[Symbol.dispose]();
      await cloud.stop();
    });

    async function read(hit: readonly SourceId[], { fault, times }: Trouble): Promise<ReadTenant> {
      const names = hit.flatMap((id) => namesOfSource.get(id) ?? []);
      if (fault === null) return tenant.read({ chosen: asked, road: silentFor(new Set(names)) });
      for (const name of names) cloud.faults.set(name, fault, times === undefined ? {} : { times });
      try {
        return await tenant.read({ chosen: asked });
      } finally {
        cloud.faults.clear();
      }
    }

    const isUnconsented = (scope: string) => !scenario.app.consented.some((one) => one === scope);

    /** Refused before anything can go wrong. */
    const isDenied = (id: SourceId) =>
      scenario.users[0]?.deniedRoutes?.some((name) => namesOfSource.get(id)?.includes(name)) ===
      true;

    /** Reason of a source that was hit; `null`: as before. */
    function reasonOf(id: SourceId, { fault, reason }: Trouble): SourceReason | null {
      if (stand(before, id).reason === 'consent-required') return null;
      if (fault !== null && isDenied(id)) return null;
      const isOnSecondRoad =
        id === 'messageTraces' && isUnconsented('ExchangeMessageTrace.Read.All');
      return isOnSecondRoad && reason === 'role-missing' ? 'consent-required' : reason;
    }

    /** A refusal that comes cut still refuses, and can't say why. */
    const isRefused = (id: SourceId, { fault }: Trouble) =>
      fault?.kind === 'cut' &&
      ((scenario === tenants.noP1 && id === 'signIns') ||
        (scenario === tenants.gccHigh && (id === 'reportSettings' || id === 'messageTraces')));

    function judge(id: SourceId, isHit: boolean, trouble: Trouble, after: ReadTenant): void {
      const now = stand(after, id);
      const data = after.snapshot.data[id];
      const reason = isWithoutDomains(id, after)
        ? 'no-domains'
        : isHit
          ? reasonOf(id, trouble)
          : null;
      if (isRefused(id, trouble)) {
        expect([id, now.state]).toEqual([id, 'failed']);
      } else if (reason === null) {
        expect(now).toEqual(stand(before, id));
        // These have the time of the reading in them.
        if (id !== 'signIns' && id !== 'messageTraces')
          expect(data).toEqual(before.snapshot.data[id]);
      } else {
        const state = /^(?:no-domains|consent-required)$/.test(reason) ? 'not-asked' : 'failed';
        expect([id, now.state, now.reason, data]).toEqual([id, state, reason, null]);
      }
    }

    for (const trouble of troubles) {
      // Whoever comes through it may be hit together with all the others.
      for (const hit of trouble.reason === null ? [asked] : halves)
        test(`under ${trouble.name}, ${hit.length} sources tell of their trouble and the others of none`, async () => {
          const after = await read(hit, trouble);
          expect(after.bugs).toEqual([]);
          for (const id of asked) judge(id, hit.includes(id), trouble, after);
        });
    }

    /** Each service has a token of its own. Two challenges of one token would be one too many. */
    test.each(pairs)('%s and %s come through a claims challenge each', async (...pair) => {
      const ids = pair.filter((id) => id !== undefined);
      for (const name of ids.flatMap((id) => namesOfSource.get(id) ?? []))
        cloud.faults.set(name, { kind: 'claims-challenge' }, { times: 1 });
      const after = await tenant.read({ chosen: ids, base: before.snapshot });
      cloud.faults.clear();
      for (const id of ids) expect(stand(after, id)).toEqual(stand(before, id));
    });

    test('every cmdlet follows a redirect to the region', async () => {
      for (const names of namesOfSource.values())
        for (const name of names.filter((one) => one.startsWith('exchange')))
          cloud.faults.set(name, { kind: 'region' }, { times: 1 });
      const after = await tenant.read({ chosen: asked });
      cloud.faults.clear();
      for (const id of asked) expect(stand(after, id)).toEqual(stand(before, id));
    });
  },
);
