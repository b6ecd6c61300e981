/**
 * A stand-in for Electron's runtime, for the packaging rehearsal: a program with a fuse wire as
 * `@electron/fuses` describes one, set to Electron's defaults, and nothing that could run.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const wireVersion = 1;
/** In the order of the wire: what Electron ships with, `1` on and `0` off. */
const defaults = '101100011';

export function writeStubRuntime(folder: string, version: string): void {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  mkdirSync(join(folder, 'locales'));
  const wire = Buffer.concat([
    Buffer.from(sentinel),
    Buffer.from([wireVersion, defaults.length]),
    Buffer.from(defaults),
  ]);
  const program = Buffer.concat([Buffer.from('not Electron\n'), wire, Buffer.alloc(64)]);
  writeFileSync(join(folder, 'electron'), program, { mode: 0o755 });
  writeFileSync(join(folder, 'version'), version);
  writeFileSync(join(folder, 'LICENSE'), 'stub');
  writeFileSync(join(folder, 'locales', 'en-US.pak'), 'stub');
}
