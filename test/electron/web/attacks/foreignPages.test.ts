import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { call, expectRefused, newSecret, raw, request, startTestHost, trade } from '../webHost.ts';
import type { TestHost } from '../webHost.ts';

let host: TestHost;
let session: string;

beforeAll(async () => {
  host = await startTestHost();
  session = await host.session();
});
afterAll(() => host.close());

describe('where it listens', () => {
  it('can be reached at 127.0.0.1 and at no other address of the machine', async () => {
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .map(({ address }) => address)
      .filter((address) => address !== '127.0.0.1');
    for (const address of [...others, '::1', '127.0.0.2']) {
      const reached = await new Promise((resolve) => {
        const socket = connect({ port: host.port, host: address, timeout: 2_000 });
        socket.once('connect', () => resolve(true));
        socket.once('error', () => resolve(false));
        socket.once('timeout', () => resolve(false));
        socket.once('close', () => socket.destroy());
      });
      expect(reached, address).toBe(false);
    }
  });
});

describe('a foreign Host header', () => {
  it.each([
    ['a name that was rebound to 127.0.0.1', 'attacker.example'],
    ['such a name with our port', 'attacker.example:PORT'],
    ['localhost, which is another origin', 'localhost:PORT'],
    ['our address without the port', '127.0.0.1'],
    ['our address with another port', '127.0.0.1:80'],
    ['our address as the beginning of a name', '127.0.0.1:PORT.attacker.example'],
    ['our address behind a user name', 'attacker@127.0.0.1:PORT'],
    ['another spelling of our address', '0x7f000001:PORT'],
    ['a shorter spelling of our address', '127.1:PORT'],
    ['the IPv6 loopback address', '[::1]:PORT'],
    ['nothing', ''],
  ])('is refused: %s', async (_, name) => {
    const Host = name.replace('PORT', String(host.port));
    expectRefused(await request(host, 'GET', '/', { Host }), 403);
    expectRefused(await call(host, session, 'app.info', {}, { Host }), 403);
    expectRefused(await trade(host, host.token(), newSecret(), { Host }), 403);
  });

  it('is refused when it comes second', async () => {
    const own = `Host: 127.0.0.1:${host.port}\r\n`;
    const other = 'Host: attacker.example\r\n';
    for (const hosts of [own + other, other + own, own + own]) {
      const answer = await raw(host.port, `GET / HTTP/1.1\r\n${hosts}Connection: close\r\n\r\n`);
      expect([400, 403]).toContain(answer.status);
    }
  });

  it('is refused when it is missing', async () => {
    const answers = [
      await raw(host.port, 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n'),
      await raw(host.port, 'GET / HTTP/1.0\r\n\r\n'),
    ];
    for (const answer of answers) expect([400, 403]).toContain(answer.status);
  });

  it('is refused in an absolute request target', async () => {
    for (const target of ['http://attacker.example/', `http://127.0.0.1:${host.port}/`])
      expectRefused(await request(host, 'GET', target), 400);
  });
});

describe('a foreign Origin', () => {
  const origins = [
    ['another site', 'https://attacker.example'],
    ['an opaque origin, of a sandboxed frame or a local file', 'null'],
    ['the page of another port of this machine', 'http://127.0.0.1:8080'],
    ['localhost with our port', 'http://localhost:PORT'],
    ['our address with https', 'https://127.0.0.1:PORT'],
    ['our origin as the beginning of another', 'http://127.0.0.1:PORT.attacker.example'],
    ['our origin twice', 'http://127.0.0.1:PORT, http://127.0.0.1:PORT'],
    ['the desktop app’s origin', 'app://companion'],
    ['an extension', 'chrome-extension://abcdefghijklmnop'],
  ] as const;

  it.each(origins)('is refused, with a session as well: %s', async (_, name) => {
    const Origin = name.replaceAll('PORT', String(host.port));
    expectRefused(await call(host, session, 'app.info', {}, { Origin }), 403);
    expectRefused(await trade(host, host.token(), newSecret(), { Origin }), 403);
    expectRefused(await request(host, 'GET', '/', { Origin }), 403);
  });

  it('is refused when it is missing: a browser always names it where it posts', async () => {
    expectRefused(await call(host, session, 'app.info', {}, { Origin: null }), 403);
  });

  it('is refused when the browser says that another site asks', async () => {
    for (const site of ['cross-site', 'same-site', 'none']) {
      const headers = { 'Sec-Fetch-Site': site };
      expectRefused(await call(host, session, 'app.info', {}, headers), 403);
    }
  });

  it('can’t load a part of the page into another page', async () => {
    for (const site of ['cross-site', 'same-site']) {
      const script = {
        'Sec-Fetch-Site': site,
        'Sec-Fetch-Mode': 'no-cors',
        'Sec-Fetch-Dest': 'script',
      };
      expectRefused(await request(host, 'GET', '/companion.js', script), 403);
      const frame = {
        'Sec-Fetch-Site': site,
        'Sec-Fetch-Mode': 'navigate',
        'Sec-Fetch-Dest': 'iframe',
      };
      expectRefused(await request(host, 'GET', '/', frame), 403);
    }
  });

  it('gets no leave from a preflight', async () => {
    const preflight = {
      Origin: 'https://attacker.example',
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': 'content-type,x-companion-session',
      'Access-Control-Request-Private-Network': 'true',
    };
    expectRefused(await request(host, 'OPTIONS', '/call', preflight), 405);
  });
});
