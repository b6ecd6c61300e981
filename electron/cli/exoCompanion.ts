/** The process around the command line: streams, Ctrl+C, exit code. */
import { readFileSync } from 'node:fs';
import { closed, interrupted } from './io.ts';
import type { Io, Sink } from './io.ts';
import { run } from './main.ts';

/** Set by the build; absent where the sources run as they are. */
declare const __APP_VERSION__: string | undefined;

const controller = new AbortController();

process.once('SIGINT', () => {
  controller.abort(interrupted);
  // Who presses Ctrl+C twice does not want to wait for an orderly end.
  process.once('SIGINT', () => process.exit(130));
});
process.once('SIGTERM', () => controller.abort(interrupted));

const io: Io = {
  stdin: stdin(),
  stdout: sink(process.stdout),
  stderr: sink(process.stderr),
  env: process.env,
  clock: () => new Date(),
  version: version(),
  signal: controller.signal,
};

process.exitCode = await run(process.argv.slice(2), io);

/** Opened when it is first read, so that a command which needs none never waits for it. */
async function* stdin(): AsyncGenerator<Uint8Array> {
  for await (const chunk of process.stdin) yield chunk as Uint8Array;
}

function sink(stream: NodeJS.WriteStream): Sink {
  let open = true;
  // EPIPE: `… | head -1` has read enough.
  stream.on('error', () => {
    open = false;
    controller.abort(closed);
  });
  return {
    write: (text) =>
      new Promise((resolve) => {
        if (open && text !== '') stream.write(text, () => resolve());
        else resolve();
      }),
  };
}

function version(): string {
  if (typeof __APP_VERSION__ === 'string') return __APP_VERSION__;
  const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { readonly version: string }).version;
}
