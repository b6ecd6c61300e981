import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { repository } from '../../scripts/bootstrap.mjs';
import type { ChildProcess } from 'node:child_process';

export interface RepositoryCopy {
  readonly folder: string;
  /** Starts Node in the copy, with an environment of its own. */
  run(args: readonly string[], env?: Readonly<Record<string, string>>): Run;
  /** Ends what still runs. */
  remove(): Promise<void>;
}

export interface Run {
  readonly child: ChildProcess;
  readonly stdout: () => string;
  readonly stderr: () => string;
  readonly ended: Promise<number | null>;
}

const parts = [
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
  'scripts',
  'shared',
  'electron',
  'renderer',
  'vite.main.config.ts',
  'vite.page.config.ts',
  'vite.preload.config.ts',
  'vite.renderer.config.ts',
  'vite.service.config.ts',
];

/** The sources in a folder of their own, as after a clone; with the packages of this one, or without. */
export function copyRepository({ installed }: { readonly installed: boolean }): RepositoryCopy {
  const folder = mkdtempSync(join(tmpdir(), 'exo-clone-'));
  for (const part of parts) cpSync(join(repository, part), join(folder, part), { recursive: true });
  if (installed) symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'));
  const runs: Run[] = [];
  return {
    folder,
    run(args, env = {}) {
      const started = run(args, { PATH: process.env['PATH'] ?? '', HOME: folder, ...env }, folder);
      runs.push(started);
      return started;
    },
    async remove() {
      for (const { child } of runs) child.kill('SIGTERM');
      await Promise.all(runs.map(({ ended }) => ended));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function run(args: readonly string[], env: Record<string, string>, cwd: string): Run {
  const child = spawn(process.execPath, args, { cwd, env });
  const text = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (text.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (text.stderr += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => resolve(code));
  });
  return { child, stdout: () => text.stdout, stderr: () => text.stderr, ended };
}
