/** The process around the command line: streams, Ctrl+C, exit code. */
import { appVersion } from '../service/version.ts';
import { closed, interrupted } from './io.ts';
import type { Io, Sink } from './io.ts';
import { run } from './main.ts';
import { createOutput } from './output.ts';
import { appError } from '../../shared/errors.ts';
import { createWords } from '../service/words.ts';

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
  version: appVersion,
  signal: controller.signal,
};

/** A full disk behind `> FILE`: what is there is not all, which nobody should take for good. */
let unwritten = false;

const exit = await run(process.argv.slice(2), io);
process.exitCode = unwritten
  ? await createOutput(io, createWords(), false).error(
      appError('file-unwritable', { name: 'stdout' }),
    )
  : exit;

/** Opened when it is first read, so that a command which needs none never waits for it. */
async function* stdin(): AsyncGenerator<Uint8Array> {
  for await (const chunk of process.stdin) yield chunk as Uint8Array;
}

function sink(stream: NodeJS.WriteStream): Sink {
  let open = true;
  // EPIPE: `… | head -1` has read enough.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    open = false;
    unwritten ||= stream === process.stdout && error.code !== 'EPIPE';
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
