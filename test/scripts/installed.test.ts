import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { isInstalled } from '../../scripts/installed.mjs';

let folder: string;

const manifest = { dependencies: { zod: '4.0.0' }, devDependencies: { vite: '8.0.0' } };
const zod = { version: '4.0.0', integrity: 'sha512-zod' };
const vite = { version: '8.0.0', integrity: 'sha512-vite', dev: true };
const native = { version: '1.0.0', integrity: 'sha512-win', optional: true, os: ['win32'] };
const lock = { packages: { '': manifest, 'node_modules/zod': zod, 'node_modules/vite': vite } };
const installed = { packages: { 'node_modules/zod': zod, 'node_modules/vite': vite } };

function write(name: string, content: unknown): void {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  writeFileSync(join(folder, name), text);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'exo-installed-'));
  mkdirSync(join(folder, 'node_modules'));
  write('package.json', manifest);
  write('package-lock.json', lock);
  write('node_modules/.package-lock.json', installed);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('whether the packages are installed', () => {
  it('is so when npm has recorded what the lockfile says', () => {
    expect(isInstalled(folder)).toBe(true);
  });

  it('is so when the manifest changed in what has nothing to do with packages', () => {
    write('package.json', { ...manifest, scripts: { start: 'x' }, version: '2.0.0' });
    expect(isInstalled(folder)).toBe(true);
  });

  it('is so when an optional package of another platform is missing', () => {
    write('package-lock.json', { packages: { ...lock.packages, 'node_modules/native': native } });
    expect(isInstalled(folder)).toBe(true);
  });

  it.each([
    ['nothing was installed', () => rmSync(join(folder, 'node_modules'), { recursive: true })],
    ['an installation broke off', () => rmSync(join(folder, 'node_modules', '.package-lock.json'))],
    ['npm’s record is damaged', () => write('node_modules/.package-lock.json', '{')],
    [
      'a package has another version',
      () =>
        write('node_modules/.package-lock.json', {
          packages: { ...installed.packages, 'node_modules/zod': { ...zod, version: '3.9.0' } },
        }),
    ],
    [
      'a package has another content',
      () =>
        write('node_modules/.package-lock.json', {
          packages: {
            ...installed.packages,
            'node_modules/zod': { ...zod, integrity: 'sha512-x' },
          },
        }),
    ],
    [
      'a package is missing',
      () => write('node_modules/.package-lock.json', { packages: { 'node_modules/zod': zod } }),
    ],
    [
      'a package is there that the lockfile does not know',
      () =>
        write('node_modules/.package-lock.json', {
          packages: { ...installed.packages, 'node_modules/left': vite },
        }),
    ],
    [
      'the manifest asks for another version than the lockfile',
      () => write('package.json', { ...manifest, dependencies: { zod: '5.0.0' } }),
    ],
    [
      'the manifest asks for a package more',
      () =>
        write('package.json', { ...manifest, devDependencies: { vite: '8.0.0', knip: '1.0.0' } }),
    ],
    ['there is no lockfile', () => rmSync(join(folder, 'package-lock.json'))],
  ])('is not so when %s', (_, change) => {
    change();
    expect(isInstalled(folder)).toBe(false);
  });
});
