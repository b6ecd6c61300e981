import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  clientId,
  contoso,
  fabrikam,
  freshRegistration,
  healthy,
} from '../../../cloud/scenarios/contoso.ts';
import { createTestSecretBox } from '../../../support/secretBox.ts';
import { refusal, sitDown, value } from '../../../support/signedIn.ts';
import { startCloud } from '../../../cloud/startCloud.ts';
import type { SimulatedCloud } from '../../../cloud/startCloud.ts';
import { patience } from '../../../support/patience.ts';

let cloud: SimulatedCloud;

beforeAll(async () => {
  cloud = await startCloud({ scenario: healthy });
});

afterAll(async () => {
  await cloud.stop();
  expect(cloud.bugs).toEqual([]);
});

const organization = (session: { readonly cloud: { readonly graph: string } }) =>
  `${session.cloud.graph}/v1.0/organization`;

const tokenCall = (segment: string) => `POST /${segment}/oauth2/v2.0/token`;

describe('signing in with the browser', () => {
  test('gives an account whose token Graph accepts', async () => {
    using desk = sitDown({ cloud });
    const account = value(await desk.browserSignIn());
    expect(account).toMatchObject({
      username: 'admin@contoso.example',
      displayName: 'Avery Admin',
      tenantId: contoso.id,
      clientId,
      active: true,
      guest: false,
      needs: null,
    });
    const session = value(await desk.identity.session(null));
    const token = value(
      await session.token({ resource: 'graph', scopes: ['Organization.Read.All'] }),
    );
    const answer = await session.fetch(organization(session), {
      method: 'GET',
      headers: { authorization: token.authorization() },
    });
    expect(answer.status).toBe(200);
    expect(desk.browsed.map(({ text }) => text)).toEqual([
      'You are signed in You are signed in Go back to Exchange Companion. You can close this page.',
    ]);
    expect(desk.steps.map(({ step }) => step)).toEqual(['browser']);
  });

  test('uses PKCE, a posted answer, and a loopback address', async () => {
    using desk = sitDown({ cloud });
    value(await desk.browserSignIn());
    const query = new URL(desk.opened[0] ?? '').searchParams;
    expect(query.get('code_challenge_method')).toBe('S256');
    expect(query.get('response_mode')).toBe('form_post');
    expect(query.get('redirect_uri')).toMatch(/^http:\/\/localhost:\d+$/);
    expect(query.get('scope')?.split(' ')).toEqual(
      expect.arrayContaining([
        `${cloud.origins.graph}/User.Read`,
        `${cloud.origins.graph}/Organization.Read.All`,
      ]),
    );
  });

  test('writes each of its requests into the audit table, by path alone', async () => {
    using desk = sitDown({ cloud });
    const account = value(await desk.browserSignIn());
    const session = value(await desk.identity.session(null));
    value(await session.token({ resource: 'exchange', scopes: ['Exchange.Manage'] }));
    expect(desk.calls.map(({ call }) => call)).toEqual([
      'GET /organizations/v2.0/.well-known/openid-configuration',
      'GET /organizations/oauth2/v2.0/authorize in the browser',
      tokenCall('organizations'),
      tokenCall(account.tenantId),
    ]);
    expect(desk.calls.map(({ api, outcome }) => `${api} ${outcome}`)).toEqual([
      'sign-in 200',
      'sign-in opened',
      'sign-in 200',
      'sign-in 200',
    ]);
    expect(desk.calls.map(({ tenantId }) => tenantId)).toEqual([
      null,
      null,
      null,
      account.tenantId,
    ]);
  });

  test('asks for nothing at sign-in beyond who one is and the organization', async () => {
    using desk = sitDown({ cloud });
    value(await desk.browserSignIn());
    const scopes = new URL(desk.opened[0] ?? '').searchParams.get('scope')?.split(' ') ?? [];
    const ours = scopes.filter((scope) => scope.startsWith('https://'));
    expect(ours.map((scope) => scope.slice(scope.lastIndexOf('/') + 1)).sort()).toEqual([
      'Organization.Read.All',
      'User.Read',
    ]);
  });

  test('a second token of the same resource comes from the cache, one of the other without a person', async () => {
    using desk = sitDown({ cloud });
    value(await desk.browserSignIn());
    const session = value(await desk.identity.session(null));
    const before = tokenRequests();
    const graph = value(await session.token({ resource: 'graph', scopes: ['User.Read'] }));
    expect(tokenRequests() - before).toBe(0);
    const exchange = value(
      await session.token({ resource: 'exchange', scopes: ['Exchange.Manage'] }),
    );
    expect(tokenRequests() - before).toBe(1);
    expect(exchange.scopes).toEqual(['Exchange.Manage']);
    expect(graph.authorization()).not.toBe(exchange.authorization());
    expect(desk.opened).toHaveLength(1);
  });

  test('many tokens at once cost one refresh, and rotation does not lose the session', async () => {
    using desk = sitDown({ cloud });
    value(await desk.browserSignIn());
    const session = value(await desk.identity.session(null));
    const before = tokenRequests();
    const wanted = Array.from({ length: 12 }, (_, index) =>
      index % 2 === 0
        ? session.token({ resource: 'exchange', scopes: ['Exchange.Manage'] })
        : session.token({ resource: 'graph', scopes: ['Policy.Read.All'] }),
    );
    for (const result of await Promise.all(wanted)) value(result);
    expect(tokenRequests() - before).toBeLessThanOrEqual(2);
  });

  test('a person who cancels is told at once, and the next attempt works', async () => {
    using desk = sitDown({ cloud, openBrowser: async () => {} });
    const started = performance.now();
    const waiting = desk.browserSignIn();
    await sleep(300);
    desk.controller.abort();
    expect(refusal(await waiting).code).toBe('cancelled');
    expect(performance.now() - started).toBeLessThan(patience);
    using again = sitDown({ cloud });
    value(await again.browserSignIn());
  });

  test('cancelling before the page is open opens none', async () => {
    using desk = sitDown({ cloud });
    desk.controller.abort();
    expect(refusal(await desk.browserSignIn()).code).toBe('cancelled');
    expect(desk.opened).toEqual([]);
  });

  test('a browser that was closed ends with the time limit', async () => {
    using desk = sitDown({ cloud, openBrowser: async () => {} });
    const result = await desk.identity.signIn(
      { accountId: null, consent: null },
      { signal: desk.controller.signal, onStep() {}, limit: 400 },
    );
    expect(refusal(result)).toMatchObject({ code: 'sign-in-timeout' });
    expect((await desk.identity.state()).accounts).toEqual([]);
  });

  test('a host without a browser says so', async () => {
    using desk = sitDown({ cloud, openBrowser: null });
    expect(refusal(await desk.browserSignIn()).code).toBe('browser-unavailable');
    using failing = sitDown({ cloud, openBrowser: () => Promise.reject(new Error('no screen')) });
    expect(refusal(await failing.browserSignIn()).code).toBe('browser-unavailable');
  });

  test('without a registration there is nothing to sign in to', async () => {
    using desk = sitDown({ cloud, registration: { clientId: null } });
    expect(refusal(await desk.browserSignIn()).code).toBe('client-id-missing');
  });
});

