import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { rehearse } from '../../support/packaging/rehearse.ts';
import { createAppProtocol } from '../../../electron/main/security/appProtocol.ts';
import { repository } from '../../architecture/sources.ts';

let packaged: Awaited<ReturnType<typeof rehearse>>;
beforeAll(async () => {
  execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: repository, stdio: 'ignore' });
  packaged = await rehearse();
}, 120_000);

/** Every file of the build that belongs into the app, by the folder that built it. */
function built(): string[] {
  return ['main', 'preload', 'renderer', 'worker'].flatMap((target) =>
    readdirSync(join(repository, 'out', target), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(repository.length)),
  );
}

describe('the packaging rehearsal', () => {
  test('SECURITY: S19 leaves the fuses as they were asked for', () => {
    expect(packaged.fuses).toEqual({
      RunAsNode: 'off',
      EnableCookieEncryption: 'on',
      EnableNodeOptionsEnvironmentVariable: 'off',
      EnableNodeCliInspectArguments: 'off',
      EnableEmbeddedAsarIntegrityValidation: 'on',
      OnlyLoadAppFromAsar: 'on',
      LoadBrowserProcessSpecificV8Snapshot: 'off',
      GrantFileProtocolExtraPrivileges: 'off',
      // Electron's own default; electron-builder 26 has no word for it.
      WasmTrapHandlers: 'on',
    });
  });

  test('SECURITY: S22 puts the build into the archive, and nothing else', () => {
    expect(packaged.archive.toSorted()).toEqual([...built(), 'package.json'].toSorted());
    expect(packaged.archive.length).toBeGreaterThan(5);
    const unwanted = /\.map$|\.env|\.ts$|node_modules|test|\.git|^out\/(web|page|cli)\//;
    expect(packaged.archive.filter((path) => unwanted.test(path))).toEqual([]);
    expect(packaged.beside).toEqual(['app.asar']);
  });

  test('every file of the page has an address, and a type to be served with', async () => {
    const root = join(repository, 'out/renderer');
    const answer = createAppProtocol(root);
    const files = packaged.archive.filter((path) => path.startsWith('out/renderer/'));
    expect(files.length).toBeGreaterThan(3);
    for (const file of files) {
      const url = `app://companion/${file.slice('out/renderer/'.length)}`;
      expect((await answer(new Request(url))).status, url).toBe(200);
    }
  });

  test('finds what Electron starts, and keeps the project’s own affairs out', () => {
    expect(packaged.archive).toContain(packaged.manifest['main']);
    expect(packaged.archive).toContain('out/preload/preload.cjs');
    expect(packaged.archive).toContain('out/renderer/index.html');
    expect(Object.keys(packaged.manifest)).not.toContain('scripts');
    expect(Object.keys(packaged.manifest)).not.toContain('devDependencies');
  });
});
