import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createGraphClient } from '../../../../electron/service/graph/graphClient.ts';
import { clouds } from '../../../../shared/identity/clouds.ts';
import { success } from '../../../../shared/errors.ts';
import {
  callBook,
  fakeSession,
  fakeTiming,
  fakeToken,
  jsonAnswer,
} from '../../../support/fakeSession.ts';
import type { FakeAnswer, SentRequest } from '../../../support/fakeSession.ts';
import type { GraphRead } from '../../../../electron/service/graph/graphClient.ts';

const host = 'https://graph.microsoft.com';
const policies: GraphRead = {
  path: '/identity/conditionalAccess/policies',
  scopes: ['Policy.Read.All'],
};

function start(
  answers: (sent: SentRequest, number: number) => FakeAnswer,
  options: Parameters<typeof fakeSession>[1] = {},
) {
  const session = fakeSession(answers, options);
  const timing = fakeTiming();
  const book = callBook();
  const client = createGraphClient({
    session,
    clock: () => new Date('2026-11-23T10:00:00Z'),
    timing,
    record: book.record,
    timeout: 5000,
  });
  const controller = new AbortController();
  const records: unknown[] = [];
  let restarts = 0;
  const sink = {
    page: (page: readonly unknown[]) => void records.push(...page),
    restart: () => {
      restarts += 1;
      records.length = 0;
    },
  };
  const { signal } = controller;
  return {
    session,
    timing,
    book,
    client,
    controller,
    signal,
    records,
    sink,
    restarts: () => restarts,
  };
}

const error = (status: number, code: string, message = 'No.') =>
  jsonAnswer({ error: { code, message, innerError: { 'request-id': 'inner-id' } } }, status);

describe('a request', () => {
  test('carries the token to this cloud’s Graph, with its query encoded', async () => {
    const { client, session, signal, book } = start(() => jsonAnswer({ value: [] }));
    const read: GraphRead = {
      path: '/auditLogs/signIns',
      query: {
        $filter: "clientAppUsed eq 'IMAP4' and createdDateTime ge 2026-11-01T00:00:00Z",
        $top: '1000',
      },
      scopes: ['AuditLog.Read.All'],
    };
    expect(await client.get(read, signal)).toMatchObject({
      ok: true,
      value: { body: { value: [] } },
    });
    const [sent] = session.sent;
    expect(sent?.url.origin + sent!.url.pathname).toBe(`${host}/v1.0/auditLogs/signIns`);
    expect(Object.fromEntries(sent!.url.searchParams)).toEqual(read.query);
    expect(sent?.request.headers['authorization']).toBe('Bearer token-1');
    expect(session.tokensAsked[0]).toMatchObject({
      resource: 'graph',
      scopes: ['AuditLog.Read.All'],
    });
    expect(book.calls).toMatchObject([
      { api: 'graph', call: 'GET /v1.0/auditLogs/signIns', outcome: '200', requestId: 'id-200' },
    ]);
  });

  test('goes to the Graph of a national cloud with its token', async () => {
    const { client, session, signal } = start(() => jsonAnswer({ value: [] }), {
      cloud: clouds['gcc-high'],
    });
    await client.get(policies, signal);
    expect(session.sent[0]?.url.origin).toBe('https://graph.microsoft.us');
    expect(session.sent[0]?.request.headers['authorization']).toBe('Bearer token-1');
  });

  test.each([
    ['/users/x'],
    ['/groups'],
    ['/organization/../groups'],
    ['/domains/a%2F..%2F..%2Fusers/serviceConfigurationRecords'],
    ['/me/messages'],
    ['/domains/x/serviceConfigurationRecords/y'],
    ['/$batch'],
  ])('S30: for %s is not sent', async (path) => {
    const { client, session, signal } = start(() => jsonAnswer({}));
    await expect(client.get({ path, scopes: [] }, signal)).rejects.toThrow('not allowed');
    expect(session.sent).toHaveLength(0);
  });

  test('S30: in a batch is held to the same list', async () => {
    const { client, session, signal } = start(() => jsonAnswer({}));
    await expect(client.batch(['/organization', '/groups'], [], signal)).rejects.toThrow(
      'not allowed',
    );
    expect(session.sent).toHaveLength(0);
  });

  test('with somebody’s address in its path is in the audit table without it', async () => {
    const { client, signal, book } = start(() => jsonAnswer({ value: [] }));
    const path = `/admin/exchange/tracing/messageTraces/1/getDetailsByRecipient(recipientAddress='${encodeURIComponent("o'neil@contoso.example".replaceAll("'", "''"))}')`;
    // An apostrophe is doubled and stays one value.
    await client.get({ path: path.replaceAll("''", '%27%27'), scopes: [] }, signal);
    expect(book.calls[0]?.call).toBe(
      "GET /v1.0/admin/exchange/tracing/messageTraces/{trace}/getDetailsByRecipient(recipientAddress='{address}')",
    );
  });
});

