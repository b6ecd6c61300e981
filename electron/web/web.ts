/**
 * The web host: the same service and the same page on a loopback port, for one person.
 *
 *   web.mjs [--no-open] [--data-dir DIR] [--stop]
 *
 * Prints one line, `Exchange Companion is open at LINK`, and runs until it is told to end. Where a
 * host runs on the data directory already, that one gives the link.
 */
import { mkdirSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { askInstance, claimInstance, findInstance } from './instance.ts';
import { createHostPorts } from '../service/hostPorts.ts';
import { createService } from '../service/service.ts';
import { dataDirectory } from '../service/dataDirectory.ts';
import { fileURLToPath } from 'node:url';
import { loadPage } from './pageFiles.ts';
import { openBrowser } from './openBrowser.ts';
import { startWebServer } from './webServer.ts';
import { webLimits } from './limits.ts';

const { values: options } = parseArgs({
  options: {
    'no-open': { type: 'boolean', default: false },
    'data-dir': { type: 'string' },
    stop: { type: 'boolean', default: false },
  },
});
const directory = dataDirectory(options['data-dir'] ?? null, process.env, process.platform);
mkdirSync(directory, { recursive: true, mode: 0o700 });

await (options.stop ? stop() : start());

async function start(): Promise<void> {
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end());

  const ports = createHostPorts('web', directory);
  const service = createService(ports);
  const key = randomBytes(32);
  const built = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
  const page = loadPage(built('../renderer'), built('../page/companion.js'));
  const server = await startWebServer({
    service,
    page,
    controlKey: key,
    limits: webLimits,
    quit: end,
  });
  const claim = await claimInstance(directory, { pid: process.pid, port: server.port, key });
  if (claim.state === 'claimed') {
    announce(server.freshLink());
    await ended;
    claim.release();
  } else {
    const answer = await askInstance(claim.by, 'link');
    const { pid, port } = claim.by;
    tell(`It was running already, as process ${pid}; \`npm start -- --stop\` ends it.`);
    if (answer?.token) announce(`http://127.0.0.1:${port}/#token=${answer.token}`);
  }
  await server.close();
  await service.close();
}

async function stop(): Promise<void> {
  const running = await findInstance(directory);
  if (running === null) tell('Exchange Companion is not running.');
  else if ((await askInstance(running, 'quit')) === null) process.exitCode = 1;
  else tell('Exchange Companion has ended.');
}

function announce(link: string): void {
  process.stdout.write(`Exchange Companion is open at ${link}\n`);
  if (!options['no-open']) openBrowser(link, directory);
}

function tell(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}
