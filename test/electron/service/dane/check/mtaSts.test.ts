import { createServer } from 'node:https';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createPolicyFetch } from '../../../../../electron/service/dane/check/mtaSts.ts';
import type { PolicyOutcome } from '../../../../../electron/service/dane/check/mtaSts.ts';
import { issueCertificate } from '../../../../../electron/service/demo/certificates/issueCertificate.ts';
import type { Issued } from '../../../../../electron/service/demo/certificates/issueCertificate.ts';
import { daneWorld } from '../../../../support/daneWorld.ts';
import type { WorldOptions } from '../../../../support/daneWorld.ts';
import { identity, tlsaText } from '../../../../support/labCertificates.ts';

// The runtime checks these against its own clock.
const day = 86_400_000;
const dates = { notBefore: new Date(Date.now() - day), notAfter: new Date(Date.now() + day) };
const host = 'mta-sts.example.test';
const root = issueCertificate({ commonName: 'Web Root', isCa: true, ...dates });
const web = (name: string, more: Partial<typeof dates> = {}): Issued =>
  issueCertificate({ commonName: name, dnsNames: [name], issuer: root, ...dates, ...more });
const policy = 'version: STSv1\r\nmode: enforce\r\nmx: mx.example.test\r\nmax_age: 86400\r\n';
const plain = { 'content-type': 'text/plain; charset=utf-8' };

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function listen(answer: Answer, leaf: Issued, at = '127.0.0.1'): Promise<number> {
  const key = leaf.key.export({ format: 'pem', type: 'pkcs8' });
  const server = createServer({ key, cert: leaf.pem }, (request, response) =>
    answer(response, request),
  );
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, at, resolve));
  return (server.address() as AddressInfo).port;
}

async function fetched(
  answer: Answer,
  { leaf = web(host), timeout = 10_000 } = {},
): Promise<PolicyOutcome> {
  const port = await listen(answer, leaf);
  return createPolicyFetch({ port, ca: root.pem })(host, '127.0.0.1', AbortSignal.timeout(timeout));
}

/** Writes for as long as the other side takes it. */
function pour(response: ServerResponse, written: { octets: number }): void {
  const chunk = 'x'.repeat(16 * 1024);
  const more = (): void => {
    if (response.destroyed) return;
    written.octets += chunk.length;
    if (response.write(chunk)) setImmediate(more);
    else response.once('drain', more);
  };
  more();
}

describe('a policy over HTTPS (RFC 8461 §3.3)', () => {
  it('is asked for under the name of the policy host, by its well-known path', async () => {
    const asked: string[] = [];
    const outcome = await fetched((response, { url, headers }) => {
      asked.push(`${headers.host} ${url}`);
      response.writeHead(200, plain).end(policy);
    });
    expect(outcome).toEqual({ ok: true, body: policy });
    expect(asked).toEqual([`${host} /.well-known/mta-sts.txt`]);
  });

  it('is not looked for where a redirect leads', async () => {
    let requests = 0;
    const outcome = await fetched((response) => {
      requests += 1;
      response.writeHead(301, { location: '/elsewhere' }).end();
    });
    expect(outcome).toMatchObject({ ok: false, problem: 'status', detail: '301' });
    expect(requests).toBe(1);
  });

  it.each([404, 500, 204])('is not there with status %i', async (status) => {
    const outcome = await fetched((response) => response.writeHead(status, plain).end(policy));
    expect(outcome).toMatchObject({ ok: false, problem: 'status', detail: String(status) });
  });

  it.each([
    ['of another name', web('www.example.test')],
    ['that has ended', web(host, { notBefore: new Date(0), notAfter: new Date(day) })],
    [
      'of an issuer that nobody knows',
      issueCertificate({ commonName: host, dnsNames: [host], ...dates }),
    ],
  ])('is not taken from a server with a certificate %s', async (_, leaf) => {
    const outcome = await fetched((response) => response.writeHead(200, plain).end(policy), {
      leaf,
    });
    expect(outcome).toMatchObject({ ok: false, problem: 'certificate' });
  });

  it.each(['text/html', 'text/plainly', ''])('is not a document of type “%s”', async (type) => {
    const outcome = await fetched((response) => {
      response.writeHead(200, type === '' ? {} : { 'content-type': type }).end(policy);
    });
    expect(outcome).toMatchObject({ ok: false, problem: 'media-type' });
  });

  it('is never larger than 64 KiB: of an endless one little is taken', async () => {
    const written = { octets: 0 };
    const outcome = await fetched((response) => pour(response.writeHead(200, plain), written));
    expect(outcome).toMatchObject({ ok: false, problem: 'too-large' });
    // What was on its way in the buffers of both sides.
    expect(written.octets).toBeLessThan(32 * 1024 * 1024);
  });

  it('that comes a little at a time, or not at all, is given up in time', async () => {
    const dripping = await fetched(
      (response) => void response.writeHead(200, plain).write('version: STS'),
      { timeout: 300 },
    );
    expect(dripping).toMatchObject({ ok: false, problem: 'timed-out' });
    const silent = await fetched(() => {}, { timeout: 300 });
    expect(silent).toMatchObject({ ok: false, problem: 'timed-out' });
  });

  it('cut off in the middle is none', async () => {
    const outcome = await fetched((response) => {
      response.writeHead(200, { ...plain, 'content-length': '1000' }).write(policy);
      setImmediate(() => response.destroy());
    });
    expect(outcome).toMatchObject({ ok: false, problem: 'unreachable' });
  });
});

