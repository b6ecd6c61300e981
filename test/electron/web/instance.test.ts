import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { askInstance, claimInstance, findInstance } from '../../../electron/web/instance.ts';
import { startTestHost, trade } from './webHost.ts';
import type { AddressInfo } from 'node:net';
import type { Instance } from '../../../electron/web/instance.ts';
import type { TestHost } from './webHost.ts';

let host: TestHost;
let folder: string;

beforeEach(async () => {
  host = await startTestHost();
  folder = mkdtempSync(join(tmpdir(), 'exo-instance-'));
});
afterEach(async () => {
  await host.close();
  rmSync(folder, { recursive: true, force: true });
});

const file = (): string => join(folder, 'instance.json');
const running = (): Instance => ({ pid: process.pid, port: host.port, key: host.controlKey });
const other = (): Instance => ({ pid: process.pid, port: 1, key: randomBytes(32) });

function leave(instance: Instance): void {
  writeFileSync(file(), JSON.stringify({ ...instance, key: instance.key.toString('base64url') }));
}

describe('the instance file', () => {
  it('is written for this person alone, and says where the host is', async () => {
    const claim = await claimInstance(folder, running());
    expect(claim.state).toBe('claimed');
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(file(), 'utf8'))).toEqual({
      pid: process.pid,
      port: host.port,
      key: host.controlKey.toString('base64url'),
    });
  });

  it('leads a second start to the first, which gives it a link that works', async () => {
    await claimInstance(folder, running());
    const claim = await claimInstance(folder, other());
    if (claim.state !== 'taken') throw new Error('two hosts at once');
    expect(claim.by).toEqual(running());
    const answer = await askInstance(claim.by, 'link');
    expect((await trade(host, answer?.token ?? '')).status).toBe(200);
    expect(host.quits()).toBe(0);
  });

  it('lets a second start end the first', async () => {
    await claimInstance(folder, running());
    const found = await findInstance(folder);
    expect(await askInstance(found as Instance, 'quit')).toEqual({ token: null });
    await expect.poll(() => host.quits()).toBe(1);
  });

  it('goes when its host ends, and stays when it is another’s by then', async () => {
    const claim = await claimInstance(folder, running());
    if (claim.state !== 'claimed') throw new Error('not claimed');
    const theirs = JSON.stringify({ pid: 1, port: 1, key: 'x' });
    writeFileSync(file(), theirs);
    claim.release();
    expect(readFileSync(file(), 'utf8')).toBe(theirs);
    rmSync(file());
    const again = await claimInstance(folder, running());
    if (again.state !== 'claimed') throw new Error('not claimed');
    again.release();
    expect(await findInstance(folder)).toBeNull();
    again.release();
  });

  it.each([
    ['of a process that has ended', () => leave({ ...running(), pid: endedProcess() })],
    ['of a port where nobody listens', () => leave({ ...running(), port: 1 })],
    ['of another key', () => leave({ ...running(), key: randomBytes(32) })],
    ['that is empty', () => writeFileSync(file(), '')],
    ['that is half written', () => writeFileSync(file(), '{"pid": 12')],
    ['that holds something else', () => writeFileSync(file(), '{"pid":-1,"port":99999,"key":[]}')],
  ])('gives way when it is one %s', async (_, prepare) => {
    prepare();
    expect(await findInstance(folder)).toBeNull();
    const claim = await claimInstance(folder, running());
    expect(claim.state).toBe('claimed');
    expect(await findInstance(folder)).toEqual(running());
  });

  it('gives way when a stranger sits on the port, who learns no key and passes nothing off as ours', async () => {
    let heard = '';
    const stranger = createServer((request, response) => {
      request.on('data', (chunk: Buffer) => {
        heard += chunk.toString('utf8');
      });
      request.on('end', () => {
        const proof = (JSON.parse(heard) as { readonly proof: string }).proof;
        response.writeHead(200, { 'Content-Type': 'application/json' });
        response.end(JSON.stringify({ token: 'A'.repeat(43), proof }));
      });
    });
    await new Promise<void>((resolve) => {
      stranger.listen(0, '127.0.0.1', resolve);
    });
    const { port } = stranger.address() as AddressInfo;
    const key = randomBytes(32);
    const crashed = { pid: process.pid, port, key };
    leave(crashed);
    expect(await askInstance(crashed, 'link')).toBeNull();
    expect(heard).not.toContain(key.toString('base64url'));
    heard = '';
    expect((await claimInstance(folder, running())).state).toBe('claimed');
    stranger.close();
  });

  it('is one host’s also when two start at the same moment', async () => {
    const claims = await Promise.all([
      claimInstance(folder, running()),
      claimInstance(folder, running()),
      claimInstance(folder, running()),
    ]);
    expect(claims.filter(({ state }) => state === 'claimed')).toHaveLength(1);
  });
});

function endedProcess(): number {
  return spawnSync(process.execPath, ['--version']).pid;
}
