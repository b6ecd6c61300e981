/**
 * The web host: the same service and the same page on a loopback port, for one person.
 *
 *   web.mjs [--no-open] [--data-dir DIR]   prints `Exchange Companion is open at LINK`, and runs until
 *                                          it is told to end; where a host runs on the data directory
 *                                          already, that one gives the link
 *   web.mjs --stop [--data-dir DIR]        tells the host to end
 */
import { fileURLToPath } from 'node:url';
import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { askInstance, claimInstance, findInstance, isAlive } from './instance.ts';
import { createHostPorts } from '../service/hostPorts.ts';
import { createService } from '../service/service.ts';
import { dataDirectory } from '../service/dataDirectory.ts';
import { loadPage } from './pageFiles.ts';
import { browserHere, openBrowser } from '../service/openBrowser.ts';
import { privateCloudOf } from '../service/identity/privateCloud.ts';
import { startWebServer } from './webServer.ts';
import { webLimits } from './limits.ts';
import { words } from './words.ts';
import type { Instance } from './instance.ts';

const { values: options } = parseArgs({
  options: {
    'no-open': { type: 'boolean', default: false },
    'data-dir': { type: 'string' },
    stop: { type: 'boolean', default: false },
  },
});
const directory = dataDirectory(options['data-dir'] ?? null, process.env, process.platform);
const unusable = makeFolder(directory);

if (unusable !== null) fail(words('web.folderUnusable', { folder: directory, reason: unusable }));
else if (options.stop) await stop();
else await start();

async function start(): Promise<void> {
  const running = await findInstance(directory);
  if (running !== null && (await handOver(running))) return;
  // This host is in no package: whoever runs it has the sources.
  const cloud = await privateCloudOf(process.env);
  if (!cloud.ok) {
    fail(words('web.cloudUnusable', { code: cloud.error.code }));
    return;
  }
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end());

  const browser = browserHere();
  const ports = {
    ...createHostPorts('web', directory),
    ...(browser === null ? {} : { openBrowser: browser }),
    ...(cloud.value === null ? {} : { privateCloud: cloud.value }),
  };
  const service = createService(ports);
  const controlKey = randomBytes(32);
  const page = loadPage(built('../renderer'), built('../page/companion.js'));
  const server = await startWebServer({
    service,
    page,
    controlKey,
    limits: webLimits,
    reportBug: ports.reportBug,
    quit: end,
  });
  const own = { pid: process.pid, port: server.port, key: controlKey };
  const claim = await claimInstance(directory, own);
  if (claim.state === 'claimed') {
    announce(server.freshLink());
    await ended;
    claim.release();
  } else if (!(await handOver(claim.by))) process.exitCode = 1;
  await server.close();
  await service.close();
}

/** False where the other one ended just now. */
async function handOver(to: Instance): Promise<boolean> {
  const answer = await askInstance(to, 'link');
  if (answer === null || answer.token === null) return false;
  process.stderr.write(`${words('web.openAlready', { pid: to.pid })}\n`);
  announce(`http://127.0.0.1:${to.port}/#token=${answer.token}`);
  return true;
}

async function stop(): Promise<void> {
  const running = await findInstance(directory);
  if (running === null) {
    process.stdout.write(`${words('web.notRunning')}\n`);
    return;
  }
  await askInstance(running, 'quit');
  for (let tries = 0; tries < 50 && isAlive(running.pid); tries += 1) await sleep(100);
  if (isAlive(running.pid)) fail(words('web.notEnded', { pid: running.pid }));
  else process.stdout.write(`${words('web.ended')}\n`);
}

function announce(link: string): void {
  process.stdout.write(`${words('web.open', { link })}\n`);
  if (!options['no-open']) openBrowser(link);
}

/** The reason why the folder can't be used, or `null`. */
function makeFolder(folder: string): string | null {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return null;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'unknown';
  }
}

function built(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}

function fail(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}
