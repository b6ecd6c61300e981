import { createServer as createPlainServer } from 'node:http';
import { createServer } from 'node:https';
import { gzipSync } from 'node:zlib';
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createCertificateAuthority } from '../../support/certificateAuthority.ts';
import { createNodeFetch } from '../../../electron/service/nodeFetch.ts';
import { networkError } from '../../../electron/service/networkError.ts';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';

const authority = createCertificateAuthority();
let server: ReturnType<typeof createServer>;
let origin: string;

beforeAll(async () => {
  const tls = authority.issue('IP:127.0.0.1', 'DNS:server.test');
  server = createServer(tls, (request, response) => {
    const path = request.url ?? '';
    if (path === '/moved') response.writeHead(302, { location: '/elsewhere' }).end('moved');
    else if (path === '/zipped')
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('{"zipped":true}'));
    else if (path === '/broken')
      response.writeHead(200, { 'content-encoding': 'gzip' }).end('not gzip at all');
    else if (path === '/nothing') response.writeHead(204).end();
    else if (path === '/twice') response.writeHead(200, { 'set-cookie': ['a=1', 'b=2'] }).end();
    else if (path === '/never') return;
    else {
      let body = '';
      request.setEncoding('utf8').on('data', (part: string) => (body += part));
      request.on('end', () =>
        response.end(JSON.stringify({ method: request.method, headers: request.headers, body })),
      );
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  origin = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const trusting = createNodeFetch({ ca: authority.caPem });
const get = (path: string) => trusting(`${origin}${path}`, { method: 'GET', headers: {} });

async function failure(work: Promise<unknown>) {
  return work.then(
    () => null,
    (error: unknown) => networkError(error, origin),
  );
}

describe('over TLS', () => {
  test('a body arrives whole, in its own length', async () => {
    const body = JSON.stringify({ text: 'ünïcödé '.repeat(1000) });
    const answer = await trusting(`${origin}/echo`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer x' },
      body,
    });
    const seen = (await answer.json()) as Readonly<Record<string, unknown>>;
    expect(seen).toMatchObject({ method: 'POST', body });
    expect(seen['headers']).toMatchObject({ authorization: 'Bearer x' });
  });

  test('a redirect is an answer, and is not followed', async () => {
    const answer = await get('/moved');
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/elsewhere']);
    expect(await answer.text()).toBe('moved');
  });

  test('what was packed arrives unpacked; what only says so fails', async () => {
    expect(await (await get('/zipped')).json()).toEqual({ zipped: true });
    await expect((await get('/broken')).text()).rejects.toThrow();
  });

  test('an answer without a body, and a header that comes twice', async () => {
    expect((await get('/nothing')).status).toBe(204);
    expect((await get('/twice')).headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  });

  test('an abort ends the waiting', async () => {
    const never = (signal: AbortSignal) =>
      failure(trusting(`${origin}/never`, { method: 'GET', headers: {}, signal }));
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 100);
    expect(await never(controller.signal)).toMatchObject({ code: 'cancelled' });
    expect(await never(AbortSignal.timeout(100))).toMatchObject({ code: 'network-timeout' });
    const before = trusting(`${origin}/echo`, {
      method: 'GET',
      headers: {},
      signal: AbortSignal.abort(),
    });
    expect(await failure(before)).toMatchObject({ code: 'cancelled' });
  });

  test('a certificate that is not trusted is told by its reason, and gets no request', async () => {
    const wary = createNodeFetch({ ca: null });
    const other = createNodeFetch({ ca: createCertificateAuthority().caPem });
    for (const fetch of [wary, other]) {
      const refused = await failure(fetch(`${origin}/echo`, { method: 'GET', headers: {} }));
      expect(refused?.code).toBe('network-untrusted');
      expect(refused?.params['problem']).toMatch(/^[A-Z_]+$/);
    }
  });

  test('a certificate for another name is not trusted either', async () => {
    const { port } = server.address() as AddressInfo;
    const refused = trusting(`https://localhost:${port}/echo`, { method: 'GET', headers: {} });
    expect(await failure(refused)).toMatchObject({ code: 'network-untrusted' });
  });

  test('nobody listening is told apart', async () => {
    const nobody = trusting('https://127.0.0.1:1/', { method: 'GET', headers: {} });
    expect(await failure(nobody)).toMatchObject({ code: 'network-unreachable' });
  });
});

/** A name that only the proxy can find. */
function remote(): string {
  return origin.replace('127.0.0.1', 'server.test');
}

function echo(at: string, ca: string | null = authority.caPem): Promise<Response> {
  return createNodeFetch({ ca })(`${at}/echo`, { method: 'GET', headers: {} });
}

describe('through a proxy', () => {
  const before = { ...process.env };
  let proxy: Server | null = null;

  afterEach(() => {
    process.env = { ...before };
    proxy?.closeAllConnections();
    proxy?.close();
  });

  async function startProxy(admits: boolean): Promise<readonly string[]> {
    const asked: string[] = [];
    proxy = createPlainServer();
    proxy.on('connect', (request, socket) => {
      asked.push(request.url ?? '');
      if (!admits) {
        socket.end(
          'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\n\r\n',
        );
        return;
      }
      const port = Number((request.url ?? '').split(':')[1]);
      const onward = connect(port, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
        onward.pipe(socket).pipe(onward);
      });
      onward.on('error', () => socket.destroy());
      socket.on('error', () => onward.destroy());
    });
    const listening = proxy;
    await new Promise<void>((resolve) => {
      listening.listen(0, '127.0.0.1', resolve);
    });
    process.env['HTTPS_PROXY'] = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    process.env['NO_PROXY'] = '';
    process.env['no_proxy'] = '';
    return asked;
  }

  test('the one of the environment is used, and still verifies the server', async () => {
    const asked = await startProxy(true);
    expect((await echo(remote())).status).toBe(200);
    expect(asked).toEqual([new URL(remote()).host]);
    expect((await failure(echo(remote(), null)))?.code).toBe('network-untrusted');
  });

  test('what is on this machine does not go through it', async () => {
    const asked = await startProxy(false);
    expect((await echo(origin)).status).toBe(200);
    expect(asked).toEqual([]);
  });

  test('one that wants credentials is told by name', async () => {
    await startProxy(false);
    const refused = await failure(echo(remote()));
    expect(refused?.code).toBe('network-proxy');
  });
});

test.each([
  [new Error('net::ERR_CERT_AUTHORITY_INVALID'), 'network-untrusted'],
  [new Error('net::ERR_PROXY_AUTH_REQUESTED'), 'network-proxy'],
  [new Error('net::ERR_CONNECTION_TIMED_OUT'), 'network-timeout'],
  [new Error('net::ERR_NAME_NOT_RESOLVED'), 'network-unreachable'],
  [
    new TypeError('fetch failed', {
      cause: Object.assign(new Error('x'), { code: 'CERT_HAS_EXPIRED' }),
    }),
    'network-untrusted',
  ],
  [new DOMException('late', 'TimeoutError'), 'network-timeout'],
  [new DOMException('stop', 'AbortError'), 'cancelled'],
  ['nonsense', 'network-unreachable'],
])('%s is %s', (error, code) => {
  expect(networkError(error, origin).code).toBe(code);
});
