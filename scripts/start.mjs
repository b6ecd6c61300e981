/**
 * `npm start`: brings what is missing, builds what has changed, opens the app. The Electron window
 * where there can be one; else a line that says why, and the same app in the browser.
 *
 *   npm start
 *   npm start -- --web           the browser, also where there could be a window
 *   npm start -- --no-open       print the link and open nothing
 *   npm start -- --retry         fetch Electron's runtime again after a failure
 *   npm start -- --stop          end the app that runs on a loopback port
 *   npm start -- --data-dir DIR  keep everything there
 *   npm start -- --cloud FILE    a private or simulated cloud in place of Microsoft's
 */
import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { spawnSync } from 'node:child_process';
import { ensureInstalled, ensureNode, repository, runToEnd, say } from './bootstrap.mjs';
import { electronRuntime } from './electronRuntime.mjs';
import { outdated } from './buildTargets.mjs';

/** An Electron that ends badly sooner than this could not start at all. */
const startMilliseconds = 10_000;

const options = readOptions();
const node = ensureNode();
ensureInstalled(node);
buildIfNeeded();
if (options.cloud !== undefined) process.env.EXO_COMPANION_CLOUD = asMeant(options.cloud);
process.exitCode = (await openWindow()) ?? (await serve());

function readOptions() {
  const flag = { type: 'boolean', default: false };
  try {
    return parseArgs({
      options: {
        web: flag,
        'no-open': flag,
        retry: flag,
        stop: flag,
        'data-dir': { type: 'string' },
        cloud: { type: 'string' },
      },
    }).values;
  } catch (error) {
    say(`${error.message}\nOptions: --web --no-open --retry --stop --data-dir DIR --cloud FILE`);
    return process.exit(2);
  }
}

function buildIfNeeded() {
  if (outdated().length === 0) return;
  say('Building (a few seconds).');
  const { status } = spawnSync(node, ['scripts/build.mjs', '--quiet'], {
    cwd: repository,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) process.exit(1);
}

/** The exit code of the window's program, or `null` where there can't be a window. */
async function openWindow() {
  if (options.web || options['no-open'] || options.stop) return null;
  const runtime = electronRuntime(node, options);
  if (runtime.reason !== undefined) return noWindow(runtime.reason);
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  if (options['data-dir'] !== undefined) env.EXO_COMPANION_HOME = asMeant(options['data-dir']);
  const started = Date.now();
  const { code, interrupted } = await runToEnd(runtime.program, [repository], { env });
  if (code === 0 || interrupted || Date.now() - started > startMilliseconds) return code;
  return noWindow(`Electron ended with code ${code}`);
}

function noWindow(reason) {
  say(`No window: ${reason}. Serving the app for the browser instead.`);
  return null;
}

async function serve() {
  const args = ['out/web/web.mjs'];
  if (options['no-open']) args.push('--no-open');
  if (options.stop) args.push('--stop');
  if (options['data-dir'] !== undefined) args.push('--data-dir', asMeant(options['data-dir']));
  const { code } = await runToEnd(node, args, { cwd: repository });
  return code;
}

/** As the person meant it: npm changes to the package's folder. */
function asMeant(path) {
  const stands = process.env.npm_lifecycle_event === 'start' ? process.env.INIT_CWD : undefined;
  return resolve(stands ?? '.', path);
}
