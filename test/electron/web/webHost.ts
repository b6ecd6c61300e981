import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { randomBytes, randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { tmpdir } from 'node:os';
import { createHostPorts } from '../../../electron/service/hostPorts.ts';
import { createService } from '../../../electron/service/service.ts';
import { loadPage } from '../../../electron/web/pageFiles.ts';
import { startWebServer } from '../../../electron/web/webServer.ts';
import { webLimits } from '../../../electron/web/limits.ts';
import type { Service } from '../../../electron/service/service.ts';
import type { WebLimits } from '../../../electron/web/limits.ts';
import type { WebServer } from '../../../electron/web/webServer.ts';

export interface TestHost {
  readonly server: WebServer;
  readonly port: number;
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
  readonly controlKey: Buffer;
  /** Holds the page (`renderer/`), its neighbours, and the data directory (`data/`). */
  readonly folder: string;
  readonly quits: () => number;
  /** What was reported as a bug. */
  readonly bugs: readonly unknown[];
  token(): string;
  /** A session of its own, as a page gets it. */
  session(): Promise<string>;
  close(): Promise<void>;
}

/** A real server with the real service, over a page of two files. */
export async function startTestHost(
  options: {
    readonly limits?: Partial<WebLimits>;
    readonly companionScript?: string;
    readonly service?: Service;
  } = {},
): Promise<TestHost> {
  const folder = mkdtempSync(join(tmpdir(), 'exo-web-'));
  const companionScript = options.companionScript ?? join(folder, 'companion.js');
  if (options.companionScript === undefined) writeFileSync(companionScript, '// the page script\n');
  writePage(folder);
  const data = join(folder, 'data');
  mkdirSync(data);
  const service = options.service ?? createService(createHostPorts('web', data));
  const controlKey = randomBytes(32);
  let quits = 0;
  const bugs: unknown[] = [];
  const server = await startWebServer({
    service,
    page: loadPage(join(folder, 'renderer'), companionScript),
    controlKey,
    limits: { ...webLimits, ...options.limits },
    reportBug: (error) => bugs.push(error),
    quit: () => {
      quits += 1;
    },
  });
  const token = (): string => server.freshLink().split('#token=')[1] ?? '';
  const host: TestHost = {
    server,
    port: server.port,
    origin: `http://127.0.0.1:${server.port}`,
    controlKey,
    folder,
    quits: () => quits,
    bugs,
    token,
    async session() {
      const session = newSecret();
      const { status, body } = await trade(host, token(), session);
      if (status !== 200) throw new Error(`No session: ${status} ${body}`);
      return session;
    },
    async close() {
      await server.close();
      await service.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return host;
}

/** The page, a sibling folder whose name starts alike, a secret outside, and a link to it inside. */
function writePage(folder: string): void {
  const page = join(folder, 'renderer');
  mkdirSync(join(page, 'assets'), { recursive: true });
  mkdirSync(join(folder, 'renderer-private'));
  writeFileSync(
    join(page, 'index.html'),
    '<!doctype html><html lang="en"><head><title>Exchange Companion</title><link rel="icon" href="/icon.svg"></head><body><script type="module" src="/assets/main.js"></script></body></html>',
  );
  writeFileSync(join(page, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  // Tells in its title whether the policy lets text become code.
  const script =
    'try { new Function("")(); document.title = "eval works"; } catch { document.title = "ready"; }';
  writeFileSync(join(page, 'assets', 'main.js'), script);
  writeFileSync(join(page, 'assets', 'main.js.map'), '{"secret": "source map"}');
  writeFileSync(join(folder, 'secret.txt'), 'secret outside');
  writeFileSync(join(folder, 'renderer-private', 'secret.txt'), 'secret beside');
  symlinkSync(join(folder, 'secret.txt'), join(page, 'assets', 'link.txt'));
  symlinkSync(join(folder, 'renderer-private'), join(page, 'private'));
}

export interface RawAnswer {
  /** 0 where the connection was closed without an answer. */
  readonly status: number;
  readonly head: string;
  readonly body: string;
}

/** Sends bytes as they are and reads until the other side closes, or `quiet` ms pass in silence. */
export function raw(port: number, bytes: string | Buffer, quiet = 2_000): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    const chunks: Buffer[] = [];
    const end = (): void => {
      socket.destroy();
      resolve(parse(Buffer.concat(chunks).toString('utf8')));
    };
    socket.setTimeout(quiet, end);
    socket.on('connect', () => socket.write(bytes));
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('close', end);
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED') reject(error);
      else end();
    });
  });
}

function parse(text: string): RawAnswer {
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0);
  return { status, head, body: rest.join('\r\n\r\n') };
}

export type Headers = Readonly<Record<string, string | null>>;

/** A request of our own page's, but for the headers given; `null` leaves one out. */
export function request(
  host: TestHost,
  method: string,
  target: string,
  headers: Headers = {},
  body: string | Buffer = '',
): Promise<RawAnswer> {
  const posts: Headers =
    method === 'POST'
      ? {
          Origin: host.origin,
          'Content-Type': 'application/json',
          'Content-Length': String(Buffer.byteLength(body)),
        }
      : {};
  const all: Headers = {
    Host: `127.0.0.1:${host.port}`,
    Connection: 'close',
    ...posts,
    ...headers,
  };
  const lines = Object.entries(all).flatMap(([name, value]) =>
    value === null ? [] : [`${name}: ${value}`],
  );
  const head = `${method} ${target} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`;
  return raw(host.port, Buffer.concat([Buffer.from(head), Buffer.from(body as string)]));
}

export function post(
  host: TestHost,
  path: string,
  body: unknown,
  headers: Headers = {},
): Promise<RawAnswer> {
  return request(host, 'POST', path, headers, JSON.stringify(body));
}

/** What a page does with its link: `session` is the secret that it chose. */
export function trade(
  host: TestHost,
  token: string,
  session = newSecret(),
  headers: Headers = {},
): Promise<RawAnswer> {
  return post(host, '/session', { token, session }, headers);
}

export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** A call of a channel as the page makes it. */
export function call(
  host: TestHost,
  session: string | null,
  channel: string,
  input: unknown = {},
  headers: Headers = {},
): Promise<RawAnswer> {
  const envelope = { id: randomUUID(), channel, input };
  return post(host, '/call', envelope, { 'X-Companion-Session': session, ...headers });
}

/** No CORS header, nothing of value, and a closed connection. */
export function expectRefused(answer: RawAnswer, status: number): void {
  expect(answer.status).toBe(status);
  expect(answer.head.toLowerCase()).not.toContain('access-control');
  expect(answer.head.toLowerCase()).toContain('connection: close');
  expect(answer.body).not.toContain('"ok":true');
  expect(answer.body).not.toContain('secret');
}
