import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const switches =
  '--headless=new --no-sandbox --no-first-run --disable-gpu --disable-background-networking --disable-component-update --disable-dev-shm-usage --remote-debugging-address=127.0.0.1 --remote-debugging-port=0';

/**
 * Debian's Chromium with a profile of its own, on which no name resolves. Ends with this process.
 *
 * @returns the web socket of its DevTools protocol.
 */
export async function startChromium(executable: string): Promise<string> {
  const profile = mkdtempSync(join(tmpdir(), 'electron-double-'));
  const own = [`--user-data-dir=${profile}`, '--host-resolver-rules=MAP * ~NOTFOUND'];
  const child = spawn(executable, [...switches.split(' '), ...own, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    // A process group of its own, so that its helpers end with it and write nothing afterwards.
    detached: true,
  });
  process.once('exit', () => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  });
  const endpoint = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const match = /DevTools listening on (ws:\S+)/.exec(said);
      if (match?.[1] !== undefined) resolve(match[1]);
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`Chromium did not start:\n${said}`)));
  });
  return endpoint;
}
