/** The simulated cloud refuses what the real one refuses; else the tests that use it prove little. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { admin, clientId, contoso, healthy, reader } from './scenarios/contoso.ts';
import { createNodeFetch } from '../../electron/service/nodeFetch.ts';
import { readClaimsChallenge } from '../../electron/service/identity/claimsChallenge.ts';
import { sitDown, value } from '../support/signedIn.ts';
import { startCloud } from './startCloud.ts';
import type { Desk } from '../support/signedIn.ts';
import type { Fetch } from '../../electron/service/ports.ts';
import type { Fault } from './types.ts';
import type { SimulatedCloud } from './startCloud.ts';

const mailboxes = Array.from({ length: 2500 }, (_, number) => ({
  Name: `m${number}`,
  Size: number,
}));

let cloud: SimulatedCloud;
let desk: Desk;
let fetch: Fetch;
let graph: string;
let exchange: string;

beforeAll(async () => {
  const cmdlets = { ...healthy.cmdlets, 'Get-Mailbox': mailboxes };
  const users = [admin, { ...reader, cmdlets: ['Get-AcceptedDomain'] }];
  cloud = await startCloud({ scenario: { ...healthy, cmdlets, users } });
  desk = sitDown({ cloud });
  fetch = createNodeFetch({ ca: cloud.ca });
  value(await desk.browserSignIn());
  const session = value(await desk.identity.session(null));
  graph = value(await session.token({ resource: 'graph', scopes: ['User.Read'] })).authorization();
  exchange = value(
    await session.token({ resource: 'exchange', scopes: ['Exchange.Manage'] }),
  ).authorization();
});

afterEach(() => cloud.faults.clear());

afterAll(async () => {
  desk[Symbol.dispose]();
  await cloud.stop();
  expect(cloud.bugs).toEqual([]);
});

function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${cloud.origins.graph}${path}`, {
    method: 'GET',
    headers: { authorization: graph, ...headers },
  });
}

function run(cmdlet: string, parameters: object | null = {}, more: Record<string, string> = {}) {
  return post(
    `${cloud.origins.exchange}/adminapi/beta/${contoso.id}/InvokeCommand`,
    { CmdletInput: { CmdletName: cmdlet, Parameters: parameters } },
    more,
  );
}

function post(url: string, body: object, more: Record<string, string> = {}): Promise<Response> {
  const headers = {
    authorization: exchange,
    'content-type': 'application/json',
    'x-anchormailbox': `UPN:${admin.upn}`,
    ...more,
  };
  return fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
}

/** One request of a batch. */
function part(id: string, cmdlet: string) {
  return {
    id,
    method: 'POST',
    url: `/adminapi/beta/${contoso.id}/InvokeCommand`,
    body: { CmdletInput: { CmdletName: cmdlet, Parameters: {} } },
  };
}

interface Page {
  readonly value: readonly Readonly<Record<string, unknown>>[];
  readonly '@odata.nextLink'?: string;
  readonly '@adminapi.warnings': readonly string[];
}

describe('Graph', () => {
  test.each([
    ['an unknown path', '/v1.0/organisation', 400],
    ['another version', '/v2.0/organization', 400],
    ['an option that the path has not', '/v1.0/organization?$filter=x', 400],
    ['a property that does not exist', '/v1.0/organization?$select=id,shoeSize', 400],
    ['a good one', '/v1.0/organization?$select=id', 200],
  ])('%s', async (_name, path, status) => {
    expect((await get(path)).status).toBe(status);
  });

  test('a write is refused and stays on record', async () => {
    const answer = await fetch(`${cloud.origins.graph}/v1.0/organization`, {
      method: 'POST',
      headers: { authorization: graph },
      body: '{}',
    });
    expect(answer.status).toBe(400);
    expect(cloud.requests.at(-1)).toMatchObject({ method: 'POST', route: null, authorized: true });
  });

  test.each([
    ['no token', {}],
    ['a token of Exchange', { authorization: 'exchange' }],
    ['a token with a changed signature', { authorization: 'changed' }],
    ['a token that nobody gave out', { authorization: 'Bearer a.b.c' }],
  ])('%s is 401', async (_name, { authorization }: { readonly authorization?: string }) => {
    const headers =
      authorization === 'exchange'
        ? { authorization: exchange }
        : authorization === 'changed'
          ? { authorization: `${graph.slice(0, -6)}AAAAAA` }
          : authorization === undefined
            ? {}
            : { authorization };
    const url = `${cloud.origins.graph}/v1.0/organization`;
    const answer = await fetch(url, { method: 'GET', headers });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer /);
  });
});

