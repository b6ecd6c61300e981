/**
 * `npm run build`: bundles everything under `out/`, each target only when what it is made from has
 * changed since it was last built.
 *
 *   npm run build              what has changed
 *   npm run build -- --force   everything
 */
import { chmodSync, existsSync, renameSync, rmSync } from 'node:fs';
import { stripVTControlCharacters, parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { ensureInstalled, ensureNode, repository, runToEnd } from './bootstrap.mjs';
import { initialJavaScript } from './bundleBudget.mjs';
import { markBuilt, out, outdated } from './buildTargets.mjs';

const flag = { type: 'boolean', default: false };
const { values } = parseArgs({ options: { force: flag, quiet: flag } });

const node = ensureNode();
ensureInstalled(node);
if (node === process.execPath) await build();
else {
  const script = fileURLToPath(import.meta.url);
  const { code } = await runToEnd(node, [script, ...process.argv.slice(2)]);
  process.exitCode = code;
}

async function build() {
  const started = performance.now();
  const wanted = outdated(values);
  const good = wanted.length === 0 || (await buildAll(wanted));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (!good) process.exitCode = 1;
  else if (wanted.length === 0) report(`Nothing has changed (${seconds} s).`);
  else report(`Built ${wanted.map(({ name }) => name).join(', ')} (${seconds} s).`);
  if (good) reportSize();
}

async function buildAll(wanted) {
  // The configurations name their files from here.
  process.chdir(repository);
  const vite = await import('vite');
  const ends = await Promise.allSettled(wanted.map((target) => buildTarget(vite, target)));
  markBuilt(wanted.filter((_, index) => ends[index].status === 'fulfilled'));
  const failed = wanted.filter((_, index) => ends[index].status === 'rejected');
  for (const [index, end] of ends.entries()) {
    if (end.status === 'rejected')
      console.error(`${wanted[index].name}: ${stripVTControlCharacters(end.reason.message)}`);
  }
  return failed.length === 0;
}

/** Into a folder beside it first: what runs from `out/` never sees half a build. */
async function buildTarget(vite, { name, config }) {
  const fresh = join(out, `.${name}-${process.pid}`);
  const old = `${fresh}-old`;
  const place = join(out, name);
  try {
    await vite.build({
      configFile: join(repository, config),
      configLoader: 'native',
      mode: config === 'vite.service.config.ts' ? name : 'production',
      logLevel: 'silent',
      build: { outDir: fresh },
    });
    // It is a command, and has its first line for that.
    if (name === 'cli') chmodSync(join(fresh, 'exo-companion.mjs'), 0o755);
    if (existsSync(place)) renameSync(place, old);
    renameSync(fresh, place);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
    rmSync(old, { recursive: true, force: true });
  }
}

function reportSize() {
  const { kilobytes, budget } = initialJavaScript(join(out, 'renderer'));
  const size = `${kilobytes.toFixed(1)} kB of JavaScript, gzipped`;
  report(`First load of the page: ${size}; the budget is ${budget} kB.`);
}

function report(sentence) {
  if (!values.quiet) console.log(sentence);
}
