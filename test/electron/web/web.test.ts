import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { buildForTest } from './builtWeb.ts';
import { newSecret } from './webHost.ts';
import type { ChildProcess } from 'node:child_process';
import { patience } from '../../support/patience.ts';

let folder: string;
let program: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'exo-web-program-'));
  const out = join(folder, 'out');
  program = await buildForTest('web', out);
  await buildForTest('page', out);
  mkdirSync(join(out, 'renderer'));
  writeFileSync(
    join(out, 'renderer', 'index.html'),
    '<!doctype html><head></head><body>page</body>',
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Run {
  readonly child: ChildProcess;
  readonly stdout: () => string;
  readonly stderr: () => string;
  readonly ended: Promise<number | null>;
}

function start(data: string, ...args: readonly string[]): Run {
  const env = { PATH: process.env['PATH'], EXO_COMPANION_HOME: join(folder, data) };
  const child = spawn(process.execPath, [program, ...args], { env });
  const text = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (text.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (text.stderr += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => resolve(code));
  });
  return { child, stdout: () => text.stdout, stderr: () => text.stderr, ended };
}

const announcement =
  /^Exchange Companion is open at (http:\/\/127\.0\.0\.1:\d+)\/#token=([\w-]{43})\n$/;

async function linkOf(run: Run): Promise<{ readonly origin: string; readonly token: string }> {
  await expect.poll(() => run.stdout(), { timeout: 10_000 }).toMatch(announcement);
  const [, origin = '', token = ''] = announcement.exec(run.stdout()) ?? [];
  return { origin, token };
}

async function send(origin: string, path: string, body: object, session = ''): Promise<Response> {
  return fetch(origin + path, {
    method: 'POST',
    headers: {
      Origin: origin,
      'Content-Type': 'application/json',
      'X-Companion-Session': session,
    },
    body: JSON.stringify(body),
  });
}

async function trade(
  { origin, token }: { readonly origin: string; readonly token: string },
  session = newSecret(),
): Promise<number> {
  return (await send(origin, '/session', { token, session })).status;
}

describe('the web host as a program', () => {
  it('prints one line with a link that works, and ends cleanly at Ctrl+C', async () => {
    const run = start('a', '--no-open');
    const link = await linkOf(run);
    expect(await (await fetch(link.origin)).text()).toContain('page');
    expect(await trade(link)).toBe(200);
    expect(existsSync(join(folder, 'a', 'instance.json'))).toBe(true);
    expect(statSync(join(folder, 'a')).mode & 0o777).toBe(0o700);
    run.child.kill('SIGINT');
    expect(await run.ended).toBe(0);
    expect(existsSync(join(folder, 'a', 'instance.json'))).toBe(false);
    await expect(fetch(link.origin)).rejects.toThrow();
    expect(run.stderr()).toBe('');
  });

  it('ends at SIGTERM too, with a page listening', async () => {
    const run = start('b', '--no-open');
    const link = await linkOf(run);
    const session = newSecret();
    await trade(link, session);
    const stream = await send(link.origin, '/events', {}, session);
    expect(stream.status).toBe(200);
    const asked = Date.now();
    run.child.kill('SIGTERM');
    expect(await run.ended).toBe(0);
    expect(Date.now() - asked).toBeLessThan(patience);
    await stream.body?.cancel();
  });

  it('started again, says where it runs, gives a fresh link to it and leaves', async () => {
    const first = start('c', '--no-open');
    const link = await linkOf(first);
    const second = start('c', '--no-open');
    const again = await linkOf(second);
    expect(await second.ended).toBe(0);
    expect(second.stderr()).toContain(`process ${first.child.pid}`);
    expect(again.origin).toBe(link.origin);
    expect(again.token).not.toBe(link.token);
    expect(await trade(again)).toBe(200);
    expect(await trade(link)).toBe(200);

    const stop = start('c', '--stop');
    expect(await stop.ended).toBe(0);
    expect(await first.ended).toBe(0);
    const nothing = start('c', '--stop');
    expect(await nothing.ended).toBe(0);
    expect(nothing.stdout()).toContain('not running');
  });

  it('starts anew after a crash', async () => {
    const crashed = start('d', '--no-open');
    await linkOf(crashed);
    crashed.child.kill('SIGKILL');
    await crashed.ended;
    expect(existsSync(join(folder, 'd', 'instance.json'))).toBe(true);
    const run = start('d', '--no-open');
    expect(await trade(await linkOf(run))).toBe(200);
    run.child.kill('SIGINT');
    expect(await run.ended).toBe(0);
  });

  it('says so where the folder is a file', async () => {
    writeFileSync(join(folder, 'file'), '');
    const run = start('file', '--no-open');
    expect(await run.ended).toBe(1);
    expect(run.stderr()).toMatch(/can’t keep its data in .*file \((EEXIST|ENOTDIR)\)/);
    expect(run.stderr()).not.toContain('    at ');
    expect(run.stdout()).toBe('');
  });
});