describe('Exchange', () => {
  test('pages by posting the same body to the link, for the same anchor alone', async () => {
    const names: unknown[] = [];
    let url = `${cloud.origins.exchange}/adminapi/beta/${contoso.id}/InvokeCommand`;
    const body = {
      CmdletInput: { CmdletName: 'Get-Mailbox', Parameters: { ResultSize: 'Unlimited' } },
    };
    const prefer = { prefer: 'odata.maxpagesize=1000' };
    for (let page = 0; page < 3; page++) {
      const answer = (await (await post(url, body, prefer)).json()) as Page;
      names.push(...answer.value.map(({ Name }) => Name));
      if (page === 0) {
        const elsewhere = { ...prefer, 'x-anchormailbox': 'UPN:somebody@contoso.example' };
        const refused = await post(answer['@odata.nextLink'] ?? '', body, elsewhere);
        expect(refused.status).toBe(400);
        expect(await refused.text()).toContain('Expired or Invalid pagination request');
      }
      url = answer['@odata.nextLink'] ?? '';
    }
    expect(url).toBe('');
    expect(names).toEqual(mailboxes.map(({ Name }) => Name));
  });

  test('without a result size a thousand come, with a warning', async () => {
    const answer = (await (
      await run('Get-Mailbox', {}, { prefer: 'odata.maxpagesize=1000' })
    ).json()) as Page;
    expect(answer.value).toHaveLength(1000);
    expect(answer['@odata.nextLink']).toBeUndefined();
    expect(answer['@adminapi.warnings'].join()).toContain('more results available');
  });

  test('rows carry the names of their types', async () => {
    const answer = (await (await run('Get-Mailbox', { ResultSize: 1 })).json()) as Page;
    expect(answer.value).toEqual([{ Name: 'm0', 'Size@data.type': 'System.Int32', Size: 0 }]);
  });

  test.each([
    ['a cmdlet that changes something', 'Set-OrganizationConfig'],
    ['an unknown cmdlet', 'Get-Nothing'],
    ['a name of JavaScript', 'constructor'],
  ])('%s gets NUL bytes', async (_name, cmdlet) => {
    const answer = await run(cmdlet);
    expect(answer.status).toBe(403);
    expect(new Set(new Uint8Array(await answer.arrayBuffer()))).toEqual(new Set([0]));
  });

  test('parameters that are null are malformed', async () => {
    expect((await run('Get-AcceptedDomain', null)).status).toBe(400);
  });

  test('another tenant is not read', async () => {
    const url = `${cloud.origins.exchange}/adminapi/beta/${crypto.randomUUID()}/InvokeCommand`;
    const answer = await post(url, { CmdletInput: { CmdletName: 'Get-Mailbox', Parameters: {} } });
    expect(answer.status).toBe(403);
  });

  test('the module names what the role may run, and no more', async () => {
    using other = sitDown({ cloud });
    other.person = { login: reader.upn };
    value(await other.browserSignIn());
    const session = value(await other.identity.session(null));
    const token = value(await session.token({ resource: 'exchange', scopes: ['Exchange.Manage'] }));
    const url = `${cloud.origins.exchange}/adminapi/v1.0/${contoso.id}/EXOModuleFile?Version=3.9.2`;
    const headers = { authorization: token.authorization(), commandname: '*' };
    const answer = (await (await fetch(url, { method: 'GET', headers })).json()) as Page;
    expect(answer.value[0]?.['exportedCmdlets']).toBe('Get-AcceptedDomain');
    expect((await run('Get-Mailbox', {}, { authorization: token.authorization() })).status).toBe(
      403,
    );
  });

  test('a batch has an answer for each, and at most ten', async () => {
    const url = `${cloud.origins.exchange}/adminapi/beta/${contoso.id}/$batch`;
    const two = [part('1', 'Get-AcceptedDomain'), part('2', 'Get-Nothing')];
    const answer = (await (await post(url, { requests: two })).json()) as {
      readonly responses: readonly { readonly id: string; readonly status: number }[];
    };
    expect(answer.responses.map(({ id, status }) => [id, status])).toEqual([
      ['1', 200],
      ['2', 403],
    ]);
    const eleven = Array.from({ length: 11 }, (_, id) => part(String(id), 'Get-AcceptedDomain'));
    expect((await post(url, { requests: eleven })).status).toBe(400);
  });
});

