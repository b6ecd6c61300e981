import { EventEmitter } from 'node:events';
import { Readable } from 'node:stream';
import { expect, test, vi } from 'vitest';
import { createElectronFetch } from '../../../electron/main/electronFetch.ts';
import type { ClientRequest, ClientRequestConstructorOptions } from 'electron';

/** Speaks the events that Electron documents for `ClientRequest`; `end` begins the play. */
class Request extends EventEmitter {
  readonly abort = vi.fn(() => void this.emit('error', new Error('net::ERR_ABORTED')));
  sent: string | undefined;
  readonly options: ClientRequestConstructorOptions;
  readonly play: (request: Request) => void;

  constructor(options: ClientRequestConstructorOptions, play: (request: Request) => void) {
    super();
    this.options = options;
    this.play = play;
  }

  end(body?: string): void {
    this.sent = body;
    setImmediate(() => this.play(this));
  }
}

function fetching(play: (request: Request) => void) {
  const requests: Request[] = [];
  const fetch = createElectronFetch((options) => {
    const request = new Request(options, play);
    requests.push(request);
    return request as unknown as ClientRequest;
  });
  return { fetch, requests };
}

const respond =
  (status: number, headers: Record<string, string | string[]>, body: string) =>
  (request: Request) => {
    const response = Object.assign(Readable.from([Buffer.from(body)]), {
      statusCode: status,
      headers,
    });
    request.emit('response', response);
  };

const url = 'https://graph.microsoft.com/v1.0/organization';

test('asks without cookies, cache or redirects, and gives the answer', async () => {
  const headers = {
    'content-type': 'application/json',
    'content-encoding': 'gzip',
    'content-length': '3',
  };
  const { fetch, requests } = fetching(respond(200, headers, '{"value":[]}'));
  const answer = await fetch(url, {
    method: 'POST',
    headers: { authorization: 'Bearer x' },
    body: '{}',
  });
  expect(await answer.json()).toEqual({ value: [] });
  // Chromium has unpacked it; these would be wrong now.
  expect([answer.headers.get('content-encoding'), answer.headers.get('content-length')]).toEqual([
    null,
    null,
  ]);
  expect(requests[0]?.sent).toBe('{}');
  expect(requests[0]?.options).toMatchObject({
    url,
    method: 'POST',
    redirect: 'manual',
    credentials: 'omit',
    useSessionCookies: false,
    cache: 'no-store',
    headers: { authorization: 'Bearer x' },
  });
});

test('a redirect is an answer, and nothing follows it', async () => {
  const { fetch, requests } = fetching((request) => {
    request.emit('redirect', 302, 'GET', 'https://elsewhere.example/report', {
      'request-id': ['7'],
    });
  });
  const answer = await fetch(url, { method: 'GET', headers: {} });
  expect([answer.status, answer.headers.get('location'), answer.headers.get('request-id')]).toEqual(
    [302, 'https://elsewhere.example/report', '7'],
  );
  expect(requests[0]?.abort).toHaveBeenCalledOnce();
});

test('an abort ends it, before and while it waits', async () => {
  const { fetch, requests } = fetching(() => {});
  const early = fetch(url, { method: 'GET', headers: {}, signal: AbortSignal.abort() });
  await expect(early).rejects.toThrow();
  expect(requests).toEqual([]);
  const controller = new AbortController();
  const waiting = fetch(url, { method: 'GET', headers: {}, signal: controller.signal });
  setImmediate(() => controller.abort());
  await expect(waiting).rejects.toThrow();
  expect(requests[0]?.abort).toHaveBeenCalledOnce();
});

test('what Chromium says is wrong is passed on; a proxy gets no password', async () => {
  const { fetch } = fetching((request) => {
    request.emit('login', {}, (...given: unknown[]) => {
      request.emit(
        'error',
        new Error(given.length === 0 ? 'net::ERR_PROXY_AUTH_REQUESTED' : 'told'),
      );
    });
  });
  await expect(fetch(url, { method: 'GET', headers: {} })).rejects.toThrow(
    'ERR_PROXY_AUTH_REQUESTED',
  );
});

test('an answer without a body has none', async () => {
  const { fetch } = fetching(respond(204, {}, ''));
  const answer = await fetch(url, { method: 'GET', headers: {} });
  expect([answer.status, answer.body]).toEqual([204, null]);
});
