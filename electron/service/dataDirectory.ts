import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';

/**
 * Where settings, history and logs live, for every host: the option, else `EXO_COMPANION_HOME`, else
 * the platform's folder for an app's own data, the one that Electron calls `userData`.
 * A relative `XDG_CONFIG_HOME` counts as unset (XDG Base Directory Specification 0.8).
 */
export function dataDirectory(
  option: string | null,
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
): string {
  const chosen = option ?? env['EXO_COMPANION_HOME'];
  if (chosen !== undefined && chosen !== '') return resolve(chosen);
  return join(appData(env, platform), 'Exchange Companion');
}

function appData(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
): string {
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  const [named, usual] =
    platform === 'win32'
      ? [env['APPDATA'], join(homedir(), 'AppData', 'Roaming')]
      : [env['XDG_CONFIG_HOME'], join(homedir(), '.config')];
  return named !== undefined && isAbsolute(named) ? named : usual;
}
