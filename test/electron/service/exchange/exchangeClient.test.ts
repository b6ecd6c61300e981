import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { createExchangeClient } from '../../../../electron/service/exchange/exchangeClient.ts';
import { failure, success } from '../../../../shared/errors.ts';
import {
  callBook,
  fakeSession,
  fakeTiming,
  fakeToken,
  jsonAnswer,
  testTenantId,
} from '../../../support/fakeSession.ts';
import type { CmdletInput } from '../../../../electron/service/exchange/allowedCmdlets.ts';
import type { FakeAnswer, SentRequest } from '../../../support/fakeSession.ts';

const host = 'https://outlook.office365.com';
const invokeUrl = `${host}/adminapi/beta/${testTenantId}/InvokeCommand`;
const getMailboxes: CmdletInput = {
  cmdlet: 'Get-CASMailbox',
  parameters: { ResultSize: 'Unlimited' },
};
const clock = () => new Date('2026-11-23T10:00:00Z');

type Answers = (sent: SentRequest, number: number) => FakeAnswer;

/** The module file answers, and what a cmdlet gives is up to the test (numbered from 1). */
function withModule(answers: Answers): Answers {
  let invoked = 0;
  return (sent) =>
    sent.url.pathname.endsWith('/EXOModuleFile')
      ? jsonAnswer({ value: [{ exportedCmdlets: 'Get-CASMailbox,Get-OrganizationConfig' }] })
      : answers(sent, (invoked += 1));
}

