import type { Io, Sink } from '../../electron/cli/io.ts';
import { run } from '../../electron/cli/main.ts';

export interface CliResult {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
  /** stdout as JSON Lines. */
  readonly lines: readonly Record<string, unknown>[];
}

async function* once(text: string | Uint8Array): AsyncGenerator<Uint8Array> {
  yield typeof text === 'string' ? Buffer.from(text) : text;
}

/** Calls the command line in this process. */
export async function runCli(
  args: readonly string[],
  {
    stdin = '',
    at = new Date('2026-11-23T12:00:00Z'),
    ...io
  }: { stdin?: string | Uint8Array; at?: Date } & Partial<Omit<Io, 'stdin'>> = {},
): Promise<CliResult> {
  const written = { stdout: '', stderr: '' };
  const sink = (name: keyof typeof written): Sink => ({
    write: async (text) => void (written[name] += text),
  });
  const exit = await run(args, {
    clock: () => at,
    env: {},
    version: '0.0.0',
    signal: new AbortController().signal,
    ...io,
    stdin: once(stdin),
    stdout: sink('stdout'),
    stderr: sink('stderr'),
  });
  const json = args.includes('--json') || args.includes('--jsonl');
  const lines = json
    ? written.stdout
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Record<string, unknown>)
    : [];
  return { exit, ...written, lines };
}
