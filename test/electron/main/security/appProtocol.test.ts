import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createAppProtocol,
  privilegedScheme,
} from '../../../../electron/main/security/appProtocol.ts';

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; img-src 'self' data:; font-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

const folder = mkdtempSync(join(tmpdir(), 'app-protocol-'));
const root = join(folder, 'renderer');
const answer = createAppProtocol(root);
const get = (path: string, method = 'GET') =>
  answer(new Request(`app://companion${path}`, { method }));

beforeAll(() => {
  mkdirSync(join(root, 'assets'), { recursive: true });
  mkdirSync(join(folder, 'renderer-old'));
  writeFileSync(join(root, 'index.html'), '<title>Exchange Companion</title>');
  writeFileSync(join(root, 'assets', 'main.js'), 'export {};');
  writeFileSync(join(root, 'assets', 'main.js.map'), '{}');
  writeFileSync(join(folder, 'renderer-old', 'secret.js'), 'secret');
  writeFileSync(join(folder, 'secret.js'), 'secret');
  symlinkSync(join(folder, 'secret.js'), join(root, 'link.js'));
  symlinkSync(join(root, 'assets', 'main.js'), join(root, 'inside.js'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the app’s own scheme', () => {
  test('SECURITY: S18 gives an origin and a secure context, and bypasses nothing', () => {
    expect(privilegedScheme).toEqual({
      scheme: 'app',
      privileges: { standard: true, secure: true },
    });
  });

  test('SECURITY: S7 every answer carries the whole policy, errors too', async () => {
    for (const response of [
      await get('/'),
      await get('/assets/main.js'),
      await get('/nothing.js'),
      await get('/', 'POST'),
      await answer(new Request('app://elsewhere/')),
    ]) {
      expect(response.headers.get('content-security-policy')).toBe(policy);
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect([...response.headers.keys()]).not.toContain('access-control-allow-origin');
    }
  });

  test('serves the built page with its types', async () => {
    const page = await get('/');
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await page.text()).toContain('Exchange Companion');
    const script = await get('/assets/main.js?v=1');
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(await (await get('/inside.js')).text()).toBe('export {};');
    const head = await get('/', 'HEAD');
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  test('SECURITY: S18 serves no other method, kind, folder or link', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
      expect((await get('/', method)).status, method).toBe(405);
    }
    for (const path of [
      '/assets/main.js.map',
      '/assets',
      '/assets/',
      '/link.js',
      '/%2e%2e%2fsecret.js',
      '/../renderer-old/secret.js',
      '/..%5csecret.js',
    ]) {
      const response = await get(path);
      expect([response.status, await response.text()], path).toEqual([404, '']);
    }
  });

  test('SECURITY: S1 answers for no other host', async () => {
    for (const url of ['app://outside.example/', 'app://companion@outside.example/']) {
      // A request can't even be made with credentials in its address.
      const request = { url, method: 'GET' } as Request;
      expect((await answer(request)).status, url).toBe(404);
    }
  });
});