describe('accounts and tenants', () => {
  test('two accounts live side by side; switching, signing out', async () => {
    using desk = sitDown({ cloud });
    const first = value(await desk.browserSignIn());
    desk.person = { login: 'admin@fabrikam.example' };
    const second = value(await desk.browserSignIn());
    expect(second.tenantId).toBe(fabrikam.id);
    expect(
      (await desk.identity.state()).accounts.map(({ username, active }) => [username, active]),
    ).toEqual([
      ['admin@contoso.example', false],
      ['admin@fabrikam.example', true],
    ]);
    value(await desk.identity.switchTo(first.id));
    expect(value(await desk.identity.session(null)).account.username).toBe('admin@contoso.example');
    const left = value(await desk.identity.signOut(first.id));
    expect(left.accounts.map(({ username, active }) => [username, active])).toEqual([
      ['admin@fabrikam.example', true],
    ]);
    expect(refusal(await desk.identity.session(first.id)).code).toBe('account-unknown');
    const other = value(await desk.identity.session(second.id));
    value(await other.token({ resource: 'graph', scopes: ['User.Read'] }));
  });

  test('a session that was handed out gives no token after signing out', async () => {
    using desk = sitDown({ cloud });
    const account = value(await desk.browserSignIn());
    const session = value(await desk.identity.session(null));
    value(await desk.identity.signOut(account.id));
    const after = await session.token({ resource: 'graph', scopes: ['User.Read'] });
    expect(refusal(after).code).toBe('sign-in-required');
  });

  test('a guest reads the other tenant with its own tokens; forgetting one tenant keeps the other', async () => {
    using home = sitDown({ cloud });
    value(await home.browserSignIn());
    using desk = sitDown({ cloud, registration: { tenant: 'fabrikam.example' } });
    const guest = value(await desk.browserSignIn());
    expect(guest).toMatchObject({ tenantId: fabrikam.id, guest: true });
    const session = value(await desk.identity.session(guest.id));
    const token = value(
      await session.token({ resource: 'graph', scopes: ['Organization.Read.All'] }),
    );
    const answer = await session.fetch(`${organization(session)}?$select=displayName`, {
      method: 'GET',
      headers: { authorization: token.authorization() },
    });
    expect(await answer.json()).toMatchObject({ value: [{ displayName: 'Fabrikam' }] });
  });

  test('forgetting one tenant of an account leaves its tokens for another', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'exo-companion-desk-'));
    const secrets = createTestSecretBox();
    using first = sitDown({ cloud, directory, secrets });
    value(await first.browserSignIn());
    using both = sitDown({ cloud, directory, secrets, registration: { tenant: fabrikam.id } });
    value(await both.browserSignIn());
    expect((await both.identity.state()).accounts.map(({ tenantId }) => tenantId)).toEqual([
      contoso.id,
      fabrikam.id,
    ]);
    await both.identity.forgetTenant(fabrikam.id);
    expect((await both.identity.state()).accounts.map(({ tenantId }) => tenantId)).toEqual([
      contoso.id,
    ]);
    const session = value(await both.identity.session(null));
    const token = value(
      await session.token({ resource: 'graph', scopes: ['Organization.Read.All'] }),
    );
    const answer = await session.fetch(`${organization(session)}?$select=displayName`, {
      method: 'GET',
      headers: { authorization: token.authorization() },
    });
    expect(await answer.json()).toMatchObject({ value: [{ displayName: 'Contoso' }] });
  });

  test('another person at the sign-in page is not taken for the one that was asked for', async () => {
    using desk = sitDown({ cloud });
    const account = value(await desk.browserSignIn());
    desk.person = { login: 'reader@contoso.example' };
    const result = await desk.browserSignIn(account.id);
    expect(refusal(result)).toEqual({
      code: 'account-differs',
      params: { expected: 'admin@contoso.example', actual: 'reader@contoso.example' },
    });
    expect((await desk.identity.state()).accounts).toHaveLength(1);
  });
});

