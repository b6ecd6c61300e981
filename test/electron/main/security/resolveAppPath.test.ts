import { sep } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isBelow, resolveAppPath } from '../../../../electron/main/security/resolveAppPath.ts';
import { lookAlikes } from './lookAlikes.ts';

const root = '/opt/app/out/renderer';

describe('from address to file (SECURITY: S18)', () => {
  test('the files of a build are found', () => {
    expect(resolveAppPath(root, 'app://companion/')).toBe(`${root}/index.html`);
    expect(resolveAppPath(root, 'app://companion/index.html?x#/y')).toBe(`${root}/index.html`);
    expect(resolveAppPath(root, 'app://companion/assets/main-B_x9.js')).toBe(
      `${root}/assets/main-B_x9.js`,
    );
    expect(resolveAppPath(root, 'app://companion/assets/../icon.svg')).toBe(`${root}/icon.svg`);
  });

  test('nothing else is', () => {
    for (const path of [
      '..%2f..%2fmain%2fmain.mjs',
      '%2e%2e%2fmain',
      '%252e%252e%252fmain',
      '..%5c..%5cmain',
      '....//main',
      'assets//x.js',
      'assets/',
      '/etc/passwd',
      '%2fetc%2fpasswd',
      'C:/Windows/win.ini',
      'C:%5cWindows',
      'index.html::$DATA',
      'index.html%00.png',
      '%00',
      '%',
      '%ff',
      '.env',
      '.git/config',
      'assets/.hidden',
      'a b.js',
      'x'.repeat(600),
    ]) {
      expect(resolveAppPath(root, `app://companion/${path}`), path).toBeNull();
    }
    for (const url of lookAlikes) expect(resolveAppPath(root, url), url).toBeNull();
  });

  test('no address leads out of the folder', () => {
    const piece = fc.oneof(
      fc.constantFrom('..', '.', '%2e', '%2E%2e', '/', '%2f', '\\', '%5c', '%00', '~', ':', '%25'),
      fc.string({ maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const file = resolveAppPath(root, `app://companion/${pieces.join('')}`);
        expect(file === null || file.startsWith(root + sep)).toBe(true);
        expect(file ?? '').not.toMatch(/\/\.|\\|\0|%|:/);
      }),
    );
  });

  test('a folder whose name begins like ours is another folder', () => {
    expect(isBelow(root, `${root}/index.html`)).toBe(true);
    expect(isBelow(root, `${root}-old/index.html`)).toBe(false);
    expect(isBelow(root, `${root}/..data/x`)).toBe(true);
    expect(isBelow(root, root)).toBe(false);
    expect(isBelow(root, '/opt/app/out')).toBe(false);
  });
});
