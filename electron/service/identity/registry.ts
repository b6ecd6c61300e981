import { applicationKey, createApplication } from './application.ts';
import { clouds } from '../../../shared/identity/clouds.ts';
import { clockTolerance, signInError } from './signInError.ts';
import { createAccounts } from './accounts.ts';
import { createNeeds } from './needs.ts';
import { createVault } from './vault.ts';
import type { Accounts } from './accounts.ts';
import type { AppError } from '../../../shared/errors.ts';
import type { Application } from './application.ts';
import type { Cloud } from '../../../shared/identity/clouds.ts';
import type { Needs } from './needs.ts';
import type { Ports } from '../ports.ts';
import type { RecordOutsideCall } from '../outsideCalls.ts';
import type { Registration } from '../../../shared/identity/registration.ts';
import type { StoredAccount, Vault } from './vault.ts';
import type { Trace } from './msalNetwork.ts';

export interface IdentityOptions {
  readonly ports: Ports;
  readonly registration: () => Registration;
  /** Stands in for the cloud of the settings; command line and development builds. */
  readonly privateCloud: Cloud | null;
  /** Something of the state is different now. */
  readonly changed: () => void;
  readonly record: RecordOutsideCall;
  /** Milliseconds since 1970 by this machine, whatever time the checks are made for. */
  readonly machineTime?: () => number;
}

/** What the parts of signing in share: accounts, and one application per registration and cloud. */
export interface Registry {
  readonly options: IdentityOptions;
  readonly vault: Vault;
  readonly accounts: Accounts;
  readonly needs: Needs;
  /** The cloud in use. */
  cloud(): Cloud;
  /** `null`: of a private cloud that is not in use. */
  cloudOf(account: StoredAccount): Cloud | null;
  application(cloud: Cloud, clientId: string): Promise<Application>;
  /** `null`: as for `cloudOf`. */
  applicationOf(account: StoredAccount): Promise<Application | null>;
  /** Seconds that this machine's clock is ahead of the sign-in service; `null`: near enough. */
  clockAhead(): number | null;
  explain(error: unknown, trace: Trace, about: About): AppError;
}

export interface About {
  readonly clientId: string;
  readonly account: string;
  readonly tenant: string | null;
  readonly scopes: readonly string[];
}

export function createRegistry(options: IdentityOptions): Registry {
  const { ports, privateCloud, registration, machineTime = Date.now } = options;
  const vault = createVault(ports);
  const applications = new Map<string, Promise<Application>>();
  let ahead: number | null = null;

  function seenDate(date: string): void {
    const seconds = Math.round((machineTime() - Date.parse(date)) / 1000);
    ahead = Math.abs(seconds) > clockTolerance ? seconds : null;
  }

  const registry: Registry = {
    options,
    vault,
    accounts: createAccounts(vault),
    needs: createNeeds(options.changed),
    cloud: () => privateCloud ?? clouds[registration().cloud],
    cloudOf: ({ cloud }) => (cloud === 'private' ? privateCloud : clouds[cloud]),
    application(cloud, clientId) {
      const key = applicationKey(cloud, clientId);
      const application =
        applications.get(key) ?? createApplication(cloud, clientId, options, vault, seenDate);
      applications.set(key, application);
      return application;
    },
    async applicationOf(account) {
      const cloud = registry.cloudOf(account);
      return cloud === null ? null : registry.application(cloud, account.clientId);
    },
    clockAhead: () => ahead,
    explain: (error, trace, { clientId, account, tenant, scopes }) =>
      signInError(error, trace, {
        clientId,
        account,
        tenant: tenant ?? '',
        scopes: scopes.join(' '),
        clockAhead: ahead,
      }),
  };
  return registry;
}
