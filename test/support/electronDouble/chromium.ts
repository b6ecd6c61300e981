import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Chromium {
  /** The web socket of its DevTools protocol. */
  readonly endpoint: string;
  close(): void;
}

const switches =
  '--headless=new --no-sandbox --no-first-run --disable-gpu --disable-background-networking --disable-component-update --disable-dev-shm-usage --remote-debugging-address=127.0.0.1 --remote-debugging-port=0';

/** Debian's Chromium with a profile of its own, on which no name resolves. */
export async function startChromium(executable: string): Promise<Chromium> {
  const profile = mkdtempSync(join(tmpdir(), 'electron-double-'));
  const own = [`--user-data-dir=${profile}`, '--host-resolver-rules=MAP * ~NOTFOUND'];
  const child = spawn(executable, [...switches.split(' '), ...own, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
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
  return {
    endpoint,
    close() {
      child.kill('SIGKILL');
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}