describe('faults', () => {
  const path = '/v1.0/organization';

  test.each<[Fault, number]>([
    [{ kind: '429', seconds: 3 }, 429],
    [{ kind: '500' }, 500],
    [{ kind: '503' }, 503],
    [{ kind: '504' }, 504],
    [{ kind: '401' }, 401],
    [{ kind: '403' }, 403],
    [{ kind: 'nul-403' }, 403],
    [{ kind: 'region' }, 302],
    [{ kind: 'expired-page' }, 400],
    [{ kind: 'answer', answer: { status: 418, body: 'tea' } }, 418],
    [{ kind: 'slow', milliseconds: 20 }, 200],
  ])('%j answers with %d, then all is well again', async (fault, status) => {
    cloud.faults.set('graph organization', fault, { times: 1 });
    const answer = await get(path);
    expect(answer.status).toBe(status);
    await answer.arrayBuffer();
    expect((await get(path)).status).toBe(200);
  });

  test('faults come one after the other, after as many good answers as told', async () => {
    cloud.faults.set('graph organization', { kind: '503' }, { times: 2, after: 1 });
    cloud.faults.set('graph organization', { kind: '429', seconds: null }, { times: 1 });
    const seen: number[] = [];
    for (let turn = 0; turn < 5; turn++) seen.push((await get(path)).status);
    expect(seen).toEqual([200, 503, 503, 429, 200]);
  });

  test('a cut answer breaks off, a reset gives none, a timeout waits', async () => {
    cloud.faults.set('graph organization', { kind: 'cut' }, { times: 1 });
    await expect((await get(path)).text()).rejects.toThrow();
    cloud.faults.set('graph organization', { kind: 'reset' }, { times: 1 });
    await expect(get(path)).rejects.toThrow();
    cloud.faults.set('graph organization', { kind: 'timeout' }, { times: 1 });
    const signal = AbortSignal.timeout(300);
    const waiting = fetch(`${cloud.origins.graph}${path}`, {
      method: 'GET',
      headers: { authorization: graph },
      signal,
    });
    await expect(waiting).rejects.toThrow();
    expect(signal.aborted).toBe(true);
  });

  test('wrong JSON is no JSON', async () => {
    cloud.faults.set('graph organization', { kind: 'wrong-json' }, { times: 1 });
    await expect((await get(path)).json()).rejects.toThrow();
  });

  test('a redirect to the region serves the same there', async () => {
    cloud.faults.set('exchange invoke', { kind: 'region' }, { times: 1 });
    const moved = await run('Get-AcceptedDomain');
    const location = moved.headers.get('location') ?? '';
    expect(new URL(location).origin).toBe(cloud.origins.exchangeRegion);
    const body = { CmdletInput: { CmdletName: 'Get-AcceptedDomain', Parameters: {} } };
    expect((await post(location, body)).status).toBe(200);
  });

  test('a challenged token stays refused, with claims that can be read', async () => {
    await using own = await startCloud({ scenario: healthy });
    using other = sitDown({ cloud: own });
    value(await other.browserSignIn());
    const session = value(await other.identity.session(null));
    const token = value(await session.token({ resource: 'graph', scopes: ['User.Read'] }));
    const ask = () =>
      session.fetch(`${own.origins.graph}${path}`, {
        method: 'GET',
        headers: { authorization: token.authorization() },
      });
    own.faults.set('graph organization', { kind: 'claims-challenge' }, { times: 1 });
    for (let turn = 0; turn < 2; turn++) {
      const answer = await ask();
      expect(answer.status).toBe(401);
      expect(readClaimsChallenge(answer.headers.get('www-authenticate'))).not.toBeNull();
    }
  });
});

test('what is on record has neither tokens nor what was typed', () => {
  const written = JSON.stringify(cloud.requests);
  expect(cloud.entra.secrets().length).toBeGreaterThan(3);
  for (const secret of cloud.entra.secrets()) expect(written).not.toContain(secret);
});

function submit(path: string, form: Readonly<Record<string, string>>): Promise<Response> {
  return fetch(`${cloud.origins.authority}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
  });
}

function scope(): string {
  return `${cloud.origins.graph}/User.Read openid profile offline_access`;
}

describe('Entra', () => {
  test.each([
    ['an unknown tenant', '/nowhere.example/oauth2/v2.0/token', {}, 90002],
    [
      'an unknown application',
      `/${contoso.id}/oauth2/v2.0/devicecode`,
      { client_id: crypto.randomUUID() },
      700016,
    ],
    [
      'a resource that nobody knows',
      `/${contoso.id}/oauth2/v2.0/devicecode`,
      { scope: 'https://elsewhere.example/User.Read' },
      500011,
    ],
    [
      'a scope that nobody knows',
      `/${contoso.id}/oauth2/v2.0/devicecode`,
      { scope: 'Mail.ReadWrite' },
      70011,
    ],
    [
      'a refresh token that nobody gave out',
      `/${contoso.id}/oauth2/v2.0/token`,
      { grant_type: 'refresh_token', refresh_token: 'made-up' },
      70000,
    ],
  ])('%s', async (_name, path, form, number) => {
    const answer = await submit(path, { client_id: clientId, scope: scope(), ...form });
    expect(await answer.json()).toMatchObject({
      error_codes: [number],
      error_description: expect.stringContaining(`AADSTS${number}`) as string,
    });
  });

  test('a redirect address that is not registered is shown, and sent nowhere', async () => {
    const query = new URLSearchParams({
      client_id: clientId,
      redirect_uri: 'https://attacker.example',
      scope: scope(),
      response_type: 'code',
    });
    const url = `${cloud.origins.authority}/organizations/oauth2/v2.0/authorize?${query.toString()}`;
    const answer = await fetch(url, { method: 'GET', headers: {} });
    expect(answer.headers.get('location')).toBeNull();
    expect(await answer.text()).toContain('AADSTS50011');
  });
});
