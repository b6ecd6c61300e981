import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { readClaimsChallenge } from '../../../../electron/service/identity/claimsChallenge.ts';
import { healthy } from '../../../cloud/scenarios/contoso.ts';
import { refusal, sitDown, value } from '../../../support/signedIn.ts';
import { startCloud } from '../../../cloud/startCloud.ts';
import type { AccessToken, TenantSession } from '../../../../electron/service/identity/types.ts';
import type { SimulatedCloud } from '../../../cloud/startCloud.ts';

let cloud: SimulatedCloud;

beforeAll(async () => {
  // Less than the 300 seconds before its end in which msal renews a token: every call refreshes.
  cloud = await startCloud({ scenario: healthy, accessTokenSeconds: 200 });
});

afterAll(async () => {
  await cloud.stop();
  expect(cloud.bugs).toEqual([]);
});

const graph = { resource: 'graph', scopes: ['Organization.Read.All'] } as const;

function ask(session: TenantSession, token: AccessToken): Promise<Response> {
  const headers = { authorization: token.authorization() };
  return session.fetch(`${session.cloud.graph}/v1.0/organization`, { method: 'GET', headers });
}

async function signedIn(desk: ReturnType<typeof sitDown>) {
  const account = value(await desk.browserSignIn());
  return { account, session: value(await desk.identity.session(account.id)) };
}

test('a token that is about to expire is renewed, again and again', async () => {
  using desk = sitDown({ cloud });
  const { session } = await signedIn(desk);
  const seen = new Set<string>();
  for (let turn = 0; turn < 3; turn++) seen.add(value(await session.token(graph)).authorization());
  expect(seen.size).toBe(3);
  expect(desk.opened).toHaveLength(1);
});

test('a claims challenge gets a new token past the cache, which the resource then takes', async () => {
  await using own = await startCloud({ scenario: healthy });
  using desk = sitDown({ cloud: own });
  const { session } = await signedIn(desk);
  const token = value(await session.token(graph));
  own.faults.set('graph organization', { kind: 'claims-challenge' }, { times: 1 });
  const challenged = await ask(session, token);
  expect(challenged.status).toBe(401);
  const claims = readClaimsChallenge(challenged.headers.get('www-authenticate'));
  expect(claims).toContain('nbf');
  expect((await ask(session, token)).status).toBe(401);
  const renewed = value(await session.token({ ...graph, claims: claims ?? '' }));
  expect(renewed.authorization()).not.toBe(token.authorization());
  expect((await ask(session, renewed)).status).toBe(200);
});

test('a session that was revoked asks for its person, and signing in again mends it', async () => {
  await using own = await startCloud({ scenario: healthy, accessTokenSeconds: 200 });
  using desk = sitDown({ cloud: own });
  const { account, session } = await signedIn(desk);
  own.entra.revoke(account.username);
  expect(refusal(await session.token(graph))).toMatchObject({
    code: 'session-revoked',
    params: { account: 'admin@contoso.example', number: 50173 },
  });
  expect((await desk.identity.state()).accounts[0]?.needs?.code).toBe('session-revoked');
  // Entra counts in seconds: a token of the same second counts as one from before.
  await new Promise((resolve) => setTimeout(resolve, 1100));
  value(await desk.browserSignIn(account.id));
  expect((await desk.identity.state()).accounts[0]?.needs).toBeNull();
  value(await session.token(graph));
  expect(new URL(desk.opened[1] ?? '').searchParams.get('login_hint')).toBe(account.username);
});

test('claims of a second factor travel to the sign-in page', async () => {
  using desk = sitDown({ cloud });
  const { account, session } = await signedIn(desk);
  cloud.entra.fail('token', { aadsts: 50076, grant: 'refresh_token' });
  expect(refusal(await session.token(graph)).code).toBe('mfa-required');
  value(await desk.browserSignIn(account.id));
  const claims = new URL(desk.opened[1] ?? '').searchParams.get('claims') ?? '';
  expect(JSON.parse(claims)).toMatchObject({ access_token: { capolids: { essential: true } } });
});

describe('every refusal of Entra has its own code', () => {
  const refusals = [
    [50011, 'redirect-not-registered'],
    [50020, 'guest-not-in-tenant'],
    [50034, 'user-not-found'],
    [50058, 'sign-in-required'],
    [50076, 'mfa-required'],
    [50079, 'mfa-required'],
    [50105, 'user-not-assigned'],
    [50158, 'external-challenge'],
    [50173, 'session-revoked'],
    [50194, 'tenant-required'],
    [53000, 'device-condition'],
    [53001, 'device-condition'],
    [53003, 'access-blocked'],
    [65001, 'consent-required'],
    [65004, 'consent-declined'],
    [70043, 'session-revoked'],
    [90094, 'admin-consent-required'],
    [500011, 'resource-not-in-tenant'],
    [650052, 'resource-not-in-tenant'],
    [650057, 'app-permission-missing'],
    [700016, 'app-not-in-tenant'],
    [700082, 'session-revoked'],
    [7000218, 'public-client-off'],
  ] as const;

  test.each(refusals)('AADSTS%d is %s', async (aadsts, code) => {
    using desk = sitDown({ cloud });
    const { session } = await signedIn(desk);
    // A missing consent is tried once more with everything that was consented to.
    cloud.entra.fail('token', { aadsts, grant: 'refresh_token', times: aadsts === 65001 ? 2 : 1 });
    expect(refusal(await session.token(graph))).toMatchObject({ code, params: { number: aadsts } });
  });

  test.each([50105, 65004, 90094, 53003])('AADSTS%d at the sign-in page too', async (aadsts) => {
    using desk = sitDown({ cloud });
    cloud.entra.fail('authorize', { aadsts });
    expect(refusal(await desk.browserSignIn()).params['number']).toBe(aadsts);
    await vi.waitFor(() => expect(desk.browsed).toHaveLength(1));
    expect(desk.browsed[0]?.titles.at(-1)).toBe('You are not signed in');
  });
});

test('a clock that is wrong is named where Entra’s answer says nothing better', async () => {
  const hour = 3_600_000;
  using desk = sitDown({ cloud, machineTime: () => Date.now() + hour });
  const { session } = await signedIn(desk);
  expect((await desk.identity.state()).clockAhead).toBeGreaterThan(3590);
  cloud.entra.fail('token', { aadsts: 70000, grant: 'refresh_token' });
  expect(refusal(await session.token(graph))).toEqual({
    code: 'clock-wrong',
    params: { minutes: 60, direction: 'ahead' },
  });
});

test('no network is told apart from a refusal', async () => {
  const own = await startCloud({ scenario: healthy, accessTokenSeconds: 200 });
  using desk = sitDown({ cloud: own });
  const { session } = await signedIn(desk);
  await own.stop();
  expect(refusal(await session.token(graph))).toEqual({
    code: 'network-unreachable',
    params: { host: new URL(own.origins.authority).host },
  });
});

test('SECURITY: S24 a token shows nowhere by accident', async () => {
  using desk = sitDown({ cloud });
  const { session } = await signedIn(desk);
  const token = value(await session.token(graph));
  const { inspect } = await import('node:util');
  const bare = token.authorization().slice('Bearer '.length);
  const shown = [
    `${token as unknown as string} ${JSON.stringify({ token })}${JSON.stringify(token)}`,
    inspect(token, { depth: 9, showHidden: true, getters: true }),
    inspect({ nested: [token] }, { depth: 9 }),
    Object.entries(token).join(' '),
  ].join('\n');
  expect(shown).toContain('[token]');
  expect(shown).not.toContain(bare.slice(0, 20));
});