function start(answers: Answers, options: Parameters<typeof fakeSession>[1] = {}) {
  const session = fakeSession(withModule(answers), options);
  const timing = fakeTiming();
  const book = callBook();
  const client = createExchangeClient({
    session,
    clock,
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
  const run = (input = getMailboxes, select: readonly string[] = []) =>
    client.run(input, sink, controller.signal, select);
  const invokes = () => session.sent.filter(({ request }) => request.method === 'POST');
  return {
    session,
    timing,
    book,
    client,
    controller,
    records,
    run,
    invokes,
    restarts: () => restarts,
  };
}

const page = (value: readonly unknown[], next?: string) =>
  jsonAnswer({
    '@odata.context': `${host}/adminapi/beta/${testTenantId}/$metadata`,
    'adminapi.warnings@odata.type': '#Collection(String)',
    '@adminapi.warnings': [],
    value,
    ...(next === undefined ? {} : { '@odata.nextLink': next }),
  });

const expired = () =>
  jsonAnswer(
    {
      error: {
        code: 'BadRequest',
        message: 'Invalid Operation',
        innererror: {
          internalexception: {
            message: 'Expired or Invalid pagination request. Default Expiry time is 00:30:00',
            type: 'Microsoft.Exchange.Admin.OData.Core.ODataServiceException',
          },
        },
      },
    },
    400,
  );

describe('a cmdlet', () => {
  test('goes out with the headers and the body that the admin API wants', async () => {
    const { run, invokes, book } = start(() => page([{ A: 1 }]));
    expect(await run(getMailboxes, ['Identity', 'EwsEnabled'])).toMatchObject({ ok: true });
    const [sent] = invokes();
    expect(sent?.url.href).toBe(`${invokeUrl}?$select=Identity,EwsEnabled`);
    expect(sent?.body).toEqual({
      CmdletInput: { CmdletName: 'Get-CASMailbox', Parameters: { ResultSize: 'Unlimited' } },
    });
    expect(sent?.request.headers).toMatchObject({
      authorization: 'Bearer token-1',
      'content-type': 'application/json',
      prefer: 'odata.maxpagesize=1000',
      'x-anchormailbox': 'UPN:admin@contoso.example',
      'client-request-id': expect.stringMatching(/^[\da-f-]{36}$/) as string,
      'connection-id': expect.stringMatching(/^[\da-f-]{36}$/) as string,
    });
    expect(
      book.calls.map(({ api, call, outcome, requestId }) => [api, call, outcome, requestId]),
    ).toEqual([
      ['exchange', 'GET /adminapi/v1.0/EXOModuleFile', '200', 'id-200'],
      ['exchange', 'Get-CASMailbox', '200', 'id-200'],
    ]);
  });

  test('has empty parameters as an object, each request an id of its own, the session one', async () => {
    const { run, invokes } = start((_, number) =>
      number === 1 ? page([{ A: 1 }], `${invokeUrl}?$skiptoken=2`) : page([{ A: 2 }]),
    );
    await run({ cmdlet: 'Get-OrganizationConfig', parameters: {} });
    expect(invokes()[0]?.request.body).toBe(
      '{"CmdletInput":{"CmdletName":"Get-OrganizationConfig","Parameters":{}}}',
    );
    const ids = invokes().map(({ request }) => request.headers['client-request-id']);
    expect(new Set(ids).size).toBe(2);
    expect(new Set(invokes().map(({ request }) => request.headers['connection-id'])).size).toBe(1);
  });

  test('by an administrator whose name no header can hold goes without an anchor', async () => {
    const { run, invokes } = start(() => page([]), { username: 'jürgen@contoso.example' });
    expect(await run()).toMatchObject({ ok: true });
    expect(invokes()[0]?.request.headers).not.toHaveProperty('x-anchormailbox');
  });

  test('drops entries that are null and hands warnings on', async () => {
    const { run, records } = start(() =>
      jsonAnswer({ value: [null, { A: 1 }], '@adminapi.warnings': ['More results', 7] }),
    );
    expect(await run()).toEqual({
      ok: true,
      value: { records: 1, warnings: ['More results'], requestId: 'id-200' },
    });
    expect(records).toEqual([{ A: 1 }]);
  });
});

describe('pages', () => {
  test('are fetched by posting the same body to the link, with the anchor', async () => {
    const { run, invokes, records } = start((_, number) =>
      number < 3 ? page([{ A: number }], `${invokeUrl}?$skiptoken=${number}`) : page([{ A: 3 }]),
    );
    expect(await run()).toMatchObject({ ok: true, value: { records: 3 } });
    expect(records).toEqual([{ A: 1 }, { A: 2 }, { A: 3 }]);
    expect(invokes().map(({ url }) => url.search)).toEqual(['', '?$skiptoken=1', '?$skiptoken=2']);
    for (const { request } of invokes()) {
      expect(request.method).toBe('POST');
      expect(request.body).toBe(invokes()[0]?.request.body);
      expect(request.headers['x-anchormailbox']).toBe('UPN:admin@contoso.example');
    }
  });

  test('of something else than records are no answer', async () => {
    const { run, records } = start(() => page([1, 2]));
    expect(await run()).toMatchObject({ ok: false, failure: { reason: 'unexpected-answer' } });
    expect(records).toEqual([]);
  });

  test.each([
    ['another host', 'https://evil.example/adminapi/beta/x/InvokeCommand?$skiptoken=1'],
    ['another scheme', invokeUrl.replace('https', 'http')],
    ['another port', invokeUrl.replace('.com', '.com:8443')],
    ['another path', `${host}/adminapi/beta/x/Set-Mailbox`],
    ['a path that climbs', `${host}/adminapi/beta/../v1.0/InvokeCommand`],
    ['credentials', invokeUrl.replace('https://', 'https://u:p@')],
    ['nothing', 'next please'],
  ])('whose link leads to %s are not fetched', async (_, link) => {
    const { run, invokes, records } = start(() => page([{ A: 1 }], link));
    expect(await run()).toMatchObject({ ok: false, failure: { reason: 'redirect-refused' } });
    expect(invokes()).toHaveLength(1);
    expect(records).toEqual([{ A: 1 }]);
  });

  test('whose links go round in a circle end', async () => {
    const { run, invokes } = start(() => page([{ A: 1 }], `${invokeUrl}?$skiptoken=1`));
    expect(await run()).toMatchObject({ ok: false, failure: { reason: 'unexpected-answer' } });
    expect(invokes()).toHaveLength(2);
  });

  test('that expired come again from the first, once', async () => {
    const { run, records, restarts } = start((_, number) => {
      if (number === 1) return page([{ A: 'void' }], `${invokeUrl}?$skiptoken=1`);
      return number === 2 ? expired() : page([{ A: 'good' }]);
    });
    expect(await run()).toMatchObject({ ok: true, value: { records: 1 } });
    expect(records).toEqual([{ A: 'good' }]);
    expect(restarts()).toBe(1);

    const always = start((_, number) =>
      number % 2 === 1 ? page([{ A: number }], `${invokeUrl}?$skiptoken=1`) : expired(),
    );
    expect(await always.run()).toMatchObject({ ok: false, failure: { reason: 'pages-expired' } });
    expect(always.invokes()).toHaveLength(4);
    expect(always.records).toEqual([{ A: 3 }]);
  });
});

describe('the region', () => {
  const region = 'https://eurprd01.outlook.office365.com';

  test('is found by the first request and kept', async () => {
    const session = fakeSession(({ url }) => {
      if (url.origin === host)
        return new Response(null, { status: 302, headers: { location: region + url.pathname } });
      return url.pathname.endsWith('/EXOModuleFile')
        ? jsonAnswer({ value: { exportedCmdlets: 'Get-CASMailbox' } })
        : page([{ A: 1 }]);
    });
    const client = createExchangeClient({
      session,
      clock,
      timing: fakeTiming(),
      record: callBook().record,
    });
    const sink = { page() {}, restart() {} };
    const { signal } = new AbortController();
    await client.run(getMailboxes, sink, signal);
    await client.run(getMailboxes, sink, signal);
    expect(session.sent.map(({ url }) => url.origin)).toEqual([host, region, region, region]);
    expect(session.sent.find(({ url }) => url.origin === region)?.request.headers).toMatchObject({
      authorization: 'Bearer token-1',
    });
  });

  test.each([
    ['https://evil.example/'],
    ['https://outlook.office365.com.evil.example/'],
    ['https://evil-outlook.office365.com/'],
    ['http://eurprd01.outlook.office365.com/'],
    ['https://eurprd01.outlook.office365.com:8443/'],
    ['https://user@eurprd01.outlook.office365.com/'],
    ['//evil.example/'],
    ['https://127.0.0.1/'],
    [''],
  ])('is not %j: no token goes there', async (location) => {
    const session = fakeSession(() => new Response(null, { status: 302, headers: { location } }));
    const client = createExchangeClient({
      session,
      clock,
      timing: fakeTiming(),
      record: callBook().record,
    });
    const { signal } = new AbortController();
    expect(await client.run(getMailboxes, { page() {}, restart() {} }, signal)).toMatchObject({
      ok: false,
      failure: { reason: 'redirect-refused' },
    });
    expect(new Set(session.sent.map(({ url }) => url.origin))).toEqual(new Set([host]));
  });
});

describe('trouble', () => {
  test('429 waits as long as it says, and then goes on', async () => {
    const { run, timing, book } = start((_, number) =>
      number === 1 ? new Response('', { status: 429, headers: { 'retry-after': '7' } }) : page([]),
    );
    expect(await run()).toMatchObject({ ok: true });
    expect(timing.waits).toEqual([7000]);
    expect(book.calls.map(({ outcome }) => outcome)).toEqual(['200', '429', '200']);
  });

  test('429 for ever, or for longer than anyone waits, is throttled', async () => {
    const long = start(() => new Response('', { status: 429, headers: { 'retry-after': '3600' } }));
    expect(await long.run()).toMatchObject({ ok: false, failure: { reason: 'throttled' } });
    expect(long.invokes()).toHaveLength(1);
    const ever = start(() => new Response('', { status: 429 }));
    expect(await ever.run()).toMatchObject({ ok: false, failure: { reason: 'throttled' } });
    expect(ever.invokes()).toHaveLength(6);
  });

  test.each([
    ['503', () => new Response('<html>', { status: 503 }), 'server-error'],
    ['500', () => new Response('', { status: 500 }), 'server-error'],
    [
      'a connection that breaks',
      () => Object.assign(new Error('reset'), { code: 'ECONNRESET' }),
      'unreachable',
    ],
    ['half an answer', () => new Response('{"value":[{"A"'), 'unexpected-answer'],
    ['a page of a proxy', () => new Response('<html>Log in</html>'), 'unexpected-answer'],
  ])('%s is tried again, four times in all', async (_, answer, reason) => {
    const twice = start((_, number) => (number < 3 ? answer() : page([{ A: 1 }])));
    expect(await twice.run()).toMatchObject({ ok: true });
    expect(twice.timing.waits).toEqual([1000, 2000]);
    const always = start(answer);
    expect(await always.run()).toMatchObject({ ok: false, failure: { reason } });
    expect(always.invokes()).toHaveLength(4);
  });

  test('403 of NUL bytes is a role that is missing, gzip or not, and is not repeated', async () => {
    const nul = Buffer.alloc(64);
    const broken = new ReadableStream({
      start: (controller) => controller.error(new Error('incorrect header check')),
    });
    for (const body of [nul, gzipSync(nul), broken]) {
      const { run, invokes } = start(
        () =>
          new Response(body, {
            status: 403,
            headers: { 'x-ms-diagnostics': '2000003;reason="…"'.replace('…', 'x') },
          }),
      );
      expect(await run()).toMatchObject({
        ok: false,
        failure: { reason: 'role-missing', status: 403, detail: '2000003;reason="x"' },
      });
      expect(invokes()).toHaveLength(1);
    }
  });

  test('an error shows what Exchange means by it', async () => {
    const bodies = [
      {
        body: {
          error: {
            code: 'BadRequest',
            message: 'Invalid Operation',
            innererror: {
              internalexception: {
                message: 'Cannot process argument.',
                type: 'A.B.ParameterException',
              },
            },
          },
        },
        detail: 'Cannot process argument.',
        code: 'ParameterException',
      },
      {
        body: {
          error: {
            code: 'NotFound',
            message: 'Error executing cmdlet',
            details: [
              {
                message:
                  'Ex6F9304|Microsoft.Exchange.ManagementObjectNotFoundException|It could not be found.',
              },
            ],
          },
        },
        detail: 'It could not be found.',
        code: 'ManagementObjectNotFoundException',
      },
      { body: { error: { message: 'Nope' } }, detail: 'Nope', code: null },
      { body: ['?'], detail: null, code: null },
    ];
    for (const { body, detail, code } of bodies) {
      const { run } = start(() => jsonAnswer(body, 400));
      expect(await run()).toMatchObject({
        ok: false,
        failure: { reason: 'request-refused', status: 400, detail, code },
      });
    }
  });

  test('a property that Exchange does not know is left out, and the rest still chosen', async () => {
    const { run, invokes } = start(({ url }) =>
      url.search.includes('NewThing')
        ? jsonAnswer({ error: { message: "Could not find a property named 'NewThing'." } }, 400)
        : page([{ A: 1 }]),
    );
    expect(await run(getMailboxes, ['EwsEnabled', 'NewThing'])).toMatchObject({ ok: true });
    expect(invokes().map(({ url }) => url.search)).toEqual([
      '?$select=EwsEnabled,NewThing',
      '?$select=EwsEnabled',
    ]);
  });

  test('a claims challenge is answered by a token that meets it', async () => {
    const claims = '{"access_token":{"nbf":{"essential":true,"value":"1"}}}';
    const challenge = `Bearer realm="", error="insufficient_claims", claims="${Buffer.from(claims).toString('base64')}"`;
    const { run, session, invokes } = start(
      (_, number) =>
        number === 1
          ? new Response('', { status: 401, headers: { 'www-authenticate': challenge } })
          : page([]),
      {
        token: (request) =>
          success(fakeToken(request.claims === undefined ? 'old' : 'new', request)),
      },
    );
    expect(await run()).toMatchObject({ ok: true });
    expect(session.tokensAsked.at(-1)).toMatchObject({ resource: 'exchange', claims });
    expect(invokes().at(-1)?.request.headers['authorization']).toBe('Bearer new');
  });

  test('401 twice is a token that Exchange does not take', async () => {
    const { run, session, invokes } = start(() => new Response('', { status: 401 }));
    expect(await run()).toMatchObject({ ok: false, failure: { reason: 'token-refused' } });
    expect(invokes()).toHaveLength(2);
    expect(session.tokensAsked.at(-1)).toMatchObject({ renew: true });
  });

  test('without consent nothing is sent', async () => {
    const { run, session } = start(() => page([]), {
      token: () => failure('consent-required'),
    });
    expect(await run()).toMatchObject({ ok: false, failure: { reason: 'consent-required' } });
    expect(session.sent).toHaveLength(0);
  });

  test('stopping ends it at once, while waiting as well, and keeps what came', async () => {
    const before = start((_, number) => {
      before.controller.abort();
      return number === 1 ? page([{ A: 1 }], `${invokeUrl}?$skiptoken=1`) : page([]);
    });
    expect(await before.run()).toMatchObject({ ok: false, failure: { reason: 'interrupted' } });

    const hanging = start(({ request }) => {
      setTimeout(() => hanging.controller.abort(), 5);
      return new Promise((_, reject) => {
        request.signal?.addEventListener('abort', () => reject(new Error('aborted')));
      });
    });
    expect(await hanging.run()).toMatchObject({ ok: false, failure: { reason: 'interrupted' } });
  });

  test('no answer in time is tried again and then given up', async () => {
    const session = fakeSession(
      ({ request }) =>
        new Promise((_, reject) => {
          request.signal?.addEventListener('abort', () => reject(new Error('aborted')));
        }),
    );
    const client = createExchangeClient({
      session,
      clock,
      timing: fakeTiming(),
      record: callBook().record,
      timeout: 20,
    });
    const outcome = await client.cmdlets(new AbortController().signal);
    expect(outcome).toMatchObject({ ok: false, failure: { reason: 'timeout' } });
    expect(session.sent).toHaveLength(4);
  });

  test('three run at a time, no more', async () => {
    let running = 0;
    let most = 0;
    const { client, controller } = start(async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running -= 1;
      return page([]);
    });
    const sink = { page() {}, restart() {} };
    await Promise.all(
      Array.from({ length: 9 }, () => client.run(getMailboxes, sink, controller.signal)),
    );
    expect(most).toBe(3);
  });
});

test('the cmdlets of the administrator are read as a list or as text, and asked for once', async () => {
  for (const exportedCmdlets of ['Get-Mailbox, Get-User', ['Get-Mailbox', 'Get-User']]) {
    const session = fakeSession(() => jsonAnswer({ value: [{ exportedCmdlets }] }));
    const client = createExchangeClient({
      session,
      clock,
      timing: fakeTiming(),
      record: callBook().record,
    });
    const { signal } = new AbortController();
    await client.cmdlets(signal);
    expect(await client.cmdlets(signal)).toEqual({
      ok: true,
      value: new Set(['Get-Mailbox', 'Get-User']),
    });
    expect(session.sent).toHaveLength(1);
    expect(session.sent[0]?.url.href).toBe(
      `${host}/adminapi/v1.0/${testTenantId}/EXOModuleFile?Version=3.9.2`,
    );
    expect(session.sent[0]?.request.headers['commandname']).toBe('*');
  }
});