const asked = () => Promise.reject(new Error('asked'));

describe('where a policy is fetched from', () => {
  const own = identity('mx.example.test');
  const zone = (...lines: readonly string[]) => [
    {
      origin: 'example.test',
      text: [
        '@ IN MX 10 mx',
        'mx IN A 20.0.0.1',
        `_25._tcp.mx IN TLSA ${tlsaText('3 1 1', own.leaf)}`,
        '_mta-sts IN TXT "v=STSv1; id=1"',
        ...lines,
      ].join('\n'),
    },
  ];

  async function policyOf(options: Partial<WorldOptions>) {
    await using world = await daneWorld({
      zones: [],
      servers: { '20.0.0.1': { identities: [own] } },
      settings: { beside: true },
      ...options,
    });
    return await world.check('example.test');
  }

  it('is an IPv6 address as well as an IPv4 one, and the next where one does not answer', async () => {
    const tried: string[] = [];
    const { mtaSts, trace } = await policyOf({
      zones: zone('mta-sts IN A 20.0.0.9', 'mta-sts IN AAAA 2a00::9'),
      fetchPolicy: async (name, address) => {
        tried.push(`${name} ${address}`);
        return address === '2a00::9'
          ? { ok: true, body: policy }
          : { ok: false, problem: 'unreachable', detail: '' };
      },
    });
    expect(tried).toEqual([`${host} 20.0.0.9`, `${host} 2a00::9`]);
    expect(mtaSts).toMatchObject({ state: 'found', mode: 'enforce', mx: ['mx.example.test'] });
    expect(trace.filter(({ question }) => question.startsWith('https:'))).toMatchObject([
      { server: '20.0.0.9', status: 'failed', reason: 'unreachable' },
      { server: '2a00::9', status: 'ok' },
    ]);
  });

  it('is IPv6 alone where there is nothing else', async () => {
    const { mtaSts } = await policyOf({
      zones: zone('mta-sts IN AAAA 2a00::9'),
      fetchPolicy: async () => ({ ok: true, body: policy }),
    });
    expect(mtaSts.state).toBe('found');
  });

  it('is never a private address, nor one whose answer is bogus', async () => {
    const reserved = await policyOf({
      zones: zone('mta-sts IN A 10.0.0.1', 'mta-sts IN AAAA fd00::1'),
      fetchPolicy: asked,
    });
    expect(reserved.mtaSts.state).toBe('fetch-failed');
    const bogus = await policyOf({
      zones: [
        ...zone('mta-sts IN CNAME policy.bogus.test.'),
        { origin: 'bogus.test', text: 'policy IN A 20.0.0.9', delegation: 'wrong-key' },
      ],
      fetchPolicy: asked,
    });
    expect(bogus.mtaSts.state).toBe('fetch-failed');
  });
});
