import { auditedFetch } from './auditedFetch.ts';
import { checkRegistration } from './checkRegistration.ts';
import { createNodeFetch } from '../nodeFetch.ts';
import { failure, success } from '../../../shared/errors.ts';
import { noRegistration } from '../../../shared/identity/registration.ts';
import { registrationGuide } from '../../../shared/identity/registrationGuide.ts';
import type { Handlers } from '../router.ts';
import type { Identity } from './createIdentity.ts';
import type { JobContext } from '../jobs.ts';
import type { Ports } from '../ports.ts';
import type { RecordOutsideCall } from '../outsideCalls.ts';
import type { SignInStep } from '../../../shared/contract/identity.ts';
import type { Registration } from '../../../shared/identity/registration.ts';

export interface IdentityFeature {
  readonly ports: Ports;
  readonly identity: Identity;
  readonly registration: {
    get(): Registration | undefined;
    set(registration: Registration): void;
  };
  /** What else is kept of a tenant: snapshots, logs. */
  readonly forgetTenant: (tenantId: string) => Promise<void>;
  readonly record: RecordOutsideCall;
}

type Names = Extract<keyof Handlers, `identity.${string}`>;

export function createIdentityHandlers(feature: IdentityFeature): Pick<Handlers, Names> {
  const { ports, identity, registration, forgetTenant } = feature;
  return {
    'identity.state': async () => success(await identity.state()),
    'identity.signIn': (input, job) => identity.signIn(input, waitingFor(job)),
    'identity.deviceCode': (input, job) => identity.signInWithCode(input, waitingFor(job)),
    'identity.switch': ({ accountId }) => identity.switchTo(accountId),
    'identity.signOut': ({ accountId }) => identity.signOut(accountId),
    'identity.forgetTenant': async ({ tenantId }) => {
      await forgetTenant(tenantId);
      await identity.forgetTenant(tenantId);
      return success(await identity.state());
    },
    'identity.configure': async (input) => {
      registration.set(input);
      return success(await identity.state());
    },
    'identity.guide': async ({ cloud, deviceCode }) =>
      success(registrationGuide(cloud, deviceCode)),
    'identity.checkRegistration': async (_input, job) => {
      const { clientId, tenant } = registration.get() ?? noRegistration;
      if (clientId === null) return failure('client-id-missing');
      const cloud = identity.cloud();
      const own = cloud.ca === null ? ports.fetch : undefined;
      const fetch = own ?? createNodeFetch({ ca: cloud.ca });
      const road = auditedFetch(fetch, ports.clock, feature.record);
      return checkRegistration({ cloud, clientId, tenant, fetch: road }, job.signal, (check) =>
        job.item(check),
      );
    },
    'identity.adminConsentLink': async ({ accountId, consent }) => {
      const link = await identity.adminConsentLink(accountId, consent);
      return link.ok ? success({ link: link.value }) : link;
    },
  };
}

function waitingFor(job: JobContext) {
  return { signal: job.signal, onStep: (step: SignInStep) => job.item(step) };
}