describe('consent', () => {
  test('a scope without consent is asked for when it is needed, and only then', async () => {
    await using own = await startCloud({ scenario: freshRegistration });
    using desk = sitDown({ cloud: own });
    const account = value(await desk.browserSignIn());
    const session = value(await desk.identity.session(null));
    const before = await session.token({ resource: 'exchange', scopes: ['Exchange.Manage'] });
    expect(refusal(before)).toMatchObject({
      code: 'consent-required',
      params: { scopes: 'Exchange.Manage' },
    });
    expect((await desk.identity.state()).accounts[0]?.needs).toBeNull();
    value(
      await desk.browserSignIn(account.id, { resource: 'exchange', scopes: ['Exchange.Manage'] }),
    );
    const after = value(await session.token({ resource: 'exchange', scopes: ['Exchange.Manage'] }));
    expect(after.scopes).toEqual(['Exchange.Manage']);
  });

  test('a larger scope that was consented to covers a smaller one', async () => {
    const scenario = {
      ...healthy,
      app: { ...healthy.app, consented: ['User.Read', 'Directory.Read.All'] as const },
    };
    await using own = await startCloud({ scenario });
    using desk = sitDown({ cloud: own });
    value(await desk.browserSignIn());
    const session = value(await desk.identity.session(null));
    const token = value(await session.token({ resource: 'graph', scopes: ['Domain.Read.All'] }));
    expect(token.scopes).toContain('Directory.Read.All');
    const other = await session.token({ resource: 'graph', scopes: ['Policy.Read.All'] });
    expect(refusal(other).code).toBe('consent-required');
  });

  test('declining is told apart from being no administrator', async () => {
    await using own = await startCloud({ scenario: freshRegistration });
    using desk = sitDown({ cloud: own });
    desk.person = { login: 'admin@contoso.example', decision: 'decline' };
    expect(refusal(await desk.browserSignIn()).code).toBe('consent-declined');
    desk.person = { login: 'reader@contoso.example' };
    expect(refusal(await desk.browserSignIn()).code).toBe('admin-consent-required');
  });

  test('the link for an administrator names application, tenant and scopes', async () => {
    using desk = sitDown({ cloud });
    const account = value(await desk.browserSignIn());
    const consent = { resource: 'exchange', scopes: ['Exchange.Manage'] } as const;
    const link = new URL(
      value(
        await desk.identity.adminConsentLink(account.id, {
          ...consent,
          scopes: [...consent.scopes],
        }),
      ),
    );
    expect(link.origin + link.pathname).toBe(
      `${cloud.origins.authority}/${contoso.id}/v2.0/adminconsent`,
    );
    expect(Object.fromEntries(link.searchParams)).toEqual({
      client_id: clientId,
      scope: `${cloud.origins.exchange}/Exchange.Manage`,
      redirect_uri: 'http://localhost',
    });
  });
});

function tokenRequests(): number {
  return cloud.requests.filter(({ path }) => path.endsWith('/oauth2/v2.0/token')).length;
}
