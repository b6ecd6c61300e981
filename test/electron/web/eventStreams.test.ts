import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { randomUUID } from 'node:crypto';
import { call, startTestHost } from './webHost.ts';
import type { TestHost } from './webHost.ts';

let host: TestHost;

beforeEach(async () => {
  host = await startTestHost({ limits: { eventStreams: 2, heartbeatMilliseconds: 50 } });
});
afterEach(() => host.close());

interface Stream {
  /** The next line that is not a heartbeat; `null` when the stream has ended. */
  next(): Promise<unknown>;
  /** The next line as it is. */
  line(): Promise<string | null>;
}

async function listen(session: string): Promise<Stream> {
  const response = await fetch(`${host.origin}/events`, {
    method: 'POST',
    headers: {
      Origin: host.origin,
      'Content-Type': 'application/json',
      'X-Companion-Session': session,
    },
    body: '{}',
  });
  expect(response.headers.get('content-type')).toContain('application/x-ndjson');
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  let text = '';
  const line = async (): Promise<string | null> => {
    for (;;) {
      const end = text.indexOf('\n');
      if (end !== -1) {
        const found = text.slice(0, end);
        text = text.slice(end + 1);
        return found;
      }
      const { done, value } = await reader.read();
      if (done) return null;
      text += Buffer.from(value).toString('utf8');
    }
  };
  return {
    line,
    async next() {
      for (;;) {
        const found = await line();
        if (found === null) return null;
        if (found !== '') return JSON.parse(found) as unknown;
      }
    },
  };
}

describe('the event stream', () => {
  it('says at once that it is open, and from time to time that it still is', async () => {
    const stream = await listen(await host.session());
    expect([await stream.line(), await stream.line(), await stream.line()]).toEqual(['', '', '']);
  });

  it('brings to every page what the service says', async () => {
    const [first, second] = [await host.session(), await host.session()];
    const streams = [await listen(first), await listen(second)];
    await call(host, first, 'settings.set', { theme: 'dark' });
    for (const stream of streams) {
      expect(await stream.next()).toEqual({
        event: 'settings.changed',
        payload: { theme: 'dark', locale: 'en' },
      });
    }
  });

  it('gives way to a newer one when there are too many, and says so', async () => {
    const session = await host.session();
    const [oldest, other, newest] = [
      await listen(session),
      await listen(session),
      await listen(session),
    ];
    expect(await oldest.next()).toEqual({ yielded: true });
    expect(await oldest.next()).toBeNull();
    await call(host, session, 'settings.set', { theme: 'light' });
    for (const stream of [other, newest])
      expect(await stream.next()).toMatchObject({ event: 'settings.changed' });
  });

  it('ends with the host', async () => {
    const stream = await listen(await host.session());
    const ended = host.server.close();
    expect(await stream.next()).toBeNull();
    await ended;
  });

  it('carries no answer of a call', async () => {
    const [session, other] = [await host.session(), await host.session()];
    const stream = await listen(other);
    const jobId = randomUUID();
    await call(host, session, 'certificates.read', {
      jobId,
      name: 'empty.pem',
      content: '',
      password: null,
    });
    await call(host, session, 'settings.set', { theme: 'dark' });
    for (;;) {
      const line = (await stream.next()) as { readonly event: string };
      expect(Object.keys(line)).toEqual(['event', 'payload']);
      if (line.event === 'settings.changed') break;
    }
  });
});
