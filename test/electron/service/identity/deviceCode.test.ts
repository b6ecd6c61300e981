import { afterAll, beforeAll, expect, test } from 'vitest';
import { setTimeout as sleep } from 'node:timers/promises';
import { browse } from '../../../cloud/browser.ts';
import { healthy } from '../../../cloud/scenarios/contoso.ts';
import { refusal, sitDown, value } from '../../../support/signedIn.ts';
import { startCloud } from '../../../cloud/startCloud.ts';
import type { SimulatedCloud } from '../../../cloud/startCloud.ts';

let cloud: SimulatedCloud;

beforeAll(async () => {
  cloud = await startCloud({ scenario: healthy });
});

afterAll(async () => {
  await cloud.stop();
  expect(cloud.bugs).toEqual([]);
});

test('a code that is entered in a browser signs in, without a browser here', async () => {
  using desk = sitDown({ cloud });
  const account = value(await desk.codeSignIn());
  expect(account.username).toBe('admin@contoso.example');
  const [step] = desk.steps;
  if (step?.step !== 'code') throw new Error('no code came');
  expect(step.userCode).toMatch(/^[A-Z]{4}-[A-Z]{4}$/);
  expect(step.verificationUri).toMatch(/^https:/);
  expect(step.message).toContain(step.userCode);
  const session = value(await desk.identity.session(null));
  value(await session.token({ resource: 'exchange', scopes: ['Exchange.Manage'] }));
});

test('cancelling is felt at once, and nobody is signed in when the code is entered after it', async () => {
  using desk = sitDown({ cloud });
  const waiting = desk.codeSignIn(false);
  while (desk.steps.length === 0) await sleep(20);
  const asked = polled();
  desk.controller.abort();
  expect(refusal(await waiting).code).toBe('cancelled');
  expect(polled(), 'it waits for no further answer').toBe(asked);
  const [step] = desk.steps;
  if (step?.step !== 'code') throw new Error('no code came');
  const page = `${step.verificationUri}?user_code=${step.userCode}`;
  const { titles } = await browse(page, { ...desk.person, ca: cloud.ca });
  expect(titles.at(-1)).toBe('Signed in');
  const polls = polled();
  await sleep(1500);
  expect(polled() - polls).toBeLessThanOrEqual(1);
  expect((await desk.identity.state()).accounts).toEqual([]);
});

test('polls no faster than it is told to', async () => {
  using desk = sitDown({ cloud });
  const before = polled();
  const waiting = desk.codeSignIn(false);
  await sleep(2600);
  desk.controller.abort();
  await waiting;
  expect(polled() - before).toBeGreaterThanOrEqual(2);
  expect(polled() - before).toBeLessThanOrEqual(4);
});

test.each([
  [70018, 'sign-in-declined'],
  [70020, 'device-code-expired'],
  [7000218, 'public-client-off'],
  [53003, 'access-blocked'],
  [50105, 'user-not-assigned'],
])('AADSTS%d while polling is %s', async (aadsts, code) => {
  using desk = sitDown({ cloud });
  cloud.entra.fail('token', { aadsts, grant: 'device_code' });
  expect(refusal(await desk.codeSignIn(false))).toMatchObject({ code, params: { number: aadsts } });
});

test('a registration without public client flows is told by name', async () => {
  const scenario = { ...healthy, app: { ...healthy.app, publicFlows: false } };
  await using own = await startCloud({ scenario });
  using desk = sitDown({ cloud: own });
  expect(refusal(await desk.codeSignIn()).code).toBe('public-client-off');
});

test('a wrong client id or tenant is told before anybody types a code', async () => {
  using desk = sitDown({
    cloud,
    registration: { clientId: '00000000-0000-4000-8000-00000000dead' },
  });
  expect(refusal(await desk.codeSignIn())).toMatchObject({
    code: 'app-not-in-tenant',
    params: { number: 700016, clientId: '00000000-0000-4000-8000-00000000dead' },
  });
  using lost = sitDown({ cloud, registration: { tenant: 'nowhere.example' } });
  expect(refusal(await lost.codeSignIn())).toMatchObject({
    code: 'tenant-not-found',
    params: { tenant: 'nowhere.example' },
  });
  expect([...desk.steps, ...lost.steps]).toEqual([]);
});

test('Exchange missing from the registration is told by name', async () => {
  const scenario = {
    ...healthy,
    app: { ...healthy.app, permissions: ['User.Read', 'Organization.Read.All'] as const },
  };
  await using own = await startCloud({ scenario });
  using desk = sitDown({ cloud: own });
  value(await desk.codeSignIn());
  const session = value(await desk.identity.session(null));
  const refused = await session.token({ resource: 'exchange', scopes: ['Exchange.Manage'] });
  expect(refusal(refused)).toMatchObject({ code: 'app-permission-missing' });
});

function polled(): number {
  return cloud.requests.filter(({ path }) => path.endsWith('/oauth2/v2.0/token')).length;
}