describe('pages', () => {
  const next = `${host}/v1.0/identity/conditionalAccess/policies?$skiptoken=2`;

  test('are followed by their links to the end', async () => {
    const { client, session, sink, signal, records } = start((_, number) =>
      number === 1
        ? jsonAnswer({ value: [{ id: 'a' }], '@odata.nextLink': next })
        : jsonAnswer({ value: [{ id: 'b' }, 7] }),
    );
    expect(await client.pages(policies, sink, signal)).toMatchObject({
      ok: true,
      value: { more: false },
    });
    expect(records).toEqual([{ id: 'a' }, { id: 'b' }]);
    expect(session.sent[1]?.url.search).toBe('?$skiptoken=2');
  });

  test('stop at the limit and say that there were more', async () => {
    const { client, sink, signal } = start((_, number) =>
      jsonAnswer({ value: [], '@odata.nextLink': `${next}${number}` }),
    );
    expect(await client.pages(policies, sink, signal, 3)).toMatchObject({
      ok: true,
      value: { more: true },
    });
  });

  test.each([
    ['https://evil.example/v1.0/identity/conditionalAccess/policies'],
    [`${host}/v1.0/me/messages`],
    [next.replace('https://', 'https://user@')],
    [next.replace('https', 'http')],
    ['nothing'],
  ])('S30: are not followed to %s', async (link) => {
    const { client, session, sink, signal } = start(() =>
      jsonAnswer({ value: [{ id: 'a' }], '@odata.nextLink': link }),
    );
    expect(await client.pages(policies, sink, signal)).toMatchObject({
      ok: false,
      failure: { reason: 'redirect-refused' },
    });
    expect(session.sent).toHaveLength(1);
  });

  test('that expired come again from the first, once', async () => {
    const { client, sink, signal, records, restarts } = start((_, number) => {
      if (number === 1) return jsonAnswer({ value: [{ id: 'void' }], '@odata.nextLink': next });
      return number === 2
        ? error(400, 'Directory_ExpiredPageToken')
        : jsonAnswer({ value: [{ id: 'good' }] });
    });
    expect(await client.pages(policies, sink, signal)).toMatchObject({ ok: true });
    expect(records).toEqual([{ id: 'good' }]);
    expect(restarts()).toBe(1);
  });
});

describe('a refusal', () => {
  test.each([
    [403, 'Authorization_RequestDenied', 'role-missing'],
    [403, 'Authentication_RequestFromNonPremiumTenantOrB2CTenant', 'licence-missing'],
    [403, 'Authentication_MSGraphPermissionMissing', 'consent-required'],
    [400, 'BadRequest', 'request-refused'],
    [404, 'NotFound', 'request-refused'],
  ])('%s %s is %s and not repeated', async (status, code, reason) => {
    const { client, session, signal } = start(() => error(status, code));
    expect(await client.get(policies, signal)).toMatchObject({
      ok: false,
      failure: { reason, status, code, detail: 'No.', requestId: 'inner-id' },
    });
    expect(session.sent).toHaveLength(1);
  });

  test('for a segment that the cloud does not have is told as such', async () => {
    const { client, signal } = start(() =>
      error(400, 'BadRequest', "Resource not found for the segment 'reports'."),
    );
    expect(await client.get(policies, signal)).toMatchObject({
      ok: false,
      failure: { reason: 'not-in-this-cloud' },
    });
  });

  test('that is no JSON keeps its status', async () => {
    const { client, signal } = start(() => new Response('<html>', { status: 403 }));
    expect(await client.get(policies, signal)).toMatchObject({
      ok: false,
      failure: { reason: 'role-missing', status: 403 },
    });
  });

  test('of the token is answered with a new one, once', async () => {
    const { client, session, signal } = start(
      (_, number) =>
        number === 1 ? error(401, 'InvalidAuthenticationToken') : jsonAnswer({ value: [] }),
      { token: (request) => success(fakeToken(request.renew === true ? 'new' : 'old', request)) },
    );
    expect(await client.get(policies, signal)).toMatchObject({ ok: true });
    expect(session.sent.map(({ request }) => request.headers['authorization'])).toEqual([
      'Bearer old',
      'Bearer new',
    ]);
  });
});

