/**
 * Entra's side of signing in: its paths, its words and its errors around a standard provider.
 *
 * `/{tenant}/v2.0/.well-known/openid-configuration`, `/{tenant}/oauth2/v2.0/{authorize, token,
 * devicecode}`, `/{tenant}/deviceauth`, where the tenant is an id, a domain, `organizations` or
 * `common`.
 */
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { aadsts } from './aadsts.ts';
import { captureJson } from './capture.ts';
import { createDirectory } from './directory.ts';
import { createProvider, signInScope } from './provider.ts';
import { createTokens, payloadOf, scopesIn } from './tokens.ts';
import { discovery } from './discovery.ts';
import { errorPage, formPostPage } from './pages.ts';
import { interact } from './interactions.ts';
import { readBody } from '../listener.ts';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CloudAnswer, Origins, Scenario } from '../types.ts';
import type { Directory } from './directory.ts';
import type { Resource } from '../../../shared/identity/permissions.ts';
import type { TokenContext } from './provider.ts';
import type { Tokens } from './tokens.ts';

export type SignInEndpoint = 'authorize' | 'token' | 'devicecode';

export interface Failure {
  readonly aadsts: number;
  /** Requests that meet it; 1 unless told. */
  readonly times?: number;
  /** Only for this `grant_type` of the token endpoint. */
  readonly grant?: 'authorization_code' | 'refresh_token' | 'device_code';
}

