/** Signing in through the service's one door, as every host calls it. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browse } from '../../../cloud/browser.ts';
import { channels } from '../../../../shared/contract/index.ts';
import { clientId, contoso, healthy } from '../../../cloud/scenarios/contoso.ts';
import { createHostPorts } from '../../../../electron/service/hostPorts.ts';
import { createService } from '../../../../electron/service/service.ts';
import { createTestSecretBox } from '../../../support/secretBox.ts';
import { parseCloudFile } from '../../../../shared/identity/cloudFile.ts';
import { startCloud } from '../../../cloud/startCloud.ts';
import { value } from '../../../support/signedIn.ts';
import type { ChannelName, Input, Output } from '../../../../shared/contract/index.ts';
import type { Ports } from '../../../../electron/service/ports.ts';
import type { Result } from '../../../../shared/errors.ts';
import type { Service } from '../../../../electron/service/service.ts';
import type { SimulatedCloud } from '../../../cloud/startCloud.ts';

let cloud: SimulatedCloud;
let service: Service;
let directory: string;
/** Everything that left the service: answers and events. */
let heard: unknown[];

beforeEach(async () => {
  cloud = await startCloud({ scenario: healthy });
  directory = mkdtempSync(join(tmpdir(), 'exo-companion-channels-'));
  const ports: Ports = {
    ...createHostPorts('electron', directory),
    secrets: createTestSecretBox(),
    privateCloud: value(parseCloudFile(JSON.stringify(cloud.cloud), 'cloud.json')),
    async openBrowser(url) {
      void browse(url, { login: 'admin@contoso.example', ca: cloud.ca });
    },
  };
  service = createService(ports);
  heard = [];
  service.subscribe((event, payload) => heard.push({ event, payload }));
});

afterEach(async () => {
  await service.close();
  await cloud.stop();
  rmSync(directory, { recursive: true, force: true });
  expect(cloud.bugs).toEqual([]);
});

async function call<Name extends ChannelName>(
  name: Name,
  input: Input<Name>,
): Promise<Result<Output<Name>>> {
  const result = await service.router.handle(name, input);
  heard.push(result);
  return result as Result<Output<Name>>;
}

const configured = { clientId, tenant: null, cloud: 'worldwide' } as const;
const nobody = { accountId: null, consent: null };

describe('the way of a person', () => {
  test('first run, registration, sign-in, consent link, signing out', async () => {
    expect(value(await call('identity.state', {}))).toMatchObject({
      registration: { clientId: null },
      accounts: [],
      browser: true,
    });
    const early = await call('identity.signIn', { jobId: randomUUID(), ...nobody });
    expect(early).toMatchObject({ ok: false, error: { code: 'client-id-missing' } });
    value(await call('identity.configure', configured));
    const account = value(await call('identity.signIn', { jobId: randomUUID(), ...nobody }));
    expect(account).toMatchObject({ username: 'admin@contoso.example', active: true });
    const link = await call('identity.adminConsentLink', {
      accountId: account.id,
      consent: { resource: 'graph', scopes: ['Policy.Read.All'] },
    });
    expect(value(link).link).toContain('adminconsent');
    const after = value(await call('identity.signOut', { accountId: account.id }));
    expect(after.accounts).toEqual([]);
    expect(JSON.stringify(heard)).toContain('identity.changed');
  });

  test('a code comes as an item of the job, and the job can be cancelled', async () => {
    value(await call('identity.configure', configured));
    const jobId = randomUUID();
    const shown = Promise.withResolvers<unknown>();
    service.subscribe((event, payload) => {
      if (event === 'job.item') shown.resolve((payload as { readonly item: unknown }).item);
    });
    const waiting = call('identity.deviceCode', { jobId, ...nobody });
    const item = channels['identity.deviceCode'].item.parse(await shown.promise);
    expect(item.step).toBe('code');
    value(await call('jobs.cancel', { jobId }));
    expect(await waiting).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  });

  test('the registration can be checked before anybody signs in', async () => {
    const check = async () =>
      value(await call('identity.checkRegistration', { jobId: randomUUID() })).map((one) => [
        one.check,
        one.passed,
        one.problem?.code ?? null,
      ]);
    value(await call('identity.configure', { ...configured, tenant: 'contoso.example' }));
    expect(await check()).toEqual([
      ['tenant', true, null],
      ['application', true, null],
      ['public-client', true, null],
    ]);
    value(await call('identity.configure', { ...configured, tenant: 'nowhere.example' }));
    expect(await check()).toEqual([
      ['tenant', false, 'tenant-not-found'],
      ['application', null, null],
      ['public-client', null, null],
    ]);
    value(await call('identity.configure', { ...configured, clientId: randomUUID() }));
    expect(await check()).toEqual([
      ['tenant', true, null],
      ['application', false, 'app-not-in-tenant'],
      ['public-client', null, null],
    ]);
    cloud.entra.fail('token', { aadsts: 7000218 });
    value(await call('identity.configure', configured));
    expect((await check())[2]).toEqual(['public-client', false, 'public-client-off']);
  });

  test('the registration outlives the app; nonsense is refused at the door', async () => {
    value(await call('identity.configure', configured));
    const stored = readFileSync(join(directory, 'settings.json'), 'utf8');
    expect(JSON.parse(stored)).toMatchObject({ registration: configured });
    const wrong = { ...configured, clientId: 'not an id' };
    expect(await call('identity.configure', wrong)).toMatchObject({
      ok: false,
      error: { code: 'input-invalid' },
    });
    const consent = { resource: 'graph', scopes: ['Mail.ReadWrite'] } as never;
    expect(await call('identity.adminConsentLink', { accountId: null, consent })).toMatchObject({
      ok: false,
      error: { code: 'input-invalid' },
    });
  });

  test('forgetting a tenant takes its accounts', async () => {
    value(await call('identity.configure', configured));
    value(await call('identity.signIn', { jobId: randomUUID(), ...nobody }));
    const after = value(await call('identity.forgetTenant', { tenantId: contoso.id }));
    expect(after.accounts).toEqual([]);
    expect(readdirSync(directory)).not.toContain('sign-ins.sealed');
  });
});

/** Pieces of a secret that are long enough to tell it: of a token, of its parts. */
function piecesOf(secret: string): readonly string[] {
  return secret
    .split('.')
    .flatMap((part) => (part.length < 24 ? [part] : [part.slice(0, 24), part.slice(-24)]))
    .filter((part) => part.length >= 20);
}

test('SECURITY: S24 no token, code or piece of one leaves the service, or stands on the disk in clear', async () => {
  value(await call('identity.configure', configured));
  const account = value(await call('identity.signIn', { jobId: randomUUID(), ...nobody }));
  for (const aadsts of [50173, 53003, 70000]) {
    cloud.entra.fail('token', { aadsts });
    await call('identity.signIn', { jobId: randomUUID(), accountId: account.id, consent: null });
  }
  await call('identity.deviceCode', { jobId: randomUUID(), ...nobody, accountId: 'nobody' });
  value(await call('identity.state', {}));
  await service.close();
  const secrets = cloud.entra.secrets();
  expect(secrets.length).toBeGreaterThan(2);
  const files = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'));
  expect(files.length).toBeGreaterThan(1);
  const everything = [JSON.stringify(heard), ...files].join('\n');
  // The search itself works: what was said is found.
  expect(everything).toContain('admin@contoso.example');
  for (const piece of secrets.flatMap(piecesOf)) expect(everything).not.toContain(piece);
});
