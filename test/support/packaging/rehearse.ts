/**
 * The packaging rehearsal: electron-builder packages the built app around a stub of Electron's
 * runtime, without a download, and what came out is read back.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { extractFile, listPackage } from '@electron/asar';
import { repository } from '../../architecture/sources.ts';
import { writeStubRuntime } from './stubRuntime.ts';

/** Nobody listens there: whatever wants to download fails, and says so. */
const nowhere = 'http://127.0.0.1:9';

/** What a package holds. */
interface Rehearsed {
  /** `on` or `off`, by the fuse's name. */
  readonly fuses: Readonly<Record<string, string>>;
  /** Paths of the files in the archive, with `/`. */
  readonly archive: readonly string[];
  readonly manifest: Readonly<Record<string, unknown>>;
  /** What lies beside the archive. */
  readonly beside: readonly string[];
}

/** Needs a build under `out/`. */
export async function rehearse(): Promise<Rehearsed> {
  const folder = mkdtempSync(join(tmpdir(), 'packaging-rehearsal-'));
  try {
    const { devDependencies } = JSON.parse(
      readFileSync(join(repository, 'package.json'), 'utf8'),
    ) as { readonly devDependencies: { readonly electron: string } };
    writeStubRuntime(join(folder, 'runtime'), devDependencies.electron);
    build(folder);
    const app = join(folder, 'dist', 'linux-unpacked');
    const archive = join(app, 'resources', 'app.asar');
    const listed = listPackage(archive, { isPack: false }).map((path) =>
      path.replaceAll('\\', '/'),
    );
    return {
      fuses: await fusesOf(join(app, 'exo-companion')),
      archive: filesOf(listed).map((path) => path.slice(1)),
      manifest: JSON.parse(extractFile(archive, 'package.json').toString('utf8')) as Readonly<
        Record<string, unknown>
      >,
      beside: readdirSync(join(app, 'resources')).sort(),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function filesOf(paths: readonly string[]): readonly string[] {
  return paths.filter((path) => !paths.some((other) => other.startsWith(`${path}/`)));
}

function build(folder: string): void {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(repository, 'node_modules/electron-builder/cli.js'),
      '--linux',
      'dir',
      '--publish',
      'never',
      `--config.electronDist=${join(folder, 'runtime')}`,
      `--config.directories.output=${join(folder, 'dist')}`,
    ],
    {
      cwd: repository,
      encoding: 'utf8',
      env: { ...process.env, HTTP_PROXY: nowhere, HTTPS_PROXY: nowhere, ELECTRON_MIRROR: nowhere },
    },
  );
  if (status !== 0) throw new Error(`electron-builder failed:\n${stdout}\n${stderr}`);
}

async function fusesOf(program: string): Promise<Readonly<Record<string, string>>> {
  const { version: _, ...wire } = await getCurrentFuseWire(program);
  const names: Readonly<Record<number, string>> = {
    [FuseState.ENABLE]: 'on',
    [FuseState.DISABLE]: 'off',
  };
  return Object.fromEntries(
    Object.entries(wire).map(([index, state]) => [
      FuseV1Options[Number(index)] ?? index,
      names[Number(state)] ?? String(state),
    ]),
  );
}

if (import.meta.main) {
  const started = performance.now();
  const { fuses, archive, beside } = await rehearse();
  console.log('Fuses:');
  for (const [name, state] of Object.entries(fuses)) console.log(`  ${name} ${state}`);
  console.log(`Archive, ${archive.length} files:`);
  for (const path of archive) console.log(`  ${path}`);
  console.log(`Beside it: ${beside.join(', ')}`);
  console.log(`Rehearsed in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
}
