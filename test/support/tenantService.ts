/** The service as hosts start it, called through its one door, with a simulated cloud behind it. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browse } from '../cloud/browser.ts';
import { createHostPorts } from '../../electron/service/hostPorts.ts';
import { createService } from '../../electron/service/service.ts';
import { createTestSecretBox } from './secretBox.ts';
import { parseCloudFile } from '../../shared/identity/cloudFile.ts';
import { value } from './signedIn.ts';
import type { AccountView } from '../../shared/contract/identity.ts';
import type { ChannelName, Input, Output } from '../../shared/contract/index.ts';
import type { Ports } from '../../electron/service/ports.ts';
import type { Result } from '../../shared/errors.ts';
import type { Service } from '../../electron/service/service.ts';
import type { SimulatedCloud } from '../cloud/startCloud.ts';

export interface TenantService extends AsyncDisposable {
  readonly directory: string;
  readonly service: Service;
  /** Everything that left the service: answers and events. */
  readonly heard: readonly unknown[];
  readonly bugs: readonly string[];
  call<Name extends ChannelName>(name: Name, input: Input<Name>): Promise<Result<Output<Name>>>;
  /** Its value; throws where it was refused. */
  ask<Name extends ChannelName>(name: Name, input: Input<Name>): Promise<Output<Name>>;
  /** Items of a job. */
  items(jobId: string): readonly unknown[];
  /** As the administrator of the scenario, or somebody else. */
  signIn(login?: string): Promise<AccountView>;
  /** Every file of the data directory, as text. */
  files(): readonly string[];
}

export interface TenantServiceOptions {
  /** `null`: nobody can sign in. */
  readonly cloud?: SimulatedCloud | null;
  readonly ports?: Partial<Ports>;
}

export function openTenantService({
  cloud = null,
  ports: more = {},
}: TenantServiceOptions = {}): TenantService {
  const directory = mkdtempSync(join(tmpdir(), 'exo-companion-tenant-'));
  const heard: unknown[] = [];
  const bugs: string[] = [];
  let login = 'admin@contoso.example';
  const ports: Ports = {
    ...createHostPorts('electron', directory),
    reportBug: (error, where) => bugs.push(`${where}: ${String(error)}`),
    secrets: createTestSecretBox(),
    ...(cloud === null
      ? {}
      : {
          privateCloud: value(parseCloudFile(JSON.stringify(cloud.cloud), 'cloud.json')),
          async openBrowser(url: string) {
            void browse(url, { login, ca: cloud.ca });
          },
        }),
    ...more,
  };
  const service = createService(ports);
  service.subscribe((event, payload) => heard.push({ event, payload }));

  async function call<Name extends ChannelName>(
    name: Name,
    input: Input<Name>,
  ): Promise<Result<Output<Name>>> {
    const result = await service.router.handle(name, input);
    heard.push(result);
    return result as Result<Output<Name>>;
  }

  const ask = async <Name extends ChannelName>(name: Name, input: Input<Name>) =>
    value(await call(name, input));

  return {
    directory,
    service,
    heard,
    bugs,
    call,
    ask,
    items: (jobId) =>
      heard.flatMap((one) => {
        const { event, payload } = one as { event?: string; payload?: Record<string, unknown> };
        return event === 'job.item' && payload?.['jobId'] === jobId ? [payload['item']] : [];
      }),
    async signIn(who = 'admin@contoso.example') {
      login = who;
      const clientId = cloud?.scenario.app.clientId ?? null;
      await ask('identity.configure', { clientId, tenant: null, cloud: 'worldwide' });
      return ask('identity.signIn', { jobId: randomUUID(), accountId: null, consent: null });
    },
    files: () =>
      readdirSync(directory, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1')),
    async [Symbol.asyncDispose]() {
      await service.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
