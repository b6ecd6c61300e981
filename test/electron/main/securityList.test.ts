import { describe, expect, test } from 'vitest';
import { read, sourcesOf } from '../../architecture/sources.ts';

const list = read('docs/security-list.md');

interface Item {
  readonly id: string;
  readonly code: readonly string[];
  readonly tests: readonly string[];
}

const rows = list
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

const items: readonly Item[] = rows
  .filter(([id = '']) => /^S\d+$/.test(id))
  .map(([id = '', , code = '', tests = '']) => ({
    id,
    code: code.split(', '),
    tests: tests.split(', '),
  }));

/** The ids that a file names behind `SECURITY:`. */
function named(path: string): readonly string[] {
  return [...read(path).matchAll(/SECURITY: ((?:S\d+(?:, )?)+)/g)].flatMap(([, ids = '']) =>
    ids.split(', '),
  );
}

/** A source without its comments. */
function code(path: string): string {
  return read(path).replaceAll(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, '');
}

const shell = sourcesOf('electron/main', 'electron/preload');
const sources = sourcesOf('electron', 'shared', 'renderer');

function filesWith(pattern: RegExp, among: readonly string[]): readonly string[] {
  return among.filter((path) => pattern.test(code(path)));
}

describe('the security list', () => {
  test('has every item once, or says where it is held', () => {
    const all = Array.from({ length: 35 }, (_, index) => `S${index + 1}`);
    const ids = items.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const [, text = ''] = list.split("Not the shell's");
    const mentioned = text.slice(0, text.indexOf('##')).match(/S\d+/g) ?? [];
    expect([...ids, ...mentioned].toSorted()).toEqual(all.toSorted());
  });

  test('points to code that says which item it keeps, and to tests that say which they hold', () => {
    const missing = items.flatMap(({ id, code, tests }) =>
      [...code, ...tests]
        .filter((path) => !named(path).includes(id))
        .map((path) => `${id}: ${path}`),
    );
    expect(missing).toEqual([]);
    expect(items.length).toBeGreaterThan(25);
  });

  test('is complete: every comment of the shell belongs to an item that names its file', () => {
    const stray = shell.flatMap((path) =>
      named(path)
        .filter((id) => !items.find((item) => item.id === id)?.code.includes(path))
        .map((id) => `${id}: ${path}`),
    );
    expect(stray).toEqual([]);
  });
});

describe('words that may not occur', () => {
  test('SECURITY: S6, S8, S9, S10, S11 what weakens a page', () => {
    const words =
      /webSecurity|allowRunningInsecureContent|experimentalFeatures|[Bb]linkFeatures|webviewTag|nodeIntegrationInSubFrames|--no-sandbox|disable-web-security|ignore-certificate-errors/;
    expect(filesWith(words, shell)).toEqual([]);
    expect(shell.length).toBeGreaterThan(20);
  });

  test('SECURITY: S1 an address of the web without encryption, in the page', () => {
    const pages = sourcesOf('renderer');
    const insecure = /\bhttp:\/\/(?!www\.w3\.org\/)/;
    expect(filesWith(insecure, pages)).toEqual([]);
    expect(insecure.test(read('renderer/index.html'))).toBe(false);
    expect(pages.length).toBeGreaterThan(10);
  });

  test('SECURITY: S24 what seals secrets badly', () => {
    const words =
      /setUsePlainTextEncryption|\.(?:encryptString|decryptString|isEncryptionAvailable)\(/;
    expect(filesWith(words, sources)).toEqual([]);
  });

  test('SECURITY: S31 code from strings, and programs but for the browser', () => {
    expect(filesWith(/\beval\(|new Function\(|\bvm\b.*node:vm|from 'node:vm'/, sources)).toEqual(
      [],
    );
    expect(filesWith(/node:child_process/, sources)).toEqual(['electron/service/openBrowser.ts']);
    // Loading by a computed name would load what a path says.
    expect(filesWith(/\bimport\((?!\s*['"])/, sources)).toEqual([]);
  });

  test('SECURITY: S35 a crash reporter, and any second way to be the only instance', () => {
    expect(filesWith(/crashReporter/, sources)).toEqual([]);
    expect(filesWith(/requestSingleInstanceLock/, sources)).toEqual(['electron/main/shell.ts']);
  });
});

describe('powers that one file has', () => {
  test('SECURITY: S15 opening addresses outside', () => {
    expect(filesWith(/openExternal\b(?!Link)/, shell)).toEqual([
      'electron/main/shell.ts',
      'electron/main/startService.ts',
    ]);
  });

  test('SECURITY: S17 hearing the page', () => {
    expect(filesWith(/\bipcMain\b/, shell)).toEqual(['electron/main/ipc.ts']);
  });

  test('SECURITY: S20 speaking for the page', () => {
    expect(filesWith(/\bipcRenderer\b|\bcontextBridge\b/, shell)).toEqual([
      'electron/preload/preload.ts',
    ]);
  });
});

test('SECURITY: S16 the version of Electron is pinned, and is the one that the list dates', () => {
  const manifest = JSON.parse(read('package.json')) as {
    readonly devDependencies: Readonly<Record<string, string>>;
  };
  const [version, released = '', taken = ''] =
    rows.find(([version = '']) => /^\d+\.\d+\.\d+$/.test(version)) ?? [];
  expect(version).toBe(manifest.devDependencies['electron']);
  const days = (Date.parse(taken) - Date.parse(released)) / 86_400_000;
  expect(days).toBeGreaterThanOrEqual(0);
  expect(days).toBeLessThanOrEqual(14);
});
