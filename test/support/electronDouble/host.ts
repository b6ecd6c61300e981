/**
 * The process in which the double runs the built main bundle: starts Chromium, puts the double where
 * `electron` is looked for, and then does what Electron does: runs main, and says that it is ready.
 */
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { preventable } from './absent.ts';
import { connectCdp } from './cdp.ts';
import { startChromium } from './chromium.ts';
import { createElectron } from './electron.ts';
import { createWitness } from './state.ts';
import type { DoubleOptions, World } from './state.ts';

/** What the launcher asks. Each is answered by the witness as it then stands. */
export type Ask =
  | { readonly do: 'start' | 'look' }
  | { readonly do: 'emit'; readonly event: string; readonly values: readonly unknown[] }
  | { readonly do: 'saveTo'; readonly path: string | null };

const options = JSON.parse(process.argv[2] ?? '') as DoubleOptions;
const endpoint = await startChromium(options.chromium);
const cdp = await connectCdp(endpoint);
process.once('disconnect', () => process.exit(1));
await cdp.send('Target.setDiscoverTargets', { discover: true });
const world: World = { options, cdp, witness: createWitness(), saveTo: null };
const { electron, app, watchDownloads } = createElectron(world);

Object.assign(globalThis, { electronDouble: electron });
const source = `const { ${Object.keys(electron).join(', ')} } = globalThis.electronDouble;
export { ${Object.keys(electron).join(', ')} };`;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: 'double:electron', shortCircuit: true }
      : next(specifier, context),
  load: (url, context, next) =>
    url === 'double:electron'
      ? { format: 'module', source, shortCircuit: true }
      : next(url, context),
});

async function run(ask: Ask): Promise<void> {
  if (ask.do === 'saveTo') world.saveTo = ask.path;
  if (ask.do === 'emit') app.emitter.emit(ask.event, preventable({}), ...ask.values);
  if (ask.do !== 'start') return;
  await watchDownloads();
  process.argv = [process.execPath, ...(options.packaged ? [] : ['.']), ...options.args];
  await import(pathToFileURL(options.main).href);
  app.becomeReady();
}

process.on('message', ({ id, ask }: { id: number; ask: Ask }) => {
  void run(ask).then(() =>
    process.send?.({ id, witness: JSON.parse(JSON.stringify(world.witness)) as unknown }),
  );
});
process.send?.({ endpoint });