export interface Entra extends Pick<Tokens, 'inspect' | 'challenge' | 'secrets'> {
  readonly directory: Directory;
  /** Answers the next requests of an endpoint with an error. */
  fail(endpoint: SignInEndpoint, failure: Failure): void;
  /** Ends every session of the person, as an administrator would. */
  revoke(upn: string): void;
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

const deviceGrant = 'urn:ietf:params:oauth:grant-type:device_code';

export function createEntra(
  scenario: Scenario,
  origins: Origins,
  accessTokenSeconds: number,
): Entra {
  const directory = createDirectory(scenario, origins);
  const contexts = new WeakMap<IncomingMessage, TokenContext>();
  const { provider, publicKey } = createProvider(
    scenario,
    origins,
    directory,
    contexts,
    accessTokenSeconds,
  );
  const tokens = createTokens(publicKey, origins);
  const callback = provider.callback();
  const failures: { endpoint: SignInEndpoint; failure: Failure; left: number }[] = [];

  function takeFailure(endpoint: SignInEndpoint, grant: string): CloudAnswer | null {
    const found = failures.find(
      ({ endpoint: own, failure, left }) =>
        left > 0 && own === endpoint && (failure.grant ?? grant) === grant,
    );
    if (found === undefined) return null;
    found.left -= 1;
    return aadsts(found.failure.aadsts);
  }

  async function authorize(request: IncomingMessage, response: ServerResponse, at: Place) {
    const url = new URL(request.url ?? '', origins.authority);
    const query = url.searchParams;
    if (at.rest !== '/oauth2/v2.0/authorize') return pass(request, response, at, url.search);
    const page = (number: number, text: string): void => html(response, errorPage(number, text));
    if (query.get('client_id') !== scenario.app.clientId)
      return page(700016, 'the application was not found in the directory.');
    const redirect = query.get('redirect_uri') ?? '';
    if (!/^http:\/\/localhost:\d+\/?$/.test(redirect))
      return page(50011, 'the redirect URI is not registered.');
    const scope = query.get('scope') ?? '';
    const asked = directory.parse(scope);
    const failed =
      takeFailure('authorize', '') ?? (typeof asked === 'number' ? aadsts(asked) : null);
    if (failed !== null) {
      const { error, error_description } = failed.body as Record<string, string>;
      const state = query.get('state') ?? '';
      const values = { error: error ?? '', error_description: error_description ?? '', state };
      return html(response, formPostPage(redirect, values));
    }
    query.set('x_scope', scope);
    query.set('x_segment', at.segment);
    query.set('scope', signInScope);
    // The account picker: here, everyone signs in anew.
    if (query.get('prompt') === 'select_account') query.set('prompt', 'login');
    for (const audience of [origins.graph, origins.exchange]) query.append('resource', audience);
    return pass(request, response, at, `?${query.toString()}`);
  }

  async function token(request: IncomingMessage, response: ServerResponse, at: Place) {
    const form = new URLSearchParams(await readBody(request));
    for (const name of ['code', 'code_verifier', 'device_code', 'refresh_token'])
      if (form.has(name)) tokens.note(form.get(name) ?? '');
    const grant = form.get('grant_type') ?? '';
    const asked = directory.parse(form.get('scope') ?? '');
    const refused =
      takeFailure('token', grant) ??
      refuseToken(form, grant, at, asked, { scenario, directory, tokens });
    if (refused !== null) return json(response, refused);
    const resource = typeof asked === 'number' ? 'graph' : asked.resource;
    if (grant === 'device_code') form.set('grant_type', deviceGrant);
    form.delete('scope');
    form.set('resource', origins[resource]);
    captureJson(response, (body, status) =>
      status === 200 ? granted(body, origins[resource], tokens, directory) : standardError(body),
    );
    return pass(request, response, at, '', { form, resource });
  }

  async function deviceCode(request: IncomingMessage, response: ServerResponse, at: Place) {
    const form = new URLSearchParams(await readBody(request));
    const scope = form.get('scope') ?? '';
    const asked = directory.parse(scope);
    const unknown = form.get('client_id') !== scenario.app.clientId;
    const refused =
      takeFailure('devicecode', '') ??
      (unknown ? aadsts(700016) : typeof asked === 'number' ? aadsts(asked) : null);
    if (refused !== null) return json(response, refused);
    form.set('x_scope', scope);
    form.set('x_segment', at.segment);
    form.set('scope', signInScope);
    for (const audience of [origins.graph, origins.exchange]) form.append('resource', audience);
    captureJson(response, (body, status) => {
      if (status !== 200) return standardError(body);
      tokens.note(String(body['device_code']));
      const { verification_uri_complete: _left, ...rest } = body;
      const message = `To sign in, use a web browser to open the page ${String(body['verification_uri'])} and enter the code ${String(body['user_code'])} to authenticate.`;
      return { ...rest, interval: 1, message };
    });
    return pass(request, response, at, '', { form, resource: 'graph' });
  }

  function pass(
    request: IncomingMessage,
    response: ServerResponse,
    { segment, rest }: Place,
    search: string,
    posted?: { readonly form: URLSearchParams; readonly resource: Resource },
  ): Promise<void> {
    const passed = posted === undefined ? request : replay(request, posted.form);
    passed.url = `${rest}${search}`;
    Object.assign(passed, { originalUrl: `/${segment}${passed.url}` });
    contexts.set(passed, { segment, resource: posted?.resource ?? 'graph' });
    return callback(passed, response);
  }

  return {
    directory,
    inspect: (token, api) => tokens.inspect(token, api),
    challenge: (token) => tokens.challenge(token),
    secrets: () => tokens.secrets(),
    fail(endpoint, failure) {
      failures.push({ endpoint, failure, left: failure.times ?? 1 });
    },
    revoke(upn) {
      const user = directory.userNamed(upn);
      if (user === undefined) throw new Error(`there is no ${upn}`);
      tokens.revoke(user.oid);
    },
    async handle(request, response) {
      const { pathname } = new URL(request.url ?? '', origins.authority);
      if (/^\/interaction\/[\w-]+$/.test(pathname))
        return interact(provider, directory, request, response);
      const at = placeOf(pathname);
      if (at === null) return json(response, { status: 404, body: { error: 'not_found' } });
      const known =
        ['organizations', 'common'].includes(at.segment) || directory.tenant(at.segment);
      if (!known) return json(response, aadsts(90002));
      if (at.rest === '/v2.0/.well-known/openid-configuration')
        return json(response, discovery(at.segment, directory, origins));
      if (at.rest === '/oauth2/v2.0/token') return token(request, response, at);
      if (at.rest === '/oauth2/v2.0/devicecode') return deviceCode(request, response, at);
      return authorize(request, response, at);
    },
  };
}

interface Place {
  readonly segment: string;
  readonly rest: string;
}

function placeOf(path: string): Place | null {
  const match = /^\/([\w.-]{1,253})(\/.*)$/.exec(path);
  return match === null ? null : { segment: match[1] ?? '', rest: match[2] ?? '' };
}

interface Rules {
  readonly scenario: Scenario;
  readonly directory: Directory;
  readonly tokens: Tokens;
}

function refuseToken(
  form: URLSearchParams,
  grant: string,
  { segment }: Place,
  asked: ReturnType<Directory['parse']>,
  { scenario, directory, tokens }: Rules,
): CloudAnswer | null {
  if (form.get('client_id') !== scenario.app.clientId) return aadsts(700016);
  if (typeof asked === 'number') return aadsts(asked);
  if (grant === 'device_code' && !scenario.app.publicFlows) return aadsts(7000218);
  if (grant !== 'refresh_token') return null;
  const holder = tokens.holder(form.get('refresh_token') ?? '');
  const user = holder === null ? undefined : directory.user(holder.oid);
  if (holder === null || user === undefined) return aadsts(70000);
  if (holder.revoked) return aadsts(50173);
  if (directory.tenantFor(user, segment) === undefined) return aadsts(50020);
  return directory.missing(user, asked).length > 0 ? aadsts(65001) : null;
}

/** A token answer as Entra gives it. */
function granted(
  body: Record<string, unknown>,
  audience: string,
  tokens: Tokens,
  directory: Directory,
): Record<string, unknown> {
  const { oid, tid } = payloadOf(String(body['id_token']));
  const access = String(body['access_token']);
  const refresh = String(body['refresh_token']);
  for (const secret of [access, refresh, String(body['id_token'])]) tokens.note(secret);
  tokens.refreshToken(refresh, String(oid));
  const scopes = scopesIn(payloadOf(access));
  const home = directory.user(String(oid))?.tenantId ?? tid;
  return {
    ...body,
    scope: [...scopes.map((scope) => `${audience}/${scope}`), 'openid', 'profile'].join(' '),
    ext_expires_in: body['expires_in'],
    client_info: Buffer.from(JSON.stringify({ uid: oid, utid: home })).toString('base64url'),
  };
}

/** The standard's errors in Entra's words. */
function standardError(body: Record<string, unknown>): Record<string, unknown> {
  const known: Readonly<Record<string, number>> = {
    authorization_pending: 70016,
    expired_token: 70020,
    access_denied: 70018,
    invalid_grant: 70000,
  };
  const number = known[String(body['error'])];
  return number === undefined ? body : (aadsts(number).body as Record<string, unknown>);
}

/** The request again, with another body in place of the one that was read. */
function replay(request: IncomingMessage, form: URLSearchParams): IncomingMessage {
  const body = Buffer.from(form.toString());
  const { method, socket, httpVersion, httpVersionMajor, httpVersionMinor } = request;
  const headers = { ...request.headers, 'content-length': String(body.length) };
  return Object.assign(Readable.from([body], { objectMode: false }), {
    method,
    socket,
    httpVersion,
    httpVersionMajor,
    httpVersionMinor,
    headers,
    complete: true,
  }) as unknown as IncomingMessage;
}

function html(response: ServerResponse, text: string): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(text);
}

function json(response: ServerResponse, { status, headers, body }: CloudAnswer): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'x-ms-request-id': randomUUID(),
    ...headers,
  });
  response.end(JSON.stringify(body));
}
