import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync } from 'node:fs';
import { findProgram } from '../support/requirements.ts';

export interface LabProcess {
  /** Ends it by its own process id and waits until it is gone. */
  stop(): Promise<void>;
  readonly hasEnded: () => boolean;
}

/** No process of the lab outlives this, seconds, whatever happens to who started it. */
const lifetime = 1800;

/** Starts a server in the foreground; what it says goes to `logFile`. */
export function startProcess(
  program: string,
  args: readonly string[],
  cwd: string,
  logFile: string,
): LabProcess {
  const path = findProgram(program);
  if (path === null) throw new Error(`${program} is not installed`);
  const limit = ['--kill-after=5', String(lifetime), path, ...args];
  const child = spawn('timeout', limit, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  const log = (chunk: Buffer): void => appendFileSync(logFile, chunk);
  child.stdout.on('data', log);
  child.stderr.on('data', log);
  const gone = once(child, 'exit');
  const kill = (): boolean => child.kill('SIGTERM');
  process.once('exit', kill);
  return {
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    async stop() {
      process.removeListener('exit', kill);
      if (child.exitCode !== null || child.signalCode !== null) return;
      kill();
      await gone;
    },
  };
}
