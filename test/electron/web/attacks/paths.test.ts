import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectRefused, post, raw, request, startTestHost } from '../webHost.ts';
import type { TestHost } from '../webHost.ts';

let host: TestHost;
let session: string;

beforeAll(async () => {
  host = await startTestHost();
  session = await host.session();
});
afterAll(() => host.close());

describe('a path', () => {
  const paths = [
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/%252e%252e%252fsecret.txt',
    '/..%c0%afsecret.txt',
    '/..\\secret.txt',
    '/..%5csecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '//secret.txt',
    '///etc/passwd',
    '/./../secret.txt',
    '/../renderer-private/secret.txt',
    '/assets/link.txt',
    '/private/secret.txt',
    '/assets/main.js.map',
    '/assets/main.js%00.txt',
    '/assets/main.js%00',
    '/assets/',
    '/assets',
    '/etc/passwd',
    '/C:/Windows/win.ini',
    '/file:///etc/passwd',
    '/__proto__',
    '/constructor',
    '/index.html',
    `/${'a/'.repeat(4000)}`,
  ];

  it.each(paths)('leads to no file that is not the page’s: %s', async (path) => {
    expectRefused(await request(host, 'GET', path), 404);
  });

  it('with a NUL, a bare line end or a blank in it is refused', async () => {
    for (const path of ['/assets/main.js\0.txt', '/assets/\nmain.js', '/ assets/main.js']) {
      const answer = await request(host, 'GET', path);
      expect(answer.status).toBe(400);
    }
  });

  it('other than the page’s own is nothing also to those who post', async () => {
    for (const path of ['/', '/assets/main.js', '/__proto__', '/constructor', '/toString'])
      expectRefused(await post(host, path, {}, { 'X-Companion-Session': session }), 404);
  });

  it('of a call is nothing to those who read', async () => {
    for (const path of ['/call', '/collect', '/events', '/session', '/control'])
      expectRefused(await request(host, 'GET', path, { 'X-Companion-Session': session }), 404);
  });
});

describe('another method', () => {
  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND', 'SEARCH', 'MOVE'])(
    '%s is refused',
    async (method) => {
      for (const path of ['/', '/call', '/control']) {
        const answer = await request(host, method, path, { 'X-Companion-Session': session });
        expectRefused(answer, 405);
      }
    },
  );

  it('in an overriding header changes nothing', async () => {
    const headers = { 'X-HTTP-Method-Override': 'POST', 'X-Companion-Session': session };
    expectRefused(await request(host, 'GET', '/call', headers), 404);
  });

  it('opens no tunnel', async () => {
    const answer = await request(host, 'CONNECT', 'example.org:25');
    expect(answer.status).toBe(405);
  });

  it('upgrades to no WebSocket', async () => {
    for (const path of ['/', '/events', '/call']) {
      const answer = await request(host, 'GET', path, {
        Connection: 'Upgrade',
        Upgrade: 'websocket',
        'Sec-WebSocket-Version': '13',
        'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
        Origin: 'https://attacker.example',
      });
      expect(answer.status).toBe(400);
    }
  });

  it('and no HTTP/2, TLS or SMTP is spoken', async () => {
    const greetings = [
      'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
      '\x16\x03\x01\x02\x00\x01',
      'EHLO x\r\n',
    ];
    for (const greeting of greetings) {
      const answer = await raw(host.port, Buffer.from(greeting, 'latin1'));
      expect([0, 400, 403]).toContain(answer.status);
    }
  });
});
