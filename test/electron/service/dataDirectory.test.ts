import { describe, expect, it } from 'vitest';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { dataDirectory } from '../../../electron/service/dataDirectory.ts';

const home = homedir();

describe('the data directory', () => {
  it('is the option, else EXO_COMPANION_HOME, else the platform’s', () => {
    const env = { EXO_COMPANION_HOME: '/from/environment', XDG_CONFIG_HOME: '/xdg' };
    expect(dataDirectory('/from/option', env, 'linux')).toBe('/from/option');
    expect(dataDirectory(null, env, 'linux')).toBe('/from/environment');
    expect(dataDirectory(null, { XDG_CONFIG_HOME: '/xdg' }, 'linux')).toBe(
      '/xdg/Exchange Companion',
    );
  });

  it('is found from a relative path, and nothing is nothing', () => {
    expect(dataDirectory('data', {}, 'linux')).toBe(resolve('data'));
    expect(dataDirectory(null, { EXO_COMPANION_HOME: '' }, 'linux')).toBe(
      join(home, '.config', 'Exchange Companion'),
    );
  });

  it('is where the platform keeps an app’s own data', () => {
    expect(dataDirectory(null, {}, 'darwin')).toBe(
      join(home, 'Library', 'Application Support', 'Exchange Companion'),
    );
    expect(dataDirectory(null, { APPDATA: '/roaming' }, 'win32')).toBe(
      '/roaming/Exchange Companion',
    );
    expect(dataDirectory(null, {}, 'win32')).toContain(join('AppData', 'Roaming'));
  });

  it('takes no relative folder from the environment, as its specification says', () => {
    expect(dataDirectory(null, { XDG_CONFIG_HOME: 'xdg' }, 'linux')).toBe(
      join(home, '.config', 'Exchange Companion'),
    );
  });
});
