import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from 'node:net';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { call, expectRefused, raw, request, startTestHost } from '../webHost.ts';
import type { TestHost } from '../webHost.ts';

let host: TestHost;
let session: string;

beforeAll(async () => {
  host = await startTestHost();
  session = await host.session();
});
afterAll(() => host.close());

const settingsFile = (): string => join(host.folder, 'data', 'settings.json');

const own = (): Record<string, string> => ({ 'X-Companion-Session': session });

describe('a body', () => {
  it.each([
    ['a form', 'application/x-www-form-urlencoded'],
    ['a form with files', 'multipart/form-data; boundary=x'],
    ['plain text, which needs no preflight', 'text/plain'],
    ['JSON said to be text', 'text/plain; application/json'],
    ['JSON in another encoding', 'application/json; charset=utf-16'],
    ['JSON of another kind', 'application/json-patch+json'],
    ['nothing', null],
  ])('that says it is %s is refused', async (_, type) => {
    expectRefused(await call(host, session, 'app.info', {}, { 'Content-Type': type }), 415);
  });

  it('that announces too much is refused unread', async () => {
    const length = { ...own(), 'Content-Length': String(9 * 1024 * 1024) };
    expectRefused(await request(host, 'POST', '/call', length), 413);
    const small = { 'Content-Length': '5000' };
    expectRefused(await request(host, 'POST', '/session', small), 413);
  });

  it('that grows too large piece by piece is refused, with an answer', async () => {
    const piece = 'a'.repeat(64 * 1024);
    const pieces = `${piece.length.toString(16)}\r\n${piece}\r\n`.repeat(160);
    const headers = { ...own(), 'Content-Length': null, 'Transfer-Encoding': 'chunked' };
    const answer = await request(host, 'POST', '/call', headers, pieces);
    expectRefused(answer, 413);
  });

  it.each([
    ['nothing', ''],
    ['no JSON', 'channel=app.info'],
    ['half of it', '{"id":'],
    ['a text', '"app.info"'],
    ['null', 'null'],
    ['a list', '[]'],
    ['an envelope without a channel', `{"id":"${randomUUID()}","input":{}}`],
    ['an envelope without an id', '{"channel":"app.info","input":{}}'],
    [
      'an envelope with more in it',
      `{"id":"${randomUUID()}","channel":"app.info","input":{},"as":1}`,
    ],
    ['an id that is none', '{"id":"1","channel":"app.info","input":{}}'],
    ['a channel that is no text', `{"id":"${randomUUID()}","channel":{"toString":1},"input":{}}`],
    ['bytes that are no UTF-8', '\xff\xfe'],
    ['a very deep list', '['.repeat(200_000)],
  ])('that holds %s instead of an envelope is refused', async (_, body) => {
    const bytes = Buffer.from(body, 'latin1');
    expectRefused(await request(host, 'POST', '/call', own(), bytes), 400);
  });

  it('that names a prototype changes nobody’s', async () => {
    const id = randomUUID();
    for (const body of [
      `{"id":"${id}","channel":"settings.set","input":{"__proto__":{"theme":"dark"}}}`,
      `{"__proto__":{"polluted":1},"id":"${id}","channel":"app.info","input":{}}`,
      `{"id":"${id}","channel":"settings.set","input":{"a":[{"__proto__":{"polluted":1}}]}}`,
      `{"id":"${id}","channel":"settings.set","input":{"__pro\\u0074o__":{"polluted":1}}}`,
    ])
      expectRefused(await request(host, 'POST', '/call', own(), body), 400);
    for (const input of [{ constructor: { prototype: { polluted: 1 } } }, { prototype: {} }]) {
      const answer = await call(host, session, 'settings.set', input);
      expect(JSON.parse(answer.body)).toMatchObject({
        ok: false,
        error: { code: 'input-invalid' },
      });
    }
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(existsSync(settingsFile())).toBe(false);
  });

  it('that asks for a channel which is none gets a value, not a crash', async () => {
    for (const channel of ['', 'toString', '__proto__', 'constructor', 'app.info\0', 'jobs']) {
      const answer = await call(host, session, channel);
      expect(JSON.parse(answer.body)).toMatchObject({
        ok: false,
        error: { code: 'channel-unknown' },
      });
    }
  });

  it('can’t smuggle a second request', async () => {
    const smuggled = `GET / HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\n\r\n`;
    const answer = await request(
      host,
      'POST',
      '/session',
      { 'Transfer-Encoding': 'chunked', 'Content-Length': '4' },
      `0\r\n\r\n${smuggled}`,
    );
    expect(answer.status).toBe(400);
    expect(answer.body).not.toContain('Exchange Companion');
  });
});

describe('headers', () => {
  it('may not be long', async () => {
    const answer = await request(host, 'GET', '/', { 'X-Long': 'a'.repeat(20_000) });
    expect(answer.status).toBe(431);
  });

  it('may not be long together', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 500 }, (_, n) => [`X-${n}`, 'a'.repeat(40)]),
    );
    expect((await request(host, 'GET', '/', many)).status).toBe(431);
  });

  it('may not push the ones that count out of sight', async () => {
    // What is beyond the limit must not be dropped and the rest let through.
    const many = Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`X-${n}`, 'a']));
    const lines = Object.entries(many)
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('');
    const late = `Origin: https://attacker.example\r\nSec-Fetch-Site: cross-site\r\n`;
    const answer = await raw(
      host.port,
      `GET / HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\n${lines}${late}Connection: close\r\n\r\n`,
    );
    expectRefused(answer, 431);
  });
});

describe('patience', () => {
  it('ends with those who send their request slowly', async () => {
    const impatient = await startTestHost({
      limits: { headersMilliseconds: 300, requestMilliseconds: 600, checkMilliseconds: 100 },
    });
    try {
      const own = await impatient.session();
      const head = await raw(impatient.port, 'GET / HTTP/1.1\r\nHost: 127.0', 5_000);
      expect(head.status).toBe(408);
      const body = await request(impatient, 'POST', '/call', {
        'X-Companion-Session': own,
        'Content-Length': '1000',
      });
      expect(body.status).toBe(408);
    } finally {
      await impatient.close();
    }
  });

  it('ends with those who open connections and say nothing', async () => {
    const small = await startTestHost({
      limits: { connections: 4, headersMilliseconds: 300, checkMilliseconds: 100 },
    });
    try {
      const idle = Array.from({ length: 10 }, () => connect(small.port, '127.0.0.1'));
      for (const socket of idle) socket.on('error', () => {});
      await new Promise((resolve) => {
        setTimeout(resolve, 900);
      });
      expect((await request(small, 'GET', '/')).status).toBe(200);
      for (const socket of idle) socket.destroy();
    } finally {
      await small.close();
    }
  });
});
