import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, startTestHost } from '../webHost.ts';
import type { TestHost } from '../webHost.ts';

let host: TestHost;

beforeAll(async () => {
  host = await startTestHost();
});
afterAll(() => host.close());

describe('a page that floods (SECURITY: S21)', () => {
  it('one channel is told so, while another session is served', async () => {
    const session = await host.session();
    const answers = await Promise.all(
      Array.from({ length: 120 }, () => call(host, session, 'app.info', {})),
    );
    const refused = answers.filter(({ body }) => body.includes('"rate-limited"'));
    expect(refused.length).toBeGreaterThan(20);
    expect(answers.length - refused.length).toBeGreaterThanOrEqual(60);
    const other = await call(host, await host.session(), 'app.info', {});
    expect(other.body).toContain('"ok":true');
  });

  it('one call with values is refused before any schema sees them', async () => {
    const session = await host.session();
    const many = await call(host, session, 'app.info', { many: Array(200_000).fill(0) });
    expect(many.body).toContain('"input-too-large"');
  });
});
