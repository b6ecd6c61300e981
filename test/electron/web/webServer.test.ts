import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { join } from 'node:path';
import { call, request, startTestHost } from './webHost.ts';
import { createHostPorts } from '../../../electron/service/hostPorts.ts';
import { createService } from '../../../electron/service/service.ts';
import { success } from '../../../shared/errors.ts';
import type { TestHost } from './webHost.ts';

let host: TestHost;
let session: string;

beforeAll(async () => {
  host = await startTestHost();
  session = await host.session();
});
afterAll(() => host.close());

describe('the road that is open', () => {
  it('answers a call of the page that holds a session', async () => {
    const answer = await call(host, session, 'app.info');
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toMatchObject({ ok: true, value: { host: 'web' } });
  });

  it('serves the page with the page script before its modules', async () => {
    const answer = await request(host, 'GET', '/');
    expect(answer.status).toBe(200);
    expect(answer.body.indexOf('src="/companion.js"')).toBeGreaterThan(0);
    expect(answer.body.indexOf('src="/companion.js"')).toBeLessThan(answer.body.indexOf('main.js'));
  });

  it('answers HEAD with the head of GET', async () => {
    const [get, head] = [
      await request(host, 'GET', '/assets/main.js'),
      await request(host, 'HEAD', '/assets/main.js'),
    ];
    expect(head.status).toBe(200);
    expect(head.body).toBe('');
    expect(/content-length: \d+/i.exec(head.head)?.[0]).toBe(
      /content-length: \d+/i.exec(get.head)?.[0],
    );
  });

  it('says with every answer that nothing of it may be loaded, framed, sniffed or kept elsewhere', async () => {
    const answers = [
      await request(host, 'GET', '/'),
      await request(host, 'GET', '/assets/main.js'),
      await request(host, 'GET', '/nothing'),
      await call(host, session, 'app.info'),
      await call(host, null, 'app.info'),
    ];
    for (const { head } of answers) {
      expect(head).toContain("Content-Security-Policy: default-src 'none'; script-src 'self';");
      expect(head).toContain("connect-src 'self'");
      expect(head).toContain("require-trusted-types-for 'script'");
      expect(head).toContain("frame-ancestors 'none'");
      expect(head).toContain('X-Content-Type-Options: nosniff');
      expect(head).toContain('Referrer-Policy: no-referrer');
      expect(head).toContain('Cross-Origin-Opener-Policy: same-origin');
      expect(head).toContain('Cross-Origin-Resource-Policy: same-origin');
      expect(head).toContain('Cache-Control: no-store');
      expect(head.toLowerCase()).not.toMatch(/access-control|set-cookie|x-powered-by|\nserver:/);
    }
  });
});

describe('a bug in answering', () => {
  it('breaks off the request, is reported, and leaves the host running', async () => {
    const service = createService(createHostPorts('web', join(host.folder, 'data')));
    const faulty = await startTestHost({
      service: { ...service, router: { handle: async () => success(1n) } },
    });
    const own = await faulty.session();
    expect((await call(faulty, own, 'app.info')).status).toBe(0);
    expect(faulty.bugs).toHaveLength(1);
    expect((await request(faulty, 'GET', '/')).status).toBe(200);
    await faulty.close();
  });
});
