import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createService } from '../../../../electron/service/service.ts';
import { answerTo, startUdpServer } from './transport/servers.ts';
import type { Service } from '../../../../electron/service/service.ts';
import type { TestServer } from './transport/servers.ts';

describe('the DNS channels', () => {
  let folder: string;
  let service: Service;
  let server: TestServer;
  let resolver: string;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'exo-companion-dns-'));
    service = createService({
      clock: () => new Date('2026-11-23T12:00:00Z'),
      dataDirectory: folder,
      host: 'cli',
      version: '0.0.0',
      audit: () => {},
      reportBug: (error) => {
        throw error;
      },
    });
    server = await startUdpServer((query, send) => {
      const isSlow = query.questions[0]?.type === 99;
      if (!isSlow) send(answerTo(query));
    });
    resolver = `udp://127.0.0.1:${server.port}`;
  });

  afterEach(async () => {
    await service.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function call(channel: string, input: object) {
    return service.router.handle(channel, input);
  }

  it('look a name up over a resolver that is named', async () => {
    const input = { jobId: randomUUID(), name: 'Mail.example', type: 'a', resolvers: [resolver] };
    expect(await call('dns.lookup', input)).toMatchObject({
      ok: true,
      value: { name: 'mail.example', records: [{ owner: 'mail.example.', data: '192.0.2.7' }] },
    });
  });

  it('use the resolvers of the settings when none is named', async () => {
    expect(await call('settings.set', { resolvers: [resolver] })).toMatchObject({ ok: true });
    expect(await call('settings.get', {})).toMatchObject({ value: { resolvers: [resolver] } });
    const input = { jobId: randomUUID(), name: 'mail.example', type: 'A', resolvers: [] };
    expect(await call('dns.lookup', input)).toMatchObject({ value: { rcode: 'NOERROR' } });
    expect(server.connections()).toBeGreaterThan(0);
  });

  it.each([
    [{ name: 'a..b' }, 'name-invalid'],
    [{ type: 'NONE' }, 'type-unknown'],
    [{ resolvers: ['udp://name'] }, 'resolver-invalid'],
    [{ resolvers: 'udp://192.0.2.1' }, 'input-invalid'],
  ])('refuse %j: %s', async (change, code) => {
    const input = { jobId: randomUUID(), name: 'a.example', type: 'A', resolvers: [resolver] };
    expect(await call('dns.lookup', { ...input, ...change })).toMatchObject({
      ok: false,
      error: { code },
    });
  });

  it('end a look-up that is cancelled', async () => {
    const jobId = randomUUID();
    const answer = call('dns.lookup', { jobId, name: 'a.', type: 'SPF', resolvers: [resolver] });
    await new Promise((resolve) => setTimeout(resolve, 50));
    await call('jobs.cancel', { jobId });
    expect(await answer).toMatchObject({ value: { reason: 'cancelled', rcode: null } });
  });

  it('tell what each resolver can do, one by one', async () => {
    const items: unknown[] = [];
    service.subscribe((event, payload) => {
      if (event === 'job.item') items.push(payload);
    });
    const resolvers = [resolver, resolver];
    const result = await call('dns.selfTest', { jobId: randomUUID(), resolvers });
    expect(result).toMatchObject({
      ok: true,
      value: [
        { resolver, verdict: 'no-answer', usable: false },
        { resolver, usable: false },
      ],
    });
    expect(items).toHaveLength(2);
  });

  it('list the system’s resolvers, and public ones to choose from', async () => {
    expect(await call('dns.resolvers', {})).toMatchObject({
      ok: true,
      value: {
        system: expect.any(Array) as string[],
        public: [
          { id: 'quad9', text: 'https://dns.quad9.net/dns-query' },
          { id: 'cloudflare' },
          { id: 'google' },
        ],
      },
    });
  });

  it('keep the resolvers that a person names, in order and once, when all can be read', async () => {
    const named = ['https://dns.quad9.net/dns-query', ' udp://192.0.2.1 ', 'udp://192.0.2.1'];
    const kept = ['https://dns.quad9.net/dns-query', 'udp://192.0.2.1'];
    expect(await call('dns.setResolvers', { resolvers: named })).toEqual({
      ok: true,
      value: { resolvers: kept },
    });
    expect(await call('dns.setResolvers', { resolvers: [resolver, '192.0.2.1'] })).toMatchObject({
      ok: false,
      error: { code: 'resolver-invalid', params: { resolver: '192.0.2.1', problem: 'scheme' } },
    });
    expect(await call('settings.get', {})).toMatchObject({ value: { resolvers: kept } });
    expect(await call('dns.setResolvers', { resolvers: [] })).toMatchObject({ ok: true });
    expect(await call('settings.get', {})).toMatchObject({ value: { resolvers: [] } });
  });
});
