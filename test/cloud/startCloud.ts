/**
 * A simulated Microsoft cloud on loopback: Entra (a real OpenID provider in Entra's shape), Microsoft
 * Graph and the Exchange admin API, over HTTPS with a CA of its own.
 *
 *   await using cloud = await startCloud({ scenario: healthy });
 *   cloud.cloudFile                       path of the JSON for `--cloud`; `cloud.cloud` is its value
 *   cloud.requests                        what was asked, in order
 *   cloud.faults.set('graph organization', { kind: '429', seconds: 1 }, { times: 2 })
 *   cloud.entra.fail('token', { aadsts: 50076 }); cloud.entra.revoke(upn); cloud.entra.secrets()
 *   await browse(url, { login: 'admin@contoso.example' })            (`browser.ts`) a person who signs in
 *
 * How to add to it:
 * - A Graph path: a row in a table of `graph/`, listed in `graph/routes.ts`. A row says which scopes,
 *   query options and `$select` properties exist; everything else is refused, as Graph does. Its
 *   answer is made of `scenario.graph`.
 * - A cmdlet: rows under its name in the scenario's `cmdlets`. `exchange/` serves them all: envelope,
 *   `$select`, paging by link, role (NUL bytes for what the role lacks), `$batch`, `EXOModuleFile`.
 * - A scenario: a file in `scenarios/`, as a change of `contoso.ts`.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCertificateAuthority } from '../support/certificateAuthority.ts';
import { createEntra } from './entra/entra.ts';
import { createFaults } from './api/faults.ts';
import { createMatcher } from './api/match.ts';
import { dispatch } from './api/dispatch.ts';
import { exchangeRoutes } from './exchange/routes.ts';
import { graphRoutes } from './graph/routes.ts';
import { headersOf, listen, readBody, write } from './listener.ts';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Api, CloudContext, Faults, Origins, RecordedRequest, Scenario } from './types.ts';
import type { Entra } from './entra/entra.ts';
import type { Listener } from './listener.ts';

export interface CloudOptions {
  readonly scenario: Scenario;
  /** Lifetime of access tokens; MSAL renews those with less than 300 s left. */
  readonly accessTokenSeconds?: number;
  /** Milliseconds before every API answer. */
  readonly delay?: number;
}

/** What stands in the file for `--cloud`. */
export interface CloudFileContent {
  readonly name: string;
  readonly authority: string;
  readonly graph: string;
  readonly exchange: string;
  /** PEM. */
  readonly ca: string;
}

export interface SimulatedCloud extends AsyncDisposable {
  readonly cloudFile: string;
  readonly cloud: CloudFileContent;
  readonly ca: string;
  readonly origins: Origins;
  readonly scenario: Scenario;
  readonly requests: readonly RecordedRequest[];
  readonly faults: Faults;
  readonly entra: Entra;
  /** What went wrong inside; a test's end asserts that it is empty. */
  readonly bugs: readonly unknown[];
  stop(): Promise<void>;
}

type Host = RecordedRequest['host'];

const hosts = ['authority', 'graph', 'exchange', 'exchangeRegion', 'downloads'] as const;

export async function startCloud(options: CloudOptions): Promise<SimulatedCloud> {
  const { scenario, accessTokenSeconds = 3600, delay = 0 } = options;
  const authority = createCertificateAuthority();
  const tls = authority.issue('IP:127.0.0.1', 'DNS:localhost');
  const requests: RecordedRequest[] = [];
  const bugs: unknown[] = [];
  const faults = createFaults();
  const handlers = new Map<
    Host,
    (request: IncomingMessage, response: ServerResponse) => Promise<void>
  >();
  const listeners: Listener[] = [];
  for (const host of hosts) {
    listeners.push(
      await listen(
        tls,
        async (request, response) => handlers.get(host)?.(request, response),
        (error) => bugs.push(error),
      ),
    );
  }
  const origins = Object.fromEntries(
    hosts.map((host, index) => [host, listeners[index]?.origin ?? '']),
  ) as unknown as Origins;
  const entra = createEntra(scenario, origins, accessTokenSeconds);
  const context: CloudContext = { scenario, origins, clock: () => new Date() };
  const match = createMatcher([...graphRoutes, ...exchangeRoutes]);

  const record = (host: Host, request: IncomingMessage, body: unknown): RecordedRequest => {
    const url = new URL(request.url ?? '', origins[host]);
    const { authorization, cookie: _cookie, ...headers } = headersOf(request);
    const recorded: RecordedRequest = {
      at: context.clock(),
      host,
      method: request.method ?? '',
      path: url.pathname,
      query: host === 'authority' ? {} : Object.fromEntries(url.searchParams),
      headers,
      body,
      route: null,
      authorized: authorization !== undefined,
      status: null,
    };
    requests.push(recorded);
    return recorded;
  };

  handlers.set('authority', async (request, response) => {
    const recorded = record('authority', request, null);
    response.once('finish', () => (recorded.status = response.statusCode));
    await entra.handle(request, response);
  });
  for (const host of hosts.slice(1)) {
    const api: Api = host.startsWith('exchange') ? 'exchange' : 'graph';
    handlers.set(host, async (request, response) => {
      const text = await readBody(request);
      const body = text === '' ? null : parsed(text);
      const url = new URL(request.url ?? '', origins[host]);
      const found = match(request.method ?? '', url.pathname);
      const route = found?.route.api === api ? found : null;
      const recorded = Object.assign(record(host, request, body), {
        route: route?.route.name ?? null,
      });
      response.once(
        'close',
        () => (recorded.status = response.headersSent ? response.statusCode : null),
      );
      const headers = headersOf(request);
      const token = /^Bearer (\S+)$/i.exec(headers['authorization'] ?? '')?.[1] ?? null;
      if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
      const incoming = { api, method: request.method ?? '', url, headers, body, token };
      write(response, await dispatch(incoming, route, { context, entra, faults }));
    });
  }

  const folder = await mkdtemp(join(tmpdir(), 'exo-companion-cloud-'));
  const cloudFile = join(folder, 'cloud.json');
  const cloud: CloudFileContent = {
    name: `Simulated cloud (${scenario.name})`,
    authority: origins.authority,
    graph: origins.graph,
    exchange: origins.exchange,
    ca: authority.caPem,
  };
  await writeFile(cloudFile, JSON.stringify(cloud));

  async function stop(): Promise<void> {
    await Promise.all(listeners.map((listener) => listener.stop()));
    await rm(folder, { recursive: true, force: true });
  }

  return {
    cloudFile,
    cloud,
    ca: authority.caPem,
    origins,
    scenario,
    requests,
    faults,
    entra,
    bugs,
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
