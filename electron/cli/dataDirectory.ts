import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * Where settings and history live: the option, else `EXO_COMPANION_HOME`, else the system's place
 * for an app's data (Electron's `userData`, so that window and command line share it).
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
  const home = homedir();
  if (platform === 'win32') return env['APPDATA'] ?? join(home, 'AppData', 'Roaming');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support');
  return env['XDG_CONFIG_HOME'] ?? join(home, '.config');
}
