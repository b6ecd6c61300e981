import { createAppHandlers } from './settings/appHandlers.ts';
import { createChecklistHandlers } from './readiness/checklists/checklistHandlers.ts';
import { createDaneHandlers } from './dane/serve/daneHandlers.ts';
import { createAnchorStore } from './dnssec/anchors/anchorStore.ts';
import { createDnsHandlers } from './dns/dnsHandlers.ts';
import { createDnssecHandlers } from './dnssec/dnssecHandlers.ts';
import { createHistoryOpener } from './history/openHistory.ts';
import { createIdentity } from './identity/createIdentity.ts';
import { createIdentityHandlers } from './identity/identityHandlers.ts';
import { createJobs } from './jobs.ts';
import { createLabKeeper } from './demo/labKeeper.ts';
import { createMailflowHandlers } from './mailflow/mailflowHandlers.ts';
import { createReadinessHandlers } from './readiness/readinessHandlers.ts';
import { forgetReadiness, readinessStoresOf } from './readiness/readinessStores.ts';
import { createReportsHandlers } from './reports/reportsHandlers.ts';
import { createRolloverHandlers } from './dane/rollover/rolloverHandlers.ts';
import { createRouter } from './router.ts';
import { createSettingsStore } from './settings/settingsStore.ts';
import { createSnapshotStore } from './tenant/store/snapshotStore.ts';
import { createTenantFeature } from './tenant/serve/tenantHandlers.ts';
import { historyKinds } from './dane/serve/keptChecks.ts';
import { events } from '../../shared/contract/index.ts';
import { noRegistration } from '../../shared/identity/registration.ts';
import { openDemoTenant } from './demo/tenant/openDemoTenant.ts';
import { readCertificates } from './certificates/readCertificates.ts';
import { success } from '../../shared/errors.ts';
import type { Emit } from './jobs.ts';
import type { EventName } from '../../shared/contract/index.ts';
import type { Handlers, Router } from './router.ts';
import type { Ports } from './ports.ts';
import type { RecordOutsideCall } from './outsideCalls.ts';
import type { RunWorld } from './dane/serve/openRun.ts';
import type { SnapshotStore } from './tenant/store/snapshotStore.ts';

export type EventListener = (event: EventName, payload: unknown) => void;

export interface Service {
  readonly router: Router;
  /** Calls `listener` for every event until the returned function is called. */
  subscribe(listener: EventListener): () => void;
  /** Cancels what runs and closes what is open. */
  close(): Promise<void>;
}

/** The one place where things are wired. */
export function createService(ports: Ports): Service {
  const listeners = new Set<EventListener>();
  const emit: Emit = (event, payload) => {
    const parsed = events[event].parse(payload);
    for (const listener of listeners) listener(event, parsed);
  };
  const jobs = createJobs(ports.clock, emit);
  const settings = createSettingsStore(ports, emit);
  const history = createHistoryOpener(ports);
  const lab = createLabKeeper(ports.clock);
  const configuredResolvers = () => settings.get().resolvers ?? [];
  const anchors = createAnchorStore(ports.dataDirectory, ports.clock);

  const record: RecordOutsideCall = (call) => void history.open().calls.record(call);
  const judged = readinessStoresOf(() => history.open().database);
  const identity = createIdentity({
    ports,
    registration: () => settings.get().registration ?? noRegistration,
    privateCloud: ports.privateCloud ?? null,
    changed: () => emit('identity.changed', {}),
    record,
  });

  const checkWorld: RunWorld = {
    clock: ports.clock,
    configuredResolvers,
    anchors: () => anchors.usable(),
    lab: () => lab.open(),
    record,
  };

  let store: SnapshotStore | null = null;
  const snapshots = () => (store ??= createSnapshotStore(history.open().database));
  const tenant = createTenantFeature({
    ports,
    identity,
    settings,
    history: () => history.open(),
    snapshots,
    configuredResolvers,
    anchors: () => anchors.usable(),
    emit,
    forgetJudged: (key) => forgetReadiness(judged(), key),
    openDemo: () => openDemoTenant(ports.clock, () => {}),
  });

  const handlers: Handlers = {
    ...tenant.handlers,
    ...createAppHandlers(ports, settings),
    'jobs.list': async () => success(jobs.list()),
    'jobs.cancel': async ({ jobId }) => success({ cancelled: jobs.cancel(jobId) }),
    ...createDnsHandlers(
      {
        get: configuredResolvers,
        set: (resolvers) => void settings.set({ resolvers: [...resolvers] }),
      },
      { tenantId: null, clock: ports.clock, record },
    ),
    ...createDnssecHandlers({
      clock: ports.clock,
      configuredResolvers,
      anchors,
      lab: () => lab.open(),
      record,
    }),
    ...createDaneHandlers({ ...checkWorld, history: () => history.open() }),
    ...createRolloverHandlers({ ...checkWorld, history: () => history.open() }, ports.host),
    ...createMailflowHandlers(ports.clock),
    ...createReadinessHandlers({ clock: ports.clock, stores: judged, emit }),
    ...createChecklistHandlers({
      clock: ports.clock,
      stores: judged,
      emit,
      tenants: tenant,
      seen: (owner) => history.open().sightings.of(historyKinds.internet, owner),
    }),
    ...createReportsHandlers({ clock: ports.clock, stores: judged, printPdf: ports.printPdf }),
    ...lab.handlers,
    ...createIdentityHandlers({
      ports,
      identity,
      registration: {
        get: () => settings.get().registration,
        set: (registration) => void settings.set({ registration }),
      },
      forgetTenant: (tenantId) => tenant.forget(tenantId.toLowerCase()),
      record,
    }),
    'certificates.read': (input, job) => readCertificates(input, job, ports),
  };

  return {
    router: createRouter(handlers, jobs, ports),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      jobs.cancelAll();
      listeners.clear();
      await lab.close();
      await tenant.close();
      history.close();
      await identity.settled();
    },
  };
}
