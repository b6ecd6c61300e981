import { spawn } from 'node:child_process';
import { join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Opens the link in the system's browser, where there is a screen to show it on.
 * SECURITY: S31 the one file of the hosts that starts another program; no shell reads the link.
 */
export function openBrowser(link: string): void {
  const opener = openerFor(process.platform, process.env);
  if (opener === null) return;
  const child = spawn(opener.program, [...opener.args, link], { stdio: 'ignore', detached: true });
  // Without an opener the person still has the printed link.
  child.once('error', () => {});
  child.unref();
}

/** The platform's way to open a link; `null` without a screen, or where the screen is elsewhere. */
export function openerFor(
  platform: NodeJS.Platform,
  env: Environment,
): { readonly program: string; readonly args: readonly string[] } | null {
  if (platform !== 'darwin' && platform !== 'win32') {
    const screen = Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY']);
    return screen ? { program: 'xdg-open', args: [] } : null;
  }
  if (env['SSH_CONNECTION'] !== undefined) return null;
  if (platform === 'darwin') return { program: '/usr/bin/open', args: [] };
  const system = join(env['SystemRoot'] ?? 'C:\\Windows', 'System32');
  return { program: join(system, 'rundll32.exe'), args: ['url.dll,FileProtocolHandler'] };
}

/** As the service wants it; `null`: there is nothing that would open a link. */
export function browserHere(
  platform: NodeJS.Platform = process.platform,
  env: Environment = process.env,
): ((link: string) => Promise<void>) | null {
  if (openerFor(platform, env) === null) return null;
  return async (link) => openBrowser(link);
}
