import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomBytes, randomUUID } from 'node:crypto';
import { controlRequest } from '../../../../electron/web/control.ts';
import { call, expectRefused, newSecret, post, request, startTestHost, trade } from '../webHost.ts';
import type { RawAnswer, TestHost } from '../webHost.ts';

let host: TestHost;
let session: string;

beforeAll(async () => {
  host = await startTestHost();
  session = await host.session();
});
afterAll(() => host.close());

const settingsFile = (): string => join(host.folder, 'data', 'settings.json');

const audit = (): string => {
  const file = join(host.folder, 'data', 'audit.ndjson');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
};

const ask = (body: unknown, headers = {}): Promise<RawAnswer> =>
  post(host, '/control', body, { Origin: null, ...headers });

describe('a token', () => {
  it('is good once', async () => {
    const token = host.token();
    expect((await trade(host, token)).status).toBe(200);
    expectRefused(await trade(host, token), 401);
  });

  it('is good once also when several pages trade it at the same moment', async () => {
    const token = host.token();
    const answers = await Promise.all(Array.from({ length: 8 }, () => trade(host, token)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('may be traded again for the very session that it opened, and gives no second one', async () => {
    const [token, secret] = [host.token(), newSecret()];
    expect((await trade(host, token, secret)).status).toBe(200);
    expect((await trade(host, token, secret)).status).toBe(200);
    expectRefused(await trade(host, token, newSecret()), 401);
    expectRefused(await trade(host, host.token(), secret), 401);
  });

  it('is not guessed, shortened, or replaced by a session’s secret', async () => {
    const token = host.token();
    for (const guess of [token.toLowerCase(), session, newSecret()])
      expectRefused(await trade(host, guess), 401);
    for (const guess of ['', 'x', token.slice(0, -1), `${token}A`, `${token}=`, `${token}\0`])
      expectRefused(await trade(host, guess), 400);
    expect((await trade(host, token)).status).toBe(200);
  });

  it('opens no session whose secret is easy to guess', async () => {
    const token = host.token();
    for (const secret of ['', 'x', 'a'.repeat(42), 'a'.repeat(44)])
      expectRefused(await trade(host, token, secret), 400);
    expect((await trade(host, token)).status).toBe(200);
  });

  it('has 256 bits, and no two are alike', () => {
    const tokens = Array.from({ length: 100 }, () => host.token());
    expect(new Set(tokens).size).toBe(100);
    for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  });

  it('opens nothing by itself', async () => {
    expectRefused(await call(host, host.token(), 'app.info'), 401);
    expectRefused(await request(host, 'GET', `/call?token=${host.token()}`), 404);
  });
});

describe('a session', () => {
  it.each(['/call', '/collect', '/events'])('is asked of %s', async (path) => {
    const bodies: Record<string, unknown> = {
      '/call': { id: randomUUID(), channel: 'app.info', input: {} },
      '/collect': { id: randomUUID() },
      '/events': {},
    };
    expectRefused(await post(host, path, bodies[path]), 401);
    const wrong = { 'X-Companion-Session': randomBytes(32).toString('base64url') };
    expectRefused(await post(host, path, bodies[path], wrong), 401);
    expectRefused(await post(host, path, bodies[path], { 'X-Companion-Session': '' }), 401);
  });

  it('does not come in a cookie, an address, a body or another header', async () => {
    for (const headers of [
      { Cookie: `companion-session=${session}` },
      { Authorization: `Bearer ${session}` },
    ])
      expectRefused(await call(host, null, 'app.info', {}, headers), 401);
    const envelope = { id: randomUUID(), channel: 'app.info', input: {} };
    expectRefused(await post(host, `/call?session=${session}`, envelope), 401);
    expectRefused(await post(host, '/call', { ...envelope, session }), 401);
  });

  it('is asked before a byte of the body is read', async () => {
    const answer = await request(host, 'POST', '/call', { 'Content-Length': '8000000' });
    expectRefused(answer, 401);
  });

  it('collects no other session’s answers', async () => {
    const other = await host.session();
    const id = randomUUID();
    const answer = await post(host, '/collect', { id }, { 'X-Companion-Session': other });
    expect(JSON.parse(answer.body)).toEqual({ ok: false, error: { code: 'internal', params: {} } });
  });

  it('changes nothing without itself', async () => {
    const before = audit();
    await call(host, null, 'settings.set', { theme: 'dark' });
    await call(host, 'wrong', 'settings.set', { theme: 'dark' });
    expect(existsSync(settingsFile())).toBe(false);
    expect(audit()).toBe(before);
  });
});

describe('the control road', () => {
  it('serves who proves the key of the instance file', async () => {
    const answer = await ask(controlRequest('link', host.controlKey));
    const { token } = JSON.parse(answer.body) as { token: string };
    expect((await trade(host, token)).status).toBe(200);
  });

  it('serves no page, not even ours', async () => {
    const good = controlRequest('link', host.controlKey);
    expectRefused(await ask(good, { Origin: host.origin }), 403);
    expectRefused(await ask(good, { Origin: 'null' }), 403);
    expectRefused(await ask(good, { 'Sec-Fetch-Site': 'same-origin' }), 403);
  });

  it('serves nobody who does not prove it', async () => {
    const good = controlRequest('link', host.controlKey);
    expectRefused(await ask(controlRequest('link', randomBytes(32))), 401);
    expectRefused(await ask({ ...good, wish: 'quit' }), 401);
    expectRefused(await ask({ ...good, nonce: randomBytes(32).toString('base64url') }), 401);
    expectRefused(await ask({ ...good, proof: '' }), 400);
    expectRefused(await ask({ wish: 'link' }), 400);
    expectRefused(await ask({ key: host.controlKey.toString('base64url') }), 400);
    expectRefused(await ask(null), 400);
    expectRefused(await ask(good, { 'X-Companion-Session': session, Origin: host.origin }), 403);
    expect(host.quits()).toBe(0);
  });
});