describe('trouble', () => {
  test('429 makes every request wait, not one alone', async () => {
    const { client, signal, timing, session } = start((_, number) =>
      number === 1
        ? jsonAnswer({ error: { code: 'TooManyRequests' } }, 429, { 'retry-after': '10' })
        : jsonAnswer({ value: [] }),
    );
    await client.get(policies, signal);
    await client.get(policies, signal);
    expect(timing.waits).toEqual([10_000]);
    expect(session.sent).toHaveLength(3);
  });

  test.each([
    ['503', () => error(503, 'serviceNotAvailable'), 'server-error'],
    ['half an answer', () => new Response('{"value":[{'), 'unexpected-answer'],
    ['no network', () => Object.assign(new Error('x'), { code: 'ENOTFOUND' }), 'unreachable'],
  ])('%s is tried again and then given up', async (_, answer, reason) => {
    const { client, signal, session } = start(answer);
    expect(await client.get(policies, signal)).toMatchObject({ ok: false, failure: { reason } });
    expect(session.sent).toHaveLength(4);
  });

  test.each([['[]'], ['null'], ['7'], ['"x"']])('an answer %s is none', async (text) => {
    const { client, signal } = start(
      () => new Response(text, { headers: { 'content-type': 'application/json' } }),
    );
    expect(await client.get(policies, signal)).toMatchObject({
      ok: false,
      failure: { reason: 'unexpected-answer' },
    });
  });
});

describe('a batch', () => {
  const paths = Array.from(
    { length: 45 },
    (_, index) => `/domains/d${index}.example/serviceConfigurationRecords`,
  );
  interface BatchBody {
    readonly requests: readonly {
      readonly id: string;
      readonly method: string;
      readonly url: string;
    }[];
  }

  test('asks twenty at a time and gives the answers in the order of the paths', async () => {
    const { client, session, signal } = start(({ body }) =>
      jsonAnswer({
        responses: (body as BatchBody).requests
          .map(({ id, url }) => ({ id, status: 200, body: { url } }))
          .toReversed(),
      }),
    );
    const outcome = await client.batch(paths, ['Domain.Read.All'], signal);
    expect(outcome.ok && outcome.value.map((entry) => entry.ok && entry.body['url'])).toEqual(
      paths,
    );
    expect(session.sent.map(({ body }) => (body as BatchBody).requests.length)).toEqual([
      20, 20, 5,
    ]);
    for (const { body } of session.sent)
      for (const { method } of (body as BatchBody).requests) expect(method).toBe('GET');
  });

  test('asks again for what was throttled in it, and keeps what was refused', async () => {
    const { client, session, signal, timing } = start(({ body }, number) =>
      jsonAnswer({
        responses: (body as BatchBody).requests.map(({ id, url }) => {
          if (url.includes('/d1.'))
            return { id, status: 404, body: { error: { code: 'NotFound' } } };
          return url.includes('/d2.') && number === 1
            ? { id, status: 429, headers: { 'Retry-After': '4' }, body: {} }
            : { id, status: 200, body: { url } };
        }),
      }),
    );
    const outcome = await client.batch(paths.slice(0, 4), ['Domain.Read.All'], signal);
    expect(outcome).toMatchObject({
      ok: true,
      value: [
        { ok: true },
        { ok: false, failure: { reason: 'request-refused' } },
        { ok: true },
        { ok: true },
      ],
    });
    expect(timing.waits).toEqual([4000]);
    expect((session.sent[1]!.body as BatchBody).requests).toHaveLength(1);
  });

  test('whose answer lacks a part says so for that part alone', async () => {
    const { client, signal } = start(() =>
      jsonAnswer({ responses: [{ id: '1', status: 200, body: {} }] }),
    );
    expect(await client.batch(paths.slice(0, 2), [], signal)).toMatchObject({
      ok: true,
      value: [{ ok: false, failure: { reason: 'unexpected-answer' } }, { ok: true }],
    });
  });
});

const redirect = () =>
  new Response(null, {
    status: 302,
    headers: {
      location: 'https://reportsweu.office.example/data?token=secret',
      'request-id': 'r',
    },
  });

