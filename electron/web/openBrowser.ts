import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** How long the file with the link lives: a slow machine's browser needs its time to start. */
const fileMilliseconds = 60_000;

/**
 * Opens the link in the system's browser, where there is a screen to show it on; says whether it
 * tried. Arguments of a process can be read by every user of the machine, so where that is so the
 * browser is given a file that only this person can read and that leads on to the link.
 * SECURITY: S31 the one file of the hosts that starts another program, without a shell.
 */
export function openBrowser(link: string, dataDirectory: string): boolean {
  const opener = openerFor(process.platform, process.env);
  if (opener === null) return false;
  const [program, ...args] = opener;
  const target =
    argumentsAreSecret(process.platform) || isConfined() ? link : viaFile(link, dataDirectory);
  const child = spawn(program, [...args, target], { stdio: 'ignore', detached: true });
  // Without an opener the person still has the printed link.
  child.once('error', () => {});
  child.unref();
  return true;
}

type Opener = readonly [program: string, ...args: string[]];

export function openerFor(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): Opener | null {
  const overSsh = env['SSH_CONNECTION'] !== undefined;
  if (platform === 'darwin') return overSsh ? null : ['/usr/bin/open'];
  if (platform === 'win32') {
    const system = join(env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'rundll32.exe');
    return overSsh ? null : [system, 'url.dll,FileProtocolHandler'];
  }
  return env['DISPLAY'] || env['WAYLAND_DISPLAY'] ? ['xdg-open'] : null;
}

/** Windows shows the arguments of a process to its owner and to administrators only. */
function argumentsAreSecret(platform: NodeJS.Platform): boolean {
  return platform === 'win32';
}

/** A browser from a snap (`firefox_firefox.desktop`) can't read files of the data directory. */
function isConfined(): boolean {
  if (process.platform !== 'linux') return false;
  const { stdout } = spawnSync('xdg-settings', ['get', 'default-web-browser'], {
    encoding: 'utf8',
    timeout: 2_000,
  });
  return /^\w+_\w+\.desktop$/m.test(stdout ?? '');
}

function viaFile(link: string, dataDirectory: string): string {
  const folder = mkdtempSync(join(dataDirectory, 'open-'));
  const file = join(folder, 'open.html');
  const html = `<!doctype html><meta charset="utf-8"><title>Exchange Companion</title><meta http-equiv="refresh" content="0; url=${link}">\n`;
  writeFileSync(file, html, { mode: 0o600 });
  setTimeout(() => rmSync(folder, { recursive: true, force: true }), fileMilliseconds).unref();
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return pathToFileURL(file).href;
}
