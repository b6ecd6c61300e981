import { spawn } from 'node:child_process';
import { join } from 'node:path';

export interface SpawnedCli {
  readonly exit: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  /** stdout as JSON Lines; throws where a line is none. */
  readonly lines: () => readonly Record<string, unknown>[];
}

export interface SpawnOptions {
  /** Written to stdin, which is then closed. */
  readonly stdin?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
  /** Called for each piece of stdout; may end the process. */
  readonly onOutput?: (text: string, kill: (signal: NodeJS.Signals) => void) => void;
}

const script = join(import.meta.dirname, '../../electron/cli/exoCompanion.ts');

/** The command line as a process of its own, from the sources, as a shell starts it. */
export function spawnCli(
  args: readonly string[],
  { stdin = '', env = {}, onOutput }: SpawnOptions = {},
): Promise<SpawnedCli> {
  const child = spawn(process.execPath, [script, ...args], {
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...env },
    timeout: 25_000,
  });
  const written = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    written.stdout += text;
    onOutput?.(text, (signal) => child.kill(signal));
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (written.stderr += text));
  // A command that needs no input may end before it is written.
  child.stdin.on('error', () => {});
  child.stdin.end(stdin);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exit, signal) => {
      const lines = () =>
        written.stdout
          .split('\n')
          .slice(0, -1)
          .map((line) => JSON.parse(line) as Record<string, unknown>);
      resolve({ exit, signal, ...written, lines });
    });
  });
}