describe('a report', () => {
  const read: GraphRead = {
    path: "/reports/getEmailAppUsageUserDetail(period='D30')",
    scopes: ['Reports.Read.All'],
  };
  const csv = '\ufeffReport Refresh Date,User Principal Name\n2026-11-21,a@contoso.example\n';
  function startReport(download: (number: number) => FakeAnswer) {
    let downloads = 0;
    const started = start(({ url }) =>
      url.origin === host ? redirect() : download((downloads += 1)),
    );
    const run = () =>
      started.client.report(
        read,
        (record) => started.records.push(record['User Principal Name']),
        started.sink.restart,
        started.signal,
      );
    return { ...started, run };
  }

  test('is fetched from where the redirect leads, without the token', async () => {
    const { run, session, records, book } = startReport(() => new Response(csv));
    expect(await run()).toEqual({ ok: true, value: { requestId: 'r' } });
    expect(records).toEqual(['a@contoso.example']);
    expect(session.sent[1]?.request.headers).not.toHaveProperty('authorization');
    expect(book.calls.map(({ api, call }) => `${api} ${call}`)).toEqual([
      "graph GET /v1.0/reports/getEmailAppUsageUserDetail(period='D30')",
      'download GET reportsweu.office.example',
    ]);
    expect(JSON.stringify(book.calls)).not.toContain('secret');
  });

  test('that breaks off is fetched anew from a new link, and its rows are void', async () => {
    const { run, records, session } = startReport((number) => {
      if (number === 2) return new Response(csv);
      const half = new ReadableStream({
        pull(controller) {
          controller.enqueue(new TextEncoder().encode(`${csv}2026-11-21,void@contoso.example\n`));
          controller.error(new Error('terminated'));
        },
      });
      return new Response(half);
    });
    expect(await run()).toMatchObject({ ok: true });
    expect(records).toEqual(['a@contoso.example']);
    expect(session.sent.filter(({ url }) => url.origin === host)).toHaveLength(2);
  });

  test.each([
    ['a page of a proxy', () => new Response('<html>Log in</html>'), 'unexpected-answer'],
    ['a link that is no longer good', () => new Response('', { status: 403 }), 'request-refused'],
    ['nothing', () => new Response(''), 'unexpected-answer'],
  ])('in place of which comes %s is tried three times', async (_, download, reason) => {
    const { run, session } = startReport(download);
    expect(await run()).toMatchObject({ ok: false, failure: { reason } });
    expect(session.sent).toHaveLength(6);
  });

  test('may come at once, as from a private cloud', async () => {
    const { client, signal, records, sink } = start(() => new Response(csv));
    const outcome = await client.report(
      read,
      (record) => records.push(record['User Principal Name']),
      sink.restart,
      signal,
    );
    expect(outcome).toMatchObject({ ok: true });
    expect(records).toEqual(['a@contoso.example']);
  });

  test('is found where a link is meant from Graph’s own address', async () => {
    const { client, signal, session } = start(({ url }) =>
      url.pathname === '/dl/x'
        ? new Response(csv)
        : new Response(null, { status: 302, headers: { location: '/dl/x' } }),
    );
    const outcome = await client.report(
      read,
      () => {},
      () => {},
      signal,
    );
    expect(outcome).toMatchObject({ ok: true });
    expect(session.sent[1]?.request.headers).not.toHaveProperty('authorization');
  });

  test('is not fetched over an open connection', async () => {
    const { client, signal, session } = start(
      () => new Response(null, { status: 302, headers: { location: 'http://reports.example/x' } }),
    );
    const outcome = await client.report(
      read,
      () => {},
      () => {},
      signal,
    );
    expect(outcome).toMatchObject({ ok: false, failure: { reason: 'redirect-refused' } });
    expect(session.sent).toHaveLength(1);
  });

  test('that the role does not allow says so', async () => {
    const { client, signal } = start(() => error(403, 'S2SUnauthorized'));
    const outcome = await client.report(
      read,
      () => {},
      () => {},
      signal,
    );
    expect(outcome).toMatchObject({ ok: false, failure: { reason: 'role-missing' } });
  });
});

test('S30: no other file of the folder has a way to the network', () => {
  const folder = 'electron/service/graph';
  const files = readdirSync(folder);
  expect(files.length).toBeGreaterThan(4);
  for (const file of files.filter((name) => name !== 'exit.ts' && name !== 'report.ts')) {
    const source = readFileSync(`${folder}/${file}`, 'utf8');
    expect(source, file).not.toMatch(
      /\bfetch\(|exchangeOverHttps\(|node:(?:https?|net|tls|http2)\b/,
    );
  }
  // Downloads go without the token.
  expect(readFileSync(`${folder}/report.ts`, 'utf8')).not.toMatch(/authorization/i);
});
